using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using ModMatWorkshop.Browser.Tests.Pages;

namespace ModMatWorkshop.Browser.Tests;

[Collection(nameof(Chromium))]
public sealed partial class PrintTests(Chromium chromium)
{
    [BrowserTheory]
    [InlineData("/programme", Chromium.BeforeTheWorkshop)]
    [InlineData("/en/programme", Chromium.BeforeTheWorkshop)]
    [InlineData("/programme", Chromium.DuringTheFirstTalk)]
    [InlineData("/en/programme", Chromium.LongAfter)]
    [InlineData("/programme?zone=Asia/Tokyo", Chromium.LongAfter)]
    public Task The_programme_prints_on_one_sheet_of_A4(string path, string at) =>
        chromium.VisitAsync(path, async page => Assert.Equal([(210, 297)], (await PrintedPdf.PrintAsync(page)).Sheets), at: at);

    [BrowserFact]
    public Task The_programme_prints_on_one_sheet_of_A4_with_favourites() =>
        chromium.VisitAsync(
            "/programme",
            async page =>
            {
                var programme = new ProgrammePage(page);
                await programme.ToggleStarAsync("o1");

                Assert.Equal([(210, 297)], (await PrintedPdf.PrintAsync(page)).Sheets);
            },
            new(Reader.On(Reader.Phone)) { ColorScheme = ColorScheme.Dark }
        );

    [PdfTheory]
    [InlineData("/programme")]
    [InlineData("/en/programme")]
    public Task The_printed_programme_has_the_times_and_the_text_of_every_row(string path) => chromium.VisitAsync(path, async page =>
        {
            var programme = new ProgrammePage(page);
            var rows = await programme.TextsOfRowsAsync();
            var times = await programme.TimesOfRowsAsync();
            Assert.Equal((30, 30), (rows.Count, times.Count));

            var sheet = await (await PrintedPdf.PrintAsync(page)).TextAsync();

            Assert.Equal(times, TimesOfRow().Matches(sheet.Replace('\u202f', ' ')).Select(match => match.Value));
            Faults.None([.. rows.Where(row => !Letters(sheet).Contains(Letters(row), StringComparison.Ordinal))]);
        });

    [PdfTheory]
    [InlineData("/resumes/p3", "Texte condensé")]
    [InlineData("/en/abstracts/o1", "condensed")]
    public Task An_abstract_prints_its_text_and_no_controls(string path, string note) => chromium.VisitAsync(path, async page =>
        {
            var text = await (await PrintedPdf.PrintAsync(page)).TextAsync();

            Assert.Contains(Letters(await page.Locator("#abstract").InnerTextAsync()), Letters(text), StringComparison.Ordinal);
            Assert.Contains(note, text, StringComparison.Ordinal);
            // The sheet says which site it is from.
            Assert.Contains("ModMat 2021", text, StringComparison.Ordinal);
            Assert.Contains(
                (await page.Locator("link[rel=canonical]").GetAttributeAsync("href"))!,
                string.Concat(text.Where(c => !char.IsWhiteSpace(c))),
                StringComparison.Ordinal
            );
            foreach (var control in new[] { "Favori", "BibTeX", "Programme", "Suivant", "Next" })
                Assert.DoesNotContain(control, text, StringComparison.Ordinal);
        });

    /// <summary>Letters only, because print breaks lines elsewhere, hyphenates words and sets subscripts.</summary>
    private static string Letters(string text) => string.Concat(text.Normalize(NormalizationForm.FormKC).Where(char.IsLetter));

    [GeneratedRegex(@"\d{1,2}( h |:)\d\d–\d{1,2}( h |:)\d\d")]
    private static partial Regex TimesOfRow();
}
