using System.Diagnostics;
using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Web.Data;
using ModMatWorkshop.Web.Tests.Hosting;
using ModMatWorkshop.Web.Tests.Pages.Admin;
using Xunit.Abstractions;
using static ModMatWorkshop.Web.Tests.Hosting.People;

namespace ModMatWorkshop.Web.Tests.Pages.CheckIn;

/// <summary>The pages at the door, without script and as the script asks them. It is the Wednesday of the workshop, a quarter to one: people are arriving for the afternoon.</summary>
public sealed class DoorTests(ITestOutputHelper report) : IDisposable
{
    private const string QuarterToOne = "2021-09-22T12:45";
    private const string Afternoon = "2021-09-22-afternoon";
    private const string Thursday = "2021-09-23-morning";

    private static readonly Registration[] Everybody =
    [
        Person(1, Details("Ada", "Lovelace") with { Meals = ["coffee-wednesday", "coffee-friday"], Diet = "secret diet", AccessNeeds = "secret need" }, Seat(1), Confirmed),
        Person(2, Details("Émilie", "du Châtelet") with { Affiliation = "Cirey" }, Seat(2), Confirmed),
        Person(3, Details("Sophie", "Germain"), Seat(3), r => r.HoldPlaceUntil(new(2021, 9, 30, 0, 0, 0, TimeSpan.Zero))),
        Person(4, Details("Emmy", "Noether"), Offer(4), Confirmed, r => r.BeOffered(4, new(2021, 9, 30, 0, 0, 0, TimeSpan.Zero))),
        Person(5, Details("Grace", "Hopper"), Remote, Confirmed),
        Person(6, Details("Lise", "Meitner"), Seat(6), Confirmed, Cancelled),
        Person(7, Details("Maryam", "Mirzakhani") with { HalfDays = [new(People.Thursday, Domain.Programme.HalfDay.Morning, Attendance.InPerson)] }, Seat(7), Confirmed),
    ];

    private readonly SiteFactory site = new() { RehearseFrom = QuarterToOne };

    public void Dispose() => site.Dispose();

    [Fact]
    public async Task A_stranger_is_told_the_same_of_a_true_and_of_an_invented_ticket()
    {
        await site.InDatabaseAsync(PutInAsync);
        using var stranger = site.CreateClient();
        var answers = new List<string>();
        foreach (var ticket in new[] { "ticket 1", "ticket 6", "ticket 99" })
            foreach (var method in new[] { HttpMethod.Get, HttpMethod.Head, HttpMethod.Post })
            {
                using var answer = await stranger.SendAsync(new(method, $"/check-in/{Uri.EscapeDataString(ticket)}") { Content = method == HttpMethod.Post ? new FormUrlEncodedContent([new("action", "arrived")]) : null });
                answers.Add($"{method} {answer.StatusCode} {answer.Headers.Location!.OriginalString.Replace(Uri.EscapeDataString(Uri.EscapeDataString(ticket)), "…", StringComparison.Ordinal)} {await answer.Content.ReadAsStringAsync()}"
                    .Replace(Uri.EscapeDataString($"/check-in/{Uri.EscapeDataString(ticket)}"), "…", StringComparison.Ordinal));
            }

        Assert.Equal(Enumerable.Repeat(answers.Take(3), 3).SelectMany(a => a), answers);
        Assert.Contains("/admin/login?to=", answers[0], StringComparison.Ordinal);
        Assert.Empty(await Door.ArrivedAsync(site));
    }

    [Fact]
    public async Task Who_signs_in_comes_back_to_the_ticket()
    {
        await site.InDatabaseAsync(PutInAsync);
        var email = await site.OrganiserAsync(OrganiserRole.Helper);
        using var helper = new Registering.Visitor(site, site.CreateClient(new() { BaseAddress = SiteFactory.BaseUrl, AllowAutoRedirect = false }));
        await helper.OpenAsync("/check-in/ticket%201");
        await helper.Fill("email", email).Fill("password", OrganiserAccounts.Password).PressAsync("#with-password button, form button");

        Assert.Equal("/check-in/ticket%201", helper.Address);
        Assert.Equal("Ada Lovelace", helper.Page.Seen("h1"));
    }

    [Fact]
    public async Task The_list_says_how_many_are_in_and_who_is_missing()
    {
        await site.InDatabaseAsync(PutInAsync);
        using var door = await Door.OpenAsync(site);

        var page = await door.Http.ReadAsync("/check-in");
        Assert.Equal(("0 arrivée sur 2", "Encore attendus"), (page.Seen("#tally"), page.Seen("#h-missing")));
        Assert.Equal(["du Châtelet Émilie Cirey", "Lovelace Ada LAAS-CNRS"], page.SeenAll("#missing .who"));
        Assert.Equal(["mercredi 22 septembre, après-midi"], page.SeenAll("option[selected]"));
        Assert.Equal(4, page.QuerySelectorAll("option").Length);
        // Mirzakhani comes on Thursday.
        page = await door.Http.ReadAsync($"/check-in?half-day={Thursday}");
        Assert.Equal(["du Châtelet Émilie Cirey", "Lovelace Ada LAAS-CNRS", "Mirzakhani Maryam LAAS-CNRS"], page.SeenAll("#missing .who"));
    }

    [Fact]
    public async Task One_press_one_line_and_back_to_the_list()
    {
        await site.InDatabaseAsync(PutInAsync);
        using var door = await Door.OpenAsync(site);

        var page = await door.FollowAsync(await door.Http.PressAsync("/check-in?q=love", "arrived", "#comer-1"));
        Assert.Equal(["1 2021-09-22-afternoon 12:45"], (await Door.ArrivedAsync(site)).Select(a => a[..^1] + "5"));
        Assert.StartsWith("Ada Lovelace Arrivée, 12 h 4", page.Seen("#last"), StringComparison.Ordinal);
        Assert.Equal(("1 arrivée sur 2", "love"), (page.Seen("#tally"), page.QuerySelector("#q")!.GetAttribute("value")));
        Assert.Equal(["in"], page.AttributeOfAll(".comer", "data-at-the-door"));

        page = await door.FollowAsync(await door.Http.PressAsync("/check-in", "undo", "#arrived"));
        Assert.Equal(("Ada Lovelace : arrivée annulée", "0 arrivée sur 2"), (page.Seen("#last"), page.Seen("#tally")));
        Assert.Empty(await Door.ArrivedAsync(site));
        Assert.Equal(["checked in | 1 | 2021-09-22-afternoon", "undid a check-in | 1 | 2021-09-22-afternoon"], (await site.DoneAsync()).Where(line => line.Contains("check", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_same_press_three_times_is_one()
    {
        await site.InDatabaseAsync(PutInAsync);
        using var door = await Door.OpenAsync(site);

        foreach (var _ in new[] { 1, 2, 3 })
        {
            using var answer = await door.PressAsync("ticket 1", "arrived", Afternoon, ("pressed-at", "2021-09-22T10:31:00.000Z"), ("part", "yes"));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            var part = await answer.PageAsync();
            Assert.Equal(["comer-1", "tally", "face-1", "h-face"], part.QuerySelectorAll("[id]").Select(e => e.Id));
            Assert.Equal(("1 arrivée sur 2", "Arrivée, 12 h 31"), (part.Seen("#tally"), part.Seen("#face-1 .arrived")));
        }
        Assert.Equal(["1 2021-09-22-afternoon 12:31"], await Door.ArrivedAsync(site));
        Assert.Single(await site.DoneAsync(), line => line.StartsWith("checked in", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("2021-09-22T13:00:00Z", "a clock that is fast")]
    [InlineData("2021-09-21T22:00:00Z", "a press of yesterday")]
    [InlineData("noon", "no instant")]
    [InlineData("", "nothing")]
    public async Task A_press_of_another_time_is_one_of_now(string instant, string why)
    {
        await site.InDatabaseAsync(PutInAsync);
        using var door = await Door.OpenAsync(site);
        await door.PressAsync("ticket 1", "arrived", Afternoon, ("pressed-at", instant));

        Assert.StartsWith($"{why}: 1 2021-09-22-afternoon 12:4", $"{why}: {Assert.Single(await Door.ArrivedAsync(site))}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_face_of_each_says_how_they_stand_and_has_one_button()
    {
        await site.InDatabaseAsync(PutInAsync);
        using var door = await Door.OpenAsync(site);
        var told = new List<string>();
        foreach (var number in Enumerable.Range(1, 7))
        {
            var page = await door.Http.ReadAsync($"/check-in/ticket%20{number}");
            told.Add($"{page.Seen(".face h1")} | {page.Seen(".face .stands")} | {string.Join(", ", page.SeenAll(".face .hints li"))} | {string.Join(", ", page.SeenAll(".face form button").Select(b => b.Split(" – ")[0]))}");
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
        ], told);
        var unknown = await door.Http.ReadAsync("/check-in/ticket%2099", HttpStatusCode.NotFound);
        Assert.Equal(("Billet inconnu", 0), (unknown.Seen("h1"), unknown.QuerySelectorAll("main form").Length));
    }

    [Theory]
    [InlineData(3, "arrived", "Confirmed")]
    [InlineData(4, "arrived", "SwitchedToSeat")]
    [InlineData(5, "seat", "SwitchedToSeat")]
    public async Task One_press_seats_and_checks_in(int number, string button, string mail)
    {
        await site.InDatabaseAsync(PutInAsync);
        using var door = await Door.OpenAsync(site);

        var page = await door.FollowAsync(await door.Http.PressAsync($"/check-in/ticket%20{number}", button));
        Assert.StartsWith("Arrivée, 12 h 4", page.Seen(".face .arrived"), StringComparison.Ordinal);
        Assert.Equal("/check-in", page.QuerySelector(".onwards a")!.GetAttribute("href"));
        var (person, mails) = await site.InDatabaseAsync(async db => (await db.Registrations.AsNoTracking().SingleAsync(r => r.Number == number), await db.Outbox.Select(m => m.Kind.ToString()).ToListAsync()));
        Assert.Equal((RegistrationStatus.Confirmed, Place.Seat, mail), (person.Status, person.Place, Assert.Single(mails)));
        Assert.Equal([$"seated at the door | {number} | Seat", $"checked in | {number} | {Afternoon}"], await WorkAsync());
    }

    [Fact]
    public async Task Nobody_is_seated_past_the_line_or_into_a_full_room()
    {
        // The workshop has begun: seats are offered to nobody any more.
        await using var begun = new SiteFactory { RehearseFrom = "2021-09-22T13:10" };
        await begun.InDatabaseAsync(async db =>
        {
            await db.PutInAsync([.. Enumerable.Range(1, 49).Select(n => Person(n, Details("Ada", $"Nr {n}"), Seat(n), Confirmed)), Person(51, Details("Ben", "First"), InLine(1), Confirmed), Person(52, Details("Cat", "Second"), InLine(2), Confirmed), Person(53, Details("Dan", "Remote"), Remote, Confirmed)]);
            return true;
        });
        using var door = await Door.OpenAsync(begun);

        Assert.Equal([["À distance, au 1er rang dans la file", "Donner une place libre"], ["À distance, au 2e rang dans la file"], ["À distance"]], new[] { await SeenAsync(51), await SeenAsync(52), await SeenAsync(53) });
        foreach (var number in new[] { 52, 53 })
        {
            using var refused = await door.PressAsync($"ticket {number}", "seat", Afternoon, ("part", "yes"));
            Assert.Equal((HttpStatusCode.Conflict, "Les places libres reviennent à la file."), (refused.StatusCode, (await refused.PageAsync()).Seen(".face .notice")));
        }
        using var pressed = await door.PressAsync("ticket 53", "arrived", Afternoon, ("from", "list"));
        Assert.Equal("Pas de place en salle : l’arrivée n’est pas notée.", (await door.FollowAsync(pressed)).Seen(".face .notice"));
        (await door.PressAsync("ticket 51", "seat", Afternoon)).Dispose();
        using var late = await door.PressAsync("ticket 52", "seat", Afternoon);
        Assert.Equal("La dernière place vient de partir.", (await door.FollowAsync(late)).Seen(".face .notice"));
        Assert.Equal(["51 2021-09-22-afternoon"], (await Door.ArrivedAsync(begun)).Select(a => a[..^6]));
        // Whoever was refused is where they were.
        Assert.Equal(["WaitingList", "Remote"], await begun.InDatabaseAsync(db => db.Registrations.Where(r => r.Number > 51).OrderBy(r => r.Number).Select(r => r.Place.ToString()).ToListAsync()));

        async Task<string[]> SeenAsync(int number)
        {
            var page = await door.Http.ReadAsync($"/check-in/ticket%20{number}");
            return [page.Seen(".face .stands"), .. page.SeenAll(".face form button").Select(b => b.Split(" – ")[0])];
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_name_is_found_however_it_is_typed_and_an_address_never(Engine engine)
    {
        await using var own = new SiteFactory { RehearseFrom = QuarterToOne, Engine = engine };
        await own.InDatabaseAsync(PutInAsync);
        using var door = await Door.OpenAsync(own);

        var found = new List<string>();
        foreach (var typed in new[] { "chatelet", "EMILIE cirey", "germ", "mei", "4", "lab.example", "lovelace.1@lab.example", "ticket", "  ", "%", "nobody" })
            found.Add($"{typed}: {string.Join(", ", (await door.Http.ReadAsync($"/check-in?q={Uri.EscapeDataString(typed)}")).SeenAll("[aria-labelledby=h-found] .who a"))}");
        Assert.Equal(["chatelet: du Châtelet Émilie", "EMILIE cirey: du Châtelet Émilie", "germ: Germain Sophie", "mei: ", "4: Noether Emmy", "lab.example: ", "lovelace.1@lab.example: ", "ticket: ", "  : ", "%: ", "nobody: "], found);
    }

    [Fact]
    public async Task No_page_at_the_door_shows_an_address_a_diet_or_a_note()
    {
        await site.InDatabaseAsync(PutInAsync);
        await site.InDatabaseAsync(async db =>
        {
            db.RegistrationNotes.Add(new() { RegistrationId = Everybody[0].Id, At = DateTimeOffset.UtcNow, By = "organiser 1", Text = "secret note" });
            return await db.SaveChangesAsync();
        });
        using var door = await Door.OpenAsync(site);
        using var press = await door.PressAsync("ticket 1", "arrived", Afternoon, ("part", "yes"));
        var told = await press.Content.ReadAsStringAsync();
        foreach (var address in new[] { "/check-in", $"/check-in?half-day={Thursday}", "/check-in?q=ada", "/check-in?last=ticket%201", "/check-in/ticket%201", "/check-in/ticket%205", "/check-in/walk-in" })
            told += await door.Http.GetStringAsync(address);

        Assert.DoesNotContain("secret", told, StringComparison.Ordinal);
        Assert.DoesNotContain("@lab.example", told, StringComparison.Ordinal);
        Assert.Contains("Lovelace", told, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("arrived", "2021-09-25-morning")]
    [InlineData("arrived", "now")]
    [InlineData("erase", Afternoon)]
    [InlineData("", Afternoon)]
    public async Task What_is_no_press_is_refused(string action, string half)
    {
        await site.InDatabaseAsync(PutInAsync);
        using var door = await Door.OpenAsync(site);
        using var answer = await door.PressAsync("ticket 1", action, half);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Empty(await Door.ArrivedAsync(site));
    }

    [Fact]
    public async Task A_press_without_its_token_is_refused()
    {
        await site.InDatabaseAsync(PutInAsync);
        using var door = await Door.OpenAsync(site);
        using var answer = await door.Http.PostAsync("/check-in/ticket%201", new FormUrlEncodedContent([new("action", "arrived"), new("half-day", Afternoon)]));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Empty(await Door.ArrivedAsync(site));
    }

    [Fact]
    public async Task Somebody_who_is_not_registered_is_in_after_one_form()
    {
        using var door = await Door.OpenAsync(site);
        using var answer = await door.Http.PressAsync("/check-in/walk-in", "", "form", ("given-name", "Ada"), ("family-name", "Lovelace"), ("email", "ada@example.org"), ("affiliation", "London"));
        var page = await door.FollowAsync(answer);

        Assert.StartsWith("Arrivée, 12 h 4", page.Seen(".face .arrived"), StringComparison.Ordinal);
        Assert.Equal(["added | 1 | Confirmed Seat", $"checked in | 1 | {Afternoon}"], await WorkAsync());
        // Known already: a helper is told so, and not who it is.
        using var again = await door.Http.PressAsync("/check-in/walk-in", "", "form", ("given-name", "Eve"), ("family-name", "Else"), ("email", "ada@example.org"), ("affiliation", "London"));
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        Assert.Empty((await again.PageAsync()).QuerySelectorAll("[data-taken-by]"));
    }

    [Theory]
    [InlineData("2021-09-20T09:00", "mercredi 22 septembre, après-midi")]
    [InlineData("2021-09-22T16:59", "mercredi 22 septembre, après-midi")]
    [InlineData("2021-09-22T20:00", "jeudi 23 septembre, matin")]
    [InlineData("2021-09-23T12:50", "jeudi 23 septembre, après-midi")]
    [InlineData("2021-09-24T09:00", "vendredi 24 septembre, matin")]
    [InlineData("2021-10-24T09:00", "vendredi 24 septembre, matin")]
    public async Task The_door_is_about_the_half_day_that_is_or_comes(string now, string half)
    {
        await using var then = new SiteFactory { RehearseFrom = now };
        using var door = await Door.OpenAsync(then);

        Assert.Equal([half], (await door.Http.ReadAsync("/check-in")).SeenAll("option[selected]"));
    }

    [Fact]
    public async Task A_workshop_without_half_days_has_a_door_all_the_same()
    {
        await site.InDatabaseAsync(PutInAsync);
        using var door = await Door.OpenAsync(site);
        await site.InDatabaseAsync(async db =>
        {
            await db.Slots.ExecuteDeleteAsync();
            await db.Sessions.ExecuteDeleteAsync();
            return await db.ContentStates.ExecuteUpdateAsync(s => s.SetProperty(x => x.Version, x => x.Version + 1));
        });

        Assert.Equal("Le programme n’a aucune demi-journée.", (await door.Http.ReadAsync("/check-in")).Seen(".empty"));
        Assert.Equal("Le programme n’a aucune demi-journée.", (await door.Http.ReadAsync("/check-in/ticket%201")).Seen("h1"));
    }

    /// <summary>The time of each press is written into the report and not judged: a machine that is busy would fail it.</summary>
    [Trait("Category", "prove")]
    [Theory, OnSqlite, OnPostgres]
    public async Task Fifty_people_by_three_helpers_at_once_are_in_each_exactly_once(Engine engine)
    {
        await using var own = new SiteFactory { RehearseFrom = QuarterToOne, Engine = engine };
        await own.InDatabaseAsync(async db =>
        {
            await db.PutInAsync(Enumerable.Range(1, 50).Select(n => Person(n, Details("Ada", $"Nr {n}"), Seat(n), Confirmed)));
            return true;
        });
        var helpers = new[] { await Door.OpenAsync(own), await Door.OpenAsync(own), await Door.OpenAsync(own) };
        // The first of each asks for what a start has not made yet.
        foreach (var helper in helpers)
            (await helper.PressAsync("ticket 99", "arrived", Afternoon, ("part", "yes"))).Dispose();

        var times = (await Task.WhenAll(helpers.Select((helper, h) => Task.Run(async () =>
        {
            var taken = new List<double>();
            foreach (var number in Enumerable.Range(0, 50).Select(i => (i + h * 17) % 50 + 1))
            {
                var watch = Stopwatch.StartNew();
                using var answer = await helper.PressAsync($"ticket {number}", "arrived", Afternoon, ("part", "yes"));
                Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
                taken.Add(watch.Elapsed.TotalMilliseconds);
            }
            return taken;
        })))).SelectMany(t => t).Order().ToList();

        Assert.Equal(Enumerable.Range(1, 50), (await Door.ArrivedAsync(own)).Select(a => int.Parse(a.Split(' ')[0], CultureInfo.InvariantCulture)));
        Assert.Equal(Enumerable.Range(1, 50), (await own.DoneAsync()).Where(line => line.StartsWith("checked in", StringComparison.Ordinal)).Select(line => int.Parse(line.Split(" | ")[1], CultureInfo.InvariantCulture)).Order());
        report.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{engine}: {times.Count} presses, median {times[times.Count / 2]:0.0} ms, 95 of 100 under {times[times.Count * 95 / 100]:0.0} ms, slowest {times[^1]:0.0} ms"));
        foreach (var helper in helpers)
            helper.Dispose();
    }

    private static async Task<bool> PutInAsync(WorkshopDb db)
    {
        await db.PutInAsync(Everybody);
        var room = await db.Rooms.SingleAsync();
        room.LastNumber = Everybody.Length;
        await db.SaveChangesAsync();
        return true;
    }

    private async Task<IEnumerable<string>> WorkAsync() => (await site.DoneAsync()).Where(line => !line.StartsWith("signed in", StringComparison.Ordinal));
}
