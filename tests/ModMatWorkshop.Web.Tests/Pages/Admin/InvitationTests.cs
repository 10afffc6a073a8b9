using System.Net;
using Microsoft.EntityFrameworkCore;
using MimeKit;
using ModMatWorkshop.Web.Tests.Hosting;
using ModMatWorkshop.Web.Tests.Pages.Registering;

namespace ModMatWorkshop.Web.Tests.Pages.Admin;

/// <summary>Invitations of speakers and guests to a seat of the reserve.</summary>
public sealed class InvitationTests(OpenSite site) : IClassFixture<OpenSite>
{
    private readonly OrganiserTestHelpers setup = new(site);

    [Fact]
    public async Task A_speaker_who_has_not_registered_is_invited_with_a_link_that_is_shown_once()
    {
        using var grace = await setup.OrganiserAsync();
        await grace.OpenAsync("/admin/invitations");
        var speaker = grace.Page.QuerySelector("[data-speaker]")!;
        var name = speaker.GetAttribute("data-speaker")!;
        await grace.OpenAsync(speaker.QuerySelector("a")!.GetAttribute("href")!.Split('#')[0]);
        Assert.Equal(name, grace.Page.QuerySelector("#guest")!.GetAttribute("value"));
        await grace.PressAsync("button[data-action=invite]");

        var link = grace.Page.Seen("[data-link]");
        Assert.StartsWith("https://modmat.test/inscription?invitation=", link, StringComparison.Ordinal);
        Assert.DoesNotContain(name, grace.Page.AttributeOfAll("[data-speaker]", "data-speaker"));
        await grace.OpenAsync("/admin/invitations");
        Assert.Null(grace.Page.QuerySelector("[data-link]"));
        Assert.DoesNotContain(link.Split('=')[^1], await grace.Answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var guest = new RegistrationClient(site);
        Assert.Equal(HttpStatusCode.OK, (await guest.OpenAsync(new Uri(link).PathAndQuery)).Status);

        await grace.PressAsync($"[data-invitation='{name}'] button");
        Assert.StartsWith("L’invitation est révoquée", grace.Page.Seen("[data-notice]"), StringComparison.Ordinal);
        Assert.Contains(name, grace.Page.AttributeOfAll("[data-speaker]", "data-speaker"));
    }

    [Fact]
    public async Task An_invitation_is_mailed_in_the_language_of_the_guest_and_says_who_invites()
    {
        using var grace = await setup.OrganiserAsync();
        await grace.OpenAsync("/admin/invitations");
        await grace.Fill("guest", "Émilie").Fill("email", "not an address").PressAsync("button[data-action=invite]");
        Assert.Equal(
            (HttpStatusCode.BadRequest, "not an address"),
            (grace.Status, grace.Page.QuerySelector("#email")!.GetAttribute("value"))
        );
        await grace.Fill("email", "emilie.guest@example.org").Fill("language", "en").PressAsync("button[data-action=invite]");
        Assert.Null(grace.Page.QuerySelector("[data-link]"));

        var mail = await HtmlReading.EventuallyAsync(
            () =>
                Task.FromResult(
                    Directory
                        .GetFiles(site.DataPath, "*.eml", SearchOption.AllDirectories)
                        .Select(File.ReadAllText)
                        .FirstOrDefault(m => m.Contains("To: emilie.guest@example.org", StringComparison.Ordinal))
                ),
            found => found is not null
        );
        Assert.Contains("your reserved seat", mail!, StringComparison.Ordinal);
        var text = mail!.Replace("=\r\n", "", StringComparison.Ordinal).Replace("=\n", "", StringComparison.Ordinal);
        Assert.Contains("/en/registration?invitation=3D", text, StringComparison.Ordinal);
        Assert.Contains("Grace Hopper, on behalf of the organising committee, invites you", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_and_the_mail_state_until_when_the_seat_is_reserved()
    {
        using var content = new ContentCopy();
        content.Edit("workshop.md", "reserved: 0", "reserved: 2");
        await using var late = new SiteFactory { RehearseFrom = "2021-09-21T12:00", ContentPath = content.Path };
        await late.InDbAsync(db =>
            db.WorkshopStates.ExecuteUpdateAsync(r => r.SetProperty(x => x.RegistrationCloses, new DateOnly(2021, 9, 21)))
        );
        using var grace = await new OrganiserTestHelpers(late).OrganiserAsync();
        await grace.OpenAsync("/admin/invitations");
        Assert.Contains("mardi 21 septembre 2021", grace.Page.Seen("main"), StringComparison.Ordinal);

        await grace.Fill("guest", "Émilie").Fill("email", "emilie.guest@example.org").PressAsync("button[data-action=invite]");
        var mail = await HtmlReading.EventuallyAsync(
            () =>
                Task.FromResult(
                    Directory
                        .GetFiles(late.DataPath, "*.eml", SearchOption.AllDirectories)
                        .Select(file => MimeMessage.Load(file).TextBody)
                        .FirstOrDefault(text => text!.Contains("invitation=", StringComparison.Ordinal))
                ),
            found => found is not null
        );
        Assert.Contains("mardi 21 septembre 2021", mail!, StringComparison.Ordinal);
    }
}
