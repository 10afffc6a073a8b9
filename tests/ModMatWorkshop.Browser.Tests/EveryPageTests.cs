using Microsoft.Playwright;

namespace ModMatWorkshop.Browser.Tests;

/// <summary>Every page that the site lists, in both languages. Each is loaded once and then seen by all readers.</summary>
[Collection(nameof(Chromium))]
public sealed class EveryPageTests(Chromium chromium)
{
    private static readonly IReadOnlyList<(
        string Name,
        int Width,
        ColorScheme Colours,
        int Text,
        Func<IPage, Task<IReadOnlyList<string>>> Look
    )> Readers =
    [
        ("light on a phone", Reader.Phone, ColorScheme.Light, 100, Axe.ViolationsAsync),
        ("dark on a phone", Reader.Phone, ColorScheme.Dark, 100, Axe.ViolationsAsync),
        ("dark at a desk", Reader.Desktop, ColorScheme.Dark, 100, Axe.ViolationsAsync),
        ("light at a desk", Reader.Desktop, ColorScheme.Light, 100, Axe.ViolationsAsync),
        ("text twice as large", Reader.Desktop, ColorScheme.Light, 200, LayoutProbe.ClippedElementsAsync),
        ("fits a phone", Reader.Phone, ColorScheme.Light, 100, LayoutProbe.ClippedElementsAsync),
        ("fits the smallest phone", 320, ColorScheme.Light, 100, LayoutProbe.ClippedElementsAsync),
    ];

    [Trait("Category", "prove")]
    [BrowserFact]
    public async Task Axe_finds_nothing_and_nothing_is_cut_on_any_page_in_any_size_and_colours()
    {
        var paths = (await chromium.SitemapPathsAsync()).Union(PageKind.All.SelectMany(kind => kind.Paths));
        Faults.None(await chromium.CheckPagesAsync(paths, AllLookAsync, parallel: 3));
    }

    [BrowserTheory]
    [InlineData("@media (prefers-color-scheme: dark) { h1 { color: #444 } }", "dark on a phone, dark at a desk")]
    [InlineData("@media (prefers-color-scheme: light) and (min-width: 1000px) { h1 { color: #ddd } }", "light at a desk")]
    [InlineData("@media (max-width: 340px) { h1 { width: 400px; text-align: right } }", "fits the smallest phone")]
    [InlineData("@media (max-width: 500px) { h1 { width: 400px; text-align: right } }", "fits a phone, fits the smallest phone")]
    [InlineData("@media (min-width: 1000px) { h1 { width: 60rem; max-width: none; text-align: right } }", "text twice as large")]
    [InlineData("", "")]
    public async Task A_fault_that_only_some_readers_meet_is_found(string style, string met)
    {
        var faults = await chromium.CheckPagesAsync(["/confidentialite"], async page =>
        {
            // The policy of the site forbids any style but its own, except from the browser itself.
            await page.EvaluateAsync("async style => document.adoptedStyleSheets.push(await new CSSStyleSheet().replace(style))", style);
            return await AllLookAsync(page);
        });
        Assert.Equal(met, string.Join(", ", faults.Select(fault => fault.Split(": ")[1]).Distinct()));
    }

    private static async Task<IReadOnlyList<string>> AllLookAsync(IPage page)
    {
        List<string> faults = [];
        foreach (var (name, width, colours, text, look) in Readers)
        {
            await page.SetViewportSizeAsync(width, 800);
            await page.EmulateMediaAsync(new() { ColorScheme = colours });
            await Reader.EnlargeTextAsync(page, text);
            faults.AddRange((await look(page)).Select(fault => $"{name}: {fault}"));
        }
        return faults;
    }
}
