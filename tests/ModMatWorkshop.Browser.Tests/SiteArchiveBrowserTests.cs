using Microsoft.Playwright;
using ModMatWorkshop.Web.Archive;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Browser.Tests;

/// <summary>The archive on a memory stick: no server, the same pages, a search that finds the same.</summary>
[Trait("Category", "prove")]
[Collection(nameof(Chromium))]
public sealed class SiteArchiveBrowserTests(Chromium chromium)
{
    private static readonly string[] Questions =
    [
        "energie",
        "zinc oxyd",
        "Al13Co4",
        "forster",
        "neural netw",
        "SMALLENBURG",
        "pause café",
        "surface adsorption",
        "transport toulouse",
        "rien de tel",
    ];

    [BrowserFact]
    public async Task From_a_disk_the_pages_look_the_same_and_the_search_finds_the_same()
    {
        var folder = Directory.CreateTempSubdirectory("modmat-stick-");
        var files = Path.Combine(folder.FullName, "files");
        var outcome = await SiteProcess.RunAsync([
            "archive",
            files,
            "--Site:BaseUrl=https://modmat.test",
            $"--Site:DataPath={Path.Combine(folder.FullName, "data")}",
        ]);
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Errors));
        await chromium.VisitAsync(
            "/robots.txt",
            async page =>
            {
                foreach (var (search, file) in new[] { ("/recherche", "recherche.html"), ("/en/search", "en/search.html") })
                foreach (var question in Questions)
                {
                    List<string> expected = [];
                    for (var (n, more) = (1, true); more; n++)
                    {
                        await page.GotoAsync($"{search}?q={Uri.EscapeDataString(question)}&page={n}");
                        expected.AddRange(await HitsAsync(page));
                        more = await page.Locator("[data-pages] a[rel=next]").CountAsync() > 0;
                    }
                    await page.GotoAsync($"{new Uri(Path.Combine(files, file))}?q={Uri.EscapeDataString(question)}");
                    var found = await HitsAsync(page);
                    Assert.Equal(
                        (question, string.Join('\n', expected.Select(FileOf).Order(StringComparer.Ordinal))),
                        (
                            question,
                            string.Join(
                                '\n',
                                found
                                    .Select(address => Path.GetRelativePath(files, new Uri(address).LocalPath))
                                    .Order(StringComparer.Ordinal)
                            )
                        )
                    );
                }

                await page.GotoAsync(new Uri(Path.Combine(files, "programme.html")).AbsoluteUri);
                await Chromium.SaveScreenshotAsync(page, "archive-programme");
                Assert.NotEqual("none", await page.Locator("main").EvaluateAsync<string>("main => getComputedStyle(main).maxWidth"));
                await page.Locator("[data-switch-language]").ClickAsync();
                Assert.EndsWith("/files/en/programme.html", page.Url, StringComparison.Ordinal);
                await page.Locator("[data-kind] a").First.ClickAsync();
                Assert.Equal(Path.Combine(files, "en", "abstracts"), Path.GetDirectoryName(new Uri(page.Url).LocalPath));
                Faults.None(await Axe.ViolationsAsync(page));
                await page.GotoAsync($"{new Uri(Path.Combine(files, "recherche.html"))}?q=zinc");
                await Chromium.SaveScreenshotAsync(page, "archive-search");
                Faults.None(await Axe.ViolationsAsync(page));
            },
            Reader.On(Reader.Desktop),
            at: Chromium.LongAfter
        );
        folder.Delete(recursive: true);

        string FileOf(string address) => ArchiveFiles.FileOf(new Uri(address).AbsolutePath, isPage: true)!;
    }

    private static async Task<IReadOnlyList<string>> HitsAsync(IPage page) =>
        await page.Locator("#results a").EvaluateAllAsync<string[]>("links => links.map(link => link.href)");
}
