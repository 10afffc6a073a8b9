using Microsoft.Playwright;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Browser.Tests;

/// <summary>Looks at nothing itself: it leaves pictures of every kind of page in <c>artifacts/pictures</c>, for eyes.</summary>
[Collection(nameof(Chromium))]
[Trait("Category", "prove")]
public sealed class PictureTests(Chromium chromium)
{
    private static readonly (string Name, string Path, string At)[] Pictures =
    [
        .. from kind in KindOfPage.All
           from path in kind.Paths
           select (kind.Name, path, Chromium.LongAfter),
        .. from kind in KindOfPage.All
           where kind.Name is "home" or "programme"
           from path in kind.Paths
           select ($"{kind.Name}-during", path, Chromium.DuringTheFirstTalk),
    ];

    [BrowserTheory]
    [InlineData(Reader.Phone, ColorScheme.Light)]
    [InlineData(Reader.Phone, ColorScheme.Dark)]
    [InlineData(Reader.Tablet, ColorScheme.Light)]
    [InlineData(Reader.Tablet, ColorScheme.Dark)]
    [InlineData(Reader.Desk, ColorScheme.Light)]
    [InlineData(Reader.Desk, ColorScheme.Dark)]
    public async Task Every_kind_of_page_has_its_picture(int width, ColorScheme colours)
    {
        foreach (var (name, path, at) in Pictures)
        {
            var language = path.StartsWith("/en", StringComparison.Ordinal) ? "en" : "fr";
            var file = Path.Combine(Repository.Artifacts, "pictures", $"{name}-{language}-{width}-{colours.ToString().ToLowerInvariant()}.png");
            await chromium.VisitAsync(path, page => page.ScreenshotAsync(new() { Path = file, FullPage = true }), Reader.On(width, colours), at);
            Assert.True(File.Exists(file));
        }
    }
}
