using Microsoft.Playwright;
using ModMatWorkshop.Tests.Shared;

namespace ModMatWorkshop.Browser.Tests;

/// <summary>
/// Takes screenshots of every kind of page for people to look at, in <c>artifacts/pictures</c>, with names such as
/// <c>programme-fr-360-dark.png</c>.
/// </summary>
[Collection(nameof(Chromium))]
[Trait("Category", "prove")]
public sealed class PictureTests(Chromium chromium)
{
    /// <summary>In pixels. The book is much longer, but its first screens are enough.</summary>
    private const int MaxHeight = 6000;

    private static readonly string[] DuringAndAfter = ["home", "programme"];

    [BrowserTheory]
    [InlineData(Reader.Phone, ColorScheme.Light)]
    [InlineData(Reader.Phone, ColorScheme.Dark)]
    [InlineData(Reader.Tablet, ColorScheme.Light)]
    [InlineData(Reader.Tablet, ColorScheme.Dark)]
    [InlineData(Reader.Desktop, ColorScheme.Light)]
    [InlineData(Reader.Desktop, ColorScheme.Dark)]
    public async Task Every_kind_of_page_has_a_screenshot(int width, ColorScheme colours)
    {
        var started = DateTime.UtcNow;
        foreach (var kind in PageKind.All)
        {
            await TakeAsync(kind, kind.Name, Chromium.LongAfter);
            if (DuringAndAfter.Contains(kind.Name))
                await TakeAsync(kind, $"{kind.Name}-during", Chromium.DuringTheFirstTalk);
        }
        Assert.Equal(
            2 * (PageKind.All.Count + DuringAndAfter.Length),
            new[] { "en", "fr" }
                .SelectMany(language => Directory.GetFiles(Folder, $"*-{language}-{width}-{colours}.png".ToLowerInvariant()))
                .Count(file => File.GetLastWriteTimeUtc(file) >= started)
        );

        async Task TakeAsync(PageKind kind, string name, string at) =>
            Faults.None(
                await chromium.CheckPagesAsync(
                    kind.Paths,
                    async page =>
                    {
                        var language = await page.Locator("html").GetAttributeAsync("lang");
                        var height = await page.EvaluateAsync<int>("() => document.documentElement.scrollHeight");
                        var file = $"{name}-{language}-{width}-{colours}.png".ToLowerInvariant();
                        await page.ScreenshotAsync(
                            new()
                            {
                                Path = Path.Combine(Folder, file),
                                FullPage = true,
                                Clip = new() { Width = width, Height = Math.Min(height, MaxHeight) },
                            }
                        );
                        return [];
                    },
                    Reader.On(width, colours),
                    at
                )
            );
    }

    private static string Folder => Path.Combine(Repository.Artifacts, "pictures");
}
