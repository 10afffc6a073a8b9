using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Web.Tests.Pages.Registering;

/// <summary>The limits on forms from one IP address and from one network.</summary>
public sealed class RateLimitTests
{
    [Fact]
    public async Task The_three_hundred_and_first_form_within_ten_minutes_is_refused()
    {
        await using var strict = StrictSite();
        using var ada = new RegistrationClient(strict);
        Assert.Equal(299, CountForms(strict, 299, _ => "192.0.2.1"));
        Assert.Equal(HttpStatusCode.BadRequest, await SendFormAsync(ada.Http, "192.0.2.1"));

        ada.Http.DefaultRequestHeaders.Add("X-Forwarded-For", "192.0.2.1");
        foreach (
            var (address, heading) in new[] { ("/inscription", "Trop de demandes à la fois"), ("/en/registration", "Too many requests") }
        )
        {
            await ada.PostAsync(address, new FormUrlEncodedContent([]));
            Assert.Equal(
                (HttpStatusCode.TooManyRequests, "60", heading),
                (ada.Status, ada.Answer.Headers.RetryAfter?.ToString(), ada.Page.Seen("h1"))
            );
            // Pages can still be read.
            Assert.Equal(HttpStatusCode.OK, (await ada.OpenAsync(address)).Status);
        }
    }

    [Fact]
    public async Task Fifty_people_behind_one_address_register_and_then_confirm()
    {
        await using var strict = StrictSite();
        using var first = await new RegistrationClient(strict).OpenAsync("/inscription");
        var people = Enumerable.Range(0, 50).Select(n => $"person{n}@example.org").ToList();
        // Each of them makes five mistakes before.
        Assert.Equal(250, CountForms(strict, 250, _ => "192.0.2.1", "/inscription"));
        Assert.Equal(All("pending"), await Task.WhenAll(people.Select(RegisterAsync)));

        // The confirmations come on top of three hundred forms.
        Assert.Equal(HttpStatusCode.TooManyRequests, await SendFormAsync(first.Http, "192.0.2.1"));
        Assert.Equal(All("confirmed"), await Task.WhenAll(people.Select(ConfirmAsync)));

        // Links that are not valid are counted, and so is any other form behind a valid one.
        var link = await strict.LinkAsync(people[0]);
        foreach (var address in new[] { $"{link[..^1]}?handler=Confirm", $"{link}?handler=Remote", $"/lien-perdu?handler=Confirm" })
            Assert.Equal(HttpStatusCode.TooManyRequests, await SendFormAsync(first.Http, "192.0.2.1", address));

        IEnumerable<(string?, string?)> All(string status) => people.Select(_ => ((string?)status, (string?)"seat"));

        async Task<(string?, string?)> RegisterAsync(string email)
        {
            using var person = await OpenAsync("/inscription");
            return (await person.FillIn(email, "in-person").PressAsync()).StatusAndPlace;
        }

        async Task<(string?, string?)> ConfirmAsync(string email)
        {
            using var person = await OpenAsync(await strict.LinkAsync(email));
            return (await person.DoAsync("confirm")).StatusAndPlace;
        }

        async Task<RegistrationClient> OpenAsync(string address)
        {
            var person = new RegistrationClient(strict);
            person.Http.DefaultRequestHeaders.Add("X-Forwarded-For", "192.0.2.1");
            return await person.OpenAsync(address);
        }
    }

    [Theory]
    [InlineData("2001:db8:7:{0:x}::{1:x}", "2001:db8:8::1")]
    [InlineData("2001:db8:7:ff{0:x}::1", "2001:db8:8::1")]
    [InlineData("203.0.113.{0}", "203.0.114.1")]
    [InlineData("::ffff:203.0.113.{0}", "::ffff:203.0.114.1")]
    public async Task The_addresses_of_one_network_have_nine_hundred_forms_together(string addresses, string elsewhere)
    {
        await using var strict = StrictSite();
        using var client = strict.CreateClient();
        for (var n = 0; n < 3; n++)
        {
            Assert.Equal((n, 299), (n, CountForms(strict, 299, form => AddressOf(n, form))));
            Assert.Equal((n, HttpStatusCode.BadRequest), (n, await SendFormAsync(client, AddressOf(n, 299))));
            Assert.Equal(HttpStatusCode.TooManyRequests, await SendFormAsync(client, AddressOf(n, 300)));
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, await SendFormAsync(client, AddressOf(3, 0)));
        Assert.Equal(HttpStatusCode.BadRequest, await SendFormAsync(client, elsewhere));

        string AddressOf(int n, int form) => string.Format(CultureInfo.InvariantCulture, addresses, n, form);
    }

    private static SiteFactory StrictSite() => new() { RehearseFrom = OpenSite.Start, RateLimits = true };

    /// <summary>Counts forms with the limiter of the site. To send them all would take the processor time of a hundred tests.</summary>
    /// <returns>How many it allows.</returns>
    private static int CountForms(SiteFactory site, int forms, Func<int, string> from, string address = "/lien-perdu")
    {
        var limiter = site.Services.GetRequiredService<IOptions<RateLimiterOptions>>().Value.GlobalLimiter!;
        return Enumerable
            .Range(0, forms)
            .Count(form =>
            {
                var http = new DefaultHttpContext { RequestServices = site.Services };
                http.Connection.RemoteIpAddress = IPAddress.Parse(from(form));
                (http.Request.Method, http.Request.Path) = (HttpMethods.Post, address);
                using var lease = limiter.AttemptAcquire(http);
                return lease.IsAcquired;
            });
    }

    /// <summary>Sends a form without its token, which is refused with 400.</summary>
    private static async Task<HttpStatusCode> SendFormAsync(HttpClient client, string from, string address = "/lien-perdu")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Headers = { { "X-Forwarded-For", from } },
            Content = new FormUrlEncodedContent([]),
        };
        using var answer = await client.SendAsync(request);
        return answer.StatusCode;
    }
}
