using Microsoft.Playwright;

namespace ModMatWorkshop.Browser.Tests;

/// <summary>Every page of the sitemap, in both languages. Each is loaded once and then checked at every size and colour scheme.</summary>
[Collection(nameof(Chromium))]
public sealed class EveryPageTests(Chromium chromium)
{
    private static readonly IReadOnlyList<(
        string Name,
        int Width,
        ColorScheme Colours,
        int Text,
        Func<IPage, Task<IReadOnlyList<string>>> FindFaults
    )> Readers =
    [
        ("light on a phone", Reader.Phone, ColorScheme.Light, 100, Axe.ViolationsAsync),
        ("dark on a phone", Reader.Phone, ColorScheme.Dark, 100, Axe.ViolationsAsync),
        ("dark on a desktop", Reader.Desktop, ColorScheme.Dark, 100, Axe.ViolationsAsync),
        ("light on a desktop", Reader.Desktop, ColorScheme.Light, 100, Axe.ViolationsAsync),
        ("text twice as large", Reader.Desktop, ColorScheme.Light, 200, LayoutProbe.ClippedElementsAsync),
        ("fits a phone", Reader.Phone, ColorScheme.Light, 100, LayoutProbe.ClippedElementsAsync),
        ("fits the smallest phone", 320, ColorScheme.Light, 100, LayoutProbe.ClippedElementsAsync),
    ];

    [Trait("Category", "prove")]
    [BrowserFact]
    public async Task Every_page_is_accessible_and_fits_the_screen_at_every_size_and_in_every_colour_scheme()
    {
        var paths = (await chromium.SitemapPathsAsync()).Union(PageKind.All.SelectMany(kind => kind.Paths));
        Faults.None(await chromium.CheckPagesAsync(paths, FindAllFaultsAsync, parallel: 3));
    }

    [Trait("Category", "prove")]
    [BrowserTheory]
    [InlineData(Chromium.DuringTheFirstTalk)]
    [InlineData(Chromium.LongAfter)]
    public async Task Every_kind_of_page_is_accessible_and_fits_the_screen_during_and_after_the_workshop(string at)
    {
        var paths = PageKind.All.SelectMany(kind => kind.Paths);
        Faults.None(await chromium.CheckPagesAsync(paths, FindAllFaultsAsync, at: at, parallel: 3));
    }

    [BrowserTheory]
    [InlineData("@media (prefers-color-scheme: dark) { h1 { color: #444 } }", "dark on a phone, dark on a desktop")]
    [InlineData("@media (prefers-color-scheme: light) and (min-width: 1000px) { h1 { color: #ddd } }", "light on a desktop")]
    [InlineData("@media (max-width: 340px) { h1 { width: 400px; text-align: right } }", "fits the smallest phone")]
    [InlineData("@media (max-width: 500px) { h1 { width: 400px; text-align: right } }", "fits a phone, fits the smallest phone")]
    [InlineData("@media (min-width: 1000px) { h1 { width: 60rem; max-width: none; text-align: right } }", "text twice as large")]
    [InlineData("", "")]
    public async Task A_fault_at_one_size_or_colour_scheme_is_found(string style, string expectedReaders)
    {
        var faults = await chromium.CheckPagesAsync(["/confidentialite"], async page =>
        {
            // The content security policy forbids a style element, but not an adopted style sheet.
            await page.EvaluateAsync("async style => document.adoptedStyleSheets.push(await new CSSStyleSheet().replace(style))", style);
            return await FindAllFaultsAsync(page);
        });
        Assert.Equal(expectedReaders, string.Join(", ", faults.Select(fault => fault.Split(": ")[1]).Distinct()));
    }

    private static async Task<IReadOnlyList<string>> FindAllFaultsAsync(IPage page)
    {
        List<string> faults = [];
        foreach (var (name, width, colours, text, findFaults) in Readers)
        {
            await page.SetViewportSizeAsync(width, 800);
            await page.EmulateMediaAsync(new() { ColorScheme = colours });
            await Reader.EnlargeTextAsync(page, text);
            faults.AddRange((await findFaults(page)).Select(fault => $"{name}: {fault}"));
        }
        return faults;
    }
}
