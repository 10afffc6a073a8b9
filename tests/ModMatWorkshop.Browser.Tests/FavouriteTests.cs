using Microsoft.Playwright;
using ModMatWorkshop.Browser.Tests.Pages;

namespace ModMatWorkshop.Browser.Tests;

[Collection(nameof(Chromium))]
public sealed class FavouriteTests(Chromium chromium)
{
    [BrowserFact]
    public Task A_star_set_on_an_abstract_shows_in_the_programme_and_after_a_reload() =>
        chromium.VisitAsync("/en/abstracts/o3", async page =>
        {
            await new AbstractPage(page).ToggleStarAsync();

            var programme = await ProgrammePage.OpenAsync(page);
            Assert.True(await programme.IsStarredAsync("o3"));
            Assert.False(await programme.IsStarredAsync("o4"));

            await page.ReloadAsync();
            Assert.True(await programme.IsStarredAsync("o3"));
        });

    [BrowserFact]
    public Task Favourites_only_shows_the_favourites_and_the_breaks() => chromium.VisitAsync("/programme", async page =>
        {
            var programme = new ProgrammePage(page);
            var all = await programme.RowsAsync();
            await programme.ToggleStarAsync("i2");
            await programme.ToggleStarAsync("o14");

            await programme.ShowFavouritesOnlyAsync();
            var breaks = await page.Locator("[data-kind=break], [data-kind=meal]")
                .EvaluateAllAsync<string[]>("rows => rows.map(row => row.id)");
            Assert.Equal(all.Where(row => row is "i2" or "o14" || breaks.Contains(row)), await programme.RowsAsync());

            await programme.ShowFavouritesOnlyAsync(false);
            Assert.Equal(all, await programme.RowsAsync());
        });

    [BrowserTheory]
    [InlineData("/programme", "/favoris.ics?codes=i2,o14,p3")]
    [InlineData("/en/programme", "/favoris.ics?codes=i2,o14,p3&lang=en")]
    public Task The_personal_calendar_has_the_codes_of_the_favourites(string path, string calendar) =>
        chromium.VisitAsync("/posters", async page =>
        {
            await page.Locator("[data-star=p3]").GetByRole(AriaRole.Button).ClickAsync();
            var programme = await ProgrammePage.OpenAsync(page, path);
            await programme.ToggleStarAsync("o14");
            await programme.ToggleStarAsync("i2");
            await programme.ToggleStarAsync("o1");
            await programme.ToggleStarAsync("o1");

            Assert.Equal(calendar, await programme.PersonalCalendarAsync());
        });

    [BrowserFact]
    public Task Removing_the_last_favourite_hides_the_bar_and_shows_every_row() => chromium.VisitAsync("/programme", async page =>
        {
            var programme = new ProgrammePage(page);
            var all = await programme.RowsAsync();
            Assert.False(await programme.ShowsFavouritesBarAsync());

            await programme.ToggleStarAsync("o1");
            await programme.ShowFavouritesOnlyAsync();
            await programme.ToggleStarAsync("o1");
            Assert.False(await programme.ShowsFavouritesBarAsync());
            Assert.Equal(all, await programme.RowsAsync());

            await programme.ToggleStarAsync("o2");
            Assert.True(await programme.ShowsFavouritesBarAsync());
            Assert.Equal(all, await programme.RowsAsync());
        });

    [BrowserFact]
    public Task Without_local_storage_favourites_last_as_long_as_the_page_is_open() => chromium.VisitAsync("/programme", async page =>
        {
            await page.AddInitScriptAsync(
                "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('refused', 'SecurityError'); } })"
            );
            await page.ReloadAsync();
            var programme = new ProgrammePage(page);

            await programme.ToggleStarAsync("o1");
            await programme.ToggleStarAsync("o2");
            await programme.ToggleStarAsync("o3");
            await programme.ToggleStarAsync("o2");

            Assert.True(await programme.IsStarredAsync("o1"));
            Assert.False(await programme.IsStarredAsync("o2"));
            Assert.Equal("/favoris.ics?codes=o1,o3", await programme.PersonalCalendarAsync());

            await programme.ChooseZoneAsync("Asia/Tokyo");
            Assert.Equal("20 h 30–21 h 10", await programme.TimesOfAsync("i1"));
        });
}
