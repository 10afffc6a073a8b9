using Microsoft.Playwright;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Browser.Tests;

/// <summary>The ZIP file of all printables: the page shows the progress, and the download starts by itself.</summary>
[Collection(nameof(SignedIn))]
public sealed class PrintableArchiveTests(Chromium chromium)
{
    [PdfTheory]
    [Trait("Category", "prove")]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_download_starts_by_itself_with_and_without_script(bool script)
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
