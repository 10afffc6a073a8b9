using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Xml.Linq;
using Microsoft.Playwright;
using ModMatWorkshop.Tests.Shared;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Browser.Tests;

/// <summary>
/// One browser for the tests of the public pages, and one site on Kestrel for each start time that a test asks for.
/// </summary>
[CollectionDefinition(nameof(Chromium))]
public sealed class Chromium : ICollectionFixture<Chromium>, IAsyncLifetime
{
    public const string BeforeTheWorkshop = "2021-09-01T09:00";
    public const string DuringTheFirstTalk = "2021-09-22T13:31";
    public const string LongAfter = "off";

    // The headless shell is the same engine without the windows, in half the time.
    private static readonly string? Executable = Array.Find(["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"], File.Exists);

    private readonly Dictionary<string, SiteFactory> sites = [];
    private IPlaywright? playwright;
    private IBrowser? browser;

    public static string? WhyMissing { get; } =
        Executable is null ? "Chromium is not installed; run `apt-get install chromium-headless-shell`." : null;

    public async Task InitializeAsync()
    {
        if (WhyMissing is not null)
            return;
        // Two browsers run at the same time.
        Assertions.SetDefaultExpectTimeout(30_000);
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(
            new() { ExecutablePath = Executable, Args = ["--no-sandbox", "--disable-dev-shm-usage"] }
        );
    }

    public async Task DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
        foreach (var site in sites.Values)
            await site.DisposeAsync();
    }

    /// <summary>
    /// Opens a page in a new browser profile and runs the steps of a test. It also fails on a request to another host and on a script
    /// error. A failure leaves the page and a screenshot in <c>artifacts/browser</c>.
    /// </summary>
    /// <param name="reader">Screen size, colour scheme, locale, time zone, with or without script.</param>
    /// <param name="at">The time at which the rehearsal starts, or <see cref="LongAfter"/>.</param>
    /// <param name="site">The test's own site, already listening; then <paramref name="at"/> has no effect.</param>
    /// <param name="participant">The token of the secret link with which this browser is signed in as a participant.</param>
    /// <param name="embeds">Another host to which requests are allowed, for example that of the player.</param>
    public async Task VisitAsync(
        string path,
        Func<IPage, Task> steps,
        BrowserNewContextOptions? reader = null,
        string at = BeforeTheWorkshop,
        SiteFactory? site = null,
        string? participant = null,
        string? embeds = null,
        [CallerMemberName] string test = ""
    )
    {
        List<string> unexpected = [];
        var address = site?.ClientOptions.BaseAddress ?? SiteAt(at);
        await using var profile = await NewProfileAsync(reader, address, unexpected, embeds);
        if (participant is not null)
            // A Secure cookie needs an https URL here; the browser sends it to loopback over http too.
            await profile.AddCookiesAsync([
                new()
                {
                    Name = "__Host-participant",
                    Value = participant,
                    Url = $"https://{address.Host}/",
                    Secure = true,
                    HttpOnly = true,
                },
            ]);
        var page = await profile.NewPageAsync();
        try
        {
            await page.GotoAsync(path);
            await steps(page);
            Faults.None(unexpected);
        }
        catch
        {
            await SaveFailedPageAsync(page, $"{test} {path}");
            throw;
        }
    }

    /// <summary>Loads many pages in one browser profile.</summary>
    /// <param name="findFaults">Returns the faults of a page, one line each.</param>
    /// <param name="parallel">The number of pages loaded at the same time, each in its own profile.</param>
    /// <returns>The faults of all pages, each with its path, then requests to other hosts and script errors.</returns>
    public async Task<IReadOnlyList<string>> CheckPagesAsync(
        IEnumerable<string> paths,
        Func<IPage, Task<IReadOnlyList<string>>> findFaults,
        BrowserNewContextOptions? reader = null,
        string at = BeforeTheWorkshop,
        int parallel = 1
    )
    {
        var (address, queue) = (SiteAt(at), new ConcurrentQueue<string>(paths));
        return [.. (await Task.WhenAll(Enumerable.Range(0, parallel).Select(_ => CheckQueueAsync()))).SelectMany(faults => faults)];

        async Task<List<string>> CheckQueueAsync()
        {
            List<string> faults = [];
            await using var profile = await NewProfileAsync(reader, address, faults);
            var page = await profile.NewPageAsync();
            while (queue.TryDequeue(out var path))
            {
                await page.GotoAsync(path);
                faults.AddRange((await findFaults(page)).Select(fault => $"{path}: {fault}"));
            }
            return faults;
        }
    }

    /// <summary>The path of every page of the sitemap, in both languages.</summary>
    public async Task<IReadOnlyList<string>> SitemapPathsAsync()
    {
        using var http = new HttpClient { BaseAddress = SiteAt(BeforeTheWorkshop) };
        var map = XDocument.Parse(await http.GetStringAsync("/sitemap.xml"));
        return [.. map.Descendants().Where(element => element.Name.LocalName == "loc").Select(loc => new Uri(loc.Value).PathAndQuery)];
    }

    private async Task<IBrowserContext> NewProfileAsync(
        BrowserNewContextOptions? reader,
        Uri address,
        List<string> unexpected,
        string? embeds = null
    )
    {
        var profile = await browser!.NewContextAsync(new(reader ?? new()) { BaseURL = address.OriginalString });
        profile.SetDefaultTimeout(30_000);
        profile.Request += (_, request) =>
        {
            if (
                new Uri(request.Url) is { Scheme: "http" or "https" or "ws" or "wss" } uri
                && uri.Authority != address.Authority
                && uri.Host != embeds
            )
                unexpected.Add($"a request to {uri}");
        };
        profile.WebError += (_, error) => unexpected.Add(error.Error);
        return profile;
    }

    private Uri SiteAt(string start)
    {
        if (!sites.TryGetValue(start, out var site))
        {
            site = new() { RehearseFrom = start };
            site.UseKestrel(0);
            site.StartServer();
            sites[start] = site;
        }
        return site.ClientOptions.BaseAddress;
    }

    /// <summary>Saves a screenshot for people in <c>artifacts/pictures</c>, under <c>./dev prove</c> only, because it is slow.</summary>
    public static async Task SaveScreenshotAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("PICTURES") is not null)
            await page.ScreenshotAsync(
                new() { Path = Path.Combine(Repository.Artifacts, "pictures", $"{name}.png".ToLowerInvariant()), FullPage = true }
            );
    }

    private static async Task SaveFailedPageAsync(IPage page, string name)
    {
        var file = Path.Combine(Repository.Artifacts, "browser", string.Concat(name.Select(c => char.IsLetterOrDigit(c) ? c : '_')));
        try
        {
            await page.ScreenshotAsync(new() { Path = $"{file}.png", FullPage = true });
            await File.WriteAllTextAsync($"{file}.html", await page.ContentAsync());
        }
        catch (PlaywrightException)
        {
            // A crashed page has no screenshot. The original failure is more useful.
        }
    }
}

/// <summary>A second browser with its own sites, for the pages that need signing in.</summary>
[CollectionDefinition(nameof(SignedIn))]
public sealed class SignedIn : ICollectionFixture<Chromium>;
