using Microsoft.Playwright;
using ModMatWorkshop.Tests.Shared;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Browser.Tests;

/// <summary>Photographs of the content, in the sizes that browsers choose.</summary>
[Collection(nameof(Chromium))]
public sealed class PictureSizeTests(Chromium chromium, PictureSizeTests.Listening illustrated) : IClassFixture<PictureSizeTests.Listening>
{
    public sealed class Listening : IDisposable
    {
        private const string Figure = "file: large.jpg, alt: \"Deux moitiés.\"";
        private readonly ContentSample _content = new();

        public Listening()
        {
            _content.Write("images/large.jpg", Photographs.TwoHalves(3000, 2000));
            _content.Write("images/small.jpg", Photographs.TwoHalves(320, 400));
            _content.Replace("contributions/o1.md", "\"La force vive.\"", $"\"La force vive.\", {Figure}");
            _content.Replace("contributions/o1.md", "lab: \"Cirey\"", "lab: \"Cirey\"\nportrait: large.jpg\nbio: \"Elle pèse.\"");
            _content.Replace("workshop.md", "{ name: \"Mécène\"", "{ logo: small.jpg, name: \"Mécène\"");
            _content.Replace(
                "workshop.md",
                "committee:",
                "identity: { logo: small.jpg, picture: { file: large.jpg, alt: \"Deux moitiés\" } }\ncommittee:"
            );
            _content.Write(
                "pages/contact.md",
                "---\ntitle: Contact\n---\n\n![Deux moitiés](large.jpg \"Une légende\")\n\n![Petites](small.jpg)\n"
            );
            _content.Delete("pages/contact.en.md");
            Site = new() { ContentPath = _content.Folder };
            Site.UseKestrel(0);
            Site.StartServer();
        }

        public SiteFactory Site { get; }

        public void Dispose()
        {
            Site.Dispose();
            _content.Dispose();
        }
    }

    [BrowserTheory]
    [InlineData(Reader.Phone, 1)]
    [InlineData(Reader.Phone, 2)]
    [InlineData(Reader.Tablet, 1)]
    [InlineData(Reader.Desktop, 1)]
    [InlineData(Reader.Desktop, 2)]
    public async Task No_picture_has_more_than_twice_the_pixels_that_are_shown(int width, float scale)
    {
        foreach (var path in new[] { "/", "/contact", "/resumes/o1", "/intervenants/emilie-du-chatelet" })
            await chromium.VisitAsync(
                path,
                async page =>
                {
                    await page.EvaluateAsync("document.querySelectorAll('img').forEach(image => image.loading = 'eager')");
                    await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
                    Assert.Equal(width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
                    var tooLarge = await page.EvaluateAsync<string[]>(
                        """
                        [...document.querySelectorAll('img[srcset]')]
                            .map(image => [image.currentSrc, Number(image.currentSrc.match(/\.(\d+)\.webp$/)[1]), image.clientWidth])
                            .filter(([, loaded, shown]) => shown === 0 || loaded > 2 * shown * devicePixelRatio + 1)
                            .map(String)
                        """
                    );
                    Assert.Equal([], tooLarge);
                    Assert.Equal([], await Axe.ViolationsAsync(page));
                },
                new(Reader.On(width)) { DeviceScaleFactor = scale },
                site: illustrated.Site
            );
    }
}
