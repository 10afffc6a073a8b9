using Microsoft.Playwright;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Browser.Tests;

/// <summary>What has changed in the programme since a reader's last visit, which only their browser knows.</summary>
[Collection(nameof(Chromium))]
public sealed class NewSinceTests(Chromium chromium) : IDisposable
{
    private const string Marks = "() => [...document.querySelectorAll('.slot:has(.mark-new)')].map((row) => row.id)";

    private readonly ContentCopy content = new();
    private readonly List<SiteFactory> sites = [];

    [BrowserFact]
    public async Task What_has_changed_since_the_last_visit_is_marked_until_the_tab_is_closed()
    {
        var site = Start();
        await chromium.VisitAsync(
            "/programme",
            async page =>
            {
                Assert.Empty(await page.EvaluateAsync<string[]>(Marks));
                content.Edit("sessions/session-1.md", "contribution: O4 }", "contribution: O4, cancelled: true }");
                await ReloadUntilChangedAsync(page);

                Assert.Equal(["o4"], await page.EvaluateAsync<string[]>(Marks));
                Assert.Equal("nouveau", await page.Locator("#o4 .mark-new").TextContentAsync());
                Assert.True(await page.Locator("[data-new-since]").IsVisibleAsync());
                await page.ReloadAsync();
                Assert.Equal(["o4"], await page.EvaluateAsync<string[]>(Marks));

                // Another tab is another visit.
                var later = await page.Context.NewPageAsync();
                await later.GotoAsync("/programme");
                Assert.Empty(await later.EvaluateAsync<string[]>(Marks));
                Assert.False(await later.Locator("[data-new-since]").IsVisibleAsync());
                Assert.Empty(await page.Context.CookiesAsync());
            },
            site: site
        );
        // A first visit, and one without script, show nothing.
        foreach (var reader in new[] { Reader.On(Reader.Phone), Reader.WithoutScript(Reader.Phone) })
            await chromium.VisitAsync(
                "/programme",
                async page =>
                {
                    Assert.Equal(1, await page.Locator("#o4[data-changed]").CountAsync());
                    Assert.Equal(0, await page.Locator(".mark-new").CountAsync());
                    Assert.False(await page.Locator("[data-new-since]").IsVisibleAsync());
                },
                reader,
                site: site
            );
    }

    public void Dispose()
    {
        foreach (var site in sites)
            site.Dispose();
        content.Dispose();
    }

    private SiteFactory Start()
    {
        var site = new SiteFactory { ContentPath = content.Path };
        sites.Add(site);
        if (Chromium.WhyMissing is null)
        {
            site.UseKestrel(0);
            site.StartServer();
        }
        return site;
    }

    private static async Task ReloadUntilChangedAsync(IPage page)
    {
        for (var attempts = 0; await page.Locator("#o4[data-changed]").CountAsync() == 0; attempts++)
        {
            Assert.True(attempts < 600, "The change is never live.");
            await page.WaitForTimeoutAsync(50);
            await page.ReloadAsync();
        }
    }
}
