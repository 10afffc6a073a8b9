using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ModMatWorkshop.Application.Security;
using ModMatWorkshop.Tests.Shared;
using ModMatWorkshop.Web.Tests.Hosting;
using ModMatWorkshop.Web.Tests.Pages.Admin;
using static ModMatWorkshop.Tests.Shared.People;

namespace ModMatWorkshop.Web.Tests.Pages.CheckIn;

/// <summary>Free seats at the desk, on the day. The workshop has begun, one of fifty seats is free, and three people are in line.</summary>
public sealed class LineTests
{
    private const string AfterTheStart = "2021-09-22T13:10";
    private const string Afternoon = "2021-09-22-afternoon";

    [Fact]
    public async Task The_page_calls_the_line_in_order_and_one_press_gives_the_seat()
    {
        await using var site = await OpenAsync();
        using var helper = await CheckInClient.OpenAsync(site);
        var page = await helper.Http.ReadAsync("/check-in");
        Assert.Equal("1 place libre, 3 personnes en liste d’attente.", page.Seen("#free-seats > p"));
        Assert.Equal(
            ["1. First Ben Est là – Ben First", "2. Second Cat Est là – Cat Second", "3. Third Dan Est là – Dan Third"],
            page.SeenAll("#free-seats li")
        );
        // One press is enough for as many people as there are seats.
        Assert.Equal(["1"], page.AttributeOfAll("#free-seats li:has(form)", "data-rank"));
        Assert.Equal("/check-in/walk-in", page.QuerySelector(".check-in > p a.button")!.GetAttribute("href"));

        page = await helper.FollowAsync(await helper.Http.PressAsync("/check-in", "seat", "#free-seats li"));
        Assert.StartsWith("Ben First Arrivée", page.Seen("#last"), StringComparison.Ordinal);
        Assert.Equal(
            ("Aucune place libre, 2 personnes en liste d’attente.", 0),
            (page.Seen("#free-seats > p"), page.QuerySelectorAll("#free-seats li").Length)
        );
    }

    [Fact]
    public async Task The_desk_reads_until_when_a_seat_is_kept_that_an_organiser_has_freed()
    {
        await using var site = await OpenAsync();
        using var grace = await OrganiserClient.SignInAsync(site);
        await grace.OpenAsync("/admin/attendees/1");
        await grace.PressAsync("details [data-action=remote]");

        using var helper = await CheckInClient.OpenAsync(site);
        Assert.Matches(
            "^1 place libre, 3 personnes en liste d’attente\\. "
                + "Une place qu’un organisateur vient de libérer est gardée jusqu’à 13 h 2[0-9]\\.$",
            (await helper.Http.ReadAsync("/check-in")).Seen("#free-seats > p")
        );
    }

    [Fact]
    public async Task A_later_rank_gets_the_seat_after_one_question()
    {
        await using var site = await OpenAsync();
        using var helper = await CheckInClient.OpenAsync(site);
        var card = await helper.Http.ReadAsync("/check-in/ticket%2053");
        Assert.Equal(
            ("2 personnes avant : sont-elles là ?", "First Ben, Second Cat", "Une place est libre, d’autres sont avant"),
            (card.Seen("#called-first"), string.Join(", ", card.SeenAll(".check-in-card ol a")), card.Seen("[data-desk]"))
        );
        await helper.FollowAsync(await helper.Http.PressAsync("/check-in/ticket%2053", "called"));
        Assert.Equal(["53 2021-09-22-afternoon"], (await CheckInClient.CheckedInAsync(site)).Select(a => a[..^6]));
        Assert.Equal(["51 WaitingList", "52 WaitingList", "53 Seat"], await PlacesAsync(site));
    }

    [Theory]
    [InlineData("2021-09-22T12:50")]
    [InlineData(
        AfterTheStart,
        "L’atelier a commencé : les places libres sont données à l’accueil. Présentez-vous-y, les personnes en liste d’attente passent "
            + "en premier, dans l’ordre."
    )]
    public async Task From_the_start_on_the_own_page_of_those_in_line_says_to_come_to_the_desk(string now, params string[] sentences)
    {
        await using var site = await OpenAsync(now);
        var third = await site.InDatabaseAsync(db => db.Registrations.AsNoTracking().SingleAsync(r => r.Number == 53));
        var own = $"/mon-inscription/{site.Services.GetRequiredService<SecretLinks>().Of(third)}";
        Assert.Equal(sentences, (await site.CreateClient().ReadAsync(own)).SeenAll("[data-desk]"));
    }

    [Fact]
    public async Task A_walk_in_is_asked_the_same_question_and_gets_the_seat()
    {
        await using var site = await OpenAsync();
        using var helper = await CheckInClient.OpenAsync(site);
        Assert.StartsWith(
            "1 place libre, 3 personnes en liste d’attente : une fois la personne inscrite",
            (await helper.Http.ReadAsync("/check-in/walk-in")).Seen(".seats-left"),
            StringComparison.Ordinal
        );
        using var added = await helper.Http.PressAsync(
            "/check-in/walk-in",
            "",
            "form",
            ("given-name", "Eve"),
            ("family-name", "Walks"),
            ("email", "eve@example.org"),
            ("affiliation", "London")
        );
        var card = await helper.FollowAsync(added);
        Assert.Equal("3 personnes avant : sont-elles là ?", card.Seen("#called-first"));
        (await helper.Http.PressAsync(added.Headers.Location!.OriginalString, "called")).Dispose();
        Assert.Equal("54 Seat", (await PlacesAsync(site))[^1]);
    }

    [Fact]
    public async Task Everybody_has_arrived_only_if_somebody_was_expected()
    {
        await using var site = new SiteFactory { RehearseFrom = AfterTheStart };
        using var helper = await CheckInClient.OpenAsync(site);
        Assert.Equal("Personne n’est attendu en salle", (await helper.Http.ReadAsync("/check-in")).Seen("#h-missing"));
        await site.InDatabaseAsync(async db =>
        {
            await db.PutInAsync([Person(1, Details("Ada", "Lovelace"), Seat(1), Confirmed)]);
            return true;
        });
        Assert.Equal("Encore attendus", (await helper.Http.ReadAsync("/check-in")).Seen("#h-missing"));
        using var pressed = await helper.PressAsync("ticket 1", "arrived", Afternoon);
        Assert.Equal(
            (HttpStatusCode.Redirect, "Tout le monde est là"),
            (pressed.StatusCode, (await helper.Http.ReadAsync("/check-in")).Seen("#h-missing"))
        );
    }

    private static async Task<SiteFactory> OpenAsync(string now = AfterTheStart)
    {
        var site = new SiteFactory { RehearseFrom = now };
        await site.InDatabaseAsync(async db =>
        {
            await db.PutInAsync([
                .. Enumerable.Range(1, 49).Select(n => Person(n, Details("Ada", $"Nr {n}"), Seat(n), Confirmed)),
                Person(51, Details("Ben", "First"), Waiting(1), Confirmed),
                Person(52, Details("Cat", "Second"), Waiting(2), Confirmed),
                Person(53, Details("Dan", "Third"), Waiting(3), Confirmed),
            ]);
            return await db.WorkshopStates.ExecuteUpdateAsync(w =>
                w.SetProperty(x => x.LastNumber, 53).SetProperty(x => x.LastLineNumber, 3)
            );
        });
        return site;
    }

    private static Task<List<string>> PlacesAsync(SiteFactory site) =>
        site.InDatabaseAsync(db =>
            db.Registrations.Where(r => r.Number > 50).OrderBy(r => r.Number).Select(r => r.Number + " " + r.Place.ToString()).ToListAsync()
        );
}
