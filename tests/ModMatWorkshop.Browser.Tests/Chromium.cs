using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Xml.Linq;
using Microsoft.Playwright;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Browser.Tests;

/// <summary>
/// One browser for the tests of the public pages, and the site as Kestrel serves it, once for each hour that somebody asks for.
/// </summary>
[CollectionDefinition(nameof(Chromium))]
public sealed class Chromium : ICollectionFixture<Chromium>, IAsyncLifetime
{
    public const string BeforeTheWorkshop = "2021-09-01T09:00";
    public const string DuringTheFirstTalk = "2021-09-22T13:31";
    public const string LongAfter = "off";

    // The headless shell is the same engine without the windows, in half the time.
    private static readonly string? Executable = Array.Find(
        ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"],
        File.Exists
    );

    private readonly Dictionary<string, SiteFactory> sites = [];
    private IPlaywright? playwright;
    private IBrowser? browser;

    public static string? WhyMissing { get; } =
        Executable is null ? "Chromium is not on this machine; `apt-get install chromium-headless-shell` brings it." : null;

    public async Task InitializeAsync()
    {
        if (WhyMissing is not null)
            return;
        // Two browsers share the machine.
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
    /// Opens a page in a fresh browser profile and looks at it. Whatever else a test is about, the site may ask nothing of another host
    /// and its script may not stumble. A failure leaves a trace and a picture in <c>artifacts/browser</c>.
    /// </summary>
    /// <param name="reader">Size, colours, language, zone, with or without script: who is reading.</param>
    /// <param name="at">The hour at which the rehearsal starts, or <see cref="LongAfter"/>.</param>
    /// <param name="site">A site of the test's own, which listens already, in the place of the one at that hour.</param>
    /// <param name="participant">The token of a registration whose secret link was opened in this browser.</param>
    /// <param name="embeds">A host of which the page shows a player.</param>
    public async Task VisitAsync(
        string path,
        Func<IPage, Task> look,
        BrowserNewContextOptions? reader = null,
        string at = BeforeTheWorkshop,
        SiteFactory? site = null,
        string? participant = null,
        string? embeds = null,
        [CallerMemberName] string test = ""
    )
    {
        List<string> surprises = [];
        var address = site?.ClientOptions.BaseAddress ?? SiteAt(at);
        await using var profile = await NewProfileAsync(reader, address, surprises, embeds);
        if (participant is not null)
            // Named with https, for Secure; loopback gets it on http too.
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
        await profile.Tracing.StartAsync(new() { Snapshots = true });
        var page = await profile.NewPageAsync();
        try
        {
            await page.GotoAsync(path);
            await look(page);
            Faults.None(surprises);
        }
        catch
        {
            await LeaveEvidenceAsync(page, $"{test} {path}");
            throw;
        }
    }

    /// <summary>Walks through many pages in one browser profile, without a trace, which would cost more than the walk.</summary>
    /// <param name="look">What is wrong with a page, one line for each fault; none is what it should be.</param>
    /// <param name="abreast">How many walk at once, each in a profile of its own.</param>
    /// <returns>The faults of all pages, each with its path, and whatever a visit would have stumbled over.</returns>
    public async Task<IReadOnlyList<string>> WalkAsync(
        IEnumerable<string> paths,
        Func<IPage, Task<IReadOnlyList<string>>> look,
        BrowserNewContextOptions? reader = null,
        string at = BeforeTheWorkshop,
        int abreast = 1
    )
    {
        var (address, ahead) = (SiteAt(at), new ConcurrentQueue<string>(paths));
        return [.. (await Task.WhenAll(Enumerable.Range(0, abreast).Select(_ => WalkAloneAsync()))).SelectMany(faults => faults)];

        async Task<List<string>> WalkAloneAsync()
        {
            List<string> faults = [];
            await using var profile = await NewProfileAsync(reader, address, faults);
            var page = await profile.NewPageAsync();
            while (ahead.TryDequeue(out var path))
            {
                await page.GotoAsync(path);
                faults.AddRange((await look(page)).Select(fault => $"{path}: {fault}"));
            }
            return faults;
        }
    }

    /// <summary>The path of every page that the site tells search engines, in both languages.</summary>
    public async Task<IReadOnlyList<string>> EveryPathAsync()
    {
        using var http = new HttpClient { BaseAddress = SiteAt(BeforeTheWorkshop) };
        var map = XDocument.Parse(await http.GetStringAsync("/sitemap.xml"));
        return [.. map.Descendants().Where(element => element.Name.LocalName == "loc").Select(loc => new Uri(loc.Value).PathAndQuery)];
    }

    private async Task<IBrowserContext> NewProfileAsync(
        BrowserNewContextOptions? reader,
        Uri address,
        List<string> surprises,
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
                surprises.Add($"a request to {uri}");
        };
        profile.WebError += (_, error) => surprises.Add(error.Error);
        return profile;
    }

    private Uri SiteAt(string hour)
    {
        if (!sites.TryGetValue(hour, out var site))
        {
            site = new() { RehearseFrom = hour };
            site.UseKestrel(0);
            site.StartServer();
            sites[hour] = site;
        }
        return site.ClientOptions.BaseAddress;
    }

    /// <summary>
    /// For eyes, in <c>artifacts/pictures</c>: what a machine can say of a page is said by the tests. Taken by <c>./dev prove</c> alone,
    /// for it takes as long as some of them.
    /// </summary>
    public static async Task PictureAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("PICTURES") is not null)
            await page.ScreenshotAsync(
                new() { Path = Path.Combine(Repository.Artifacts, "pictures", $"{name}.png".ToLowerInvariant()), FullPage = true }
            );
    }

    private static async Task LeaveEvidenceAsync(IPage page, string name)
    {
        var file = Path.Combine(Repository.Artifacts, "browser", string.Concat(name.Select(c => char.IsLetterOrDigit(c) ? c : '_')));
        try
        {
            await page.Context.Tracing.StopAsync(new() { Path = $"{file}.zip" });
            await page.ScreenshotAsync(new() { Path = $"{file}.png", FullPage = true });
        }
        catch (PlaywrightException)
        {
            // A page that crashed has no picture, and the failure that brought us here says more.
        }
    }
}

/// <summary>Another browser, beside the first, with sites of its own: for the rooms that one signs in to.</summary>
[CollectionDefinition(nameof(SignedIn))]
public sealed class SignedIn : ICollectionFixture<Chromium>;
