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
    public Task The_programme_is_one_sheet_of_A4(string path, string at) =>
        chromium.VisitAsync(path, async page => Assert.Equal([(210, 297)], (await PrintedPdf.PrintAsync(page)).Sheets), at: at);

    [BrowserFact]
    public Task The_programme_of_a_reader_with_favourites_is_one_sheet_too() =>
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
    public Task The_sheet_has_every_row_with_its_hours_its_title_and_its_speaker(string path) => chromium.VisitAsync(path, async page =>
        {
            var programme = new ProgrammePage(page);
            var rows = await programme.TextsOfRowsAsync();
            var hours = await programme.TimesOfRowsAsync();
            Assert.Equal((30, 30), (rows.Count, hours.Count));

            var sheet = await (await PrintedPdf.PrintAsync(page)).TextAsync();

            Assert.Equal(hours, HoursOfARow().Matches(sheet.Replace('\u202f', ' ')).Select(match => match.Value));
            Faults.None([.. rows.Where(row => !Letters(sheet).Contains(Letters(row), StringComparison.Ordinal))]);
        });

    [PdfTheory]
    [InlineData("/resumes/p3", "Texte condensé")]
    [InlineData("/en/abstracts/o1", "condensed")]
    public Task An_abstract_prints_what_is_to_be_read_and_no_controls(string path, string note) => chromium.VisitAsync(path, async page =>
        {
            var text = await (await PrintedPdf.PrintAsync(page)).TextAsync();

            Assert.Contains(Letters(await page.Locator("#abstract").InnerTextAsync()), Letters(text), StringComparison.Ordinal);
            Assert.Contains(note, text, StringComparison.Ordinal);
            foreach (var control in new[] { "Favori", "BibTeX", "Programme", "Suivant", "Next" })
                Assert.DoesNotContain(control, text, StringComparison.Ordinal);
        });

    /// <summary>What remains when lines are broken elsewhere, words hyphenated, and digits set below the line.</summary>
    private static string Letters(string text) => string.Concat(text.Normalize(NormalizationForm.FormKC).Where(char.IsLetter));

    [GeneratedRegex(@"\d{1,2}( h |:)\d\d–\d{1,2}( h |:)\d\d")]
    private static partial Regex HoursOfARow();
}
