using System.Globalization;
using Microsoft.Playwright;
using ModMatWorkshop.Browser.Tests.Pages;

namespace ModMatWorkshop.Browser.Tests;

/// <summary>The labels "on now" and "up next" on a page that stays open. The rehearsal starts during the first talk.</summary>
[Collection(nameof(Chromium))]
public sealed class NowTests(Chromium chromium)
{
    [BrowserTheory]
    [InlineData("/programme", "En ce moment", "Ensuite")]
    [InlineData("/en/programme", "On now", "Up next")]
    public Task On_now_and_up_next_move_to_later_rows_as_time_passes(string path, string now, string next) =>
        chromium.VisitAsync(
            path,
            async page =>
            {
                var programme = new ProgrammePage(page);
                Assert.Equal("i1", await programme.RowLabelledAsync(now));
                Assert.Equal("o1", await programme.RowLabelledAsync(next));

                await page.Clock.InstallAsync();
                await page.ReloadAsync();
                await FastForwardToAsync(page, "2021-09-22T14:11+02:00");
                Assert.Equal("o1", await programme.RowLabelledAsync(now));
                Assert.Equal("o2", await programme.RowLabelledAsync(next));

                await FastForwardToAsync(page, "2021-09-22T17:01+02:00");
                Assert.Equal("", await programme.RowLabelledAsync(now));
                Assert.Equal("i2", await programme.RowLabelledAsync(next));

                await FastForwardToAsync(page, "2021-09-24T12:31+02:00");
                Assert.Equal("", await programme.RowLabelledAsync(now));
                Assert.Equal("", await programme.RowLabelledAsync(next));
            },
            at: Chromium.DuringTheFirstTalk
        );

    [BrowserFact]
    public Task On_the_home_page_up_next_becomes_on_now() =>
        chromium.VisitAsync(
            "/",
            async page =>
            {
                var home = new ProgrammePage(page);
                Assert.Equal(["i1", "o1"], await home.RowsAsync());

                await page.Clock.InstallAsync();
                await page.ReloadAsync();
                await FastForwardToAsync(page, "2021-09-22T14:11+02:00");

                Assert.Equal("o1", await home.RowLabelledAsync("En ce moment"));
                Assert.Equal("", await home.RowLabelledAsync("Ensuite"));
            },
            at: Chromium.DuringTheFirstTalk
        );

    [BrowserTheory]
    [InlineData(Chromium.BeforeTheWorkshop)]
    [InlineData(Chromium.LongAfter)]
    public Task Before_and_after_the_workshop_nothing_is_on_or_next(string at) =>
        chromium.VisitAsync(
            "/programme",
            async page =>
            {
                await page.Clock.InstallAsync();
                await page.ReloadAsync();
                await page.Clock.FastForwardAsync("10:00");

                Assert.Equal("", await new ProgrammePage(page).RowLabelledAsync("En ce moment"));
                Assert.Equal("", await new ProgrammePage(page).RowLabelledAsync("Ensuite"));
            },
            at: at
        );

    /// <summary>Moves the browser's clock forward, without waiting, to this site time.</summary>
    private static async Task FastForwardToAsync(IPage page, string time)
    {
        var now = await page.EvaluateAsync<double>("() => Date.now() + document.documentElement.dataset.shift * 1000");
        await page.Clock.FastForwardAsync((long)(DateTimeOffset.Parse(time, CultureInfo.InvariantCulture).ToUnixTimeMilliseconds() - now));
    }
}
