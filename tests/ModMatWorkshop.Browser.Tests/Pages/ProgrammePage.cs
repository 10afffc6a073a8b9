using Microsoft.Playwright;

namespace ModMatWorkshop.Browser.Tests.Pages;

/// <summary>The timetable with its favourites and its choice of time zone.</summary>
public sealed class ProgrammePage(IPage page) : SitePage(page)
{
    private const string Rows = "[id][data-kind]";
    private const string Zone = "[data-zone-form] select";
    private const string ZoneButton = "[data-zone-form] button";
    private const string ZoneName = "[data-zone-name]";
    private const string FavouritesBar = "[data-favourites]";

    public static async Task<ProgrammePage> OpenAsync(IPage page, string path = "/programme")
    {
        await page.GotoAsync(path);
        return new(page);
    }

    /// <summary>Codes and slugs of the visible rows, in page order.</summary>
    public async Task<IReadOnlyList<string>> RowsAsync() =>
        await Page.Locator(Rows).Filter(new() { Visible = true }).EvaluateAllAsync<string[]>("rows => rows.map(row => row.id)");

    /// <summary>The visible headings of days and sessions, with ordinary spaces.</summary>
    public Task<IReadOnlyList<string>> HeadingsAsync() => VisibleTextsAsync("section :is(h2, h3)");

    /// <summary>The visible links of the bar of days.</summary>
    public Task<IReadOnlyList<string>> DaysAsync() => VisibleTextsAsync("main nav a");

    /// <summary>What the page says about the filter; empty while it says nothing.</summary>
    public async Task<string> StatusAsync() => Plain(await Page.Locator("[data-no-favourites]").InnerTextAsync());

    /// <summary>The visible text of each row.</summary>
    public Task<IReadOnlyList<string>> TextsOfRowsAsync() => Page.Locator(Rows).AllInnerTextsAsync();

    /// <summary>The id of the row that contains a label such as "On now", or empty.</summary>
    public async Task<string> RowLabelledAsync(string words) =>
        string.Join(
            ' ',
            await Page.Locator(Rows).Filter(new() { HasText = words }).EvaluateAllAsync<string[]>("rows => rows.map(row => row.id)")
        );

    /// <summary>The start and end of each row, as shown.</summary>
    public async Task<IReadOnlyList<string>> TimesOfRowsAsync() =>
        [.. (await TimesAsync()).Chunk(2).Select(pair => string.Join("–", pair))];

    /// <summary>The start and end of one row, as shown, with the day if it is another one.</summary>
    public async Task<string> TimesOfAsync(string row) =>
        string.Join("–", (await Page.Locator($"#{row} time").AllInnerTextsAsync()).Select(Plain));

    public async Task<string> ZoneNameAsync() => Plain(await Page.Locator(ZoneName).InnerTextAsync());

    public async Task<string> ChosenZoneAsync() => await Page.Locator(Zone).InputValueAsync();

    public async Task<IReadOnlyList<string>> ZonesAsync() => await Page.Locator(Zone).GetByRole(AriaRole.Option).AllInnerTextsAsync();

    public Task ChooseZoneAsync(string zone) => Page.Locator(Zone).SelectOptionAsync(zone);

    public Task PressShowAsync() => FollowAsync(Page.Locator(ZoneButton));

    public Task ToggleStarAsync(string code) => Star(code).ClickAsync();

    public async Task<bool> IsStarredAsync(string code) => await Star(code).GetAttributeAsync("aria-pressed") == "true";

    public Task<bool> ShowsFavouritesBarAsync() => Page.Locator(FavouritesBar).IsVisibleAsync();

    public Task ShowFavouritesOnlyAsync(bool only = true) => Page.Locator(FavouritesBar).GetByRole(AriaRole.Checkbox).SetCheckedAsync(only);

    /// <summary>The address of the personal calendar.</summary>
    public async Task<string?> PersonalCalendarAsync() =>
        await Page.Locator(FavouritesBar).GetByRole(AriaRole.Link).GetAttributeAsync("href");

    private async Task<IReadOnlyList<string>> VisibleTextsAsync(string selector) =>
        [
            .. (await Page.Locator(selector).Filter(new() { Visible = true }).AllInnerTextsAsync()).Select(text =>
                Plain(text.Replace('\n', ' '))
            ),
        ];

    private ILocator Star(string code) => Page.Locator($"[data-star={code}]").GetByRole(AriaRole.Button);
}
