using Microsoft.Playwright;

namespace ModMatWorkshop.Browser.Tests;

/// <summary>Every page that the site lists, in both languages.</summary>
[Collection(nameof(Chromium))]
[Trait("Category", "prove")]
public sealed class EveryPageTests(Chromium chromium)
{
    [BrowserTheory]
    [InlineData(Reader.Phone, ColorScheme.Light)]
    [InlineData(Reader.Phone, ColorScheme.Dark)]
    [InlineData(Reader.Desk, ColorScheme.Light)]
    [InlineData(Reader.Desk, ColorScheme.Dark)]
    public Task Axe_finds_nothing_on_any_page(int width, ColorScheme colours) =>
        OnEveryPageAsync(Axe.ViolationsAsync, Reader.On(width, colours));

    [BrowserTheory]
    [InlineData(320)]
    [InlineData(Reader.Phone)]
    public Task Nothing_is_cut_on_a_phone(int width) => OnEveryPageAsync(Fit.WhatIsCutAsync, Reader.On(width));

    [BrowserFact]
    public Task Nothing_is_cut_when_text_is_twice_as_large() =>
        OnEveryPageAsync(
            async page =>
            {
                await Reader.EnlargeTextAsync(page, percent: 200);
                return await Fit.WhatIsCutAsync(page);
            },
            Reader.On(Reader.Desk));

    private async Task OnEveryPageAsync(Func<IPage, Task<IReadOnlyList<string>>> look, BrowserNewContextOptions reader)
    {
        var paths = (await chromium.EveryPathAsync()).Union(KindOfPage.All.SelectMany(kind => kind.Paths));
        Faults.None(await chromium.WalkAsync(paths, look, reader));
    }
}
