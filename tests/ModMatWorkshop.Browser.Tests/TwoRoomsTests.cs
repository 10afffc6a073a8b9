using Microsoft.Playwright;
using ModMatWorkshop.Tests.Shared;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Browser.Tests;

/// <summary>The programme of a workshop with two rooms, on a day with sessions side by side.</summary>
[Collection(nameof(Chromium))]
public sealed class TwoRoomsTests(Chromium chromium, TwoRoomsTests.Listening two) : IClassFixture<TwoRoomsTests.Listening>
{
    public sealed class Listening : IDisposable
    {
        public Listening()
        {
            Site.UseKestrel(0);
            Site.StartServer();
        }

        public SiteFactory Site { get; } = new() { RehearseFrom = "2026-06-09T11:00", ContentPath = Repository.TwoRooms };

        public void Dispose() => Site.Dispose();
    }

    [BrowserTheory]
    [InlineData(Reader.Phone, ColorScheme.Light)]
    [InlineData(Reader.Phone, ColorScheme.Dark)]
    [InlineData(Reader.Tablet, ColorScheme.Light)]
    [InlineData(Reader.Desktop, ColorScheme.Light)]
    [InlineData(Reader.Desktop, ColorScheme.Dark)]
    public Task The_programme_does_not_scroll_sideways_and_breaks_no_rule_of_axe(int width, ColorScheme colours) =>
        chromium.VisitAsync(
            "/programme",
            async page =>
            {
                Assert.Equal(width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
                Assert.Equal([], await Axe.ViolationsAsync(page));
                await Chromium.SaveScreenshotAsync(page, $"two-rooms-{width}-{colours}");
            },
            Reader.On(width, colours),
            site: two.Site
        );

    [BrowserFact]
    public Task On_a_wide_screen_the_rooms_are_side_by_side() =>
        chromium.VisitAsync(
            "/programme",
            async page =>
            {
                var (auditorium, studio) = (await BoxAsync(page, "o1"), await BoxAsync(page, "o5"));
                Assert.True(studio.X > auditorium.X + auditorium.Width, $"{studio.X} {auditorium.X}");
                Assert.Equal(auditorium.Y, studio.Y);
                // A break for everybody has the whole width, below both columns.
                var coffee = await BoxAsync(page, "coffee-tuesday");
                Assert.True(coffee.Width > 2 * studio.Width && coffee.Y > (await BoxAsync(page, "o7")).Y);
            },
            Reader.On(Reader.Desktop),
            site: two.Site
        );

    [BrowserFact]
    public Task On_a_phone_the_rows_follow_each_other_by_time() =>
        chromium.VisitAsync(
            "/programme",
            async page =>
            {
                var boxes = new List<float>();
                foreach (var row in new[] { "o1", "o5", "o6", "o2", "o7", "coffee-tuesday" })
                    boxes.Add((await BoxAsync(page, row)).Y);
                Assert.Equal(boxes.Order(), boxes);
                Assert.Equal("Studio", await page.Locator("#o5 [data-part=room]").InnerTextAsync());
            },
            Reader.On(Reader.Phone),
            site: two.Site
        );

    [BrowserFact]
    public Task Both_rooms_move_on_as_time_passes() =>
        chromium.VisitAsync(
            "/programme",
            async page =>
            {
                await page.Clock.InstallAsync();
                await page.ReloadAsync();
                Assert.Equal(["o3", "o8"], await MarkedAsync(page, "now"));

                await page.Clock.FastForwardAsync("40:00");
                Assert.Equal(["d2", "o4"], await MarkedAsync(page, "now"));
                Assert.Equal(
                    ["#d2", "#o4"],
                    await page.Locator("[data-playing] > a:not([data-watch])")
                        .EvaluateAllAsync<string[]>("links => links.map(link => link.getAttribute('href'))")
                );
            },
            Reader.On(Reader.Desktop),
            site: two.Site
        );

    private static async Task<LocatorBoundingBoxResult> BoxAsync(IPage page, string row) =>
        (await page.Locator($"#{row}").BoundingBoxAsync())!;

    private static Task<string[]> MarkedAsync(IPage page, string mark) =>
        page.Locator($".slot[data-{mark}]").EvaluateAllAsync<string[]>("rows => rows.map(row => row.id)");
}
