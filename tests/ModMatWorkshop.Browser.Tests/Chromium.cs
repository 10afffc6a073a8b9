using System.Runtime.CompilerServices;
using Microsoft.Playwright;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Browser.Tests;

/// <summary>One browser for all its tests, and the site as Kestrel serves it, once for each hour that somebody asks for.</summary>
[CollectionDefinition(nameof(Chromium))]
public sealed class Chromium : ICollectionFixture<Chromium>, IAsyncLifetime
{
    public const string BeforeTheWorkshop = "2021-09-01T09:00";
    public const string DuringTheFirstTalk = "2021-09-22T14:15";
    public const string LongAfter = "off";

    private const string Executable = "/usr/bin/chromium";
    private readonly Dictionary<string, SiteFactory> sites = [];
    private IPlaywright? playwright;
    private IBrowser? browser;

    public static string? WhyMissing { get; } = File.Exists(Executable) ? null : "Chromium is not on this machine; `apt-get install chromium` brings it.";

    public async Task InitializeAsync()
    {
        if (WhyMissing is not null)
            return;
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Executable, Args = ["--no-sandbox", "--disable-dev-shm-usage"] });
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
    public async Task VisitAsync(string path, Func<IPage, Task> look, BrowserNewContextOptions? reader = null, string at = BeforeTheWorkshop, [CallerMemberName] string test = "")
    {
        var address = SiteAt(at);
        List<string> surprises = [];
        await using var profile = await browser!.NewContextAsync(new(reader ?? new()) { BaseURL = address.OriginalString });
        profile.SetDefaultTimeout(10_000);
        profile.Request += (_, request) =>
        {
            if (new Uri(request.Url) is { Scheme: "http" or "https" or "ws" or "wss" } uri && uri.Authority != address.Authority)
                surprises.Add($"a request to {uri}");
        };
        profile.WebError += (_, error) => surprises.Add(error.Error);
        await profile.Tracing.StartAsync(new() { Screenshots = true, Snapshots = true });
        var page = await profile.NewPageAsync();
        try
        {
            await page.GotoAsync(path);
            await look(page);
            Assert.Empty(surprises);
        }
        catch
        {
            await LeaveEvidenceAsync(page, $"{test} {path}");
            throw;
        }
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
