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
    public Task Favourites_only_shows_the_days_and_sessions_with_a_favourite_and_their_breaks() =>
        chromium.VisitAsync("/programme", async page =>
        {
            var programme = new ProgrammePage(page);
            var (all, headings) = (await programme.RowsAsync(), await programme.HeadingsAsync());
            await programme.ToggleStarAsync("i2");
            await programme.ToggleStarAsync("o14");

            await programme.ShowFavouritesOnlyAsync();
            Assert.Equal(["i2", "coffee-thursday-morning", "buffet", "o14", "coffee-friday"], await programme.RowsAsync());
            Assert.Equal(
                ["Jeudi 23 septembre", "Session 2 matin", "Vendredi 24 septembre", "Session 4 matin"],
                await programme.HeadingsAsync()
            );
            Assert.Equal(["jeu. 23", "ven. 24"], await programme.DaysAsync());
            Assert.Equal("", await programme.StatusAsync());

            await programme.ShowFavouritesOnlyAsync(false);
            Assert.Equal(all, await programme.RowsAsync());
            Assert.Equal(headings, await programme.HeadingsAsync());
            Assert.Equal(["mer. 22", "jeu. 23", "ven. 24"], await programme.DaysAsync());
        });

    [BrowserFact]
    public Task A_link_to_a_row_that_the_filter_hides_shows_the_whole_programme() =>
        chromium.VisitAsync(
            "/programme",
            async page =>
            {
                var programme = new ProgrammePage(page);
                var all = await programme.RowsAsync();
                await programme.ToggleStarAsync("o14");
                await programme.ShowFavouritesOnlyAsync();
                Assert.Equal(["o14", "coffee-friday"], await programme.RowsAsync());

                await page.Locator("[data-to-current]").ClickAsync();
                Assert.Equal(all, await programme.RowsAsync());
                await Assertions.Expect(page.Locator("#i1")).ToBeInViewportAsync(new() { Ratio = 1 });
            },
            at: Chromium.DuringTheFirstTalk
        );

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
    public Task Without_any_favourite_the_filter_says_so_and_leads_back() => chromium.VisitAsync("/programme", async page =>
        {
            var programme = new ProgrammePage(page);
            var all = await programme.RowsAsync();
            Assert.False(await programme.ShowsFavouritesBarAsync());

            await programme.ToggleStarAsync("o1");
            await programme.ShowFavouritesOnlyAsync();
            await programme.ToggleStarAsync("o1");
            Assert.Empty(await programme.RowsAsync());
            Assert.Equal(
                "Aucun favori ici. Décochez « Mes favoris seulement » pour revoir tout le programme.",
                await programme.StatusAsync()
            );
            await Assertions.Expect(page.Locator("[data-favourites] input")).ToBeFocusedAsync();

            await programme.ShowFavouritesOnlyAsync(false);
            Assert.False(await programme.ShowsFavouritesBarAsync());
            Assert.Equal("", await programme.StatusAsync());
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
