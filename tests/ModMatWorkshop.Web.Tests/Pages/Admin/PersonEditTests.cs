using System.Net;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Web.Pages;
using ModMatWorkshop.Web.Tests.Pages.Registering;

namespace ModMatWorkshop.Web.Tests.Pages.Admin;

/// <summary>Editing a person's answers: concurrent edits and wrong input.</summary>
public sealed class PersonEditTests(OpenSite site) : IClassFixture<OpenSite>
{
    private readonly OrganiserTestHelpers setup = new(site);

    [Fact]
    public async Task Two_organisers_edit_the_same_person_and_nothing_is_lost()
    {
        var email = await setup.ConfirmedAsync();
        using var grace = await setup.OrganiserAsync();
        using var alan = await setup.OrganiserAsync(Language.English);
        var address = await setup.AddressOfAsync(email);
        await grace.OpenAsync($"{address}/edit");
        await alan.OpenAsync($"{address}/edit");
        await grace.Fill("affiliation", "Lyon").Fill("diet", "sans noix").DoAsync("save");
        Assert.Equal(($"{address}?done=saved", "C’est enregistré."), (grace.Address, grace.Page.Seen("[data-notice] p")));

        await alan.Fill("affiliation", "Nice").Fill("given-name", "Augusta").DoAsync("save");
        Assert.Equal(HttpStatusCode.Conflict, alan.Status);
        Assert.Equal(
            [
                "Affiliation: the other person put “Lyon”, you put “Nice”. The form shows your answer.",
                "Dietary requirements: changed from “nothing” to “sans noix”, which the form now shows.",
            ],
            alan.Page.SeenAll("[data-conflict] li")
        );
        Assert.Equal(
            [("affiliation", "yes"), ("diet", "no")],
            alan.Page.QuerySelectorAll("[data-changed]").Select(c => (c.GetAttribute("data-changed"), c.GetAttribute("data-clash")))
        );
        Assert.Equal(("Lyon", "Ada"), await setup.AffiliationAndGivenNameAsync(email));
        var shown = alan.Shown("form:has(#given-name)");
        Assert.Equal(
            ("Nice", "Augusta", "sans noix"),
            (shown["affiliation"].Single(), shown["given-name"].Single(), shown["diet"].Single())
        );

        await alan.DoAsync("save");
        Assert.Equal($"{address}?done=saved", alan.Address);
        Assert.Equal(("Nice", "Augusta"), await setup.AffiliationAndGivenNameAsync(email));
        Assert.Equal("sans noix", (await site.RegistrationAsync(email))!.Details.Diet);
    }

    [Fact]
    public async Task A_participant_and_an_organiser_edit_at_the_same_time_and_nothing_is_lost()
    {
        var email = await setup.ConfirmedAsync();
        using var grace = await setup.OrganiserAsync();
        using var ada = new RegistrationClient(site);
        await ada.FollowLinkAsync(email);
        await grace.OpenAsync($"{await setup.AddressOfAsync(email)}/edit");
        await grace.Fill("affiliation", "Lyon").DoAsync("save");

        await ada.Fill("affiliation", "Nice").DoAsync("save");
        Assert.Equal(HttpStatusCode.Conflict, ada.Status);
        Assert.Equal(
            ["Affiliation : l’autre personne a mis « Lyon », vous « Nice ». Votre réponse est dans le formulaire."],
            ada.Page.SeenAll("[data-conflict] li")
        );
        await ada.DoAsync("save");
        Assert.Equal(("Nice", "Ada"), await setup.AffiliationAndGivenNameAsync(email));
    }

    [Fact]
    public async Task A_change_of_place_does_not_conflict_with_an_edit_of_the_answers()
    {
        var email = await setup.ConfirmedAsync();
        using var grace = await setup.OrganiserAsync();
        await grace.OpenAsync($"{await setup.AddressOfAsync(email)}/edit");
        var id = (await site.RegistrationAsync(email))!.Id;
        await setup.WithServiceAsync(s => s.ApplyAsync(id, new FollowRemotely(), Actor.Participant, CancellationToken.None));
        await setup.WithServiceAsync(s => s.ApplyAsync(id, new RequestSeat(), Actor.Participant, CancellationToken.None));
        await grace.Fill("affiliation", "Lyon").DoAsync("save");
        Assert.Equal(("Lyon", "Ada"), await setup.AffiliationAndGivenNameAsync(email));
    }

    [Fact]
    public async Task A_refused_edit_keeps_the_values_in_the_form()
    {
        var email = await setup.ConfirmedAsync();
        using var grace = await setup.OrganiserAsync();
        await grace.OpenAsync($"{await setup.AddressOfAsync(email)}/edit");
        await grace.Fill("given-name", "<Ada>").Fill("affiliation", "Lyon").DoAsync("save");
        Assert.Equal(
            (HttpStatusCode.BadRequest, 1, "Lyon"),
            (grace.Status, grace.Faults.Length, grace.Shown("form:has(#given-name)")["affiliation"].Single())
        );
        await grace.Fill("given-name", "Augusta").Forge(RegistrationEdit.Revision, "many").DoAsync("save");
        Assert.Equal(HttpStatusCode.Conflict, grace.Status);
        Assert.Equal(("LAAS-CNRS", "Ada"), await setup.AffiliationAndGivenNameAsync(email));
    }
}
