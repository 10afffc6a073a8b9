using System.Net;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Web.Tests.Pages.Registering;

namespace ModMatWorkshop.Web.Tests.Pages.Admin;

/// <summary>An organiser registers a person by hand.</summary>
public sealed class AddAttendeeTests(OpenSite site) : IClassFixture<OpenSite>
{
    private readonly OrganiserTestHelpers setup = new(site);

    [Fact]
    public async Task An_organiser_adds_a_person_who_is_confirmed_or_has_to_confirm()
    {
        using var grace = await setup.OrganiserAsync();
        var email = OrganiserTestHelpers.NewAddress("hand");
        await grace.OpenAsync("/admin/attendees/new");
        await grace.PressAsync("form:has(#given-name) > p button");
        Assert.Equal(HttpStatusCode.BadRequest, grace.Status);
        await grace
            .FillIn(email, "in-person")
            .Fill("confirmed", "yes")
            .Fill("language", "en")
            .PressAsync("form:has(#given-name) > p button");
        Assert.Equal(("confirmed", "seat"), grace.StatusAndPlace);
        Assert.Equal(Language.English, (await site.RegistrationAsync(email))!.Details.Language);

        await grace.OpenAsync("/admin/attendees/new");
        await grace.FillIn(email).PressAsync("form:has(#given-name) > p button");
        Assert.Equal(
            (HttpStatusCode.Conflict, await setup.AddressOfAsync(email)),
            (grace.Status, grace.Page.QuerySelector("[data-taken-by]")!.GetAttribute("href"))
        );
        await grace.Fill("email", OrganiserTestHelpers.NewAddress("hand")).PressAsync("form:has(#given-name) > p button");
        Assert.Equal(("pending", "remote"), grace.StatusAndPlace);
    }
}
