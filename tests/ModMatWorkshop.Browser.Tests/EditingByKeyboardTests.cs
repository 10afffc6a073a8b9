using Microsoft.Playwright;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Browser.Tests;

/// <summary>An organiser without a mouse corrects a person, looks at the draft and releases it.</summary>
[Collection(nameof(SignedIn))]
public sealed class EditingByKeyboardTests(Chromium chromium) : IDisposable
{
    private const int MostStops = 400;
    private readonly ContentCopy _content = new();

    public static TheoryData<bool> WithAndWithoutScript => [true, false];

    [BrowserTheory, MemberData(nameof(WithAndWithoutScript))]
    public async Task A_person_is_renamed_and_released_with_the_keyboard_alone(bool hasScript)
    {
        await using var site = new SiteFactory { ContentPath = _content.Path, RehearseFrom = Chromium.BeforeTheWorkshop };
        site.UseKestrel(0);
        site.StartServer();
        var email = await site.OrganiserAsync(language: Language.English);
        var reader = hasScript ? Reader.On(Reader.Desktop) : Reader.WithoutScript(Reader.Desktop);
        await chromium.VisitAsync(
            "/admin/login",
            async page =>
            {
                await AttendeeListTests.SignInAsync(page, email);
                await page.GotoAsync("/admin/content");
                await PressAsync(page, ".content-jump a[href='/admin/content/people']");
                await PressAsync(page, "[data-person=mihai-cosmin-marinica] > a");
                await FocusAsync(page, "#name");
                await page.Keyboard.PressAsync("End");
                await page.Keyboard.TypeAsync("-Popescu");
                if (hasScript)
                {
                    // What would change is shown while one types, and Enter does what is proposed.
                    await page.Locator("[data-files='4']").WaitForAsync();
                    await page.Locator("[data-proposed=draft]").WaitForAsync();
                    await page.Keyboard.PressAsync("Enter");
                }
                else
                    await PressAsync(page, "[data-action=keep]", back: true);
                await page.Locator("[data-saved]").WaitForAsync();
                await PressAsync(page, "[data-shared-draft] a", back: true);
                await PressAsync(page, "[data-action=ask]");
                await PressAsync(page, "[data-action=release]");
                await page.Locator("[data-notice]").WaitForAsync();
                await page.GotoAsync("/en/speakers/mihai-cosmin-marinica");
                Assert.Equal("Mihai-Cosmin Marinica-Popescu", (await page.Locator("h1").InnerTextAsync()).Trim());
            },
            reader,
            site: site
        );
    }

    public void Dispose() => _content.Dispose();

    private static async Task PressAsync(IPage page, string selector, bool back = false)
    {
        await FocusAsync(page, selector, back);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForLoadStateAsync();
    }

    /// <summary>Presses Tab until an element has the focus.</summary>
    private static async Task FocusAsync(IPage page, string selector, bool back = false)
    {
        await page.Locator($"main {selector}").First.WaitForAsync();
        for (var stops = 0; stops < MostStops; stops++)
        {
            await page.Keyboard.PressAsync(back ? "Shift+Tab" : "Tab");
            if (await page.EvaluateAsync<bool>("(selector) => document.activeElement.matches(`main ${selector}`)", selector))
                return;
        }
        Assert.Fail($"The Tab key does not reach {selector}.");
    }
}
