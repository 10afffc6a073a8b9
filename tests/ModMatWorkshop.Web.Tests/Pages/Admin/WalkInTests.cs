using System.Net;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Web.Tests.Hosting;
using ModMatWorkshop.Web.Tests.Pages.Registering;

namespace ModMatWorkshop.Web.Tests.Pages.Admin;

/// <summary>An organiser registers a walk-in on Thursday afternoon.</summary>
public sealed class WalkInTests : IDisposable
{
    private readonly ContentCopy content = new();

    [Fact]
    public async Task A_walk_in_gets_a_free_seat_or_joins_the_waiting_list()
    {
        content.Edit("workshop.md", "seats: 50", "seats: 1");
        await using var site = new SiteFactory { RehearseFrom = "2021-09-23T14:10", ContentPath = content.Path };
        using var grace = new RegistrationClient(site, await site.SignedInAsync());
        await grace.OpenAsync("/admin/attendees/walkin");
        Assert.Equal("Il reste une place libre.", grace.Page.Seen("[data-free]"));
        await grace.PressAsync("form:has(#given-name) > p button");
        Assert.Equal((HttpStatusCode.BadRequest, 3), (grace.Status, grace.Faults.Length));
        await FillInAsync("konrad@example.org");
        Assert.Equal(("confirmed", "seat"), grace.StatusAndPlace);
        Assert.Equal(
            ["2021-09-23-afternoon InPerson", "2021-09-24-morning InPerson"],
            (await site.RegistrationAsync("konrad@example.org"))!.Details.HalfDays.Select(h =>
                $"{new HalfDayId(h.Date, h.Half).Key} {h.Attendance}"
            )
        );

        await grace.OpenAsync("/admin/attendees/walkin");
        Assert.Equal("La salle est pleine : la personne suivra à distance, en liste d’attente.", grace.Page.Seen("[data-free]"));
        await FillInAsync("alan@example.org");
        Assert.Equal(("confirmed", "waiting-list"), grace.StatusAndPlace);
        Assert.StartsWith(
            "Les places sont prises, ou d’autres personnes attendent",
            grace.Page.Seen("[data-notice]"),
            StringComparison.Ordinal
        );

        await grace.OpenAsync("/admin/attendees/walkin");
        await FillInAsync("alan@example.org");
        Assert.Equal((HttpStatusCode.Conflict, "Une autre inscription a déjà cette adresse."), (grace.Status, grace.Faults.Single()));

        Task FillInAsync(string email) =>
            grace
                .Fill("given-name", "Konrad")
                .Fill("family-name", "Zuse")
                .Fill("email", email)
                .Fill("affiliation", "Berlin")
                .PressAsync("form:has(#given-name) > p button");
    }

    public void Dispose() => content.Dispose();
}
