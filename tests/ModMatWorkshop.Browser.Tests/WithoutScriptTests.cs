using Microsoft.Playwright;
using ModMatWorkshop.Browser.Tests.Pages;

namespace ModMatWorkshop.Browser.Tests;

[Collection(nameof(Chromium))]
public sealed class WithoutScriptTests(Chromium chromium)
{
    [Trait("Category", "prove")]
    [BrowserFact]
    public async Task Every_kind_of_page_has_the_same_text_with_and_without_script()
    {
        Assert.Equal(await MainTextsAsync(Reader.On(Reader.Phone)), await MainTextsAsync(Reader.WithoutScript(Reader.Phone)));
    }

    [BrowserFact]
    public async Task No_control_is_visible_that_needs_script() =>
        Faults.None(
            await chromium.CheckPagesAsync(
                PageKind.All.SelectMany(kind => kind.Paths),
                async page =>
                    await page.EvaluateAsync<string[]>(
                        """
                        () => [...document.querySelectorAll('button, input, select, [role=button], a:not([href])')]
                          .filter((control) => control.checkVisibility({ visibilityProperty: true }))
                          .filter((control) => !control.form
                            || ![...control.form.querySelectorAll('button')].some((button) => button.checkVisibility()))
                          .map((control) => control.outerHTML.slice(0, 80))
                        """
                    ),
                Reader.WithoutScript()
            )
        );

    [BrowserFact]
    public Task Stars_and_the_favourites_bar_are_hidden() =>
        chromium.VisitAsync(
            "/programme",
            async page =>
            {
                var programme = new ProgrammePage(page);

                Assert.False(await programme.ShowsFavouritesBarAsync());
                Assert.Equal(0, await page.Locator("[data-star]").GetByRole(AriaRole.Button).CountAsync());
            },
            Reader.WithoutScript()
        );

    [BrowserFact]
    public Task The_time_zone_can_be_chosen_when_the_script_fails_to_load() => chromium.VisitAsync("/sitemap.xml", async page =>
        {
            await page.RouteAsync("**/*.js", route => route.AbortAsync());
            var programme = await ProgrammePage.OpenAsync(page);

            await programme.ChooseZoneAsync("Asia/Tokyo");
            await programme.PressShowAsync();

            Assert.Equal("20 h 30–21 h 10", await programme.TimesOfAsync("i1"));
        });

    /// <summary>The text of the pages, without the controls that need script.</summary>
    private async Task<Dictionary<string, string>> MainTextsAsync(BrowserNewContextOptions reader)
    {
        var texts = new Dictionary<string, string>();
        Faults.None(
            await chromium.CheckPagesAsync(
                PageKind.All.SelectMany(kind => kind.Paths),
                async page =>
                {
                    texts[new Uri(page.Url).PathAndQuery] = await page.EvaluateAsync<string>(
                        """
                        () => {
                          const main = document.querySelector('main').cloneNode(true);
                          for (const control of main.querySelectorAll('[data-star], [data-favourites], [data-zone-form]')) control.remove();
                          return main.textContent.replace(/\s+/g, ' ');
                        }
                        """
                    );
                    return [];
                },
                reader,
                Chromium.LongAfter
            )
        );
        return texts;
    }
}
