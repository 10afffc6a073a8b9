using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ModMatWorkshop.Web.Security;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Web.Tests.Pages;

/// <summary>Guesses of the short code that opens the stream, from many addresses.</summary>
public sealed class ShortCodeTests
{
    private const HttpStatusCode Right = HttpStatusCode.Redirect;
    private const HttpStatusCode Wrong = HttpStatusCode.BadRequest;
    private const HttpStatusCode NotCompared = HttpStatusCode.TooManyRequests;

    [Theory]
    [InlineData("2001:db8:7:{0:x}::{1:x}")]
    [InlineData("203.0.113.{0}")]
    public async Task The_addresses_of_one_network_have_sixty_wrong_codes_together(string addresses)
    {
        await using var site = await SiteWithCodeAsync();
        using var visitor = await Visitor.OpenAsync(site);
        for (var n = 0; n < 3; n++)
        {
            for (var guess = 0; guess < 20; guess++)
                Assert.Equal((n, guess, Wrong), (n, guess, await visitor.TypeAsync("00000000", AddressOf(n, guess))));
            Assert.Equal(NotCompared, await visitor.TypeAsync("12345678", AddressOf(n, 20)));
        }

        Assert.Equal(NotCompared, await visitor.TypeAsync("12345678", AddressOf(3, 0)));

        string AddressOf(int n, int guess) => string.Format(CultureInfo.InvariantCulture, addresses, n, guess);
    }

    [Fact]
    public async Task After_five_hundred_wrong_codes_from_everywhere_each_network_has_five_until_there_is_another_code()
    {
        await using var site = await SiteWithCodeAsync();
        using var visitor = await Visitor.OpenAsync(site);
        var state = await site.InDbAsync(db => db.WorkshopStates.AsNoTracking().SingleAsync());
        for (var guess = 0; guess < 499; guess++)
            Assert.Equal((guess, ShortCodeResult.Wrong), (guess, Check($"2001:db8:{guess / 20:x}::1")));
        Assert.Equal(Wrong, await visitor.TypeAsync("00000000", "2001:db8:18::1"));

        // Whoever has the right code still gets in, even with some typing errors.
        Assert.Equal(Right, await visitor.TypeAsync("12 34 56 78", "198.51.100.1"));
        for (var guess = 0; guess < 5; guess++)
            Assert.Equal((guess, Wrong), (guess, await visitor.TypeAsync("00000000", $"198.51.100.{guess}")));
        Assert.Equal(NotCompared, await visitor.TypeAsync("12345678", "198.51.100.99"));
        Assert.Equal(NotCompared, await visitor.TypeAsync("12345678", "2001:db8:3::2"));

        await SetCodeAsync(site, "87654321");
        Assert.Equal(Right, await visitor.TypeAsync("87654321", "198.51.100.99"));

        ShortCodeResult Check(string from) =>
            site
                .Services.GetRequiredService<ShortCodes>()
                .Check(
                    new DefaultHttpContext { Connection = { RemoteIpAddress = IPAddress.Parse(from) } },
                    "00000000",
                    state,
                    state.ShortCodeDay!.Value
                );
    }

    [Fact]
    public async Task Simultaneous_guesses_do_not_avoid_the_limit()
    {
        await using var site = await SiteWithCodeAsync();
        using var visitor = await Visitor.OpenAsync(site);

        var answers = await Task.WhenAll(Enumerable.Range(0, 60).Select(_ => visitor.TypeAsync("00000000", "198.51.100.1")));

        Assert.Equal((20, 40), (answers.Count(a => a == Wrong), answers.Count(a => a == NotCompared)));
    }

    private static async Task<SiteFactory> SiteWithCodeAsync()
    {
        var site = new SiteFactory { RehearseFrom = "2021-09-23T10:05", RateLimits = true };
        await SetCodeAsync(site, "12345678");
        return site;
    }

    private static Task<int> SetCodeAsync(SiteFactory site, string code) =>
        site.InDbAsync(db =>
            db.WorkshopStates.ExecuteUpdateAsync(s =>
                s.SetProperty(x => x.ShortCode, code).SetProperty(x => x.ShortCodeDay, new DateOnly(2021, 9, 23))
            )
        );

    /// <summary>Types codes into the form of <c>/direct</c>, each from another address.</summary>
    private sealed class Visitor(HttpClient http, string token) : IDisposable
    {
        public static async Task<Visitor> OpenAsync(SiteFactory site)
        {
            var http = site.CreateClient(new() { BaseAddress = SiteFactory.BaseUrl, AllowAutoRedirect = false });
            var page = await http.ReadAsync("/direct");
            return new(http, page.QuerySelector($"#by-code input[name={FormToken.Field}]")!.GetAttribute("value")!);
        }

        public async Task<HttpStatusCode> TypeAsync(string code, string from)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/direct")
            {
                Headers = { { "X-Forwarded-For", from } },
                Content = new FormUrlEncodedContent(new Dictionary<string, string> { ["code"] = code, [FormToken.Field] = token }),
            };
            using var answer = await http.SendAsync(request);
            return answer.StatusCode;
        }

        public void Dispose() => http.Dispose();
    }
}
