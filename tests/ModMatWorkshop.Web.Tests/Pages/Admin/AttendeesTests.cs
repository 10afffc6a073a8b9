using System.Net;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Web.Tests.Hosting;
using ModMatWorkshop.Web.Tests.Pages.Registering;
using S = DocumentFormat.OpenXml.Spreadsheet;

namespace ModMatWorkshop.Web.Tests.Pages.Admin;

/// <summary>The list, its exports and the papers of two hundred and twelve people, of whom eight are as the tests need them.</summary>
public sealed class AttendeesTests(AttendeesTests.FullWorkshopSite house) : IClassFixture<AttendeesTests.FullWorkshopSite>
{
    private const string Header =
        "number;given-name;family-name;email;affiliation;country;position;language;orcid;status;place;rank;seat;attendance;"
        + "half-day-2021-09-22-afternoon;half-day-2021-09-23-morning;half-day-2021-09-23-afternoon;half-day-2021-09-24-morning;"
        + "meal-coffee-wednesday;meal-coffee-thursday-morning;meal-buffet;meal-coffee-thursday-afternoon;meal-coffee-friday;presents;"
        + "listed;photos;registered;confirmed;cancelled";

    public sealed class FullWorkshopSite : IAsyncLifetime
    {
        public OpenSite Site { get; } = new();

        public HttpClient French { get; private set; } = null!;

        public HttpClient English { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            await using (var scope = Site.Services.CreateAsyncScope())
            {
                var db = scope.ServiceProvider.GetRequiredService<WorkshopDb>();
                // A room that is full: the sweep offers nobody a seat meanwhile.
                await db.WorkshopStates.ExecuteUpdateAsync(room => room.SetProperty(r => r.Capacity, 1));
                await db.PutInAsync(
                    Known()
                        .Concat(
                            Enumerable
                                .Range(9, 204)
                                .Select(n =>
                                    People.Person(
                                        n,
                                        People.Details("Nemo", $"Zz{n:000}") with
                                        {
                                            Affiliation = "Nautilus",
                                            Country = null,
                                        },
                                        People.Remote
                                    )
                                )
                        )
                );
            }
            French = await Site.SignedInAsync();
            English = await Site.SignedInAsync(language: Language.English);
        }

        public async Task DisposeAsync()
        {
            French.Dispose();
            English.Dispose();
            await Site.DisposeAsync();
        }

        private static IEnumerable<Registration> Known()
        {
            HalfDayChoice[] thursdayOnly =
            [
                new(People.Thursday, HalfDay.Afternoon, Attendance.InPerson),
                new(People.Friday, HalfDay.Morning, Attendance.Remote),
            ];
            return
            [
                People.Person(
                    1,
                    People.Details("Émilie", "du Châtelet") with
                    {
                        Affiliation = "Château de Cirey",
                        Position = Position.Other,
                        Meals = People.Meals,
                        Diet = "végétarien",
                        MayBeListed = true,
                    },
                    People.Seat(1),
                    People.Confirmed
                ),
                People.Person(
                    2,
                    People.Details("Ada", "Lovelace") with
                    {
                        Affiliation = "London; Kings \"College\"",
                        Country = "GB",
                        Position = Position.PhdStudent,
                        HalfDays = thursdayOnly,
                        Meals = People.Meals,
                        Diet = "Végétarien",
                        AccessNeeds = "ascenseur",
                        Presents = "o3",
                    },
                    People.Seat(2),
                    People.Confirmed
                ),
                People.Person(
                    3,
                    People.Details("=1+1", "Hopper") with
                    {
                        Affiliation = "chateau de cirey",
                        Country = "US",
                        Meals = ["buffet"],
                        Diet = "sans gluten",
                    },
                    People.Seat(3),
                    People.Confirmed
                ),
                People.Person(
                    4,
                    People.Details("Marie", "Curie") with
                    {
                        Affiliation = "Château de Cirey",
                        Meals = People.Meals,
                        Diet = "halal",
                    },
                    People.InLine(9),
                    People.Confirmed
                ),
                People.Person(5, People.Details("Emmy", "Noether") with { Country = "DE" }, People.InLine(4), People.Confirmed),
                People.Person(6, People.Details("Sofia", "Kovalevskaïa") with { Meals = People.Meals }, People.Seat(4)),
                People.Person(
                    7,
                    People.Details("Hypatie", "d’Alexandrie") with
                    {
                        Meals = People.Meals,
                    },
                    People.Seat(5),
                    People.Confirmed,
                    People.Cancelled
                ),
                People.Person(
                    8,
                    People.Details("Maria", "Mayer") with
                    {
                        Affiliation = "Château de Cirey",
                        Position = Position.PermanentStaff,
                        Country = null,
                    },
                    People.Remote,
                    People.Confirmed
                ),
            ];
        }
    }

    [Fact]
    public async Task A_row_says_who_it_is_and_how_they_stand()
    {
        var page = await house.French.ReadAsync("/admin/attendees?q=lovelace");

        Assert.Equal("1 sur 212 inscriptions", page.Seen("#count"));
        Assert.Equal("Lovelace Ada lovelace.2@lab.example", page.Seen("#attendees tbody th"));
        Assert.Equal("/admin/attendees/2", page.QuerySelector("#attendees tbody th a")!.GetAttribute("href"));
        Assert.Equal(
            [
                "",
                "2",
                "London; Kings \"College\" Royaume-Uni",
                "thèse",
                "en salle",
                "",
                "2 2 repas et pauses régime accès",
                "O3",
                "1er juil.",
            ],
            page.SeenAll("#attendees tbody td")
        );
        Assert.Equal(
            "mer. 22 après-midi absent ; jeu. 23 matin absent ; jeu. 23 après-midi en salle ; ven. 24 matin à distance",
            page.QuerySelector("#attendees [role=img]")!.GetAttribute("aria-label")!.Replace('\u00A0', ' ')
        );
        Assert.Equal(["absent", "absent", "in-person", "remote"], page.AttributeOfAll("[data-half]", "data-half"));
    }

    [Fact]
    public async Task Who_waits_is_told_with_their_rank_and_who_has_not_confirmed_with_that()
    {
        var page = await house.English.ReadAsync("/admin/attendees?place=waiting-list&sort=place");
        var pending = await house.English.ReadAsync("/admin/attendees?q=6");
        var cancelled = await house.English.ReadAsync("/admin/attendees?status=cancelled");

        Assert.Equal(
            ["Noether Emmy noether.5@lab.example waiting list no. 1", "Curie Marie curie.4@lab.example waiting list no. 2"],
            page.QuerySelectorAll("#attendees tbody tr").Select(r => $"{r.Seen("th")} {r.Seen("[data-place]")}")
        );
        Assert.Equal(("in person unconfirmed", "cancelled"), (pending.Seen("tbody [data-place]"), cancelled.Seen("tbody [data-place]")));
        Assert.Equal(["seat", "pending"], pending.AttributeOfAll("tbody [data-state]", "data-state"));
    }

    [Fact]
    public async Task Two_hundred_and_twelve_people_stand_on_three_pages()
    {
        var first = await house.French.ReadAsync("/admin/attendees");
        var last = await house.French.ReadAsync("/admin/attendees?page=99");

        Assert.Equal(
            (100, "212 inscriptions 1 à 100", "Page 1 sur 3 Suivant"),
            (first.QuerySelectorAll("#attendees tbody tr").Length, first.Seen("#count"), first.Seen("[data-pages]"))
        );
        Assert.Equal(
            (12, "212 inscriptions 201 à 212", "Précédent Page 3 sur 3"),
            (last.QuerySelectorAll("#attendees tbody tr").Length, last.Seen("#count"), last.Seen("[data-pages]"))
        );
    }

    [Fact]
    public async Task Each_active_filter_is_a_chip_that_takes_it_away()
    {
        var page = await house.French.ReadAsync(
            "/admin/attendees?q=a&status=confirmed&half-day=2021-09-23-afternoon&there=in-person&sort=number"
        );

        Assert.Equal(
            [
                "« a » ×",
                "Inscription : confirmée ×",
                "Demi-journée : jeudi 23 septembre, après-midi ×",
                "Participation à cette demi-journée : en salle ×",
                "Tout le monde",
            ],
            page.SeenAll("[data-chip]")
        );
        Assert.Equal(
            [
                "/admin/attendees?status=confirmed&half-day=2021-09-23-afternoon&there=inperson&sort=number",
                "/admin/attendees?q=a&half-day=2021-09-23-afternoon&there=inperson&sort=number",
                "/admin/attendees?q=a&status=confirmed&sort=number",
                "/admin/attendees?q=a&status=confirmed&half-day=2021-09-23-afternoon&sort=number",
                "/admin/attendees?sort=number",
            ],
            page.AttributeOfAll("[data-chip]", "href")
        );
        Assert.Equal(["1", "2", "3"], page.AttributeOfAll("#attendees tbody tr", "data-number"));
        Assert.Equal(
            ["confirmed", "2021-09-23-afternoon", "inperson"],
            page.QuerySelectorAll("#filters details option[selected]").Select(o => o.GetAttribute("value"))
        );
    }

    [Fact]
    public async Task A_heading_sorts_and_once_more_turns_round()
    {
        var page = await house.French.ReadAsync("/admin/attendees?status=confirmed&sort=affiliation");

        Assert.Equal(["ascending"], page.AttributeOfAll("th[aria-sort]", "aria-sort").Where(s => s.Length > 0));
        Assert.Equal(
            "/admin/attendees?status=confirmed&sort=affiliation&desc=yes",
            page.QuerySelector("[data-sort=affiliation]")!.GetAttribute("href")
        );
        Assert.Equal("/admin/attendees?status=confirmed", page.QuerySelector("[data-sort=name]")!.GetAttribute("href"));
    }

    [Fact]
    public async Task The_address_of_a_form_is_cleared_of_what_was_left_empty()
    {
        var answer = await house.French.GetAsync("/admin/attendees?q=+ada&status=&place=seat&attendance=&sort=number&page=2");

        Assert.Equal(
            (HttpStatusCode.Redirect, "/admin/attendees?q=ada&place=seat&sort=number"),
            (answer.StatusCode, answer.Headers.Location?.OriginalString)
        );
    }

    [Fact]
    public async Task What_is_chosen_goes_with_the_list_to_the_page_of_actions()
    {
        var page = await house.French.ReadAsync("/admin/attendees?status=confirmed&q=e");
        var form = page.QuerySelector("#act")!;

        Assert.Equal(("get", "/admin/attendees/act"), (form.GetAttribute("method"), form.GetAttribute("action")));
        Assert.Equal(
            ["q=e", "status=confirmed"],
            form.QuerySelectorAll("input[type=hidden]").Select(i => $"{i.GetAttribute("name")}={i.GetAttribute("value")}")
        );
        Assert.Equal(
            ["", "confirm", "cancel", "remote", "offer", "message", "link"],
            form.QuerySelectorAll("[name=do] option").Select(o => o.GetAttribute("value"))
        );
        Assert.Equal("toute la liste : 6", form.QuerySelector("[name=all][value=yes]")!.ParentElement.Seen());
        Assert.Equal(page.AttributeOfAll("#attendees tbody tr", "data-number"), page.AttributeOfAll("[name=ids]", "value"));
        Assert.Equal("/admin/messages/new?q=e&status=confirmed", page.QuerySelector("#write")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_list_without_anybody_says_so_and_shows_the_way_back()
    {
        var page = await house.English.ReadAsync("/admin/attendees?q=nobody+at+all");

        Assert.Equal(
            ("0 of 212 registrations", "No registration matches these filters. Everybody"),
            (page.Seen("#count"), page.Seen("#no-match"))
        );
        Assert.Empty(page.QuerySelectorAll("#act, #export"));
    }

    [Theory]
    [InlineData("/admin/attendees?q=%00%ED%A0%80&half-day=x&there=%FF&sort=%27;--&page=-1&status[]=1")]
    [InlineData("/admin/attendees?page=99999999999999999999")]
    [InlineData("/admin/attendees?half-day=9999-12-31-morning&there=remote")]
    [InlineData("/admin/attendees?q=%3Cscript%3Ealert(1)%3C%2Fscript%3E")]
    public async Task A_filter_made_up_by_hand_is_a_page(string address)
    {
        var page = await house.French.ReadAsync(address);

        Assert.Empty(page.QuerySelectorAll("main script"));
    }

    [Fact]
    public async Task A_site_without_registrations_says_what_to_do()
    {
        await using var site = new OpenSite();
        using var browser = await site.SignedInAsync();
        var page = await browser.ReadAsync("/admin/attendees?status=confirmed");

        Assert.StartsWith("Personne ne s’est encore inscrit.", page.Seen("#nobody"), StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("#filters, #act"));
        foreach (var report in new[] { "caterer", "door", "funder" })
            await browser.ReadAsync($"/admin/reports/{report}");
        Assert.Equal($"\uFEFF{Header}\r\n", Encoding.UTF8.GetString(await browser.GetByteArrayAsync("/admin/attendees/export.csv")));
    }

    [Theory]
    [InlineData("/admin/attendees")]
    [InlineData("/admin/attendees/export.csv")]
    [InlineData("/admin/attendees/export.xlsx")]
    [InlineData("/admin/reports/caterer")]
    [InlineData("/admin/reports/door")]
    [InlineData("/admin/reports/funder")]
    [InlineData("/admin/reports/caterer.csv")]
    [InlineData("/admin/reports/door.csv")]
    [InlineData("/admin/reports/door.xlsx")]
    [InlineData("/admin/reports/funder.xlsx")]
    public async Task Nobody_but_an_organiser_sees_any_of_it(string address)
    {
        using var stranger = house.Site.CreateClient();
        using var helper = await house.Site.SignedInAsync(OrganiserRole.Helper);

        Assert.Equal("/admin/login", (await stranger.GetAsync(address)).Headers.Location?.AbsolutePath);
        Assert.Equal("/admin/denied", (await helper.GetAsync(address)).Headers.Location?.AbsolutePath);
    }

    [Fact]
    public async Task The_list_goes_out_as_it_stands_in_French()
    {
        var answer = await house.French.GetAsync("/admin/attendees/export.csv?place=seat&sort=number");
        var lines = (await answer.Content.ReadAsStringAsync()).TrimStart('\uFEFF').Split("\r\n");

        Assert.Equal(
            ("text/csv; charset=utf-8", "attachment; filename=\"attendees.csv\"", "no-store"),
            (
                answer.Content.Headers.ContentType?.ToString(),
                answer.Content.Headers.GetValues("Content-Disposition").Single(),
                answer.Headers.CacheControl?.ToString()
            )
        );
        Assert.Equal([0xEF, 0xBB, 0xBF], (await answer.Content.ReadAsByteArrayAsync())[..3]);
        Assert.Equal(
            [
                Header,
                "1;Émilie;du Châtelet;du-chatelet.1@lab.example;Château de Cirey;FR;other;fr;confirmed;seat;;1;in-person;in-person;"
                    + "in-person;in-person;in-person;yes;yes;yes;yes;yes;;yes;no;2021-07-01 12:00;2021-07-01 12:05;",
                "2;Ada;Lovelace;lovelace.2@lab.example;\"London; Kings \"\"College\"\"\";GB;phd-student;fr;confirmed;seat;;2;in-person;"
                    + "absent;absent;in-person;remote;no;no;yes;yes;no;o3;no;no;2021-07-01 13:00;2021-07-01 13:05;",
                "3;'=1+1;Hopper;hopper.3@lab.example;chateau de cirey;US;postdoc;fr;confirmed;seat;;3;in-person;in-person;in-person;"
                    + "in-person;in-person;no;no;yes;no;no;;no;no;2021-07-01 14:00;2021-07-01 14:05;",
                "6;Sofia;Kovalevskaïa;kovalevskaia.6@lab.example;LAAS-CNRS;FR;postdoc;fr;pending;seat;;4;in-person;in-person;in-person;"
                    + "in-person;in-person;yes;yes;yes;yes;yes;;no;no;2021-07-01 17:00;;",
                "",
            ],
            lines
        );
    }

    [Fact]
    public async Task In_English_it_has_commas_and_needs_are_in_it_only_when_asked_for()
    {
        var without = await house.English.GetStringAsync("/admin/attendees/export.csv?needs=yes&sort=number");
        var with = await house.English.GetStringAsync("/admin/attendees/export.csv?needs=yes&sort=number&with=needs");

        Assert.DoesNotContain("ascenseur", without, StringComparison.Ordinal);
        Assert.Equal(
            [
                Header.Replace(';', ',') + ",diet,access",
                "1,Émilie,…,végétarien,",
                "2,Ada,…,Végétarien,ascenseur",
                "3,'=1+1,…,sans gluten,",
                "4,Marie,…,halal,",
                "",
            ],
            with.TrimStart('\uFEFF')
                .Split("\r\n")
                .Select(
                    (line, i) =>
                        i is 0 or 5 ? line : $"{string.Join(',', line.Split(',')[..2])},…,{string.Join(',', line.Split(',')[^2..])}"
                )
        );
    }

    [Fact]
    public async Task A_workbook_has_the_same_rows_and_a_name_that_looks_like_a_formula_is_text()
    {
        var answer = await house.French.GetAsync("/admin/attendees/export.xlsx?place=seat&sort=number");
        using var workbook = SpreadsheetDocument.Open(await answer.Content.ReadAsStreamAsync(), isEditable: false);
        var rows = workbook.WorkbookPart!.WorksheetParts.Single().Worksheet!.Descendants<S.Row>().ToList();

        Assert.Equal(
            ("attachment; filename=\"attendees.xlsx\"", "no-store"),
            (answer.Content.Headers.GetValues("Content-Disposition").Single(), answer.Headers.CacheControl?.ToString())
        );
        Assert.Equal(Header, string.Join(';', rows[0].Elements<S.Cell>().Select(c => c.InnerText)));
        Assert.Equal(["1", "2", "3", "6"], rows.Skip(1).Select(r => r.Elements<S.Cell>().First().InnerText));
        Assert.Equal(
            ("=1+1", "inlineStr", 0),
            (
                rows[3].Elements<S.Cell>().ElementAt(1).InnerText,
                rows[3].Elements<S.Cell>().ElementAt(1).DataType?.InnerText,
                rows[3].Descendants<S.CellFormula>().Count()
            )
        );
    }

    [Fact]
    public async Task Every_export_is_in_the_log_with_its_rows_and_without_anybodys_name()
    {
        await using var site = new OpenSite();
        using var browser = await site.SignedInAsync();
        await site.RegisterAsync(r =>
        {
            People.Seat(1)(r);
            People.Confirmed(r);
        });
        foreach (
            var address in new[]
            {
                "attendees/export.csv?q=lovelace&status=confirmed&sort=number",
                "attendees/export.xlsx?with=needs",
                "reports/caterer.csv",
                "reports/door.xlsx",
                "reports/funder.csv",
            }
        )
            Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync($"/admin/{address}")).StatusCode);

        await using var scope = site.Services.CreateAsyncScope();
        var log = await scope
            .ServiceProvider.GetRequiredService<WorkshopDb>()
            .AuditLog.OrderBy(e => e.Id)
            .Where(e => e.Action.StartsWith("exported"))
            .ToListAsync();
        Assert.Equal(
            [
                "exported the list | csv, 1 rows, without needs, searched, status confirmed",
                "exported the list | xlsx, 1 rows, with needs",
                "exported the caterer report | csv, 9 rows",
                "exported the door report | xlsx, 0 rows",
                "exported the funder report | csv, 4 rows",
            ],
            log.Select(e => $"{e.Action} | {e.Result}")
        );
        Assert.All(log, line => Assert.Matches("^organiser [0-9]+$", line.Actor));
    }

    [Fact]
    public async Task The_caterer_is_told_how_many_eat_what_and_nobodys_name()
    {
        var page = await house.French.ReadAsync("/admin/reports/caterer");

        Assert.Equal(
            [
                "2021-09-22-afternoon: En salle, après-midi 2 1 sans gluten 1 végétarien",
                "coffee-wednesday: 15 h 10 Pause café 1 1 végétarien",
                "2021-09-23-morning: En salle, matin 2 1 sans gluten 1 végétarien",
                "coffee-thursday-morning: 10 h 40 Pause café 1 1 végétarien",
                "buffet: 12 h 30 Buffet et session posters 3 2 Végétarien 1 sans gluten",
                "2021-09-23-afternoon: En salle, après-midi 3 2 Végétarien 1 sans gluten",
                "coffee-thursday-afternoon: 15 h 10 Pause café et session posters 2 2 Végétarien",
                "2021-09-24-morning: En salle, matin 2 1 sans gluten 1 végétarien",
                "coffee-friday: 10 h 30 Pause café 1 1 végétarien",
            ],
            page.QuerySelectorAll("[data-serving]").Select(r => $"{r.GetAttribute("data-serving")}: {r.Seen()}")
        );
        Assert.DoesNotContain("Lovelace", page.Seen("main"), StringComparison.Ordinal);
        Assert.Contains(
            "\"In person, afternoon\",(all),2\r\n2021-09-22,,\"In person, afternoon\",sans gluten,1\r\n",
            await house.English.GetStringAsync("/admin/reports/caterer.csv"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task The_reception_is_told_who_comes_on_which_day()
    {
        var page = await house.French.ReadAsync("/admin/reports/door");

        Assert.Equal(
            [
                "2021-09-22: du Châtelet Émilie, Hopper =1+1",
                "2021-09-23: du Châtelet Émilie, Hopper =1+1, Lovelace Ada",
                "2021-09-24: du Châtelet Émilie, Hopper =1+1",
            ],
            page.QuerySelectorAll("section[data-day]")
                .Select(s => $"{s.GetAttribute("data-day")}: {string.Join(", ", s.SeenAll("tbody th"))}")
        );
        Assert.Equal(
            ["Lovelace Ada", "London; Kings \"College\"", "", "✓en salle", ""],
            page.SeenAll("[data-day='2021-09-23'] [data-number='2'] > *")
        );
        Assert.Equal(
            "2021-09-22;Hopper;'=1+1;chateau de cirey;;✓",
            (await house.French.GetStringAsync("/admin/reports/door.csv")).Split("\r\n")[2]
        );
    }

    [Fact]
    public async Task The_funder_is_told_numbers_by_position_country_and_institution()
    {
        var page = await house.English.ReadAsync("/admin/reports/funder");

        Assert.Equal(["6", "3", "3"], page.SeenAll("#all dd"));
        Assert.Equal(
            ["PhD student 1 0 1 17%", "Postdoc 1 2 3 50%", "Permanent staff 0 1 1 17%", "Other 1 0 1 17%"],
            page.SeenAll("#by-position tbody tr")
        );
        Assert.Equal(
            ["France 1 1 2 33%", "Germany 0 1 1 17%", "United Kingdom 1 0 1 17%", "United States 1 0 1 17%", "Not specified 0 1 1 17%"],
            page.SeenAll("#by-country tbody tr")
        );
        Assert.Equal(
            ["Château de Cirey 2 2 4 67%", "LAAS-CNRS 0 1 1 17%", "London; Kings \"College\" 1 0 1 17%"],
            page.SeenAll("#by-institution tbody tr")
        );
    }

    [Theory]
    [InlineData("/admin/attendees")]
    [InlineData("/admin/reports/door")]
    public async Task Nobody_in_between_keeps_a_page(string address) =>
        Assert.Equal("no-store, no-cache", (await house.French.GetAsync(address)).Headers.CacheControl?.ToString());
}
