using System.IO.Compression;
using System.Net;
using System.Text;
using ModMatWorkshop.Domain.Organisers;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Web.Tests.Pages.Admin;

/// <summary>The list of printables, who may open them, and the archive of all of them.</summary>
[Collection(nameof(PrintTestSite))]
public sealed class PrintableListTests(PrintTestSite printer)
{
    [Fact]
    public async Task Every_printable_is_listed_with_its_page_and_its_PDF_in_both_languages()
    {
        var page = await printer.French.ReadAsync("/admin/printables");

        Assert.Equal(
            [
                "book",
                "programme-a4",
                "programme-a3",
                "poster-labels",
                "badges",
                "sign-in",
                "certificates",
                "reception",
                "caterer",
                "funder",
                "call",
            ],
            page.AttributeOfAll("[data-printable]", "data-printable")
        );
        Assert.Equal(
            PrintedPdf.WhyUnreadable is null
                ?
                [
                    "/admin/printables/badges?lang=fr",
                    "/admin/printables/badges?lang=en",
                    "/admin/printables/badges.pdf?lang=fr",
                    "/admin/printables/badges.pdf?lang=en",
                ]
                : ["/admin/printables/badges?lang=fr", "/admin/printables/badges?lang=en"],
            page.AttributeOfAll("[data-printable=badges] a", "href")
        );
        foreach (var address in page.AttributeOfAll("[data-printable]:not([data-printable=certificates]) td:nth-of-type(1) a", "href"))
            Assert.Equal(
                address.Contains("/en", StringComparison.Ordinal) || address.EndsWith("lang=en", StringComparison.Ordinal) ? "en" : "fr",
                (await printer.French.ReadAsync(address)).DocumentElement.GetAttribute("lang")
            );
        Assert.Equal("page", page.QuerySelector("nav a[href='/admin/printables']")!.GetAttribute("aria-current"));
    }

    [Theory]
    [InlineData("/admin/printables")]
    [InlineData("/admin/printables/badges")]
    [InlineData("/admin/printables/badges.pdf")]
    [InlineData("/admin/printables/sign-in.pdf?lang=en")]
    [InlineData("/admin/printables/poster-labels.pdf")]
    [InlineData("/admin/printables/all.zip")]
    [InlineData("/admin/reports/reception.pdf")]
    public async Task Only_organisers_open_the_printables(string address)
    {
        using var visitor = printer.Site.CreateClient();
        using var helper = await printer.Site.SignedInAsync(OrganiserRoles.Helper);

        Assert.Equal("/admin/login", (await visitor.GetAsync(address)).Headers.Location?.AbsolutePath);
        Assert.Equal("/admin/denied", (await helper.GetAsync(address)).Headers.Location?.AbsolutePath);
    }

    [Theory]
    [InlineData("/admin/printables/badges?number=9999")]
    [InlineData("/admin/printables/badges?number=107")]
    [InlineData("/admin/printables/badges?number=x")]
    [InlineData("/admin/printables/badges?blank=-3")]
    [InlineData("/admin/printables/badges.pdf?number=9999")]
    [InlineData("/admin/printables/sign-in?half-day=2021-09-25-morning")]
    [InlineData("/admin/printables/sign-in.pdf?half-day=x")]
    [InlineData("/admin/printables/nothing")]
    [InlineData("/admin/printables/nothing.pdf")]
    [InlineData("/admin/printables/reception")]
    [InlineData("/admin/printables/some.zip")]
    public async Task An_unknown_printable_or_parameter_is_not_found(string address) =>
        Assert.Equal(HttpStatusCode.NotFound, (await printer.French.GetAsync(address)).StatusCode);

    [Trait("Category", "prove")]
    [PdfTheory]
    [InlineData("reception", "Liste de l’accueil", "Reception list")]
    [InlineData("caterer", "Fiche du traiteur", "Catering sheet")]
    [InlineData("funder", "Bilan des participants", "Participation report")]
    [InlineData("call", "Bilan de l’appel", "Report on the call")]
    public async Task A_report_is_printed_without_the_controls_of_its_page(string report, string french, string english)
    {
        foreach (var (language, title) in new[] { ("fr", french), ("en", english) })
        {
            var pdf = await printer.PdfAsync($"/admin/reports/{report}.pdf?lang={language}");
            var text = await pdf.TextAsync();
            Assert.Equal((true, false), (text.Contains(title, StringComparison.Ordinal), text.Contains("CSV", StringComparison.Ordinal)));
            Assert.Equal([], (await pdf.WordsAsync()).Where(w => w.Left < 10 || w.Right > 200));
        }
    }

    [PdfFact]
    [Trait("Category", "prove")]
    public async Task The_archive_has_every_printable_and_no_PDF_with_names_is_kept_on_disk()
    {
        using var answer = await printer.French.GetAsync("/admin/printables/all.zip?lang=en");
        using var zip = new ZipArchive(await answer.Content.ReadAsStreamAsync());

        Assert.Equal(
            ("application/zip", "attachment; filename=\"modmat-2021-en.zip\"", "no-store"),
            (
                answer.Content.Headers.ContentType?.ToString(),
                answer.Content.Headers.GetValues("Content-Disposition").Single(),
                answer.Headers.CacheControl?.ToString()
            )
        );
        Assert.Equal(
            [
                "modmat-2021-book-en.pdf",
                "modmat-2021-programme-a4-en.pdf",
                "modmat-2021-programme-a3-en.pdf",
                "modmat-2021-poster-labels-en.pdf",
                "modmat-2021-badges-en.pdf",
                "modmat-2021-sign-in-en.pdf",
                "modmat-2021-reception-en.pdf",
                "modmat-2021-caterer-en.pdf",
                "modmat-2021-funder-en.pdf",
            ],
            zip.Entries.Select(e => e.FullName)
        );
        Assert.All(zip.Entries, entry =>
        {
            using var stream = entry.Open();
            var head = new byte[5];
            stream.ReadExactly(head);
            Assert.Equal("%PDF-", Encoding.ASCII.GetString(head));
        });
        Assert.NotEmpty(Directory.GetFiles(Path.Combine(printer.Site.DataPath, "printables")));
        Assert.All(Directory.GetFiles(Path.Combine(printer.Site.DataPath, "printables")), file =>
            Assert.Matches(@"/(book|programme-a[34]|poster-labels)-(fr|en)-[0-9]+-[0-9a-f]{8}\.pdf$", file)
        );
    }
}
