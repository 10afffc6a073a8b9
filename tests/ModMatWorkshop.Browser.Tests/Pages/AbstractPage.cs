using Microsoft.Playwright;

namespace ModMatWorkshop.Browser.Tests.Pages;

public sealed class AbstractPage(IPage page) : SitePage(page)
{
    public static async Task<AbstractPage> OpenAsync(IPage page, string path)
    {
        await page.GotoAsync(path);
        return new(page);
    }

    public Task ToggleStarAsync() => Page.Locator("[data-star-text]").GetByRole(AriaRole.Button).ClickAsync();

    public async Task<string> WhenAsync() =>
        string.Join("", (await Page.Locator("main header a:has(time)").AllInnerTextsAsync()).Select(Plain));
}
