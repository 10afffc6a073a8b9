using System.Net;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Domain.Organisers;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Tests.Shared;
using ModMatWorkshop.Web.Tests.Hosting;
using ModMatWorkshop.Web.Tests.Pages.Admin;
using static ModMatWorkshop.Tests.Shared.People;

namespace ModMatWorkshop.Web.Tests.Pages.CheckIn;

/// <summary>The page of a ticket, and giving seats at check-in.</summary>
public sealed class TicketTests : CheckInSite
{
    [Fact]
    public async Task An_anonymous_visitor_gets_the_same_answer_for_real_and_invented_tickets()
    {
        await Site.InDatabaseAsync(PutInAsync);
        using var visitor = Site.CreateClient();
        var answers = new List<string>();
        foreach (var ticket in new[] { "ticket 1", "ticket 6", "ticket 99" })
        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Head, HttpMethod.Post })
        {
            using var answer = await visitor.SendAsync(
                new(method, $"/check-in/{Uri.EscapeDataString(ticket)}")
                {
                    Content = method == HttpMethod.Post ? new FormUrlEncodedContent([new("action", "arrived")]) : null,
                }
            );
            var escaped = Uri.EscapeDataString(ticket);
            var location = answer.Headers.Location!.OriginalString.Replace(Uri.EscapeDataString(escaped), "…", StringComparison.Ordinal);
            var answerText = $"{location} {await answer.Content.ReadAsStringAsync()}";
            answers.Add(
                $"{method} {answer.StatusCode} "
                    + answerText.Replace(Uri.EscapeDataString($"/check-in/{escaped}"), "…", StringComparison.Ordinal)
            );
        }

        Assert.Equal(Enumerable.Repeat(answers.Take(3), 3).SelectMany(a => a), answers);
        Assert.Contains("/admin/login?to=", answers[0], StringComparison.Ordinal);
        Assert.Empty(await CheckInClient.CheckedInAsync(Site));
    }

    [Fact]
    public async Task After_signing_in_a_helper_sees_the_requested_ticket()
    {
        await Site.InDatabaseAsync(PutInAsync);
        var email = await Site.OrganiserAsync(OrganiserRoles.Helper);
        using var helper = new Registering.RegistrationClient(
            Site,
            Site.CreateClient(new() { BaseAddress = SiteFactory.BaseUrl, AllowAutoRedirect = false })
        );
        await helper.OpenAsync("/check-in/ticket%201");
        await helper.Fill("email", email).Fill("password", OrganiserAccounts.Password).PressAsync("#with-password button, form button");

        Assert.Equal("/check-in/ticket%201", helper.Address);
        Assert.Equal("Ada Lovelace", helper.Page.Seen("h1"));
    }

    [Fact]
    public async Task A_very_long_search_is_cut_in_the_address_of_the_list()
    {
        using var helper = await OpenAsync();
        using var pressed = await helper.PressAsync("ticket 1", "arrived", Afternoon, ("from", "list"), ("q", new string('a', 900_000)));
        Assert.Equal($"/check-in?q={new string('a', AttendeeQuery.MaxSearch)}&last=ticket%201", pressed.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task The_card_of_a_person_shows_their_place_and_at_most_one_button()
    {
        using var helper = await OpenAsync();
        var cards = new List<string>();
        foreach (var number in Enumerable.Range(1, 7))
        {
            var page = await helper.Http.ReadAsync($"/check-in/ticket%20{number}");
            cards.Add(
                $"{page.Seen("[data-check-in-state] h1")} | {page.Seen("[data-check-in-state] [data-state-text]")} | "
                    + $"{string.Join(", ", page.SeenAll("[data-check-in-state] li"))} | "
                    + $"{string.Join(", ", page.SeenAll("[data-check-in-state] form button").Select(b => b.Split(" – ")[0]))}"
            );
        }

        Assert.Equal(
            [
                "Ada Lovelace | Place en salle | Première fois ici, Pause café | Noter l’arrivée",
                "Émilie du Châtelet | Place en salle | Première fois ici | Noter l’arrivée",
                "Sophie Germain | Place à confirmer | Première fois ici | Confirmer et noter l’arrivée",
                "Emmy Noether | Place proposée | Première fois ici | Donner la place proposée",
                "Grace Hopper | À distance | Première fois ici | Donner une place libre",
                "Lise Meitner | Inscription annulée | Un organisateur peut la rétablir | ",
                "Maryam Mirzakhani | Place en salle | Première fois ici, Pas attendu cette demi-journée | Noter l’arrivée",
            ],
            cards
        );
        var unknown = await helper.Http.ReadAsync("/check-in/ticket%2099", HttpStatusCode.NotFound);
        Assert.Equal(("Billet inconnu", 0), (unknown.Seen("h1"), unknown.QuerySelectorAll("main form").Length));
    }

    [Theory]
    [InlineData(3, "arrived", "Confirmed")]
    [InlineData(4, "arrived", "SwitchedToSeat")]
    [InlineData(5, "seat", "SwitchedToSeat")]
    public async Task One_button_gives_a_seat_and_checks_in(int number, string button, string mail)
    {
        using var helper = await OpenAsync();

        var page = await helper.FollowAsync(await helper.Http.PressAsync($"/check-in/ticket%20{number}", button));
        Assert.StartsWith("Arrivée, 12 h 4", page.Seen("[data-check-in-state] [role=status]"), StringComparison.Ordinal);
        Assert.Equal("/check-in", page.QuerySelector("[data-next] a")!.GetAttribute("href"));
        var (person, mails) = await Site.InDatabaseAsync(async db =>
            (
                await db.Registrations.AsNoTracking().SingleAsync(r => r.Number == number),
                await db.Outbox.Select(m => m.Kind.ToString()).ToListAsync()
            )
        );
        Assert.Equal((RegistrationStatus.Confirmed, Place.Seat, mail), (person.Status, person.Place, Assert.Single(mails)));
        Assert.Equal([$"gave a seat at check-in | {number} | Seat", $"checked in | {number} | {Afternoon}"], await LogAsync());
    }

    [Fact]
    public async Task A_free_seat_goes_to_the_waiting_list_first_and_a_full_workshop_gives_none()
    {
        // The workshop has begun, so no seats are offered by mail any more.
        await using var begun = new SiteFactory { RehearseFrom = "2021-09-22T13:10" };
        await begun.InDatabaseAsync(async db =>
        {
            await db.PutInAsync([
                .. Enumerable.Range(1, 49).Select(n => Person(n, Details("Ada", $"Nr {n}"), Seat(n), Confirmed)),
                Person(51, Details("Ben", "First"), Waiting(1), Confirmed),
                Person(52, Details("Cat", "Second"), Waiting(2), Confirmed),
                Person(53, Details("Dan", "Remote"), Remote, Confirmed),
            ]);
            return true;
        });
        using var helper = await CheckInClient.OpenAsync(begun);

        Assert.Equal(
            [
                ["À distance, au 1er rang de la liste d’attente", "Donner une place libre"],
                ["À distance, au 2e rang de la liste d’attente", "Pas là : donner la place"],
                ["À distance", "Pas là : donner la place"],
            ],
            new[] { await StateAndButtonsAsync(51), await StateAndButtonsAsync(52), await StateAndButtonsAsync(53) }
        );
        foreach (var number in new[] { 52, 53 })
        {
            using var refused = await helper.PressAsync($"ticket {number}", "seat", Afternoon, ("part", "yes"));
            Assert.Equal(
                (HttpStatusCode.Conflict, "Les places libres reviennent à la liste d’attente."),
                (refused.StatusCode, (await refused.PageAsync()).Seen("[data-check-in-state] [role=alert]"))
            );
        }
        using var pressed = await helper.PressAsync("ticket 53", "arrived", Afternoon, ("from", "list"));
        Assert.Equal(
            "Cette personne n’a pas encore de place : l’arrivée n’est pas notée.",
            (await helper.FollowAsync(pressed)).Seen("[data-check-in-state] [role=alert]")
        );
        (await helper.PressAsync("ticket 51", "seat", Afternoon)).Dispose();
        using var late = await helper.PressAsync("ticket 52", "seat", Afternoon);
        Assert.Equal("La dernière place vient de partir.", (await helper.FollowAsync(late)).Seen("[data-check-in-state] [role=alert]"));
        Assert.Equal(["51 2021-09-22-afternoon"], (await CheckInClient.CheckedInAsync(begun)).Select(a => a[..^6]));
        // The refused people keep their places.
        Assert.Equal(
            ["WaitingList", "Remote"],
            await begun.InDatabaseAsync(db =>
                db.Registrations.Where(r => r.Number > 51).OrderBy(r => r.Number).Select(r => r.Place.ToString()).ToListAsync()
            )
        );

        async Task<string[]> StateAndButtonsAsync(int number)
        {
            var page = await helper.Http.ReadAsync($"/check-in/ticket%20{number}");
            return
            [
                page.Seen("[data-check-in-state] [data-state-text]"),
                .. page.SeenAll("[data-check-in-state] form button").Select(b => b.Split(" – ")[0]),
            ];
        }
    }
}
