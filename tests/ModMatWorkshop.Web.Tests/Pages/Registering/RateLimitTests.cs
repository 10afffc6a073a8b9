using System.Net;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Web.Tests.Pages.Registering;

/// <summary>How many forms one address may send.</summary>
public sealed class RateLimitTests
{
    [Fact]
    public async Task The_hundred_and_first_form_within_ten_minutes_has_to_wait()
    {
        await using var strict = new SiteFactory { RehearseFrom = OpenSite.Hour, RateLimits = true };
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
            // Reading goes on.
            Assert.Equal(HttpStatusCode.OK, (await ada.OpenAsync(address)).Status);
        }
    }
}
