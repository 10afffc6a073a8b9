using System.Globalization;
using Microsoft.Playwright;

namespace ModMatWorkshop.Browser.Tests.Pages;

/// <summary>What every page of the site has.</summary>
public class SitePage(IPage page)
{
    private const string LanguageSwitch = "[data-switch-language]";
    private const string Times = "main time";

    protected IPage Page => page;

    /// <summary>Path and query, as the address bar shows them.</summary>
    public string Address => new Uri(page.Url).PathAndQuery;

    public async Task<string> LanguageAsync() => await page.Locator("html").GetAttributeAsync("lang") ?? "";

    public Task SwitchLanguageAsync() => FollowAsync(page.Locator(LanguageSwitch));

    /// <summary>All times in the content, as shown, with ordinary spaces.</summary>
    public async Task<IReadOnlyList<string>> TimesAsync() => [.. (await page.Locator(Times).AllInnerTextsAsync()).Select(Plain)];

    /// <summary>The same times from the <c>datetime</c> attributes, with the offset written there.</summary>
    public async Task<IReadOnlyList<DateTimeOffset>> InstantsAsync() =>
        [
            .. (await page.Locator(Times).EvaluateAllAsync<string[]>("times => times.map(time => time.dateTime)")).Select(text =>
                DateTimeOffset.Parse(text, CultureInfo.InvariantCulture)
            ),
        ];

    /// <summary>Clicks a link or button and waits for the next page.</summary>
    protected async Task FollowAsync(ILocator link)
    {
        var address = page.Url;
        await link.ClickAsync();
        await Arrival.WaitForOtherAddressAsync(page, address);
    }

    protected static string Plain(string text) => text.Replace('\u202f', ' ').Replace('\u00a0', ' ').Trim();
}
