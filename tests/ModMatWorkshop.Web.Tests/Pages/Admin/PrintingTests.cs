using System.Net;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Tests.Shared;
using ModMatWorkshop.Web.Printables;
using ModMatWorkshop.Web.Tests.Hosting;
using ModMatWorkshop.Web.Tests.Pages.Registering;

namespace ModMatWorkshop.Web.Tests.Pages.Admin;

/// <summary>Printables in the audit log and on disk, and failures of the PDF renderer.</summary>
public sealed class PrintingTests(PrintingTests.FailingRendererSite printer) : IClassFixture<PrintingTests.FailingRendererSite>
{
    [PdfFact]
    public async Task Every_printable_with_names_is_logged_and_not_cached()
    {
        await using var site = new OpenSite();
        using var browser = await site.SignedInAsync();
        foreach (
            var address in new[]
            {
                "printables/badges.pdf?blank=1",
                "printables/sign-in.pdf?half-day=2021-09-24-morning",
                "reports/reception.pdf",
            }
        )
        {
            using var answer = await browser.GetAsync($"/admin/{address}");
            Assert.Equal((address, HttpStatusCode.OK, "no-store"), (address, answer.StatusCode, answer.Headers.CacheControl?.ToString()));
        }

        Assert.Equal(
            [
                "exported the badges, pdf, 0 people",
                "exported the sign-in sheets, pdf, 0 people",
                "exported the reception report, pdf, 0 people",
            ],
            (await site.LogAsync())
                .Where(line => line.Contains("exported", StringComparison.Ordinal))
                .Select(line => line[(line.IndexOf(": ", StringComparison.Ordinal) + 2)..])
        );
        Assert.Equal(
            ["produit les badges", "produit les feuilles d’émargement", "exporte la liste de l’accueil"],
            new[] { "exported the badges", "exported the sign-in sheets", "exported the reception report" }.Select(
                new Application.Text.Words(Language.French).Action
            )
        );
        Assert.Equal("no-store, no-cache", (await browser.GetAsync("/admin/printables/badges")).Headers.CacheControl?.ToString());
    }

    [Trait("Category", "prove")]
    [PdfFact]
    public async Task A_change_of_the_content_replaces_the_PDF_on_disk()
    {
        using var content = new ContentSample();
        await using var site = new SiteFactory { ContentPath = content.Folder };
        using var browser = site.CreateClient();
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/livret.pdf")).StatusCode);
        var old = Assert.Single(Kept());

        content.Replace("contributions/p1.md", "se lit debout", "se lit assis");
        await HtmlReading.EventuallyAsync(
            () => browser.GetStringAsync("/livret"),
            page => page.Contains("se lit assis", StringComparison.Ordinal)
        );
        var now = new PrintedPdf(await browser.GetByteArrayAsync("/livret.pdf"));

        Assert.Contains(PrintedPdf.Letters("se lit assis"), PrintedPdf.Letters(await now.TextAsync()), StringComparison.Ordinal);
        Assert.NotEqual(old, Assert.Single(Kept()));

        string[] Kept() => Directory.GetFiles(Path.Combine(site.DataPath, "printables"));
    }

    [Theory]
    [InlineData("exec /bin/sleep 600")]
    [InlineData("echo 'no fonts' >&2; exit 3")]
    [InlineData("exit 0")]
    [InlineData("printf '%%PDF-half'; kill -9 $$")]
    public async Task If_the_PDF_renderer_hangs_or_fails_the_page_says_so_and_no_file_is_kept(string script)
    {
        var server = printer.Server;
        var before = server.AllOutput.Split("weasyprint ").Length;
        await printer.SetRendererAsync(script);

        using var answer = await server.Reader.GetAsync("/programme.pdf?lang=en");

        Assert.Equal((HttpStatusCode.Redirect, "/en/programme?pdf=failed"), (answer.StatusCode, answer.Headers.Location?.OriginalString));
        Assert.Equal(
            "The PDF could not be made this time; see the server log. Try again, or print this page.",
            (await server.Reader.ReadAsync("/en/programme?pdf=failed")).Seen("main [role=status]")
        );
        Assert.Equal([], printer.Kept);
        Assert.True(server.AllOutput.Split("weasyprint ").Length > before);
    }

    [Fact]
    public void Characters_without_a_font_are_reported_once() =>
        Assert.Equal(["李", "𒀀"], new Fonts(["20-7e e9 300", "a0-17f 10400", ""]).MissingFor(["Émilie Ždanov", "李 Li 李\n", "𐐀𒀀"]));

    [PdfFact]
    public async Task A_name_with_a_character_without_a_font_is_reported_before_printing()
    {
        await using var site = new OpenSite();
        await site.InDbAsync(async db =>
        {
            // A private-use character, which no font has.
            await db.PutInAsync([People.Person(1, People.Details("Ada", "\U000F1234"), People.Seat(1), People.Confirmed)]);
            return true;
        });
        using var browser = await site.SignedInAsync();

        Assert.Contains("PDF : \U000F1234.", (await browser.ReadAsync("/admin/printables")).Seen("#lacking"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_registrations_the_printables_say_so()
    {
        await using var site = new OpenSite();
        using var browser = await site.SignedInAsync();

        Assert.Equal(
            "Personne : aucune inscription confirmée n’a de place en salle.",
            (await browser.ReadAsync("/admin/printables/badges")).Seen("main > p")
        );
        Assert.Empty((await browser.ReadAsync("/admin/printables")).QuerySelectorAll("#lacking"));
        Assert.Equal(4, (await browser.ReadAsync("/admin/printables/sign-in")).QuerySelectorAll("section[data-half-day]").Length);
    }

    /// <summary>The program with a shell script in place of WeasyPrint.</summary>
    public sealed class FailingRendererSite : IAsyncLifetime
    {
        private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("modmat-printer-");

        internal SiteProcess Server { get; private set; } = null!;

        public string[] Kept =>
            Directory.Exists(Path.Combine(folder.FullName, "data", "printables"))
                ? Directory.GetFiles(Path.Combine(folder.FullName, "data", "printables"))
                : [];

        public async Task InitializeAsync()
        {
            var program = Path.Combine(folder.FullName, "weasyprint");
            await File.WriteAllTextAsync(program, "#!/bin/sh\n. \"${0%/*}/behaviour\"\n");
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            Server = await SiteProcess.ServeAsync(
                [$"--Site:DataPath={folder.CreateSubdirectory("data").FullName}", "--Papers:LimitSeconds=1"],
                path: folder.FullName
            );
        }

        public Task SetRendererAsync(string script) => File.WriteAllTextAsync(Path.Combine(folder.FullName, "behaviour"), script + "\n");

        public async Task DisposeAsync()
        {
            await Server.DisposeAsync();
            folder.Delete(recursive: true);
        }
    }
}
