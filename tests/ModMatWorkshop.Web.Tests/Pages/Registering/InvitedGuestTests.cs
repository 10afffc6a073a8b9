using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Application.Security;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Web.Tests.Pages.Registering;

/// <summary>The page behind an invitation link, in a workshop whose only seat is reserved.</summary>
public sealed class InvitedGuestTests(InvitedGuestTests.ReservedSite fixture) : IClassFixture<InvitedGuestTests.ReservedSite>
{
    public sealed class ReservedSite : IDisposable
    {
        private readonly ContentCopy _content = new();

        public ReservedSite()
        {
            _content.Edit("workshop.md", "seats: 50\nreserved: 0", "seats: 1\nreserved: 1");
            Site = new() { RehearseFrom = OpenSite.Start, ContentPath = _content.Path };
        }

        public SiteFactory Site { get; }

        public void Dispose()
        {
            Site.Dispose();
            _content.Dispose();
        }
    }

    private SiteFactory Site => fixture.Site;

    [Theory]
    [InlineData(
        Language.French,
        "Bonjour Émilie du Châtelet, le comité d’organisation vous invite à ModMat 2021. Une place en salle vous est gardée "
            + "jusqu’au lundi 20 septembre 2021 : elle est à vous dès que vous vous inscrivez ici.",
        "Complet :"
    )]
    [InlineData(
        Language.English,
        "Welcome, Émilie du Châtelet. The organising committee invites you to ModMat 2021. We keep a seat for you until "
            + "Monday 20 September 2021: it is yours as soon as you register here.",
        "Full: you attend remotely"
    )]
    public async Task A_guest_is_greeted_by_name_and_reads_that_a_seat_is_kept(Language language, string greeting, string full)
    {
        var link = await InviteAsync(Site, "Émilie du Châtelet", language);
        using var guest = await new RegistrationClient(Site).OpenAsync(link);
        using var stranger = await new RegistrationClient(Site).OpenAsync(link.Split('?')[0]);

        Assert.Equal(greeting, guest.Page.Seen("[data-guest]"));
        Assert.DoesNotContain(full, guest.Page.Seen("main"), StringComparison.OrdinalIgnoreCase);
        Assert.Contains(full, stranger.Page.Seen("main"), StringComparison.OrdinalIgnoreCase);
        Assert.Null(stranger.Page.QuerySelector("[data-guest]"));
    }

    [Fact]
    public async Task A_used_invitation_leads_to_the_registration_and_a_revoked_one_greets_nobody()
    {
        await using var site = new OpenSite();
        var link = await InviteAsync(site, "Ada Lovelace", Language.English);
        using var ada = await new RegistrationClient(site).OpenAsync(link);
        await ada.FillIn("guest@example.org", "in-person").PressAsync();
        await (await ada.FollowLinkAsync("guest@example.org")).DoAsync("confirm");
        await ada.OpenAsync(link);
        Assert.Equal(
            "Welcome, Ada Lovelace. The organising committee invites you to ModMat 2021. This invitation has already been used. "
                + "My registration",
            ada.Page.Seen("[data-guest]")
        );

        await site.InDbAsync(db => db.Invitations.ExecuteDeleteAsync());
        Assert.Null((await ada.OpenAsync(link)).Page.QuerySelector("[data-guest]"));
    }

    [Fact]
    public async Task An_invitation_does_not_tell_a_guest_whether_the_address_that_they_typed_is_registered()
    {
        await using var site = new OpenSite();
        using var ada = await new RegistrationClient(site).OpenAsync("/en/registration");
        await ada.FillIn("ada@example.org", "in-person").PressAsync();
        await (await ada.FollowLinkAsync("ada@example.org")).DoAsync("confirm");

        var pages = new List<string>();
        foreach (var address in new[] { "ada@example.org", "stranger@example.org" })
        {
            var link = await InviteAsync(site, "Grace Hopper", Language.English);
            using var guest = await new RegistrationClient(site).OpenAsync(link);
            await guest.FillIn(address, "in-person").PressAsync();
            pages.Add((await guest.OpenAsync(link)).Page.Seen("main"));
        }

        Assert.Equal(pages[1], pages[0]);
        Assert.DoesNotContain("already been used", pages[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        Language.French,
        "Nous vous invitons pour votre exposé : « Data-driven Approaches to the Discovery and Classification of Homogeneous Catalysts ».",
        "Nous vous invitons pour votre poster : « Unsupervised learning of atomic-scale dynamics ».",
        "Nous vous invitons comme membre du comité d’organisation."
    )]
    [InlineData(
        Language.English,
        "You are invited as a speaker: “Data-driven Approaches to the Discovery and Classification of Homogeneous Catalysts”.",
        "You are invited to present a poster: “Unsupervised learning of atomic-scale dynamics”.",
        "You are invited as a member of the organising committee."
    )]
    public async Task A_guest_reads_for_which_talk_or_poster_or_as_what_they_are_invited(
        Language language,
        string talk,
        string poster,
        string committee
    )
    {
        var speaker = await InviteAsync(Site, "Clémence Corminboeuf", language, "i1");
        using var reader = await new RegistrationClient(Site).OpenAsync(speaker);
        Assert.Equal([talk], reader.Page.SeenAll("[data-invited-as]"));
        Assert.Equal(["en"], reader.Page.AttributeOfAll("[data-invited-as] [lang]", "lang"));

        // A part that is not in the programme any more is not named.
        await reader.OpenAsync(await InviteAsync(Site, "Ada Lovelace", language, "committee", "p2", "o99", "i1"));
        Assert.Equal([talk, poster, committee], reader.Page.SeenAll("[data-invited-as]"));

        await reader.OpenAsync(await InviteAsync(Site, "Émilie du Châtelet", language));
        Assert.Empty(reader.Page.SeenAll("[data-invited-as]"));
    }

    private static async Task<string> InviteAsync(SiteFactory site, string guest, Language language, params string[] parts)
    {
        site.CreateClient().Dispose();
        await using var scope = site.Services.CreateAsyncScope();
        var invitation = await scope
            .ServiceProvider.GetRequiredService<InvitationService>()
            .InviteAsync(Guid.NewGuid(), guest, null, language, parts, new("organiser 1"), CancellationToken.None);
        var path = language == Language.English ? "/en/registration" : "/inscription";
        return $"{path}?invitation={site.Services.GetRequiredService<SecretLinks>().OfInvitation(invitation.Id)}";
    }
}
