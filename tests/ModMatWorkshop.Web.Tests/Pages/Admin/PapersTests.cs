using System.IO.Compression;
using System.Net;
using System.Text;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Web.Data;
using ModMatWorkshop.Web.Documents;
using ModMatWorkshop.Web.Pages;
using ModMatWorkshop.Web.Tests.Content;
using ModMatWorkshop.Web.Tests.Hosting;
using ModMatWorkshop.Web.Tests.Pages.Registering;

namespace ModMatWorkshop.Web.Tests.Pages.Admin;

/// <summary>What organisers print, read back from the paper: pages, words at their places, codes.</summary>
public sealed class PapersTests(PapersTests.Printer printer) : IClassFixture<PapersTests.Printer>
{
    private const string LongGiven = "Wilhelmina-Alexandra Constanza Maria Theresia";
    private const string LongFamily = "von und zu Hohenlohe-Waldenburg-Schillingsfürst-Wallerstein";
    private static readonly string LongAffiliation = "Rheinisch-Westfälische Technische Hochschule Aachen, " + new string('x', 147);

    /// <summary>Forty-four people of whom five hold only an offer, and nine to be looked at.</summary>
    public sealed class Printer : IAsyncLifetime
    {
        private readonly Dictionary<string, Task<byte[]>> printed = [];

        public OpenSite Site { get; } = new();

        public HttpClient French { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            await using var scope = Site.Services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<WorkshopDb>();
            await db.Rooms.ExecuteUpdateAsync(room => room.SetProperty(r => r.Capacity, 60));
            await db.PutInAsync([.. People.Of(44), .. Known()]);
            French = await Site.SignedInAsync();
        }

        public async Task DisposeAsync()
        {
            French.Dispose();
            await Site.DisposeAsync();
        }

        /// <summary>Made once for all tests.</summary>
        internal async Task<Paper> PaperAsync(string address)
        {
            if (!printed.TryGetValue(address, out var pdf))
                printed[address] = pdf = GetAsync(address);
            return new(await pdf);
        }

        public async Task<T> DbAsync<T>(Func<WorkshopDb, Task<T>> ask)
        {
            await using var scope = Site.Services.CreateAsyncScope();
            return await ask(scope.ServiceProvider.GetRequiredService<WorkshopDb>());
        }

        public Task<List<Registration>> SeatedAsync() => DbAsync(db =>
            db.Registrations.AsNoTracking().Where(r => r.Status == RegistrationStatus.Confirmed && r.Place == Place.Seat).OrderBy(r => r.SortKey).ThenBy(r => r.Number).ToListAsync());

        private async Task<byte[]> GetAsync(string address)
        {
            using var answer = await French.GetAsync(address);
            Assert.Equal((address, HttpStatusCode.OK, "application/pdf"), (address, answer.StatusCode, answer.Content.Headers.ContentType?.ToString()));
            return await answer.Content.ReadAsByteArrayAsync();
        }

        private static IEnumerable<Registration> Known() =>
        [
            People.Person(101, People.Details("Anne", "HEMERYCK"), People.Seat(101), People.Confirmed),
            Long(102, People.Details(LongGiven, LongFamily) with { Affiliation = LongAffiliation }),
            Long(103, People.Details(new('W', 20), new('M', 80))),
            Long(104, People.Details(string.Join(' ', Enumerable.Repeat("Marie", 16)), new('Ž', 100)) with { Affiliation = new('M', 200) }),
            People.Person(105, People.Details("François-Xavier", "Coudert") with { Presents = "o1" }, People.Seat(105), People.Confirmed),
            People.Person(106, People.Details("Grace", "Noname") with { Presents = "p3" }, People.Seat(106), People.Confirmed),
            People.Person(107, People.Details("Ada", "Remotely"), People.Remote, People.Confirmed),
            People.Person(108, People.Details("Emmy", "Pending"), People.Seat(107)),
            People.Person(109, People.Details("Sofia", "Waiting"), People.InLine(1), People.Confirmed),
        ];

        /// <summary>Whose name no address could hold.</summary>
        private static Registration Long(int number, RegistrationDetails details) =>
            People.Person(number, People.Details("A", "B"), People.Seat(number), People.Confirmed, r => r.Describe(details, r.CreatedAt));
    }

    [Fact]
    public async Task Every_paper_is_listed_with_its_page_and_its_PDF_in_both_languages()
    {
        var page = await printer.French.ReadAsync("/admin/papers");

        Assert.Equal(["book", "programme-a4", "programme-a3", "poster-labels", "badges", "sign-in", "door", "caterer", "funder"], page.AttributeOfAll("[data-paper]", "data-paper"));
        Assert.Equal(
            Paper.WhyUnreadable is null ? ["/admin/papers/badges?lang=fr", "/admin/papers/badges?lang=en", "/admin/papers/badges.pdf?lang=fr", "/admin/papers/badges.pdf?lang=en"] : ["/admin/papers/badges?lang=fr", "/admin/papers/badges?lang=en"],
            page.AttributeOfAll("[data-paper=badges] a", "href"));
        foreach (var address in page.AttributeOfAll("[data-paper] td:nth-of-type(1) a", "href"))
            Assert.Equal(address.Contains("/en", StringComparison.Ordinal) || address.EndsWith("lang=en", StringComparison.Ordinal) ? "en" : "fr", (await printer.French.ReadAsync(address)).DocumentElement.GetAttribute("lang"));
        Assert.Equal("page", page.QuerySelector(".admin-nav a[href='/admin/papers']")!.GetAttribute("aria-current"));
    }

    [Theory]
    [InlineData("/admin/papers")]
    [InlineData("/admin/papers/badges")]
    [InlineData("/admin/papers/badges.pdf")]
    [InlineData("/admin/papers/sign-in.pdf?lang=en")]
    [InlineData("/admin/papers/poster-labels.pdf")]
    [InlineData("/admin/papers/all.zip")]
    [InlineData("/admin/reports/door.pdf")]
    public async Task Nobody_but_an_organiser_prints_them(string address)
    {
        using var stranger = printer.Site.CreateClient();
        using var helper = await printer.Site.SignedInAsync(OrganiserRole.Helper);

        Assert.Equal("/admin/login", (await stranger.GetAsync(address)).Headers.Location?.AbsolutePath);
        Assert.Equal("/admin/denied", (await helper.GetAsync(address)).Headers.Location?.AbsolutePath);
    }

    [PaperFact]
    public async Task There_is_a_badge_for_everybody_who_is_confirmed_and_has_a_seat_four_on_a_sheet()
    {
        var seated = await printer.SeatedAsync();
        var badges = await printer.PaperAsync("/admin/papers/badges.pdf");
        var pages = await badges.PagesAsync();

        Assert.Equal(50, seated.Count);
        Assert.Equal(Enumerable.Repeat((297, 210), 13), await badges.SheetsAsync());
        Assert.Equal([], seated.Select((r, i) => (Name: Letters(r.Details.GivenName + r.Details.FamilyName), Page: Letters(pages[i / 4]))).Where(b => !b.Page.Contains(b.Name, StringComparison.Ordinal)).Select(b => b.Name));
        foreach (var absent in new[] { "Remotely", "Pending", "Waiting" })
            Assert.DoesNotContain(absent, string.Concat(pages), StringComparison.Ordinal);
    }

    [PaperTheory]
    [InlineData(101, "Organisation", "Organiser")]
    [InlineData(105, "Exposé", "Talk")]
    [InlineData(106, "Poster", "Poster")]
    [InlineData(102, "Participation", "Participant")]
    public async Task A_badge_says_what_its_bearer_is_in_either_language_and_one_can_be_made_again(int number, string french, string english)
    {
        foreach (var (language, role) in new[] { ("fr", french), ("en", english) })
        {
            var one = await printer.PaperAsync($"/admin/papers/badges.pdf?number={number}&lang={language}");
            Assert.Equal([(297, 210)], await one.SheetsAsync());
            Assert.Equal([role], (await one.TextAsync()).Split('\n').Where(line => line == role));
        }
    }

    [PaperFact]
    public async Task No_name_is_cut_or_leaves_its_badge()
    {
        var words = await (await printer.PaperAsync("/admin/papers/badges.pdf")).WordsAsync();

        Assert.Equal([], words.Where(w => w.Left < 5 || w.Right > 292 || w.Top < 5 || w.Bottom > 205 || w.Left < 148.5 && w.Right > 144 || w.Left > 148.5 && w.Left < 153 || w.Top < 105 && w.Bottom > 101.5 || w.Top > 105 && w.Top < 108));
        var texts = await (await printer.PaperAsync("/admin/papers/badges.pdf?number=104")).TextAsync();
        Assert.Equal((100, 200), (texts.Count(c => c == 'Ž'), texts.Split('\n').Where(line => line.Trim('M').Length == 0).Sum(line => line.Length)));
    }

    [CodeFact]
    public async Task The_code_of_a_badge_is_that_of_the_ticket()
    {
        var codes = await (await printer.PaperAsync("/admin/papers/badges.pdf")).CodesAsync();

        Assert.Equal((await printer.SeatedAsync()).Select(r => $"QR-Code:https://modmat.test/check-in/{r.Ticket}").Order(StringComparer.Ordinal), codes.Select(c => "QR-Code:" + c).Order(StringComparer.Ordinal));
    }

    [PaperFact]
    public async Task Blank_badges_have_the_name_of_the_workshop_and_nothing_else()
    {
        var blank = await printer.PaperAsync("/admin/papers/badges.pdf?blank=6");
        var both = await printer.PaperAsync("/admin/papers/badges.pdf?blank=6&number=105");

        Assert.Equal(2, (await blank.SheetsAsync()).Length);
        Assert.Equal(6, (await blank.TextAsync()).Split("ModMat").Length - 1);
        Assert.DoesNotContain("Participation", await blank.TextAsync(), StringComparison.Ordinal);
        Assert.Equal((2, 7, true), ((await both.SheetsAsync()).Length, (await both.TextAsync()).Split("ModMat").Length - 1, (await both.TextAsync()).Contains("Coudert", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("/admin/papers/badges?number=9999")]
    [InlineData("/admin/papers/badges?number=107")]
    [InlineData("/admin/papers/badges?number=x")]
    [InlineData("/admin/papers/badges?blank=-3")]
    [InlineData("/admin/papers/badges.pdf?number=9999")]
    [InlineData("/admin/papers/sign-in?half-day=2021-09-25-morning")]
    [InlineData("/admin/papers/sign-in.pdf?half-day=x")]
    [InlineData("/admin/papers/nothing")]
    [InlineData("/admin/papers/nothing.pdf")]
    [InlineData("/admin/papers/door")]
    [InlineData("/admin/papers/some.zip")]
    public async Task What_there_is_no_paper_of_is_not_found(string address) => Assert.Equal(HttpStatusCode.NotFound, (await printer.French.GetAsync(address)).StatusCode);

    [PaperFact]
    public async Task Each_half_day_has_a_sheet_with_its_hours_and_a_line_for_everybody_expected()
    {
        var sheets = await printer.PaperAsync("/admin/papers/sign-in.pdf");
        var pages = await sheets.PagesAsync();
        var seated = await printer.SeatedAsync();
        var page = await printer.French.ReadAsync("/admin/papers/sign-in");

        Assert.Equal(page.QuerySelectorAll("section.sheet").Length, pages.Length);
        foreach (var (half, hours, day) in new[] { ("2021-09-22-afternoon", "13 h 00 – 17 h 00", "mercredi 22 septembre 2021, après-midi"), ("2021-09-23-morning", "9 h 00 – 12 h 30", "jeudi 23 septembre 2021, matin"), ("2021-09-23-afternoon", "14 h 00 – 17 h 00", "jeudi 23 septembre 2021, après-midi"), ("2021-09-24-morning", "9 h 00 – 12 h 30", "vendredi 24 septembre 2021, matin") })
        {
            var of = page.QuerySelectorAll($"section[data-half-day='{half}']").ToList();
            var key = HalfDayOf.FromKey(half)!;
            var expected = seated.Where(r => r.AttendanceAt(key.Date, key.Half) == Attendance.InPerson).Select(r => $"{r.Number}").ToList();
            Assert.Equal(expected, of.SelectMany(s => s.AttributeOfAll("tbody tr", "data-number")).Where(n => n.Length > 0));
            Assert.InRange(of.SelectMany(s => s.AttributeOfAll("tbody tr", "data-number")).Count(n => n.Length == 0), SignInSheet.EmptyLines, 25);
            Assert.Equal(Enumerable.Range(1, of.Count).Select(n => $"Page {n} sur {of.Count}"), of.Select(s => s.Seen("footer span:last-child")));
            foreach (var text in pages.Where(p => p.Contains(day, StringComparison.Ordinal)).Select(Spaced))
                Assert.Equal((true, true, true, true), (text.Contains(hours, StringComparison.Ordinal), text.Contains("LAAS-CNRS, Toulouse", StringComparison.Ordinal), text.Contains("Atelier du réseau ModMat", StringComparison.Ordinal), text.Contains("Anne Hémeryck", StringComparison.Ordinal)));
            Assert.Equal(of.Count, pages.Count(p => p.Contains(day, StringComparison.Ordinal)));
        }
        Assert.Equal([], (await sheets.WordsAsync()).Where(w => w.Left < 10 || w.Right > 200 || w.Bottom > 292));
        // No line runs into the foot of its page.
        Assert.Equal([], (await sheets.WordsAsync()).Where(w => w.Bottom is > 281 and < 284));
    }

    [PaperFact]
    public async Task One_half_day_can_be_printed_alone_in_English()
    {
        var text = Spaced(await (await printer.PaperAsync("/admin/papers/sign-in.pdf?half-day=2021-09-24-morning&lang=en")).TextAsync());

        Assert.Contains("Friday 24 September 2021, morning", text, StringComparison.Ordinal);
        Assert.Contains("9:00 – 12:30", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Wednesday", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_sheet_of_those_on_the_stream_says_when_they_came_and_were_last_seen_and_in_which_zone()
    {
        await using var scope = printer.Site.Services.CreateAsyncScope();
        var http = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        (http.Request.Path, http.Request.QueryString) = ("/admin/papers/sign-in", new("?lang=en"));
        scope.ServiceProvider.GetRequiredService<IHttpContextAccessor>().HttpContext = http;
        var db = scope.ServiceProvider.GetRequiredService<WorkshopDb>();
        var ada = await db.Registrations.AsNoTracking().SingleAsync(r => r.Number == 107);
        var schedule = await db.WholeScheduleAsync(default);
        var from = new DateTimeOffset(2021, 9, 23, 7, 2, 0, TimeSpan.Zero);

        var sheets = await SignInSheet.ReadAsync(db, schedule, new(People.Thursday, Domain.Programme.HalfDay.Morning), _ => [new(ada, from, from.AddHours(3), 37)], default);
        var html = await ViewText.RenderAsync(http, "/Pages/Admin/Papers/_SignIn.cshtml", new SignInSheets(schedule.Workshop, sheets));

        var page = await new HtmlParser().ParseDocumentAsync(html);
        Assert.Equal(["Remotely Ada", "LAAS-CNRS", "9:02", "12:02", "37", "UTC+02:00"], page.SeenAll("section[data-remote] tbody td"));
        Assert.Equal("Page 1 of 1", page.Seen("section[data-remote] footer span:last-child"));
    }

    [PaperTheory]
    [InlineData("/programme.pdf", 210, 297)]
    [InlineData("/admin/papers/programme-a3.pdf?lang=en", 420, 297)]
    public Task The_programme_is_one_sheet_with_every_row(string address, int width, int height) => IsOneSheetAsync(address, width, height);

    [PaperTheory]
    [Trait("Category", "prove")]
    [InlineData("/programme.pdf?lang=en", 210, 297)]
    [InlineData("/admin/papers/programme-a3.pdf?lang=fr", 420, 297)]
    public Task The_programme_is_one_sheet_in_the_other_language_too(string address, int width, int height) => IsOneSheetAsync(address, width, height);

    private async Task IsOneSheetAsync(string address, int width, int height)
    {
        var sheet = await printer.PaperAsync(address);
        var text = Letters(await sheet.TextAsync());
        var page = await printer.French.ReadAsync(address.EndsWith("en", StringComparison.Ordinal) ? "/en/programme" : "/programme");

        Assert.Equal([(width, height)], await sheet.SheetsAsync());
        Assert.Equal(30, page.QuerySelectorAll(".slot .title").Length);
        Assert.Equal([], page.SeenAll(".slot .title, .slot .speaker").Where(seen => !text.Contains(Letters(seen), StringComparison.Ordinal)));
        Assert.Equal([], (await sheet.WordsAsync()).Where(w => w.Left < 8 || w.Right > width - 8 || w.Bottom > height - 4));
    }

    [CodeFact]
    public async Task The_programme_on_the_wall_leads_to_the_one_of_the_day() =>
        Assert.Equal(["https://modmat.test/en/programme"], await (await printer.PaperAsync("/admin/papers/programme-a3.pdf?lang=en")).CodesAsync());

    [CodeFact]
    public async Task Each_poster_has_a_label_with_its_board_its_title_and_the_way_to_its_abstract()
    {
        foreach (var (language, path) in new[] { ("fr", "resumes"), ("en", "en/abstracts") })
        {
            var labels = await printer.PaperAsync($"/admin/papers/poster-labels.pdf?lang={language}");
            var posters = await printer.DbAsync(db => db.Contributions.AsNoTracking().Where(c => c.Kind == Domain.Programme.ContributionKind.Poster).OrderBy(c => c.Number).ToListAsync());
            var pages = (await labels.PagesAsync()).Select(Letters).ToList();

            Assert.Equal(Enumerable.Repeat((210, 297), 5), await labels.SheetsAsync());
            Assert.Equal([], posters.Where((p, i) => !pages[i / 2].Contains(Letters(p.Title), StringComparison.Ordinal) || !p.Authors.All(a => pages[i / 2].Contains(Letters(a.Name), StringComparison.Ordinal))).Select(p => p.Code));
            Assert.Equal(posters.Select(p => $"https://modmat.test/{path}/{p.Code}").Order(StringComparer.Ordinal), (await labels.CodesAsync()).Order(StringComparer.Ordinal));
            Assert.Equal([], (await labels.WordsAsync()).Where(w => w.Left < 8 || w.Right > 202 || w.Top < 148.5 && w.Bottom > 145));
        }
    }

    [PaperTheory]
    [InlineData("door", "Liste de l’accueil", "Door list")]
    [InlineData("caterer", "Fiche du traiteur", "Caterer’s sheet")]
    [InlineData("funder", "Bilan des participants", "Report on participants")]
    public async Task Reports_are_papers_too_without_the_tools_of_their_page(string report, string french, string english)
    {
        foreach (var (language, title) in new[] { ("fr", french), ("en", english) })
        {
            var paper = await printer.PaperAsync($"/admin/reports/{report}.pdf?lang={language}");
            var text = await paper.TextAsync();
            Assert.Equal((true, false), (text.Contains(title, StringComparison.Ordinal), text.Contains("CSV", StringComparison.Ordinal)));
            Assert.Equal([], (await paper.WordsAsync()).Where(w => w.Left < 10 || w.Right > 200));
        }
    }

    [PaperFact]
    [Trait("Category", "prove")]
    public async Task All_of_them_come_in_one_archive_and_nothing_with_names_stays_on_the_disk()
    {
        using var answer = await printer.French.GetAsync("/admin/papers/all.zip?lang=en");
        using var zip = new ZipArchive(await answer.Content.ReadAsStreamAsync());

        Assert.Equal(("application/zip", "attachment; filename=\"modmat-2021-en.zip\"", "no-store"),
            (answer.Content.Headers.ContentType?.ToString(), answer.Content.Headers.GetValues("Content-Disposition").Single(), answer.Headers.CacheControl?.ToString()));
        Assert.Equal(
            ["modmat-2021-book-en.pdf", "modmat-2021-programme-a4-en.pdf", "modmat-2021-programme-a3-en.pdf", "modmat-2021-poster-labels-en.pdf", "modmat-2021-badges-en.pdf", "modmat-2021-sign-in-en.pdf", "modmat-2021-door-en.pdf", "modmat-2021-caterer-en.pdf", "modmat-2021-funder-en.pdf"],
            zip.Entries.Select(e => e.FullName));
        Assert.All(zip.Entries, entry =>
        {
            using var stream = entry.Open();
            var head = new byte[5];
            stream.ReadExactly(head);
            Assert.Equal("%PDF-", Encoding.ASCII.GetString(head));
        });
        Assert.NotEmpty(Directory.GetFiles(Path.Combine(printer.Site.DataPath, "papers")));
        Assert.All(Directory.GetFiles(Path.Combine(printer.Site.DataPath, "papers")), file => Assert.Matches(@"/(book|programme-a[34]|poster-labels)-(fr|en)-[0-9]+-[0-9a-f]{8}\.pdf$", file));
    }

    [PaperFact]
    public async Task Every_paper_with_names_is_in_the_log_and_nobody_in_between_keeps_it()
    {
        await using var site = new OpenSite();
        using var browser = await site.SignedInAsync();
        foreach (var address in new[] { "papers/badges.pdf?blank=1", "papers/sign-in.pdf?half-day=2021-09-24-morning", "reports/door.pdf" })
        {
            using var answer = await browser.GetAsync($"/admin/{address}");
            Assert.Equal((address, HttpStatusCode.OK, "no-store"), (address, answer.StatusCode, answer.Headers.CacheControl?.ToString()));
        }

        Assert.Equal(["exported the badges, pdf, 0 people", "exported the sign-in sheets, pdf, 0 people", "exported the door report, pdf, 0 people"],
            (await site.LogAsync()).Where(line => line.Contains("exported", StringComparison.Ordinal)).Select(line => line[(line.IndexOf(": ", StringComparison.Ordinal) + 2)..]));
        Assert.Equal(["produit les badges", "produit les feuilles d’émargement", "exporte la liste de l’accueil"], new[] { "exported the badges", "exported the sign-in sheets", "exported the door report" }.Select(new Web.Text.Words(Language.French).Action));
        Assert.Equal("no-store, no-cache", (await browser.GetAsync("/admin/papers/badges")).Headers.CacheControl?.ToString());
    }

    [PaperFact]
    public async Task Of_an_older_version_of_the_content_nothing_stays()
    {
        using var content = new ContentSample();
        await using var site = new SiteFactory { ContentPath = content.Folder };
        using var browser = site.CreateClient();
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/livret.pdf")).StatusCode);
        var old = Assert.Single(Kept());

        content.Replace("contributions/p1.md", "se lit debout", "se lit assis");
        await Reading.EventuallyAsync(() => browser.GetStringAsync("/livret"), page => page.Contains("se lit assis", StringComparison.Ordinal));
        var now = new Paper(await browser.GetByteArrayAsync("/livret.pdf"));

        Assert.Contains(Letters("se lit assis"), Letters(await now.TextAsync()), StringComparison.Ordinal);
        Assert.NotEqual(old, Assert.Single(Kept()));

        string[] Kept() => Directory.GetFiles(Path.Combine(site.DataPath, "papers"));
    }

    [Theory]
    [InlineData("exec /bin/sleep 600")]
    [InlineData("echo 'no fonts' >&2; exit 3")]
    [InlineData("exit 0")]
    [InlineData("printf '%%PDF-half'; kill -9 $$")]
    public async Task Where_the_printer_hangs_or_dies_the_page_says_so_and_nothing_is_half_written(string behaviour)
    {
        var folder = Directory.CreateTempSubdirectory("modmat-printer-");
        try
        {
            var program = Path.Combine(folder.FullName, "weasyprint");
            await File.WriteAllTextAsync(program, $"#!/bin/sh\n{behaviour}\n");
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            var data = folder.CreateSubdirectory("data").FullName;
            await using var server = await SiteProcess.ServeAsync([$"--Site:DataPath={data}", "--Papers:LimitSeconds=1"], path: folder.FullName);

            using var answer = await server.Reader.GetAsync("/programme.pdf?lang=en");

            Assert.Equal((HttpStatusCode.Redirect, "/en/programme?pdf=failed"), (answer.StatusCode, answer.Headers.Location?.OriginalString));
            Assert.Equal("The PDF could not be made this time; the server’s log says why. Try again, or print this page.", (await server.Reader.ReadAsync("/en/programme?pdf=failed")).Seen("main [role=status]"));
            Assert.Equal([], Directory.Exists(Path.Combine(data, "papers")) ? Directory.GetFiles(Path.Combine(data, "papers")) : []);
            Assert.Contains("WeasyPrint", server.Said, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_site_without_anybody_prints_papers_that_say_so()
    {
        await using var site = new OpenSite();
        using var browser = await site.SignedInAsync();

        Assert.Equal("Personne : aucune inscription confirmée n’a de place en salle.", (await browser.ReadAsync("/admin/papers/badges")).Seen(".nobody"));
        Assert.Equal(4, (await browser.ReadAsync("/admin/papers/sign-in")).QuerySelectorAll("section.sheet").Length);
    }

    private static string Letters(string text) => Paper.Letters(text);

    /// <summary>With ordinary spaces.</summary>
    private static string Spaced(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Replace('\u202F', ' ').Replace('\u00A0', ' ');
}
