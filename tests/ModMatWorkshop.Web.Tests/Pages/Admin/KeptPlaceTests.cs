using System.Net;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Tests.Shared;
using ModMatWorkshop.Web.Tests.Hosting;
using ModMatWorkshop.Web.Tests.Pages.Registering;
using static ModMatWorkshop.Tests.Shared.People;

namespace ModMatWorkshop.Web.Tests.Pages.Admin;

/// <summary>What organisers see of a seat that one of them has freed. The one seat is Ada’s; Ben and Cat are in line.</summary>
public sealed class KeptPlaceTests
{
    [Fact]
    public async Task Moving_to_remote_asks_once_keeps_the_seat_and_an_offer_says_until_when()
    {
        await using var site = await OpenAsync(seats: 1);
        using var grace = await OrganiserClient.SignInAsync(site);
        await grace.OpenAsync("/admin/attendees/1");
        Assert.Equal(
            "La personne suit à distance et en est avertie par courriel. Le siège 1 est gardé dix minutes, le temps de pouvoir revenir en "
                + "arrière ; ensuite, il va à la liste d’attente.",
            grace.Page.Seen("details:has([data-action=remote]) form p")
        );
        await grace.PressAsync("details [data-action=remote]");
        Assert.StartsWith("Le siège 1 est gardé jusqu’à ", grace.Page.Seen("[data-kept='1']"), StringComparison.Ordinal);

        await grace.OpenAsync("/admin/attendees/2");
        await grace.PressAsync("[data-action=offer]");
        Assert.StartsWith(
            "Pas de proposition : la place libérée est gardée, pour pouvoir revenir en arrière, jusqu’à ",
            grace.Page.Seen("[data-notice] p"),
            StringComparison.Ordinal
        );
        await grace.OpenAsync("/admin/attendees/3");
        await grace.PressAsync("[data-action=offer]");
        Assert.Equal(
            "Pas de proposition : 1 personne avant sur la liste d’attente, et personne n’est dépassé.",
            grace.Page.Seen("[data-notice] p")
        );
        await grace.OpenAsync("/admin");
        Assert.Equal(("1", "0"), (grace.Page.Seen("[data-figure=seats-freed] dd"), grace.Page.Seen("[data-figure=seats-free] dd")));

        await grace.OpenAsync("/admin/attendees/1");
        await grace.PressAsync("#history [data-action=undo]");
        Assert.Equal(
            ["1 Seat 1", "2 WaitingList ", "3 WaitingList "],
            await site.InDatabaseAsync(db =>
                db.Registrations.OrderBy(r => r.Number).Select(r => r.Number + " " + r.Place.ToString() + " " + r.SeatNumber).ToListAsync()
            )
        );
    }

    [Fact]
    public async Task An_offer_in_a_full_room_says_that_every_seat_is_taken()
    {
        await using var site = await OpenAsync(seats: 1);
        using var grace = await OrganiserClient.SignInAsync(site, Language.English);
        await grace.OpenAsync("/admin/attendees/2");
        await grace.PressAsync("[data-action=offer]");
        Assert.Equal("No offer: every seat is taken.", grace.Page.Seen("[data-notice] p"));
        // The preview of a batch says the same.
        await grace.OpenAsync("/admin/attendees/act?do=offer&ids=1&ids=2&ids=3");
        Assert.Equal(
            [
                "no offer: every seat is taken",
                "no offer: 1 person ahead on the waiting list, and nobody may be overtaken",
                "no offer: already has a seat or an offer",
            ],
            grace.Seen("#preview tbody td:last-child")
        );
    }

    /// <summary>Ada has a seat, Ben is in line, Dan has an offer.</summary>
    [Fact]
    public async Task Participants_and_organisers_are_asked_once_before_a_place_is_given_up()
    {
        await using var site = await OpenAsync(seats: 2);
        await site.InDatabaseAsync(async db =>
        {
            await db.PutInAsync([Person(4, Details("Dan", "Third"), Offer(2), Confirmed)]);
            return true;
        });
        using var grace = await site.SignedInAsync();
        using var owner = site.CreateClient();
        var emails = await site.InDatabaseAsync(db => db.Registrations.ToDictionaryAsync(r => r.Number, r => r.Email));
        foreach (var number in new[] { 1, 2, 4 })
        foreach (
            var page in new[]
            {
                await owner.ReadAsync(await site.LinkAsync(emails[number])),
                await grace.ReadAsync(FormattableString.Invariant($"/admin/attendees/{number}")),
            }
        )
            Assert.Equal(
                [(number, "remote"), (number, "cancel"), (number, "erase")],
                page.QuerySelectorAll("[data-action=remote], [data-action=cancel], [data-action=erase]")
                    .Where(button => button.Closest("details form")?.QuerySelector("p")?.TextContent.Length > 20)
                    .Select(button => (number, button.GetAttribute("data-action")!))
            );
    }

    [Fact]
    public async Task An_undo_that_frees_a_seat_asks_once()
    {
        await using var site = await OpenAsync(seats: 2);
        using var grace = await OrganiserClient.SignInAsync(site, Language.English);
        await grace.OpenAsync("/admin/attendees/2");
        await grace.PressAsync("[data-action=offer]");
        Assert.Equal(
            ("The answers are restored, and seat 2 becomes free.", 1),
            (grace.Page.Seen("#history details form p"), grace.Page.QuerySelectorAll("[data-action=undo]").Length)
        );
    }

    [Fact]
    public async Task A_second_organiser_who_sets_the_seats_is_told_of_the_first()
    {
        await using var site = await OpenAsync(seats: 1);
        using var grace = await OrganiserClient.SignInAsync(site);
        using var alan = await OrganiserClient.SignInAsync(site);
        await grace.OpenAsync("/admin/settings");
        await alan.OpenAsync("/admin/settings");
        await grace.PressAsync("[data-action=capacity]", ("capacity", "60"));
        await alan.PressAsync("[data-action=capacity]", ("capacity", "55"));

        Assert.Equal(
            (
                HttpStatusCode.Conflict,
                "Grace Hopper a réglé 60 places entre-temps ; vous demandez 55 places. Rien n’est enregistré : réglez à nouveau "
                    + "pour que votre nombre l’emporte."
            ),
            (alan.Status, alan.Page.Seen("[data-conflict=capacity]"))
        );
        Assert.Equal("55", alan.Page.QuerySelector("#capacity")!.GetAttribute("value"));
        Assert.Equal(60, await CapacityAsync());
        await alan.PressAsync("[data-action=capacity]");
        Assert.Equal((HttpStatusCode.OK, 55), (alan.Status, await CapacityAsync()));

        Task<int?> CapacityAsync() => site.InDatabaseAsync(db => db.WorkshopStates.Select(s => s.Capacity).SingleAsync());
    }

    [Fact]
    public async Task A_second_organiser_who_sets_the_reserve_is_told_of_the_first_and_sees_both_numbers()
    {
        await using var site = await OpenAsync(seats: 1);
        using var grace = await OrganiserClient.SignInAsync(site);
        using var alan = await OrganiserClient.SignInAsync(site);
        await grace.OpenAsync("/admin/settings");
        await alan.OpenAsync("/admin/settings");
        await grace.PressAsync("[data-action=save-dates]", ("reserved", "6"));
        await alan.PressAsync("[data-action=save-dates]", ("reserved", "4"));

        Assert.Equal(
            (HttpStatusCode.Conflict, 1, "4", "réglé entre-temps : 6"),
            (
                alan.Status,
                alan.Page.QuerySelectorAll("[data-conflict=dates]").Length,
                alan.Page.QuerySelector("#reserved")!.GetAttribute("value"),
                alan.Page.Seen("#reserved-hint")
            )
        );
        Assert.Equal(6, await ReservedAsync());
        await alan.PressAsync("[data-action=save-dates]");
        Assert.Equal((HttpStatusCode.OK, 4), (alan.Status, await ReservedAsync()));

        Task<int?> ReservedAsync() => site.InDatabaseAsync(db => db.WorkshopStates.Select(s => s.Reserved).SingleAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_size_of_the_reserve_is_a_setting(Engine engine)
    {
        await using var site = new SiteFactory { RehearseFrom = "2021-09-01T09:00", Engine = engine };
        using var grace = await OrganiserClient.SignInAsync(site);
        await grace.OpenAsync("/admin/settings");
        await grace.PressAsync("[data-action=save-dates]", ("reserved", "6"));
        Assert.Equal(
            ("/admin/settings?done=dates", "6"),
            (grace.Address.Split('#')[0], grace.Page.QuerySelector("#reserved")!.GetAttribute("value"))
        );
        await grace.OpenAsync("/admin");
        Assert.Equal(("6", "44"), (grace.Page.Seen("[data-figure=seats-kept] dd"), grace.Page.Seen("[data-figure=seats-free] dd")));
        Assert.Contains("set the size of the reserve |  | 6", await site.OrganiserLogAsync());
        foreach (var wrong in new[] { "-1", "six", "10001" })
        {
            await grace.OpenAsync("/admin/settings");
            await grace.PressAsync("[data-action=save-dates]", ("reserved", wrong));
            Assert.Equal((HttpStatusCode.BadRequest, wrong), (grace.Status, grace.Page.QuerySelector("#reserved")!.GetAttribute("value")));
        }
        await grace.OpenAsync("/admin/settings");
        await grace.PressAsync("[data-action=dates-file]");
        Assert.Null(await site.InDatabaseAsync(db => db.WorkshopStates.Select(s => s.Reserved).SingleAsync()));
    }

    private static async Task<SiteFactory> OpenAsync(int seats)
    {
        var site = new SiteFactory { RehearseFrom = "2021-09-01T09:00" };
        await site.InDatabaseAsync(async db =>
        {
            await db.PutInAsync([
                Person(1, Details("Ada", "Lovelace"), Seat(1), Confirmed),
                Person(2, Details("Ben", "First"), Waiting(1), Confirmed),
                Person(3, Details("Cat", "Second"), Waiting(2), Confirmed),
            ]);
            return await db.WorkshopStates.ExecuteUpdateAsync(w =>
                w.SetProperty(x => x.LastNumber, 3).SetProperty(x => x.LastLineNumber, 2).SetProperty(x => x.Capacity, seats)
            );
        });
        return site;
    }
}
