using Microsoft.Playwright;

namespace ModMatWorkshop.Browser.Tests;

/// <summary>The programme on a phone of 360 by 740 pixels, before the reader scrolls and without the banner of the rehearsal.</summary>
[Collection(nameof(Chromium))]
public sealed class FirstScreenTests(Chromium chromium)
{
    private const string OnTheSecondDay = "2021-09-23T16:05";

    // A talk counts if it is above the bar of days, from its first line to its last.
    private const string Talks = """
        () => {
          document.querySelector('body > aside')?.remove();
          scrollTo(0, 0);
          const bottom = document.querySelector('main nav').getBoundingClientRect().top;
          return [...document.querySelectorAll('[data-kind=invited], [data-kind=oral], [data-kind=intervention]')]
            .map((row) => row.getBoundingClientRect()).filter((box) => box.top >= 0 && box.bottom <= bottom).length;
        }
        """;

    private static BrowserNewContextOptions Phone(bool script = true) =>
        new()
        {
            ViewportSize = new() { Width = Reader.Phone, Height = 740 },
            JavaScriptEnabled = script,
        };

    [BrowserTheory]
    [InlineData("/programme", Chromium.BeforeTheWorkshop, true)]
    [InlineData("/en/programme", Chromium.LongAfter, true)]
    [InlineData("/programme", Chromium.LongAfter, false)]
    public Task At_least_six_talks_are_on_the_first_screen(string path, string at, bool script) =>
        chromium.VisitAsync(path, async page => Assert.InRange(await page.EvaluateAsync<int>(Talks), 6, 10), Phone(script), at);

    [BrowserTheory]
    [InlineData("/programme", true)]
    [InlineData("/programme", false)]
    [InlineData("/en/programme", true)]
    [InlineData("/en/programme", false)]
    public Task During_the_workshop_what_is_on_is_on_the_first_screen_and_one_touch_away(string path, bool script) =>
        chromium.VisitAsync(
            path,
            async page =>
            {
                Assert.InRange(await page.EvaluateAsync<int>(Talks), 6, 10);
                var link = page.Locator("[data-playing] > a").First;
                var now = page.Locator("[data-kind][data-now]");
                await Assertions.Expect(link).ToBeInViewportAsync(new() { Ratio = 1 });
                await Assertions.Expect(page.Locator("main nav [aria-current=date]")).ToBeInViewportAsync(new() { Ratio = 1 });
                await Assertions.Expect(now).Not.ToBeInViewportAsync();

                await link.ClickAsync();
                await Assertions.Expect(now).ToBeInViewportAsync(new() { Ratio = 1 });

                await page.Locator("main nav a").First.ClickAsync();
                await page.Locator("[data-to-current]").ClickAsync();
                await Assertions.Expect(now).ToBeInViewportAsync(new() { Ratio = 1 });
                // The days stay at the bottom of the screen, where the thumb is.
                Assert.Equal(740, await page.Locator("main nav").EvaluateAsync<double>("(bar) => bar.getBoundingClientRect().bottom"));
            },
            Phone(script),
            OnTheSecondDay
        );

    [BrowserFact]
    public Task The_line_about_what_is_on_follows_the_clock() =>
        chromium.VisitAsync(
            "/programme",
            async page =>
            {
                await page.Clock.InstallAsync();
                await page.ReloadAsync();
                Assert.Equal("#o12", await page.Locator("[data-playing] > a").First.GetAttributeAsync("href"));

                await page.Clock.FastForwardAsync("30:00");
                await Assertions.Expect(page.Locator("[data-playing] > a").First).ToContainTextAsync("Petr Grigorev");
                Assert.Equal("#o13", await page.Locator("[data-to-current]").GetAttributeAsync("href"));

                await page.Clock.FastForwardAsync("30:00");
                await Assertions
                    .Expect(page.Locator("[data-playing] > a").First)
                    .ToContainTextAsync("Ensuite vendredi 24 septembre, 9 h 00–9 h 40");
            },
            Phone(),
            OnTheSecondDay
        );
}
