using System.Net;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Web.Tests.Pages.Registering;

/// <summary>The limit on forms from one IP address.</summary>
public sealed class RateLimitTests
{
    [Fact]
    public async Task The_hundred_and_first_form_within_ten_minutes_is_refused()
    {
        await using var strict = new SiteFactory { RehearseFrom = OpenSite.Start, RateLimits = true };
        using var ada = new RegistrationClient(strict);
        for (var n = 0; n < 100; n++)
        {
            await ada.PostAsync("/lien-perdu", new FormUrlEncodedContent([]));
            Assert.Equal((n, HttpStatusCode.BadRequest), (n, ada.Status));
        }

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
}
