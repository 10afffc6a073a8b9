using Microsoft.EntityFrameworkCore;

namespace ModMatWorkshop.Web.Tests.Pages.Admin;

/// <summary>The PDFs for the walls: the programme on one sheet, and the labels of the poster boards.</summary>
[Collection(nameof(PrintTestSite))]
public sealed class ProgrammeSheetTests(PrintTestSite printer)
{
    [PdfTheory]
    [InlineData("/programme.pdf", 210, 297)]
    public Task The_programme_fits_on_one_sheet_with_every_row(string address, int width, int height) =>
        AssertOneSheetAsync(address, width, height);

    [PdfTheory]
    [Trait("Category", "prove")]
    [InlineData("/programme.pdf?lang=en", 210, 297)]
    [InlineData("/admin/printables/programme-a3.pdf?lang=en", 420, 297)]
    [InlineData("/admin/printables/programme-a3.pdf?lang=fr", 420, 297)]
    public Task The_programme_fits_on_one_sheet_in_other_sizes_and_languages_too(string address, int width, int height) =>
        AssertOneSheetAsync(address, width, height);

    [QrCodeFact]
    public async Task The_QR_code_of_the_programme_links_to_the_current_programme() =>
        Assert.Equal(
            ["https://modmat.test/en/programme"],
            await (await printer.PdfAsync("/admin/printables/programme-a3.pdf?lang=en")).CodesAsync()
        );

    [Trait("Category", "prove")]
    [QrCodeFact]
    public async Task Each_poster_has_a_label_with_its_board_title_authors_and_a_QR_code_to_its_abstract()
    {
        foreach (var (language, path) in new[] { ("fr", "resumes"), ("en", "en/abstracts") })
        {
            var labels = await printer.PdfAsync($"/admin/printables/poster-labels.pdf?lang={language}");
            var posters = await printer.DbAsync(db =>
                db.Contributions.AsNoTracking()
                    .Where(c => c.Kind == Domain.Programme.ContributionKind.Poster)
                    .OrderBy(c => c.Number)
                    .ToListAsync()
            );
            var pages = (await labels.PagesAsync()).Select(PrintedPdf.Letters).ToList();

            Assert.Equal(Enumerable.Repeat((210, 297), 5), await labels.SheetsAsync());
            Assert.Equal(
                [],
                posters
                    .Where(
                        (p, i) =>
                            !pages[i / 2].Contains(PrintedPdf.Letters(p.Title), StringComparison.Ordinal)
                            || !p.Authors.All(a => pages[i / 2].Contains(PrintedPdf.Letters(a.Name), StringComparison.Ordinal))
                    )
                    .Select(p => p.Code)
            );
            Assert.Equal(
                posters.Select(p => $"https://modmat.test/{path}/{p.Code}").Order(StringComparer.Ordinal),
                (await labels.CodesAsync()).Order(StringComparer.Ordinal)
            );
            Assert.Equal([], (await labels.WordsAsync()).Where(w => w.Left < 8 || w.Right > 202 || w.Top < 148.5 && w.Bottom > 145));
        }
    }

    private async Task AssertOneSheetAsync(string address, int width, int height)
    {
        var sheet = await printer.PdfAsync(address);
        var text = PrintedPdf.Letters(await sheet.TextAsync());
        var page = await printer.French.ReadAsync(address.EndsWith("en", StringComparison.Ordinal) ? "/en/programme" : "/programme");

        Assert.Equal([(width, height)], await sheet.SheetsAsync());
        Assert.Equal(30, page.QuerySelectorAll("[data-kind] [data-part=title]").Length);
        Assert.Equal(
            [],
            page.SeenAll("[data-part=title], [data-part=speaker]")
                .Where(seen => !text.Contains(PrintedPdf.Letters(seen), StringComparison.Ordinal))
        );
        Assert.Equal([], (await sheet.WordsAsync()).Where(w => w.Left < 8 || w.Right > width - 8 || w.Bottom > height - 4));
    }
}
