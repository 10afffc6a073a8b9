namespace ModMatWorkshop.Browser.Tests;

/// <summary>How the programme and the contents of the book are set: baselines, indents and names.</summary>
[Collection(nameof(Chromium))]
public sealed class TypesettingTests(Chromium chromium)
{
    /// <summary>An inline block without text stands on the baseline of the first line of its element.</summary>
    private const string OffBaseline = """
        (parts) => {
          const baseline = (element) => {
            const mark = document.createElement('span');
            mark.style.display = 'inline-block';
            element.prepend(mark);
            const { bottom } = mark.getBoundingClientRect();
            mark.remove();
            return bottom;
          };
          return [...document.querySelectorAll('[data-kind]')].flatMap((row) => {
            const [first, ...others] = parts.map((part) => row.querySelector(part)).filter(Boolean).map(baseline);
            return others.some((other) => Math.abs(other - first) > 0.6) ? [`${row.id}: ${others.map((other) => other - first)}`] : [];
          });
        }
        """;

    /// <summary>The titles with a line that does not begin where the first one does, or that begins left of the end of the code.</summary>
    private const string NotIndented = """
        () => [...document.querySelectorAll('nav a[href^="#b-"]')].filter((link) => {
          const [code, title] = link.children;
          const range = document.createRange();
          range.selectNodeContents(title);
          const lines = new Map();
          for (const box of range.getClientRects()) {
            const line = Math.round(box.bottom / 8);
            lines.set(line, Math.min(lines.get(line) ?? Infinity, box.left));
          }
          const lefts = [...lines.values()];
          return lefts.some((left) => Math.abs(left - lefts[0]) > 1.5 || left < code.getBoundingClientRect().right - 1);
        }).map((link) => link.textContent)
        """;

    /// <summary>The names of laboratories on more than one line.</summary>
    private const string Broken = """
        () => [...document.querySelectorAll('[data-part=speaker] + span > span:first-child')].filter((name) => {
          const range = document.createRange();
          range.selectNodeContents(name);
          return new Set([...range.getClientRects()].map((box) => Math.round(box.top))).size > 1;
        }).map((name) => name.textContent)
        """;

    [BrowserTheory]
    [InlineData("/programme", Reader.Phone, "time", "[data-part=title]")]
    [InlineData("/en/programme", Reader.Tablet, "time", "[data-part=title]")]
    [InlineData("/programme", Reader.Desktop, "time", "[data-part=title]", "[data-part=speaker]")]
    public Task Hours_titles_and_speakers_of_a_row_share_a_baseline(string path, int width, params string[] parts) =>
        chromium.VisitAsync(path, async page => Faults.None(await page.EvaluateAsync<string[]>(OffBaseline, parts)), Reader.On(width));

    [BrowserTheory]
    [InlineData("/livret", Reader.Phone)]
    [InlineData("/en/book", Reader.Tablet)]
    public Task In_the_contents_of_the_book_titles_hang_beside_their_codes(string path, int width) =>
        chromium.VisitAsync(
            path,
            async page =>
            {
                Assert.Equal(32, await page.Locator("nav a[href^='#b-']").CountAsync());
                Faults.None(await page.EvaluateAsync<string[]>(NotIndented));
            },
            Reader.On(width)
        );

    [BrowserTheory]
    [InlineData("/programme", Reader.Phone)]
    [InlineData("/en/programme", Reader.Desktop)]
    public Task The_name_of_a_laboratory_is_not_broken(string path, int width) =>
        chromium.VisitAsync(
            path,
            async page =>
            {
                Assert.True(await page.Locator("[data-part=speaker] + span > span:first-child").CountAsync() > 20);
                Faults.None(await page.EvaluateAsync<string[]>(Broken));
            },
            Reader.On(width)
        );
}
