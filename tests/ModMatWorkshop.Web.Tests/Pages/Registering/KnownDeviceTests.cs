using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ModMatWorkshop.Application.Security;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Web.Tests.Pages.Registering;

/// <summary>A device that has opened a secret link finds the registration without it.</summary>
public sealed class KnownDeviceTests(OpenSite site) : IClassFixture<OpenSite>
{
    [Theory]
    [InlineData("/mon-inscription", "/mon-inscription/")]
    [InlineData("/en/my-registration", "/en/my-registration/")]
    public async Task A_device_that_is_known_is_led_to_its_registration(string address, string own)
    {
        var token = await site.ConfirmedAsync();
        using var answer = await site.ClientWithLink(token).GetAsync(address);

        Assert.Equal(
            (HttpStatusCode.Redirect, own + token, true),
            (answer.StatusCode, answer.Headers.Location?.OriginalString, answer.Headers.CacheControl!.NoStore)
        );
    }

    [Theory]
    [InlineData("/mon-inscription", "/lien-perdu", "Cet appareil n’a pas encore ouvert votre inscription.")]
    [InlineData("/en/my-registration", "/en/lost-link", "This device has not opened your registration yet.")]
    public async Task Another_device_reads_how_to_get_the_link(string address, string form, string sentence)
    {
        var good = await site.ConfirmedAsync();
        var forged = good[..30] + (good[30] == 'A' ? 'B' : 'A') + good[31..];
        foreach (var token in new[] { null, "x", forged })
        {
            var page = await site.ClientWithLink(token).ReadAsync(address);
            Assert.Equal(
                (true, form, "noindex"),
                (
                    page.Seen("main").Contains(sentence, StringComparison.Ordinal),
                    page.QuerySelector("main form")!.GetAttribute("action"),
                    page.QuerySelector("meta[name=robots]")!.GetAttribute("content")
                )
            );
        }
        using var ada = await new RegistrationClient(site).OpenAsync(address);
        await ada.Fill("email", "ada@example.org").PressAsync();
        Assert.Equal((HttpStatusCode.OK, form), (ada.Status, ada.Address));
    }

    [Fact]
    public async Task A_device_keeps_its_registration_until_another_link_replaces_the_one_it_has_opened()
    {
        using var ada = await new RegistrationClient(site).OpenAsync("/en/registration");
        await ada.FillIn("device@example.org").PressAsync();
        await (await ada.FollowLinkAsync("device@example.org")).DoAsync("confirm");
        var own = ada.Address.Split('?')[0];
        await ada.Fill("email", "device-new@example.org").DoAsync("address");
        var moving = (await site.RegistrationAsync("device@example.org"))!;

        // A link that confirms an address does not replace the registration's own.
        await ada.OpenAsync($"/en/my-registration/{site.Services.GetRequiredService<SecretLinks>().OfNewAddress(moving)}");
        await ada.OpenAsync("/en/my-registration");
        Assert.Equal((HttpStatusCode.OK, own), (ada.Status, ada.Address));

        await site.InDbAsync(db =>
            db.Registrations.Where(r => r.Id == moving.Id).ExecuteUpdateAsync(r => r.SetProperty(x => x.Generation, moving.Generation + 1))
        );
        await ada.OpenAsync("/en/my-registration");
        Assert.Equal((HttpStatusCode.OK, "/en/my-registration"), (ada.Status, ada.Address));
    }

    [Fact]
    public async Task Every_page_links_to_it_in_the_same_way_for_everybody()
    {
        var token = await site.ConfirmedAsync();
        foreach (var (home, link) in new[] { ("/", "/mon-inscription"), ("/en", "/en/my-registration") })
        {
            var known = await (await site.ClientWithLink(token).GetAsync(home)).Content.ReadAsStringAsync();
            Assert.Equal(known, await (await site.CreateClient().GetAsync(home)).Content.ReadAsStringAsync());
            Assert.Contains($"href=\"{link}\"", known, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/inscription", "mercredi 22 septembre, après-midi, 13 h 00–17 h 00, en salle", "Pause café (jeu. 23)")]
    [InlineData("/en/registration", "Wednesday 22 September, afternoon, 13:00–17:00, in person", "Coffee break (Thu 23)")]
    public async Task The_own_page_says_when_where_half_days_and_meals_and_has_the_ticket(string address, string half, string meal)
    {
        var email = $"practical-{half.Length}@example.org";
        using var ada = await new RegistrationClient(site).OpenAsync(address);
        await ada.FillIn(email, "in-person").Fill("meals", "coffee-thursday-morning").PressAsync();
        await (await ada.FollowLinkAsync(email)).DoAsync("confirm");

        Assert.Equal(["start", "venue", "half-days", "meals"], ada.Page.AttributeOfAll("[data-practical] dd", "data-fact"));
        Assert.Equal((half, meal), (ada.Page.Seen("[data-fact=half-days] li"), ada.Page.Seen("[data-fact=meals]")));
        Assert.StartsWith(
            "https://www.openstreetmap.org/search?query=7%2C%20avenue%20du%20Colonel%20Roche%2C%20Toulouse",
            ada.Page.QuerySelector("[data-fact=venue] a")!.GetAttribute("href"),
            StringComparison.Ordinal
        );
        Assert.Matches(@"^[0-9]{2}( [0-9]{2}){3}$", ada.Page.Seen("[data-check-in-code] b"));
        Assert.Single(ada.Page.QuerySelectorAll("[aria-labelledby=h-ticket] [role=img] > svg"));
    }
}
