using System.Diagnostics;
using System.Globalization;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Content;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Tests.Shared;
using ModMatWorkshop.Web.Tests.Hosting;
using ModMatWorkshop.Web.Tests.Pages.Registering;
using Xunit.Abstractions;
using Place = ModMatWorkshop.Domain.Registrations.Place;

namespace ModMatWorkshop.Web.Tests.Pages.Admin;

/// <summary>The dashboard and the pages for the log, the outbox and the content, with the same registrations on each database.</summary>
public sealed partial class DashboardTests(DashboardTests.SeededSites seeded, ITestOutputHelper output)
    : IClassFixture<DashboardTests.SeededSites>
{
    public sealed class SeededSites : IDisposable
    {
        private readonly OpenSiteOnEachDatabase sites = new();
        private readonly Dictionary<Engine, Task<HttpClient>> readers = [];

        public SiteFactory this[Engine engine] => sites[engine];

        public Task<HttpClient> ReaderAsync(Engine engine)
        {
            if (!readers.TryGetValue(engine, out var reader))
                readers[engine] = reader = BeginAsync(sites[engine]);
            return reader;
        }

        public void Dispose() => sites.Dispose();

        private static async Task<HttpClient> BeginAsync(SiteFactory site)
        {
            await site.SeedRegistrationsAsync();
            return await site.SignedInAsync(language: Language.English);
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Every_figure_of_the_dashboard_matches_the_registrations(Engine engine)
    {
        var page = await (await seeded.ReaderAsync(engine)).ReadAsync("/admin");
        var all = await seeded[engine].InDatabaseAsync(db => db.Registrations.AsNoTracking().ToListAsync());
        var confirmed = all.Where(r => r.Status == RegistrationStatus.Confirmed).ToList();
        Assert.True(confirmed.Count > 50);

        var claims = (await (await seeded.ReaderAsync(engine)).ReadAsync("/admin/attendees/claims"))
            .QuerySelectorAll("tr[data-claim]")
            .Length;
        AssertFigures(page, all, confirmed, claims);
        AssertGroups(page, confirmed);
        AssertHalfDays(page, confirmed);
        // The report for the caterer has the same meals.
        var caterer = await seeded[engine].InDatabaseAsync(db => AttendeeReports.CatererAsync(db, CancellationToken.None));
        AssertMeals(page, confirmed, caterer.Servings.Where(s => s.Meal is not null).ToDictionary(s => s.Meal!.Slug));

        var counted = all.Where(r => r.Status != RegistrationStatus.Cancelled).ToList();
        Assert.Equal(
            (counted.Count(r => r.Place == Place.Seat), counted.Count(r => r.Place != Place.Seat), counted.Count),
            (
                Number(page.QuerySelectorAll("#curve tbody tr:last-child td")[0]),
                Number(page.QuerySelectorAll("#curve tbody tr:last-child td")[1]),
                Number(page.QuerySelectorAll("#curve tbody tr:last-child td")[2])
            )
        );
    }

    private static void AssertFigures(IHtmlDocument page, List<Registration> all, List<Registration> confirmed, int claims)
    {
        Assert.Equal(
            new()
            {
                ["seats-confirmed"] = confirmed.Count(r => r.Place == Place.Seat),
                ["seats-pending"] = all.Count(r => r is { Status: RegistrationStatus.Pending, Place: Place.Seat }),
                ["seats-offered"] = 2,
                ["seats-free"] = 50 - all.Count(r => r.HoldsSeat),
                ["remote"] = confirmed.Count(r => r.Place == Place.Remote),
                ["waiting"] = all.Count(r => r.Place == Place.WaitingList),
                ["unconfirmed"] = all.Count(r => r.Status == RegistrationStatus.Pending),
                ["cancelled"] = 2,
                ["claims"] = claims,
                ["bouncing"] = 0,
                ["mails-waiting"] = 0,
                ["mails-failed"] = 2,
                ["content-errors"] = 0,
                ["content-warnings"] = ContentFolder.Read(Repository.Content).Problems.Count,
            },
            page.QuerySelectorAll("dl [data-figure]")
                .ToDictionary(
                    f => f.GetAttribute("data-figure")!,
                    f => int.Parse(f.QuerySelector("dd")!.TextContent, CultureInfo.InvariantCulture)
                )
        );
        Assert.Equal(all.Count(r => r.HoldsSeat), page.QuerySelectorAll("#seats svg circle:not([class=free])").Length);
        Assert.Equal(50, page.QuerySelectorAll("#seats svg circle").Length);
    }

    private static void AssertGroups(IHtmlDocument page, List<Registration> confirmed)
    {
        Assert.Equal(
            Enum.GetValues<Position>().Select(p => $"{Name(p)} {confirmed.Count(r => r.Details.Position == p)}"),
            Rows(page, "#positions")
        );
        var expected = confirmed.GroupBy(r => Folding.Fold(r.Details.Affiliation)).ToDictionary(g => g.Key, g => g.Count());
        var institutions = page.QuerySelectorAll("#institutions tbody tr").ToList();
        Assert.Equal(11, institutions.Count);
        Assert.All(institutions.Take(10), row =>
            Assert.Equal(expected[Folding.Fold(row.QuerySelector("th")!.TextContent)], Number(row.QuerySelector("td")))
        );
        Assert.Equal(confirmed.Count, institutions.Sum(row => Number(row.QuerySelector("td"))));
        Assert.Equal(
            confirmed.GroupBy(r => r.Details.Country ?? "").ToDictionary(g => g.Key, g => g.Count()).Values.Order(),
            page.QuerySelectorAll("#countries tbody td:nth-of-type(1)").Select(Number).Order()
        );
    }

    private static void AssertHalfDays(IHtmlDocument page, List<Registration> confirmed)
    {
        foreach (var half in page.QuerySelectorAll("[data-half-day]"))
        {
            var key = half.GetAttribute("data-half-day")!;
            bool Chosen(Registration r, Attendance? how) =>
                r.Details.HalfDays.Any(h => new HalfDayId(h.Date, h.Half).Key == key && (how is null || h.Attendance == how));
            var inPerson = confirmed.Count(r => r.Place == Place.Seat && Chosen(r, Attendance.InPerson));
            Assert.Equal(
                (key, inPerson, confirmed.Count(r => Chosen(r, null)) - inPerson),
                (key, Number(half.QuerySelectorAll("td")[0]), Number(half.QuerySelectorAll("td")[1]))
            );
        }
        Assert.Equal(4, page.QuerySelectorAll("[data-half-day]").Length);
    }

    private static void AssertMeals(IHtmlDocument page, List<Registration> confirmed, Dictionary<string, Serving> servings)
    {
        foreach (var meal in page.QuerySelectorAll("[data-meal]"))
        {
            var slug = meal.GetAttribute("data-meal")!;
            Assert.Equal(
                (slug, servings[slug].People, servings[slug].Diets.Sum(d => d.People)),
                (slug, Number(meal.QuerySelectorAll("td")[0]), Number(meal.QuerySelectorAll("td")[1]))
            );
        }
        Assert.True(
            servings.Values.Any(s => s.People < confirmed.Count(r => r.Place == Place.Seat && r.Details.Meals.Contains(s.Meal!.Slug))),
            "The sample has nobody who chose a meal of a half-day without attending it in person."
        );
        Assert.True(page.QuerySelectorAll("[data-meal]").Length > 4);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_dashboard_lists_speakers_who_have_not_registered_by_code_or_name(Engine engine)
    {
        await using var site = new SiteFactory { Engine = engine, RehearseFrom = OpenSite.Start };
        using var browser = await site.SignedInAsync();
        var missing = (await browser.ReadAsync("/admin")).AttributeOfAll("[data-not-registered]", "data-not-registered");
        var speakers = await site.InDatabaseAsync(db => db.Contributions.AsNoTracking().ToDictionaryAsync(c => c.Code, c => c.SpeakerName));
        Assert.Contains("o1", missing);
        Assert.Contains("i2", missing);

        await site.RegisterAsync(r =>
        {
            r.UpdateDetails(r.Details with { Presents = "o1" }, r.CreatedAt);
            r.FollowRemotely();
        });
        var name = speakers["i2"].ToUpperInvariant().Split(' ');
        await site.RegisterAsync(r =>
        {
            r.UpdateDetails(r.Details with { GivenName = name[0], FamilyName = string.Join(' ', name[1..]) }, r.CreatedAt);
            r.FollowRemotely();
        });
        // A cancelled registration does not count.
        await site.RegisterAsync(r =>
        {
            r.UpdateDetails(r.Details with { Presents = "o2" }, r.CreatedAt);
            r.FollowRemotely();
            r.Cancel(r.CreatedAt);
        });

        var page = await browser.ReadAsync("/admin");
        Assert.Equal(
            missing.Where(codes => codes is not ("o1" or "i2")),
            page.AttributeOfAll("[data-not-registered]", "data-not-registered")
        );
        Assert.Contains(
            $"/admin/invitations?guest={Uri.EscapeDataString(speakers["o2"])}&part=o2#invite",
            page.AttributeOfAll("[data-not-registered] a", "href")
        );
    }

    [Theory]
    [InlineData(Language.French, "2 personnes viennent : 1 en salle, 1 à distance, dont 1 en liste d’attente.")]
    [InlineData(Language.English, "2 people attend: 1 in person, 1 remotely, 1 of them on the waiting list.")]
    public async Task The_headline_counts_confirmed_people_and_whoever_is_in_line_as_remote(Language language, string headline)
    {
        await using var site = new SiteFactory { RehearseFrom = OpenSite.Start };
        await site.InDatabaseAsync(async db =>
        {
            await db.PutInAsync([
                People.Person(1, People.Details("Ada", "Lovelace"), People.Seat(1), People.Confirmed),
                People.Person(2, People.Details("Ben", "First"), People.Waiting(1), People.Confirmed),
                People.Person(3, People.Details("Cat", "Second"), People.Waiting(2)),
            ]);
            return await db.WorkshopStates.ExecuteUpdateAsync(s => s.SetProperty(x => x.Capacity, 1));
        });
        using var browser = await site.SignedInAsync(language: language);

        Assert.Equal(headline, (await browser.ReadAsync("/admin")).Seen("[data-figure=come]"));
    }

    [Fact]
    public async Task Without_registrations_the_dashboard_lists_the_first_steps()
    {
        await using var site = new SiteFactory { RehearseFrom = OpenSite.Start };
        using var browser = await site.SignedInAsync();
        var page = await browser.ReadAsync("/admin");

        Assert.Equal(
            ["/admin/content", "/admin/settings", "/admin/invitations", "/inscription"],
            page.AttributeOfAll("#nobody-yet a", "href")
        );
        Assert.Empty(page.QuerySelectorAll("#curve, #positions"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_figures_link_to_the_matching_filters_of_the_list(Engine engine)
    {
        var page = await (await seeded.ReaderAsync(engine)).ReadAsync("/admin");

        Assert.Equal(
            [
                "?status=confirmed&place=seat",
                "?status=pending&place=seat",
                "?place=offer",
                "?status=confirmed&place=remote",
                "?place=waitinglist&sort=line",
                "?status=pending",
                "?status=cancelled",
                "/claims",
                "?bounces=yes",
            ],
            page.AttributeOfAll("dl a[href^='/admin/attendees']", "href").Select(href => href["/admin/attendees".Length..])
        );
    }

    [Theory, OnSqlite, OnPostgres]
    [Trait("Category", "prove")]
    public async Task The_dashboard_of_ten_thousand_registrations_takes_less_than_half_a_second(Engine engine)
    {
        await using var site = new SiteFactory { Engine = engine, RehearseFrom = OpenSite.Start };
        await site.SeedRegistrationsAsync(10_000);
        using var browser = await site.SignedInAsync();
        await browser.GetStringAsync("/admin");
        var times = new List<double>();
        for (var i = 0; i < 11; i++)
        {
            var started = Stopwatch.GetTimestamp();
            await browser.GetStringAsync("/admin");
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"The dashboard of 10 000 on {engine}: median {times.Order().ElementAt(5):0} ms, best {times.Min():0} ms."
            )
        );
        Assert.True(times.Min() < 500, $"{times.Min()} ms");
    }
}
