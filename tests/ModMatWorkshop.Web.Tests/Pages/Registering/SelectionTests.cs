using System.Net;
using Microsoft.Extensions.DependencyInjection;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Application.Security;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Web.Tests.Hosting;
using ModMatWorkshop.Web.Tests.Pages.Admin;

namespace ModMatWorkshop.Web.Tests.Pages.Registering;

/// <summary>A workshop with registration on application, as readers and organisers see it.</summary>
public sealed class SelectionTests(SelectionSite sites) : IClassFixture<SelectionSite>
{
    private static int last;
    private readonly SiteFactory site = sites.Open;

    [Theory]
    [InlineData("/inscription", "Candidature", "Envoyer ma candidature", "au plus tard le dimanche 12 septembre 2021.")]
    [InlineData("/en/registration", "Application", "Submit my application", "by Sunday 12 September 2021.")]
    public async Task The_form_says_that_one_applies(string address, string title, string button, string promise)
    {
        using var ada = await new RegistrationClient(site).OpenAsync(address);
        Assert.Equal((title, button), (ada.Page.SeenAll("h1").Single(), ada.Page.SeenAll("form.form button").Last()));
        Assert.EndsWith(promise, ada.Page.SeenAll("[data-on-application]").Single(), StringComparison.Ordinal);
        Assert.Empty(ada.Page.QuerySelectorAll("[data-seats-left]"));
    }

    [Fact]
    public async Task An_applicant_confirms_waits_changes_the_wish_and_withdraws()
    {
        using var ada = new RegistrationClient(site);
        var email = await AppliedAsync(ada);
        Assert.Equal(("applied", "none"), ada.StatusAndPlace);
        Assert.Equal(
            "Votre candidature est en cours de lecture ; réponse au plus tard le dimanche 12 septembre 2021.",
            ada.Page.SeenAll("[data-outcome]").Single()
        );
        Assert.Contains("Ma candidature", ada.Page.SeenAll(".kicker").Single(), StringComparison.Ordinal);
        Assert.Empty(ada.Page.QuerySelectorAll(".ticket, [data-letters]"));
        await ada.DoAsync("remote");
        Assert.Equal(["remote"], ada.Page.QuerySelectorAll("[data-wish]").Select(e => e.GetAttribute("data-wish")));
        Assert.Equal(Place.None, (await site.RegistrationAsync(email))!.Place);
        await ada.DoAsync("cancel");
        Assert.Equal(("cancelled", "none"), ada.StatusAndPlace);
        Assert.Equal("Votre candidature est retirée.", ada.Page.SeenAll("[data-outcome]").Single());
    }

    [Fact]
    public async Task Organisers_decide_many_with_reasons_and_undo()
    {
        using var own = sites.New();
        using var ada = new RegistrationClient(own);
        using var ben = new RegistrationClient(own);
        var (first, second) = (await AppliedAsync(ada, own), await AppliedAsync(ben, own));
        using var grace = await OrganiserClient.SignInAsync(own, Language.English);
        await grace.OpenAsync("/admin");
        Assert.Equal(["2 to decide", "0 accepted", "0 declined"], grace.Seen("#applications a"));
        await grace.OpenAsync("/admin/attendees/act?do=accept&all=yes&selection=applied");
        Assert.Equal(["Accept 2 people"], grace.Seen("#do-it"));
        await grace.PressAsync("#do-it", ("reason", new string('a', 1001)), ("note", "<b>close call</b>"));
        Assert.Equal(HttpStatusCode.BadRequest, grace.Status);
        Assert.Equal("<b>close call</b>", grace.Page.QuerySelector("#reason-note")!.TextContent);
        await grace.PressAsync("#do-it", ("reason", "Welcome <b>both</b>"), ("note", "<b>close call</b>"));
        await grace.WaitForAsync("#progress[data-state=finished]");

        await ada.FollowLinkAsync(first);
        Assert.Equal(("confirmed", "seat"), ada.StatusAndPlace);
        Assert.Equal("Votre candidature est acceptée.", ada.Page.SeenAll("[data-selection]").Single());
        Assert.Equal("Un mot des organisateurs : Welcome <b>both</b>", ada.Page.SeenAll("[data-reason]").Single());
        Assert.Contains("Mon inscription", ada.Page.SeenAll(".kicker").Single(), StringComparison.Ordinal);
        Assert.DoesNotContain("close call", ada.Page.Body!.TextContent, StringComparison.Ordinal);
        await grace.PressAsync("button[data-action=undo]");
        await grace.WaitForAsync("#progress[data-state=finished]");
        await ada.FollowLinkAsync(first);
        Assert.Equal(("applied", "none"), ada.StatusAndPlace);
        Assert.Equal(RegistrationStatus.Applied, (await own.RegistrationAsync(second))!.Status);
    }

    [Fact]
    public async Task An_organiser_declines_one_with_the_stream_and_accepts_after_all()
    {
        using var own = sites.New();
        using var ada = new RegistrationClient(own);
        var email = await AppliedAsync(ada, own);
        using var grace = await OrganiserClient.SignInAsync(own);
        var person = $"/admin/attendees/{(await own.RegistrationAsync(email))!.Number}";
        await grace.OpenAsync(person);
        await grace.PressAsync("[data-action=decline-application]", ("reason", "Complet"), ("stream", "yes"));
        await ada.FollowLinkAsync(email);
        Assert.Equal(("confirmed", "remote"), ada.StatusAndPlace);
        Assert.Empty(ada.Page.QuerySelectorAll("[data-action=seat]"));
        await grace.OpenAsync(person);
        await grace.PressAsync("[data-action=accept-application]");
        await grace.OpenAsync("/admin/attendees?selection=accepted");
        Assert.Single(grace.Seen("#attendees tbody tr"));
        var csv = await grace.TextAsync("/admin/attendees/export.csv");
        Assert.Contains(";selection;reason;", csv.Split('\n')[0], StringComparison.Ordinal);
        Assert.Contains(";accepted;", csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_declined_person_reads_the_answer_and_may_erase_everything()
    {
        using var own = sites.New();
        using var ada = new RegistrationClient(own);
        var email = await AppliedAsync(ada, own);
        using var grace = await OrganiserClient.SignInAsync(own);
        await grace.OpenAsync($"/admin/attendees/{(await own.RegistrationAsync(email))!.Number}");
        await grace.PressAsync("[data-action=decline-application]", ("reason", "Complet"));
        await ada.FollowLinkAsync(email);
        Assert.Equal(("declined", "none"), ada.StatusAndPlace);
        Assert.Equal(["Votre candidature n’a pas été retenue."], ada.Page.SeenAll("[data-outcome]"));
        Assert.Equal(["erase"], ada.Page.QuerySelectorAll("main button").Select(b => b.GetAttribute("data-action")));
        await ada.DoAsync("erase");
        Assert.Null(await own.RegistrationAsync(email));
    }

    [Fact]
    public async Task An_invited_person_registers_and_reads_nothing_of_applications()
    {
        using var own = sites.New();
        using var ada = await new RegistrationClient(own).OpenAsync(await InvitedAsync(own));
        Assert.Equal(["Envoyer mon inscription"], ada.Page.SeenAll("form.form > p > button"));
        await ada.FillIn("ada@invited.example", "in-person").PressAsync();
        Assert.Equal(("pending", "seat"), ada.StatusAndPlace);
    }

    private static async Task<string> InvitedAsync(SiteFactory site)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var invitation = await scope
            .ServiceProvider.GetRequiredService<InvitationService>()
            .InviteAsync(Guid.NewGuid(), "Ada Lovelace", null, Language.French, [], new("organiser 1"), CancellationToken.None);
        return $"/inscription?invitation={site.Services.GetRequiredService<SecretLinks>().OfInvitation(invitation.Id)}";
    }

    private Task<string> AppliedAsync(RegistrationClient ada, SiteFactory? at = null) => ApplyAsync(ada, at ?? site);

    /// <summary>Applies and confirms; the client is then on the own page.</summary>
    private static async Task<string> ApplyAsync(RegistrationClient ada, SiteFactory site)
    {
        var email = $"ada{Interlocked.Increment(ref last)}@lab.example";
        await ada.OpenAsync("/inscription");
        await ada.FillIn(email, "in-person").PressAsync();
        Assert.Equal(("pending", "none"), ada.StatusAndPlace);
        await ada.FollowLinkAsync(email);
        await ada.DoAsync("confirm");
        return email;
    }
}
