using Microsoft.Playwright;
using ModMatWorkshop.Web.Archive;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Browser.Tests;

/// <summary>The archive, opened from a folder without a server.</summary>
[Trait("Category", "prove")]
[Collection(nameof(Chromium))]
public sealed class SiteArchiveBrowserTests(Chromium chromium)
{
    private static readonly string[] Queries =
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
    public async Task Opened_from_a_disk_the_pages_look_the_same_and_the_search_finds_the_same()
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
                foreach (var query in Queries)
                {
                    var expected = await SiteResultsAsync(page, search, query);
                    var found = await ArchiveResultsAsync(page, files, file, query);
                    Assert.Equal((query, Lines(expected)), (query, Lines(found)));
                }

                await OpenProgrammeAndAbstractAsync(page, files);
                await page.GotoAsync($"{new Uri(Path.Combine(files, "recherche.html"))}?q=zinc");
                await Chromium.SaveScreenshotAsync(page, "archive-search");
                Faults.None(await Axe.ViolationsAsync(page));
            },
            Reader.On(Reader.Desktop),
            at: Chromium.LongAfter
        );
        folder.Delete(recursive: true);
    }

    /// <summary>The results of the running site on all pages, as paths of files in the archive.</summary>
    private static async Task<IEnumerable<string>> SiteResultsAsync(IPage page, string search, string query)
    {
        List<string> addresses = [];
        for (var (n, more) = (1, true); more; n++)
        {
            await page.GotoAsync($"{search}?q={Uri.EscapeDataString(query)}&page={n}");
            addresses.AddRange(await ResultAddressesAsync(page));
            more = await page.Locator("[data-pages] a[rel=next]").CountAsync() > 0;
        }
        return addresses.Select(address => ArchiveFiles.FileOf(new Uri(address).AbsolutePath, isPage: true)!);
    }

    private static async Task<IEnumerable<string>> ArchiveResultsAsync(IPage page, string files, string file, string query)
    {
        await page.GotoAsync($"{new Uri(Path.Combine(files, file))}?q={Uri.EscapeDataString(query)}");
        return (await ResultAddressesAsync(page)).Select(address => Path.GetRelativePath(files, new Uri(address).LocalPath));
    }

    private static async Task OpenProgrammeAndAbstractAsync(IPage page, string files)
    {
        await page.GotoAsync(new Uri(Path.Combine(files, "programme.html")).AbsoluteUri);
        await Chromium.SaveScreenshotAsync(page, "archive-programme");
        Assert.NotEqual("none", await page.Locator("main").EvaluateAsync<string>("main => getComputedStyle(main).maxWidth"));
        await page.Locator("[data-switch-language]").ClickAsync();
        Assert.EndsWith("/files/en/programme.html", page.Url, StringComparison.Ordinal);
        await page.Locator("[data-kind] a").First.ClickAsync();
        Assert.Equal(Path.Combine(files, "en", "abstracts"), Path.GetDirectoryName(new Uri(page.Url).LocalPath));
        Faults.None(await Axe.ViolationsAsync(page));
    }

    private static string Lines(IEnumerable<string> files) => string.Join('\n', files.Order(StringComparer.Ordinal));

    private static async Task<IReadOnlyList<string>> ResultAddressesAsync(IPage page) =>
        await page.Locator("#results a").EvaluateAllAsync<string[]>("links => links.map(link => link.href)");
}
