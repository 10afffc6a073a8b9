using System.Globalization;
using Microsoft.Playwright;
using ModMatWorkshop.Browser.Tests.Pages;

namespace ModMatWorkshop.Browser.Tests;

/// <summary>What is on and what comes next, on a page that stays open. The rehearsal has started during the first talk.</summary>
[Collection(nameof(Chromium))]
public sealed class NowTests(Chromium chromium)
{
    [BrowserTheory]
    [InlineData("/programme", "En ce moment", "Ensuite")]
    [InlineData("/en/programme", "On now", "Up next")]
    public Task The_line_of_now_moves_down_the_page(string path, string now, string next) =>
        chromium.VisitAsync(
            path,
            async page =>
            {
                var programme = new ProgrammePage(page);
                Assert.Equal("i1", await programme.RowLabelledAsync(now));
                Assert.Equal("o1", await programme.RowLabelledAsync(next));

                await page.Clock.InstallAsync();
                await page.ReloadAsync();
                await WaitUntilAsync(page, "2021-09-22T14:11+02:00");
                Assert.Equal("o1", await programme.RowLabelledAsync(now));
                Assert.Equal("o2", await programme.RowLabelledAsync(next));

                await WaitUntilAsync(page, "2021-09-22T17:01+02:00");
                Assert.Equal("", await programme.RowLabelledAsync(now));
                Assert.Equal("i2", await programme.RowLabelledAsync(next));

                await WaitUntilAsync(page, "2021-09-24T12:31+02:00");
                Assert.Equal("", await programme.RowLabelledAsync(now));
                Assert.Equal("", await programme.RowLabelledAsync(next));
            },
            at: Chromium.DuringTheFirstTalk
        );

    [BrowserFact]
    public Task On_the_home_page_what_was_next_is_on() =>
        chromium.VisitAsync(
            "/",
            async page =>
            {
                var home = new ProgrammePage(page);
                Assert.Equal(["i1", "o1"], await home.RowsAsync());

                await page.Clock.InstallAsync();
                await page.ReloadAsync();
                await WaitUntilAsync(page, "2021-09-22T14:11+02:00");

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

    /// <summary>Moves the reader's clock until the site's shows this hour. Nobody waits.</summary>
    private static async Task WaitUntilAsync(IPage page, string hour)
    {
        var now = await page.EvaluateAsync<double>("() => Date.now() + document.documentElement.dataset.shift * 1000");
        await page.Clock.FastForwardAsync((long)(DateTimeOffset.Parse(hour, CultureInfo.InvariantCulture).ToUnixTimeMilliseconds() - now));
    }
}
