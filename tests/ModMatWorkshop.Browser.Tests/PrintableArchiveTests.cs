using Microsoft.Playwright;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Browser.Tests;

/// <summary>The archive of all papers, as an organiser waits for it: the page counts, and the archive comes by itself.</summary>
[Collection(nameof(SignedIn))]
public sealed class PrintableArchiveTests(Chromium chromium)
{
    [PdfTheory]
    [Trait("Category", "prove")]
    [InlineData(true)]
    [InlineData(false)]
    public async Task It_arrives_by_itself_with_script_or_without(bool script)
    {
        await using var site = new SiteFactory { RehearseFrom = Chromium.BeforeTheWorkshop };
        site.UseKestrel(0);
        site.StartServer();
        var email = await site.OrganiserAsync();
        await chromium.VisitAsync(
            "/admin/login",
            async page =>
            {
                await AttendeeListTests.SignInAsync(page, email);
                await page.GotoAsync("/admin/printables");
                var download = await page.RunAndWaitForDownloadAsync(
                    async () =>
                    {
                        await page.Locator("a[href='/admin/printables/all.zip?lang=fr']").ClickAsync();
                        await page.Locator("#progress[data-state=running]").WaitForAsync();
                        Assert.Equal(9, await page.Locator("#progress li").CountAsync());
                        if (script)
                            Faults.None(await Axe.ViolationsAsync(page));
                    },
                    new() { Timeout = 120_000 }
                );

                Assert.Equal("modmat-2021-fr.zip", download.SuggestedFilename);
                await page.Locator("#progress[data-state=done]").WaitForAsync();
                if (script)
                    Faults.None(await Axe.ViolationsAsync(page));
            },
            script ? Reader.On(Reader.Phone, ColorScheme.Dark) : Reader.WithoutScript(),
            site: site
        );
    }
}
