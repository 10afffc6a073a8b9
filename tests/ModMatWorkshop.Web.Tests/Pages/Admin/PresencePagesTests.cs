using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Tests.Shared;
using ModMatWorkshop.Web.Tests.Hosting;
using static ModMatWorkshop.Tests.Shared.People;

namespace ModMatWorkshop.Web.Tests.Pages.Admin;

/// <summary>The table of presences. The site time is Thursday, 09:30: Wednesday is over, the morning has begun.</summary>
public sealed class PresencePagesTests
{
    private const string Now = "2021-09-23T09:30";
    private const string WednesdayAfternoon = "2021-09-22-afternoon";

    private static SiteFactory Site(Engine engine = Engine.Sqlite) => new() { RehearseFrom = Now, Engine = engine };

    [Theory, OnSqlite, OnPostgres]
    public async Task Each_confirmed_person_has_a_row_and_each_half_day_a_column_with_its_total(Engine engine)
    {
        await using var site = Site(engine);
        await site.InDatabaseAsync(PutInAsync);
        using var grace = await OrganiserClient.SignInAsync(site);
        await grace.OpenAsync("/admin/presence");

        Assert.Equal(["Nom", "mer. 22 après-midi", "jeu. 23 matin", "jeu. 23 après-midi", "ven. 24 matin"], grace.Seen("thead th"));
        Assert.Equal(
            [
                "Émilie du Châtelet: absent | à distance, 6 min | prévu | prévu",
                "Sophie Germain: absent | absent | prévu | prévu",
                "Ada Lovelace: en salle, 12 h 55 | en salle, 8 h 50 | prévu | prévu",
                "Lise Meitner: pas prévu, – | absent | pas prévu, – | pas prévu, –",
            ],
            RowsOf(grace)
        );
        Assert.Equal(
            [
                "1 en salle, 0 à distance 2 absents",
                "1 en salle, 1 à distance 2 absents",
                "0 en salle, 0 à distance",
                "0 en salle, 0 à distance",
            ],
            grace.Seen("tfoot td")
        );
        Assert.Equal(["4 personnes"], grace.Seen("#count"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_table_is_filtered_by_name_and_by_people_missing_from_a_half_day(Engine engine)
    {
        await using var site = Site(engine);
        await site.InDatabaseAsync(PutInAsync);
        using var grace = await OrganiserClient.SignInAsync(site);
        var found = new List<string>();
        foreach (
            var query in new[]
            {
                "?q=chatelet",
                $"?missing={WednesdayAfternoon}",
                "?missing=2021-09-23-morning",
                $"?q=germain&missing={WednesdayAfternoon}",
                "?q=lovelace&missing=2021-09-23-morning",
                "?missing=2021-09-24-morning",
                "?missing=tomorrow",
            }
        )
        {
            await grace.OpenAsync($"/admin/presence{query}");
            found.Add($"{query}: {string.Join(", ", grace.Seen("#presences tbody th"))}");
        }

        Assert.Equal(
            [
                "?q=chatelet: du Châtelet Émilie",
                $"?missing={WednesdayAfternoon}: du Châtelet Émilie, Germain Sophie",
                "?missing=2021-09-23-morning: Germain Sophie, Meitner Lise",
                $"?q=germain&missing={WednesdayAfternoon}: Germain Sophie",
                "?q=lovelace&missing=2021-09-23-morning: ",
                "?missing=2021-09-24-morning: du Châtelet Émilie, Germain Sophie, Lovelace Ada",
                "?missing=tomorrow: du Châtelet Émilie, Germain Sophie, Lovelace Ada, Meitner Lise",
            ],
            found
        );
        // The totals count only the filtered rows: of the two people missing on Wednesday, one is missing on Thursday.
        await grace.OpenAsync($"/admin/presence?missing={WednesdayAfternoon}");
        Assert.Equal("0 en salle, 1 à distance 1 absent", grace.Seen("tfoot td")[1]);
    }

    [Fact]
    public async Task A_cell_can_be_corrected_and_set_back_to_the_record()
    {
        await using var site = Site();
        await site.InDatabaseAsync(PutInAsync);
        using var grace = await OrganiserClient.SignInAsync(site);
        await grace.OpenAsync("/admin/presence?q=lovelace");
        await grace.OpenAsync(
            grace.Page.QuerySelector($"tr[data-number='1'] td[data-half-day='{WednesdayAfternoon}'] a")!.GetAttribute("href")!
        );
        Assert.Equal(
            "Mercredi 22 septembre, après-midi Noté : arrivée 12 h 55, organisateur 7",
            grace.Seen("[data-correction-of] p").First(),
            ignoreCase: true
        );

        await grace.PressAsync("button[value=absent]");
        Assert.Equal("/admin/presence?q=lovelace#person-1", grace.Address);
        Assert.Equal(["Ada Lovelace: absent corrigé, Grace Hopper | en salle, 8 h 50 | prévu | prévu"], RowsOf(grace));
        await grace.OpenAsync($"/admin/presence?person=1&half-day={WednesdayAfternoon}");
        Assert.Equal(["absent"], grace.Page.QuerySelectorAll("[data-correction-of] button[disabled]").Select(b => b.GetAttribute("value")));
        Assert.StartsWith(
            "Corrigé par Grace Hopper, ",
            grace.Seen("[data-correction-of] [data-corrected]").Single(),
            StringComparison.Ordinal
        );
        await grace.PressAsync("button[value=recorded]");
        Assert.Equal("Ada Lovelace: en salle, 12 h 55 | en salle, 8 h 50 | prévu | prévu", RowsOf(grace)[2]);
        Assert.Equal(
            [$"corrected a presence | 1 | {WednesdayAfternoon} Absent", $"corrected a presence | 1 | {WednesdayAfternoon} as recorded"],
            (await site.OrganiserLogAsync()).Where(line => line.StartsWith("corrected", StringComparison.Ordinal))
        );
    }

    [Fact]
    public async Task A_presence_can_be_corrected_on_the_page_of_the_person_too()
    {
        await using var site = Site();
        await site.InDatabaseAsync(PutInAsync);
        using var grace = await OrganiserClient.SignInAsync(site);
        await grace.OpenAsync("/admin/attendees/3?q=germain");
        await grace.PressAsync($"[data-half-day='{WednesdayAfternoon}'] button[value=remote]");

        Assert.Equal("/admin/attendees/3?q=germain#presence", grace.Address);
        Assert.Equal(["à distance, 240 min", "absent", "prévu", "prévu"], grace.Seen("#presence li > [data-presence]"));
        Assert.Equal(["corrigé, Grace Hopper"], grace.Seen("#presence small"));
        // A person who never confirmed and never came has no cells.
        await grace.OpenAsync("/admin/attendees/5");
        Assert.Empty(grace.Seen("#presence li"));
    }

    [Theory]
    [InlineData("1", "2021-09-25-morning", "absent", HttpStatusCode.BadRequest)]
    [InlineData("1", WednesdayAfternoon, "perhaps", HttpStatusCode.BadRequest)]
    [InlineData("99", WednesdayAfternoon, "absent", HttpStatusCode.NotFound)]
    public async Task An_invalid_correction_is_refused(string person, string half, string correction, HttpStatusCode status)
    {
        await using var site = Site();
        await site.InDatabaseAsync(PutInAsync);
        using var grace = await OrganiserClient.SignInAsync(site);
        await grace.OpenAsync($"/admin/presence?person=1&half-day={WednesdayAfternoon}");
        await grace.PressAsync(
            "[data-correction-of] button[value=absent]",
            ("person", person),
            ("half-day", half),
            ("correction", correction)
        );

        Assert.Equal(status, grace.Status);
        Assert.Equal(0, await grace.CountAsync<Presence>(p => p.Correction != null));
    }

    [Fact]
    public async Task The_table_is_exported_as_CSV_and_XLSX()
    {
        await using var site = Site();
        await site.InDatabaseAsync(PutInAsync);
        using var browser = await site.SignedInAsync();
        var lines = (await browser.GetStringAsync("/admin/presence/export.csv?q=ada")).Split("\r\n");

        Assert.Equal(
            "number;given-name;family-name;affiliation;2021-09-22-afternoon;2021-09-22-afternoon-minutes;2021-09-22-afternoon-arrived;"
                + "2021-09-22-afternoon-first-beat;2021-09-22-afternoon-last-beat;2021-09-22-afternoon-corrected-by",
            string.Join(';', lines[0].TrimStart('\uFEFF').Split(';').Take(10))
        );
        Assert.Equal(
            "1;Ada;Lovelace;LAAS-CNRS;in-person;240;2021-09-22 12:55;;;;in-person;210;2021-09-23 08:50;;;;absent;0;;;;;absent;0;;;;",
            lines[1]
        );
        Assert.Equal("", Assert.Single(lines[2..]));
        using var workbook = await browser.GetAsync("/admin/presence/export.xlsx");
        Assert.Equal("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", workbook.Content.Headers.ContentType?.MediaType);
        Assert.Equal(
            ["exported the presences |  | csv, 1 rows", "exported the presences |  | xlsx, 4 rows"],
            (await site.OrganiserLogAsync()).Where(line => line.StartsWith("exported", StringComparison.Ordinal))
        );
    }

    [Fact]
    public async Task During_a_half_day_the_dashboard_shows_how_many_people_are_present()
    {
        await using var site = Site();
        await site.InDatabaseAsync(PutInAsync);
        using var grace = await OrganiserClient.SignInAsync(site);

        Assert.Equal(
            ["jeudi 23 septembre, matin : 1 sur 4 en salle, 1 sur le direct. Arrivées"],
            (await grace.OpenAsync("/admin")).Seen("[data-figure=now]"),
            StringComparer.OrdinalIgnoreCase
        );
        await using var before = new SiteFactory { RehearseFrom = "2021-09-20T09:00" };
        using var ada = await OrganiserClient.SignInAsync(before);
        Assert.Empty((await ada.OpenAsync("/admin")).Seen("[data-figure=now]"));
    }

    [Fact]
    public async Task A_long_table_has_pages_and_a_correction_stays_on_its_page()
    {
        await using var site = Site();
        await site.InDatabaseAsync(async db =>
        {
            await db.PutInAsync(
                Enumerable
                    .Range(1, 230)
                    .Select(n => Person(n, Details("Ada", string.Create(CultureInfo.InvariantCulture, $"Nr {n:000}")), Remote, Confirmed))
            );
            return true;
        });
        using var grace = await OrganiserClient.SignInAsync(site);
        await grace.OpenAsync("/admin/presence?page=3");
        Assert.Equal(30, grace.Seen("#presences tbody tr").Length);
        await grace.OpenAsync(grace.Page.QuerySelector("tr[data-number='222'] a[aria-expanded]")!.GetAttribute("href")!);
        await grace.PressAsync("[data-correction-of] button[value=in-person]");
        Assert.Equal("/admin/presence?page=3#person-222", grace.Address);
        Assert.Equal("1 en salle, 0 à distance 229 absents", grace.Seen("tfoot td")[0]);
    }

    [Fact]
    public async Task Without_confirmed_registrations_the_page_says_so()
    {
        await using var site = Site();
        using var grace = await OrganiserClient.SignInAsync(site);

        Assert.Equal(["Aucune inscription n’est confirmée."], (await grace.OpenAsync("/admin/presence")).Seen("#nobody"));
    }

    private static string[] RowsOf(OrganiserClient organiser) =>
        [
            .. organiser
                .Page.QuerySelectorAll("#presences tbody tr[data-number]")
                .Select(row =>
                    $"{string.Join(' ', row.Seen("th").Split(' ').Reverse().Take(1).Concat(row.Seen("th").Split(' ').SkipLast(1)))}: "
                    + string.Join(" | ", row.QuerySelectorAll("td").Select(td => $"{td.Seen("[data-presence]")} {td.Seen("small")}".Trim()))
                ),
        ];

    /// <summary>
    /// Ada: checked in for both half-days. Émilie: on the stream on Thursday morning. Sophie: absent. Lise: chose Thursday morning only and
    /// has not come. Emmy: not confirmed.
    /// </summary>
    private static async Task<bool> PutInAsync(WorkshopDb db)
    {
        var (wednesday, thursday) = (new HalfDayId(Wednesday, HalfDay.Afternoon), new HalfDayId(Thursday, HalfDay.Morning));
        Registration[] people =
        [
            Person(1, Details("Ada", "Lovelace"), Seat(1), Confirmed),
            Person(2, Details("Émilie", "du Châtelet"), Seat(2), Confirmed),
            Person(3, Details("Sophie", "Germain"), Seat(3), Confirmed),
            Person(
                4,
                Details("Lise", "Meitner") with
                {
                    HalfDays = [new(Thursday, HalfDay.Morning, Attendance.InPerson)],
                },
                Seat(4),
                Confirmed
            ),
            Person(5, Details("Emmy", "Noether"), Seat(5)),
        ];
        await db.PutInAsync(people);
        db.ChangeTracker.AutoDetectChangesEnabled = true;
        var checkedIn = (HalfDayId half, int hour, int minute) =>
        {
            var presence = new Presence
            {
                RegistrationId = people[0].Id,
                Date = half.Date,
                Half = half.Half,
            };
            presence.CheckIn(new(half.Date.Year, half.Date.Month, half.Date.Day, hour - 2, minute, 0, TimeSpan.Zero), "organiser 7");
            return presence;
        };
        var watched = Presence.StartedOnStream(people[1].Id, thursday, new(2021, 9, 23, 7, 26, 0, TimeSpan.Zero));
        db.Presences.AddRange(checkedIn(wednesday, 12, 55), checkedIn(thursday, 8, 50), watched);
        await db.SaveChangesAsync();
        await db
            .Presences.Where(p => p.Heartbeats == 1)
            .ExecuteUpdateAsync(p =>
                p.SetProperty(x => x.Heartbeats, 2)
                    .SetProperty(x => x.StreamSeconds, 360)
                    .SetProperty(x => x.LastHeartbeat, new DateTimeOffset(2021, 9, 23, 7, 29, 0, TimeSpan.Zero))
            );
        return true;
    }
}
