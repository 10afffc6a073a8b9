using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Tests.Shared;

namespace ModMatWorkshop.Application.Tests.Registrations;

public sealed class AttendeeQueryTests(AttendeeQueryTests.Fixture people) : IClassFixture<AttendeeQueryTests.Fixture>
{
    /// <summary>Nine people with different places and answers, on each database.</summary>
    public sealed class Fixture : IDisposable
    {
        private readonly Dictionary<Engine, ContentDatabase> databases = [];

        public WorkshopDb Open(Engine engine)
        {
            if (!databases.TryGetValue(engine, out var database))
            {
                databases[engine] = database = new(engine);
                using var db = database.Open();
                db.PutInAsync([.. ConfirmedPeople(), .. OtherPeople()]).GetAwaiter().GetResult();
            }
            return database.Open();
        }

        public void Dispose()
        {
            foreach (var database in databases.Values)
                database.Dispose();
        }

        private static readonly IReadOnlyList<HalfDayChoice> Mixed =
        [
            new(People.Thursday, HalfDay.Morning, Attendance.InPerson),
            new(People.Friday, HalfDay.Morning, Attendance.Remote),
        ];

        private static IEnumerable<Registration> ConfirmedPeople() =>
            [
                People.Person(
                    1,
                    People.Details("Émilie", "du Châtelet") with
                    {
                        Affiliation = "École de Cirey",
                        Position = Position.Other,
                        Diet = "végétarienne",
                        MayBeListed = true,
                    },
                    People.Seat(1),
                    People.Confirmed
                ),
                People.Person(
                    2,
                    People.Details("Ada", "Lovelace") with
                    {
                        Affiliation = "london",
                        Position = Position.PhdStudent,
                        HalfDays = Mixed,
                        Presents = "o3",
                        MayBePhotographed = true,
                    },
                    People.Seat(2),
                    People.Confirmed
                ),
                People.Person(3, People.Details("Grace", "Hopper") with { Affiliation = "Yale" }, People.Offer(3), People.Confirmed),
                People.Person(
                    4,
                    People.Details("Marie", "Curie") with
                    {
                        Affiliation = "ESPCI",
                        Position = Position.PermanentStaff,
                        AccessNeeds = "ascenseur",
                    },
                    People.Waiting(7),
                    People.Confirmed
                ),
                People.Person(
                    5,
                    People.Details("Emmy", "Noether") with
                    {
                        Affiliation = "Göttingen",
                        HalfDays = Mixed,
                    },
                    People.Waiting(5),
                    People.Confirmed
                ),
                People.Person(6, People.Details("Łucja", "Frey") with { Affiliation = "Lwów" }, People.Remote, People.Confirmed),
            ];

        private static IEnumerable<Registration> OtherPeople() =>
            [
                People.Person(7, People.Details("Sofia", "Kovalevskaïa") with { Affiliation = "Stockholm" }, People.Seat(4)),
                People.Person(
                    8,
                    People.Details("Hypatie", "d’Alexandrie") with
                    {
                        Affiliation = "Mouseîon",
                    },
                    People.Seat(5),
                    People.Confirmed,
                    People.Cancelled
                ),
                People.Person(9, People.Details("Ada", "Yonath") with { Affiliation = "100% Weizmann_Institute" }, r => r.ReleasePlace()),
            ];
    }

    [Theory]
    [InlineData("")]
    [InlineData("?desc=yes")]
    [InlineData("?sort=number")]
    [InlineData("?sort=affiliation")]
    [InlineData("?sort=position&desc=yes")]
    [InlineData("?half-day=2021-09-23-morning&there=remote&sort=position")]
    [InlineData("?sort=registered")]
    public async Task The_order_of_the_list_comes_from_an_index_without_sorting(string query)
    {
        await using var db = people.Open(Engine.Sqlite);
        await db.Database.OpenConnectionAsync();
        await using var explain = Read(query).In(db).Take(100).CreateDbCommand();
        explain.CommandText = "EXPLAIN QUERY PLAN " + explain.CommandText;
        var plan = new List<string>();
        await using (var steps = await explain.ExecuteReaderAsync())
        {
            while (await steps.ReadAsync())
                plan.Add(steps.GetString(3));
        }
        var step = Assert.Single(plan);
        Assert.StartsWith("SCAN r USING INDEX", step, StringComparison.Ordinal);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Every_filter_finds_the_right_people_in_the_right_order(Engine engine)
    {
        var expected = new Dictionary<string, int[]>
        {
            [""] = [4, 8, 1, 6, 3, 7, 2, 5, 9],
            ["?desc=yes"] = [9, 5, 2, 7, 3, 6, 1, 8, 4],
            ["?sort=number"] = [1, 2, 3, 4, 5, 6, 7, 8, 9],
            ["?sort=affiliation"] = [9, 1, 4, 5, 2, 6, 8, 7, 3],
            ["?sort=line"] = [5, 4, 8, 1, 6, 3, 7, 2, 9],
            ["?sort=place"] = [1, 7, 2, 3, 5, 4, 6, 8, 9],
            ["?sort=position"] = [2, 8, 6, 3, 7, 5, 9, 4, 1],
            ["?sort=registered&desc=yes"] = [9, 8, 7, 6, 5, 4, 3, 2, 1],
            // Search ignores accents and capitals, accepts beginnings of words, and covers the e-mail address.
            ["?q=CHATELET"] = [1],
            ["?q=ada+lab.example"] = [2, 9],
            ["?q=lucja+lw"] = [6],
            ["?q=7"] = [7],
            ["?q=%237"] = [7],
            ["?q=100%25"] = [9],
            ["?q=nobody"] = [],
            // Wildcards and quotes of SQL are ordinary text.
            ["?q=%25"] = [],
            ["?q=_"] = [],
            ["?q=%27+OR+1%3D1+--"] = [],
            ["?status=pending"] = [7, 9],
            ["?status=cancelled"] = [8],
            ["?place=seat"] = [1, 7, 2],
            ["?place=offer"] = [3],
            ["?place=waitinglist&sort=line"] = [5, 4],
            ["?place=waiting-list"] = [4, 5],
            ["?attendance=remote"] = [6],
            ["?position=phd-student"] = [2],
            ["?half-day=2021-09-22-afternoon"] = [4, 1, 6, 3, 7],
            ["?half-day=2021-09-22-afternoon&there=in-person"] = [1, 7],
            ["?half-day=2021-09-23-morning&there=inperson"] = [1, 7, 2],
            ["?half-day=2021-09-23-morning&there=remote"] = [4, 6, 3, 5],
            ["?half-day=2021-09-24-morning&there=remote"] = [4, 6, 3, 2, 5],
            ["?half-day=2021-09-25-morning"] = [],
            ["?half-day=2021-09-22-afternoon&status=cancelled"] = [],
            ["?needs=yes"] = [4, 1],
            ["?presents=yes"] = [2],
            ["?listed=yes"] = [1],
            ["?photos=no&status=confirmed"] = [4, 1, 6, 3, 5],
            ["?status=confirmed&place=seat&q=a"] = [1, 2],
            // Unknown values and parameters are ignored.
            ["?status=asleep&place=&half-day=someday&there=remote&sort=height&desc=1&other=x"] = [4, 8, 1, 6, 3, 7, 2, 5, 9],
            ["?status=confirmed&status=pending"] = [4, 8, 1, 6, 3, 7, 2, 5, 9],
        };
        await using var db = people.Open(engine);
        var found = new Dictionary<string, int[]>();
        foreach (var query in expected.Keys)
            found[query] = await Read(query).In(db).Select(r => r.Number).ToArrayAsync();

        Assert.Equal(expected.Select(Format), found.Select(Format));

        static string Format(KeyValuePair<string, int[]> list) => $"{list.Key}: {string.Join(' ', list.Value)}";
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_half_day_filter_agrees_with_the_registration(Engine engine)
    {
        await using var db = people.Open(engine);
        var everybody = await db.Registrations.AsNoTracking().ToListAsync();
        foreach (var half in People.HalfDays)
        foreach (var there in new Attendance?[] { null, Attendance.InPerson, Attendance.Remote })
            Assert.Equal(
                everybody.Where(r => r.AttendanceAt(half.Date, half.Half) is { } at && (there ?? at) == at).Select(r => r.Number).Order(),
                await new AttendeeQuery
                {
                    HalfDay = half.Key,
                    HalfDayAttendance = there,
                    Order = AttendeeOrder.Number,
                }
                    .In(db)
                    .Select(r => r.Number)
                    .ToListAsync()
            );
    }

    [Theory]
    [InlineData(
        "?q=%C3%89milie+d&status=Confirmed&place=WaitingList&attendance=in-person&position=phd-student"
            + "&half-day=2021-09-22-afternoon&there=remote&needs=yes&presents=yes&listed=no&photos=yes&sort=Registered&desc=yes",
        "?q=%C3%89milie%20d&status=confirmed&place=waitinglist&attendance=inperson&position=phdstudent"
            + "&half-day=2021-09-22-afternoon&there=remote&needs=yes&presents=yes&listed=no&photos=yes&sort=registered&desc=yes"
    )]
    [InlineData("?sort=name&desc=no&listed=maybe&there=remote&q=++", "")]
    [InlineData("?half-day=2021-02-30-morning&place=9&status=0&sort=2", "")]
    [InlineData("?desc=yes&q=a%26b%3Dc", "?q=a%26b%3Dc&desc=yes")]
    public void A_query_string_is_read_leniently_and_written_in_canonical_form(string typed, string canonical)
    {
        var query = Read(typed);

        Assert.Equal(canonical, query.ToQueryString());
        Assert.Equal(query, Read(canonical));
    }

    [Fact]
    public void A_search_text_that_is_too_long_is_truncated() =>
        Assert.Equal(AttendeeQuery.MaxSearch, Read("?q=" + new string('a', 5000)).Search.Length);

    [Theory, OnSqlite, OnPostgres]
    public async Task Control_characters_and_invalid_Unicode_in_a_search_find_nothing(Engine engine)
    {
        await using var db = people.Open(engine);
        foreach (
            var typed in new[]
            {
                "\0",
                "q\0z",
                "\uD800",
                "\uFFFE",
                new string('(', 200),
                string.Join(' ', Enumerable.Range(0, 100).Select(i => (char)('a' + i % 26))),
            }
        )
            Assert.Equal(0, await Read("?q=" + Uri.EscapeDataString(typed)).Filtered(db).CountAsync());
    }

    [Fact]
    public void Removing_one_filter_keeps_the_others() =>
        Assert.Equal("?q=ada&sort=number", Read("?q=ada&half-day=2021-09-22-afternoon&sort=number").Without("half-day").ToQueryString());

    internal static AttendeeQuery Read(string query) => AttendeeQuery.Read(new QueryParameters(QueryHelpers.ParseQuery(query)));
}
