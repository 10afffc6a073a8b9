using System.Net;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Tests.Shared;
using ModMatWorkshop.Web.Tests.Hosting;
using static ModMatWorkshop.Tests.Shared.People;

namespace ModMatWorkshop.Web.Tests.Pages.Admin;

/// <summary>Corrections of presence for many people at once, and the choice of people by who came.</summary>
public sealed class PresenceBatchTests
{
    private const string Half = "2021-09-23-morning";

    [Theory, OnSqlite, OnPostgres]
    public async Task A_half_day_is_corrected_for_a_filtered_list_in_one_press_and_undone(Engine engine)
    {
        await using var site = await OpenAsync(engine);
        using var grace = await OrganiserClient.SignInAsync(site);
        await grace.OpenAsync("/admin/presence?q=cirey");
        await grace.PressAsync("[data-action=preview]", ("all", "yes"), ("at", Half), ("correction", "in-person"));
        Assert.Equal("3 personnes, dont 2 présences changent. Rien n’est encore fait.", grace.Page.Seen("#exactly"));
        Assert.Equal(
            ["1 ne change pas", "2 En salle", "3 En salle"],
            grace
                .Page.QuerySelectorAll("#preview tbody tr")
                .Select(r => $"{r.GetAttribute("data-number")} {r.QuerySelector("td:last-child")!.TextContent}")
                .Order()
        );
        await grace.PressAsync("#do-it");
        await grace.WaitForAsync("#progress[data-state=finished]");
        Assert.Equal(["1 InPerson", "2 InPerson", "3 InPerson"], await CorrectionsAsync(site));
        Assert.Equal(
            ("2", "1"),
            (
                grace.Page.QuerySelector("#progress")!.GetAttribute("data-done"),
                grace.Page.QuerySelector("#progress")!.GetAttribute("data-nothing")
            )
        );

        await grace.PressAsync("[data-action=undo]");
        await grace.WaitForAsync("#progress[data-state=finished]");
        Assert.Equal(["1 InPerson", "2 Absent", "3 "], await CorrectionsAsync(site));
        Assert.Equal(
            [
                "corrected a presence | 2 | 2021-09-23-morning InPerson",
                "corrected a presence | 3 | 2021-09-23-morning InPerson",
                "corrected a presence | 2 | 2021-09-23-morning Absent",
                "corrected a presence | 3 | 2021-09-23-morning as recorded",
            ],
            (await site.OrganiserLogAsync()).Where(line => line.StartsWith("corrected", StringComparison.Ordinal))
        );
        await grace.OpenAsync("/admin/log");
        Assert.Contains("jeu. 23 sept., matin comme noté", grace.Seen("tr[data-entry] td:nth-child(5)"));
    }

    [Fact]
    public async Task Of_a_list_only_the_chosen_people_are_corrected()
    {
        await using var site = await OpenAsync(Engine.Sqlite);
        using var grace = await OrganiserClient.SignInAsync(site);
        await grace.OpenAsync("/admin/presence");
        await grace.PressAsync("[data-action=preview]", ("ids", "3"), ("at", Half), ("correction", "in-person"));
        Assert.Equal(["3"], grace.Page.QuerySelectorAll("#preview tbody tr").Select(r => r.GetAttribute("data-number")));
        await grace.PressAsync("#do-it");
        await grace.WaitForAsync("#progress[data-state=finished]");
        Assert.Equal(["1 InPerson", "2 Absent", "3 InPerson"], await CorrectionsAsync(site));
    }

    [Fact]
    public async Task Nobody_chosen_or_an_unknown_half_day_gets_a_sentence()
    {
        await using var site = await OpenAsync(Engine.Sqlite);
        using var grace = await OrganiserClient.SignInAsync(site);
        foreach (
            var query in new[]
            {
                $"?at={Half}&correction=absent",
                "?at=tomorrow&correction=absent&ids=1",
                $"?at={Half}&correction=here&ids=1",
            }
        )
        {
            await grace.OpenAsync($"/admin/presence/batch{query}");
            Assert.Equal((HttpStatusCode.BadRequest, true), (grace.Status, grace.Page.Seen("#fault").Length > 0));
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_list_selects_who_came(Engine engine)
    {
        await using var site = await OpenAsync(engine);
        using var grace = await OrganiserClient.SignInAsync(site);
        var found = new List<string>();
        foreach (
            var query in new[]
            {
                "came",
                "room",
                "stream",
                "absent",
                $"came&came-at={Half}",
                $"absent&came-at={Half}",
                "room&came-at=2021-09-22-afternoon",
            }
        )
        {
            await grace.OpenAsync($"/admin/attendees?came={query}&sort=number");
            var numbers = grace.Page.QuerySelectorAll("#attendees tbody tr").Select(r => r.GetAttribute("data-number"));
            found.Add($"{query}: {string.Join(' ', numbers)}");
        }
        Assert.Equal(
            [
                "came: 1 3",
                "room: 1",
                "stream: 3",
                "absent: 2 4",
                $"came&came-at={Half}: 1",
                $"absent&came-at={Half}: 2 3 4",
                "room&came-at=2021-09-22-afternoon: ",
            ],
            found
        );
    }

    [Fact]
    public async Task Once_the_workshop_is_over_messages_and_the_report_are_about_those_who_came()
    {
        await using var site = await OpenAsync(Engine.Sqlite, "2021-09-26T10:00");
        using var grace = await OrganiserClient.SignInAsync(site);
        await grace.OpenAsync("/admin/messages/new");
        Assert.Equal(
            ("/admin/messages/new?came=came", "2"),
            (grace.Address, grace.Page.QuerySelector("[data-people]")!.GetAttribute("data-people"))
        );
        await grace.OpenAsync(grace.Page.QuerySelector("[data-came] a")!.GetAttribute("href")!);
        Assert.Equal("4", grace.Page.QuerySelector("[data-people]")!.GetAttribute("data-people"));

        await grace.OpenAsync("/admin/reports/funder");
        Assert.Equal(["2", "1", "1"], grace.Seen("#all dd"));
        await grace.OpenAsync("/admin/reports/funder?people=registered");
        Assert.Equal(["4", "4", "0"], grace.Seen("#all dd"));
    }

    /// <summary>Ada is corrected to be in the room, Ben to be absent, Cat was on the stream on Wednesday; Dan did not come.</summary>
    private static async Task<SiteFactory> OpenAsync(Engine engine, string now = "2021-09-23T09:30")
    {
        var site = new SiteFactory { RehearseFrom = now, Engine = engine };
        await site.InDatabaseAsync(async db =>
        {
            Registration[] people =
            [
                Person(1, Details("Ada", "Lovelace") with { Affiliation = "Cirey" }, Seat(1), Confirmed),
                Person(2, Details("Ben", "Franklin") with { Affiliation = "Cirey" }, Seat(2), Confirmed),
                Person(3, Details("Cat", "Stevens") with { Affiliation = "Cirey" }, Seat(3), Confirmed),
                Person(4, Details("Dan", "Brown") with { Affiliation = "Elsewhere" }, Seat(4), Confirmed),
            ];
            await db.PutInAsync(people);
            db.ChangeTracker.AutoDetectChangesEnabled = true;
            var half = HalfDayId.FromKey(Half)!;
            var (ada, ben) = (Presence.Of(people[0].Id, half), Presence.Of(people[1].Id, half));
            ada.Correct(PresenceCorrection.InPerson, "organiser 1", DateTimeOffset.UnixEpoch);
            ben.Correct(PresenceCorrection.Absent, "organiser 1", DateTimeOffset.UnixEpoch);
            var cat = Presence.StartedOnStream(
                people[2].Id,
                HalfDayId.FromKey("2021-09-22-afternoon")!,
                new(2021, 9, 22, 12, 0, 0, TimeSpan.Zero)
            );
            db.Presences.AddRange(ada, ben, cat);
            return await db.SaveChangesAsync();
        });
        return site;
    }

    private static Task<List<string>> CorrectionsAsync(SiteFactory site) =>
        site.InDatabaseAsync(async db =>
        {
            var half = HalfDayId.FromKey(Half)!;
            return (
                await (
                    from p in db.Presences
                    where p.Date == half.Date && p.Half == half.Half
                    join r in db.Registrations on p.RegistrationId equals r.Id
                    orderby r.Number
                    select new { r.Number, p.Correction }
                ).ToListAsync()
            ).ConvertAll(p => $"{p.Number} {p.Correction}");
        });
}
