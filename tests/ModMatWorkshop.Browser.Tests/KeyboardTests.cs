using Microsoft.Playwright;

namespace ModMatWorkshop.Browser.Tests;

[Collection(nameof(Chromium))]
public sealed class KeyboardTests(Chromium chromium)
{
    [BrowserTheory]
    [InlineData("/programme")]
    [InlineData("/en/abstracts/p3")]
    public Task The_first_tab_stop_is_a_link_that_skips_to_the_content(string path) => chromium.VisitAsync(path, async page =>
        {
            await page.Keyboard.PressAsync("Tab");
            var skip = page.Locator("a[href='#main']");
            await Assertions.Expect(skip).ToBeFocusedAsync();
            await Assertions.Expect(skip).ToBeInViewportAsync(new() { Ratio = 1 });

            await page.Keyboard.PressAsync("Enter");
            await page.Keyboard.PressAsync("Tab");
            Assert.True(await page.EvaluateAsync<bool>("() => document.activeElement.closest('main') !== null"));
        });

    [BrowserTheory]
    [InlineData("/programme", Reader.Desktop)]
    [InlineData("/en/programme", Reader.Phone)]
    [InlineData("/resumes?kind=invited", Reader.Desktop)]
    [InlineData("/en/abstracts/p3", Reader.Phone)]
    public Task The_keyboard_reaches_every_control_in_document_order_and_shows_the_focus(string path, int width) =>
        chromium.VisitAsync(
            path,
            async page =>
            {
                var controls = await Keyboard.ControlsAsync(page);

                var stops = await Keyboard.PressTabAsync(page, controls.Count);

                Assert.Equal(controls, stops.Select(stop => stop.Name));
                Faults.None([.. stops.Where(stop => !stop.HasOutline).Select(stop => stop.Name)]);
                Faults.None([.. stops.Where(stop => stop.IsCovered).Select(stop => stop.Name)]);
            },
            Reader.On(width)
        );

    [BrowserFact]
    public Task On_a_wide_screen_the_focus_never_moves_up_the_programme() =>
        chromium.VisitAsync(
            "/programme",
            async page =>
            {
                var stops = await Keyboard.PressTabAsync(page, (await Keyboard.ControlsAsync(page)).Count);

                Faults.None([
                    .. stops
                        .Skip(1)
                        .Zip(stops.Skip(2))
                        .Where(pair => pair.Second.Bottom < pair.First.Top)
                        .Select(pair => $"{pair.First.Name} is below {pair.Second.Name}"),
                ]);
            },
            Reader.On(Reader.Desktop)
        );

    [BrowserFact]
    public Task Every_target_on_a_phone_is_large_enough() => CheckTargetsAsync(Reader.Phone);

    [Trait("Category", "prove")]
    [BrowserFact]
    public Task Every_target_on_a_desktop_is_large_enough() => CheckTargetsAsync(Reader.Desktop);

    private async Task CheckTargetsAsync(int width) =>
        Faults.None(
            await chromium.CheckPagesAsync(PageKind.All.SelectMany(kind => kind.Paths), Keyboard.SmallTargetsAsync, Reader.On(width))
        );
}
