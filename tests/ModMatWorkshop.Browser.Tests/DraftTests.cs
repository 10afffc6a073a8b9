using Microsoft.Playwright;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Browser.Tests;

/// <summary>An organiser with a phone keeps a change in the shared draft, looks at the site with it, and releases it.</summary>
[Collection(nameof(SignedIn))]
public sealed class DraftTests(Chromium chromium) : IDisposable
{
    private const string NewTitle = "Zebrafish kernels";
    private readonly ContentCopy _content = new();

    [BrowserFact]
    public Task With_script_the_page_proposes_the_draft_as_one_types() => RunAsync(Reader.On(Reader.Phone), async page =>
        {
            await page.Locator("#title").FillAsync("");
            await page.Locator("#title").PressSequentiallyAsync(NewTitle);
            await page.Locator("[data-proposed=draft]").WaitForAsync();
            Assert.Equal("", await page.Locator("[data-action=keep]").First.GetAttributeAsync("class"));
            Assert.Equal("button-secondary", await page.Locator("[data-action=save]").First.GetAttributeAsync("class"));
        });

    [BrowserFact]
    public Task Without_script_everything_is_done_too() =>
        RunAsync(Reader.WithoutScript(Reader.Phone), async page => await page.Locator("#title").FillAsync(NewTitle));

    public void Dispose() => _content.Dispose();

    private async Task RunAsync(BrowserNewContextOptions reader, Func<IPage, Task> type)
    {
        await using var site = new SiteFactory { ContentPath = _content.Path, RehearseFrom = Chromium.BeforeTheWorkshop };
        site.UseKestrel(0);
        site.StartServer();
        var email = await site.OrganiserAsync(language: Language.French);
        var faults = new List<string>();
        await chromium.VisitAsync(
            "/admin/login",
            async page =>
            {
                await AttendeeListTests.SignInAsync(page, email);
                await page.GotoAsync("/admin/content/contributions/o3");
                await type(page);
                await CheckAsync("editor");
                await page.Locator("[data-action=keep]").First.ClickAsync();
                await page.Locator("[data-saved]").WaitForAsync();
                await page.Locator("[data-shared-draft] a").ClickAsync();
                await CheckAsync("draft");
                await page.Locator("[data-action=preview]").ClickAsync();
                await page.Locator("[data-draft=shown]").WaitForAsync();
                Assert.Equal(1, await page.Locator("main").GetByText(NewTitle).CountAsync());
                await CheckAsync("preview");
                await page.Locator("[data-action=switch]").ClickAsync();
                await page.Locator("body:not(:has([data-preview]))").WaitForAsync();
                Assert.Equal(0, await page.Locator("main").GetByText(NewTitle).CountAsync());
                await page.GotoAsync("/admin/content/draft");
                await page.Locator("[data-action=ask]").ClickAsync();
                await page.Locator("[data-action=release]").ClickAsync();
                await page.Locator("[data-notice]").WaitForAsync();
                await CheckAsync("released");
                await page.GotoAsync("/programme");
                Assert.Equal(1, await page.Locator("main").GetByText(NewTitle).CountAsync());

                async Task CheckAsync(string name)
                {
                    if (!(reader.JavaScriptEnabled ?? true))
                        return;
                    faults.AddRange((await Axe.ViolationsAsync(page)).Select(f => $"{name}: {f}"));
                    faults.AddRange((await BatchTests.TooWideAsync(page)).Select(f => $"{name}: {f}"));
                }
            },
            reader,
            site: site
        );
        Faults.None(faults);
    }
}
