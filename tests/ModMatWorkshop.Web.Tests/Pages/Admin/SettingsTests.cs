using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Tests.Shared;
using ModMatWorkshop.Web.Tests.Hosting;
using ModMatWorkshop.Web.Tests.Pages.Registering;

namespace ModMatWorkshop.Web.Tests.Pages.Admin;

/// <summary>The settings that organisers change. Each change is logged and replaces the value of the content until it is reset.</summary>
public sealed partial class SettingsTests
{
    private const string DuringTheTalk = "2021-09-23T09:45";

    [Theory, OnSqlite, OnPostgres]
    public async Task An_organiser_closes_and_opens_registration_and_resets_it_to_the_dates(Engine engine)
    {
        await using var site = new SiteFactory { Engine = engine, RehearseFrom = OpenSite.Start };
        using var browser = await site.SignedInAsync();
        Assert.Equal(("yes", "dates", true), await StateAsync());

        using var closed = await browser.PressAsync("/admin/settings", "close");
        Assert.Equal((HttpStatusCode.Redirect, "/admin/settings?done=registration#registration-panel"), closed.StatusAndLocation());
        Assert.Equal(("no", "organiser", false), await StateAsync());
        using var open = await browser.PressAsync("/admin/settings", "open");
        Assert.Equal(("yes", "organiser", true), await StateAsync());
        using var dates = await browser.PressAsync("/admin/settings", "dates");
        Assert.Equal(("yes", "dates", true), await StateAsync());
        Assert.Equal(
            ["set registration |  | closed", "set registration |  | open", "set registration |  | as in the content"],
            (await site.OrganiserLogAsync()).Where(d => d.StartsWith("set", StringComparison.Ordinal))
        );

        async Task<(string?, string?, bool)> StateAsync()
        {
            var panel = (await browser.ReadAsync("/admin/settings")).QuerySelector("#registration-panel")!;
            return (
                panel.GetAttribute("data-open"),
                panel.GetAttribute("data-by"),
                (await site.CreateClient().ReadAsync("/inscription")).QuerySelector("main form") is not null
            );
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Raising_the_capacity_is_previewed_and_offers_seats_and_lowering_it_takes_no_seat_away(Engine engine)
    {
        await using var site = new SiteFactory { Engine = engine, RehearseFrom = OpenSite.Start };
        using var browser = await site.SignedInAsync();
        await site.SeedRegistrationsAsync();
        var waiting = await site.InDatabaseAsync(db =>
            db.Registrations.CountAsync(r => r.LineNumber != null && r.Status == RegistrationStatus.Confirmed)
        );
        var held = await HeldAsync();
        Assert.Equal(2, waiting);

        using var preview = await browser.PressAsync("/admin/settings", "preview", "#capacity-panel form", ("capacity", $"{held + 2}"));
        var notice = (await preview.PageAsync()).QuerySelector("[data-weighed]")!;
        Assert.Equal(
            (HttpStatusCode.OK, $"{held + 2}", "2"),
            (preview.StatusCode, notice.GetAttribute("data-weighed"), notice.GetAttribute("data-offers"))
        );
        Assert.Equal(held, await HeldAsync());

        using var raised = await browser.PressAsync("/admin/settings", "capacity", "#capacity-panel form", ("capacity", $"{held + 2}"));
        Assert.Equal("/admin/settings?done=capacity#capacity-panel", raised.StatusAndLocation().Location);
        Assert.Equal(
            (held + 2, waiting - 2),
            (
                await HeldAsync(),
                await site.InDatabaseAsync(db =>
                    db.Registrations.CountAsync(r => r.LineNumber != null && r.Status == RegistrationStatus.Confirmed)
                )
            )
        );
        Assert.Contains(
            $"La salle a {held + 2} places",
            (await site.CreateClient().ReadAsync("/inscription")).Seen("[data-seats-left]"),
            StringComparison.Ordinal
        );

        using var lowered = await browser.PressAsync("/admin/settings", "capacity", "#capacity-panel form", ("capacity", "10"));
        Assert.Equal(held + 2, await HeldAsync());
        using var back = await browser.PressAsync("/admin/settings", "capacity-file", "#capacity-panel form");
        Assert.Equal(
            [$"set the capacity |  | {held + 2}", "set the capacity |  | 10", "set the capacity |  | as in the content"],
            (await site.OrganiserLogAsync()).Where(d => d.StartsWith("set", StringComparison.Ordinal))
        );
        Assert.Null(await site.InDatabaseAsync(db => db.WorkshopStates.Select(r => r.Capacity).SingleAsync()));

        foreach (var wrong in new[] { "", "-1", "fifty", "10001", "1e3", "５０" })
        {
            using var refused = await browser.PressAsync("/admin/settings", "capacity", "#capacity-panel form", ("capacity", wrong));
            var page = await refused.PageAsync();
            Assert.Equal((HttpStatusCode.BadRequest, wrong), (refused.StatusCode, page.QuerySelector("#capacity")!.GetAttribute("value")));
            Assert.Equal(
                "Indiquez un nombre entier de 0 à 10 000.".Replace("10 000", "10000", StringComparison.Ordinal),
                page.Seen("#capacity-fault")
            );
        }

        Task<int> HeldAsync() => site.InDatabaseAsync(db => db.Registrations.CountAsync(r => r.SeatNumber != null));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Dates_set_by_an_organiser_replace_those_of_the_content_until_they_are_reset(Engine engine)
    {
        await using var site = new SiteFactory { Engine = engine, RehearseFrom = OpenSite.Start };
        using var browser = await site.SignedInAsync();

        using var saved = await browser.PressAsync(
            "/admin/settings",
            "save-dates",
            "#dates-panel form",
            ("closes", "2021-08-31"),
            ("offers-until", "2021-09-15"),
            ("offer-hours", "24")
        );
        Assert.Equal("/admin/settings?done=dates#dates-panel", saved.StatusAndLocation().Location);
        Assert.Null((await site.CreateClient().ReadAsync("/inscription")).QuerySelector("main form"));
        var page = await browser.ReadAsync("/admin/settings");
        Assert.Equal(
            ["", "2021-08-31", "", "2021-09-15", "24", ""],
            new[] { "opens", "closes", "reserved-until", "offers-until", "offer-hours", "last-offer-hours" }.Select(f =>
                page.QuerySelector($"#{f}")!.GetAttribute("value") ?? ""
            )
        );

        using var back = await browser.PressAsync("/admin/settings", "dates-file", "#dates-panel form");
        Assert.NotNull((await site.CreateClient().ReadAsync("/inscription")).QuerySelector("main form"));
        Assert.Equal(
            [
                "set when registration closes |  | 2021-08-31",
                "set when seat offers end |  | 2021-09-15",
                "set how long an offer lasts |  | 24",
                "set when registration closes |  | as in the content",
                "set when seat offers end |  | as in the content",
                "set how long an offer lasts |  | as in the content",
            ],
            (await site.OrganiserLogAsync()).Where(d => d.StartsWith("set", StringComparison.Ordinal))
        );

        await WrongDatesAreRefusedAsync(browser);
    }

    private static async Task WrongDatesAreRefusedAsync(HttpClient browser)
    {
        foreach (
            var (field, wrong) in new[]
            {
                ("opens", "tomorrow"),
                ("closes", "2021-06-01"),
                ("offer-hours", "0"),
                ("last-offer-hours", "99999"),
                ("reserved-until", "0001-01-01"),
            }
        )
        {
            using var refused = await browser.PressAsync("/admin/settings", "save-dates", "#dates-panel form", (field, wrong));
            var answer = await refused.PageAsync();
            Assert.Equal(
                (HttpStatusCode.BadRequest, field, wrong, true),
                (
                    refused.StatusCode,
                    field,
                    answer.QuerySelector($"#{field}")!.GetAttribute("value"),
                    answer.Seen($"#{field}-fault").Length > 0
                )
            );
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_organiser_sets_how_long_offers_last_and_until_when_they_are_made(Engine engine)
    {
        using var database = await RegistrationTestDatabase.OpenAsync(engine, seats: 1);
        await database.SeatAsync("ada");
        foreach (var name in new[] { "ben", "cat" })
        {
            await database.RegisterAsync(name);
            await database.ConfirmAsync(name);
        }
        await database.SetDatesAsync(new(OffersUntil: new(2030, 1, 10), OfferHours: 6));
        await database.CancelAsync("ada");
        Assert.Equal(
            ("ada cancelled, ben offer, cat waiting list 1", database.Clock.GetUtcNow().AddHours(6)),
            (await database.StandingAsync(), (await database.FindAsync("ben"))!.OfferUntil)
        );

        // The last day for offers has passed: the lapsed seat is offered to nobody until the date is reset.
        database.Time.Advance(TimeSpan.FromDays(20));
        await database.RunMaintenanceAsync();
        Assert.Equal("ada cancelled, ben remote, cat waiting list 1", await database.StandingAsync());
        await database.SetDatesAsync(new());
        Assert.Equal(
            ("ada cancelled, ben remote, cat offer", database.Clock.GetUtcNow().AddHours(48)),
            (await database.StandingAsync(), (await database.FindAsync("cat"))!.OfferUntil)
        );
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_seat_of_a_released_reserve_is_offered_at_once(Engine engine)
    {
        using var database = await RegistrationTestDatabase.OpenAsync(engine, seats: 2, reserved: 1);
        await database.SeatAsync("ada");
        await database.RegisterAsync("ben");
        await database.ConfirmAsync("ben");
        Assert.Equal("ada seat, ben waiting list 1", await database.StandingAsync());

        await database.SetDatesAsync(new(ReservedUntil: new(2029, 12, 31)));

        Assert.Equal("ada seat, ben offer", await database.StandingAsync());
        Assert.Contains("organiser 1 | set when the reserve ends |  | 2029-12-31", await database.LogAsync());
    }
}
