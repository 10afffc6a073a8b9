using System.Globalization;
using Microsoft.Playwright;

namespace ModMatWorkshop.Browser.Tests.Pages;

/// <summary>What every page of the site has.</summary>
public class SitePage(IPage page)
{
    private const string LanguageSwitch = "[data-switch-language]";
    private const string Hours = "main time";

    protected IPage Page => page;

    /// <summary>Path and query, as the address bar shows them.</summary>
    public string Address => new Uri(page.Url).PathAndQuery;

    public async Task<string> LanguageAsync() => await page.Locator("html").GetAttributeAsync("lang") ?? "";

    public Task SwitchLanguageAsync() => FollowAsync(page.Locator(LanguageSwitch));

    /// <summary>The hours as one reads them, with ordinary spaces.</summary>
    public async Task<IReadOnlyList<string>> HoursAsync() => [.. (await page.Locator(Hours).AllInnerTextsAsync()).Select(Plain)];

    /// <summary>The same hours as machines read them, with the offset of the zone they were written in.</summary>
    public async Task<IReadOnlyList<DateTimeOffset>> InstantsAsync() =>
        [
            .. (await page.Locator(Hours).EvaluateAllAsync<string[]>("times => times.map(time => time.dateTime)")).Select(text =>
                DateTimeOffset.Parse(text, CultureInfo.InvariantCulture)
            ),
        ];

    /// <summary>Presses what leads to another address, and is there.</summary>
    protected async Task FollowAsync(ILocator way)
    {
        var here = page.Url;
        await way.ClickAsync();
        await Arrival.ElsewhereAsync(page, here);
    }

    protected static string Plain(string text) => text.Replace('\u202f', ' ').Replace('\u00a0', ' ').Trim();
}
