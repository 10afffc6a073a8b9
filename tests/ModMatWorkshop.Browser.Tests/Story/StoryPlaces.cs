using Microsoft.Playwright;

namespace ModMatWorkshop.Browser.Tests.Story;

/// <summary>Reads the accepted abstracts where the site shows them.</summary>
public static class StoryPlaces
{
    /// <summary>Title and people of each article of the book, formulas as ¤.</summary>
    private const string ReadBook = """
        () => [...document.querySelectorAll('article[id^="b-"]')].map((article) => {
          const text = (node) => {
            const copy = node.cloneNode(true);
            copy.querySelectorAll('math').forEach((formula) => formula.replaceWith('¤'));
            return copy.textContent.replace(/\s+/g, ' ').trim();
          };
          const byline = [...article.querySelectorAll('header > p')][1];
          const people = text(byline).replaceAll(' ,', ',');
          return `${article.id.slice(2)}: ${text(article.querySelector('header h3'))} — ${people} | `
            + [...article.querySelectorAll('header > ol > li')].map(text).join(' | ');
        })
        """;

    private const string ReadTitles = """
        (links) => links.map((link) => {
          const copy = link.cloneNode(true);
          copy.querySelectorAll('math').forEach((formula) => formula.replaceWith('¤'));
          return `${link.getAttribute('href').split('/').at(-1)}: ${copy.textContent.replace(/\s+/g, ' ').trim()}`;
        })
        """;

    public static async Task<IReadOnlyList<string>> InBookAsync(IPage page)
    {
        await page.GotoAsync("/en/book");
        return await page.EvaluateAsync<string[]>(ReadBook);
    }

    /// <summary>The titles that link to abstracts, each with its code.</summary>
    public static async Task<IReadOnlyList<string>> TitlesAsync(IPage page, string address, string links)
    {
        await page.GotoAsync(address);
        return await page.Locator(links).EvaluateAllAsync<string[]>(ReadTitles);
    }

    /// <summary>The text of one abstract on its page.</summary>
    public static async Task<string> TextAsync(IPage page, string code)
    {
        await page.GotoAsync($"/en/abstracts/{code.ToLowerInvariant()}");
        return await page.Locator("#abstract").InnerTextAsync();
    }

    /// <summary>With typewriter's quotation marks, and spaces that may break.</summary>
    public static string Straight(string text) =>
        text.Replace('“', '"').Replace('”', '"').Replace('‘', '\'').Replace('’', '\'').Replace('\u00A0', ' ').Replace('\u202F', ' ');

    /// <summary>
    /// Whether <c>fonts-noto-core</c> has the letters and <c>pdftotext</c> gives them back in their order: not Chinese, Japanese, Korean,
    /// Hindi.
    /// </summary>
    public static bool IsPrintable(string name) => name.All(c => c < '\u0900' || c is >= '\u1E00' and < '\u2E80');

    public static async Task<string> BookPdfAsync(IPage page)
    {
        await page.GotoAsync("/en/book");
        var download = await page.RunAndWaitForDownloadAsync(
            () => page.Locator("a[href$='book.pdf']").First.ClickAsync(),
            new() { Timeout = 120_000 }
        );
        return await PrintedPdf.Of(await File.ReadAllBytesAsync((await download.PathAsync())!)).TextAsync();
    }
}
