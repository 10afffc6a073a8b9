using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Xml.Linq;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using ModMatWorkshop.Tests.Shared;
using ModMatWorkshop.Web.Archive;
using ModMatWorkshop.Web.Tests.Hosting;
using SkiaSharp;

namespace ModMatWorkshop.Web.Tests.Archives;

/// <summary>A fact that needs nginx. It is skipped where nginx is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NginxFactAttribute : FactAttribute
{
    public NginxFactAttribute() => Skip = ExternalTools.WhyMissing(("nginx", "nginx"));
}

/// <summary>The archive verb on the real content; nginx serves the result as plain files.</summary>
[Trait("Category", "prove")]
public sealed class SiteArchiveTests : IDisposable
{
    private static readonly string[] Exports =
    [
        "schedule.xml",
        "schedule.en.json",
        "livret.bib",
        "livret.en.ris",
        "resumes/o1.ics",
        "programme.ics",
        "search-index.en.js",
    ];

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("modmat-archive-");

    private string Files => Path.Combine(folder.FullName, "files");

    public void Dispose() => folder.Delete(recursive: true);

    [NginxFact]
    public async Task The_archive_has_every_page_no_broken_link_and_no_request_to_another_host()
    {
        await ArchiveAsync();
        await using var server = await Nginx.ServeAsync(folder.FullName, Files);
        using var reader = new HttpClient { BaseAddress = server.Address };
        List<string> faults = [];
        var pages = new Dictionary<string, IHtmlDocument>();
        var queue = new Queue<string>(["/index.html"]);
        HashSet<(string From, string To, string Anchor)> links = [];
        HashSet<string> seen = [];
        while (queue.TryDequeue(out var address))
        {
            if (!seen.Add(address))
                continue;
            using var response = await reader.GetAsync(address);
            if (response.StatusCode != HttpStatusCode.OK)
                faults.Add($"{address} returns {(int)response.StatusCode}");
            if (response.Content.Headers.ContentType?.MediaType != "text/html")
                continue;
            var page = pages[address] = new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync());
            foreach (
                var (element, attribute) in page.QuerySelectorAll("a[href], area[href], link[href]:not([rel=canonical]):not([hreflang])")
                    .Select(e => (e, "href"))
                    .Concat(page.QuerySelectorAll("[src]").Select(e => (e, "src")))
                    .Concat(page.QuerySelectorAll("form").Select(e => (e, "action")))
            )
            {
                var target = new Uri(new Uri(server.Address, address), element.GetAttribute(attribute));
                if (target.Authority == server.Address.Authority)
                {
                    links.Add((address, target.AbsolutePath, Uri.UnescapeDataString(target.Fragment.TrimStart('#'))));
                    queue.Enqueue(target.AbsolutePath);
                }
                else if (element.LocalName != "a" || target.Scheme is "http" or "https" && target.Host == "modmat.test")
                    faults.Add($"{address} requests {target}");
            }
        }
        faults.AddRange(
            links
                .Where(l => l.Anchor.Length > 0 && pages.TryGetValue(l.To, out var page) && page.GetElementById(l.Anchor) is null)
                .Select(l => $"{l.From} links to {l.To}#{l.Anchor}")
        );
        Assert.Equal([], faults);

        await AssertHasSiteMapAsync(pages.Keys);
        Assert.Equal([], seen.Where(path => ArchiveFiles.IsExcluded(path)));
        Assert.All(Exports, file => Assert.True(File.Exists(Path.Combine(Files, file)), file));
        Assert.DoesNotContain(pages.Values, page => page.QuerySelector("script[src]:not([data-archive])") is not null);
    }

    /// <summary>Asserts that the archive has every page of the site map, except pages that need the running site.</summary>
    private static async Task AssertHasSiteMapAsync(IEnumerable<string> pages)
    {
        await using var site = new SiteFactory();
        using var client = site.CreateClient();
        var map = XDocument
            .Parse(await client.GetStringAsync("/sitemap.xml"))
            .Descendants()
            .Where(e => e.Name.LocalName == "loc")
            .Select(e => new Uri(e.Value).AbsolutePath);
        Assert.Equal(
            [],
            map.Where(path => !ArchiveFiles.IsExcluded(path)).Select(path => $"/{ArchiveFiles.FileOf(path, isPage: true)}").Except(pages)
        );
    }

    [Fact]
    public async Task A_new_archive_is_identical_and_replaces_only_an_earlier_archive()
    {
        await ArchiveAsync();
        var first = Read();
        await File.WriteAllTextAsync(Path.Combine(Files, "left-over.html"), "");
        await ArchiveAsync(Files + "/");
        Assert.Equal(first, Read());
        Assert.Equal(["data", "files"], folder.EnumerateDirectories().Select(d => d.Name).Order(StringComparer.Ordinal));

        var documents = folder.CreateSubdirectory("documents");
        await File.WriteAllTextAsync(Path.Combine(documents.FullName, "thesis.txt"), "precious");
        var refused = await RunAsync(documents.FullName);
        Assert.Equal((1, "precious"), (refused.ExitCode, await File.ReadAllTextAsync(Path.Combine(documents.FullName, "thesis.txt"))));
        Assert.Contains("contains something other than an archive", refused.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_size_of_a_photograph_is_a_file_of_the_archive_and_a_page_names_no_other()
    {
        using var content = new ContentSample();
        content.Write("images/one.jpg", Photographs.TwoHalves(1600, 900));
        content.Write("images/two.png", Photographs.TwoHalves(700, 300, SKEncodedImageFormat.Png));
        content.Write("pages/contact.md", "---\ntitle: Contact\n---\n\n![Une](one.jpg)\n\n![Deux](two.png)\n");
        content.Write("pages/contact.en.md", "![One](one.jpg)\n");
        var outcome = await SiteProcess.RunAsync([
            "archive",
            Files,
            "--Site:BaseUrl=https://modmat.test",
            $"--Site:ContentPath={content.Folder}",
            $"--Site:DataPath={Path.Combine(folder.FullName, "data")}",
        ]);
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Errors));

        var shown = new List<string>();
        foreach (var file in Directory.EnumerateFiles(Files, "*.html", SearchOption.AllDirectories))
        foreach (var picture in new HtmlParser().ParseDocument(await File.ReadAllTextAsync(file)).QuerySelectorAll("img"))
        {
            var sources = (picture.GetAttribute("srcset")?.Split(", ") ?? [])
                .Select(s => (Address: s.Split(' ')[0], Width: (int?)int.Parse(s.Split(' ')[1][..^1], CultureInfo.InvariantCulture)))
                .Append((picture.GetAttribute("src")!, null));
            foreach (var (address, width) in sources)
            {
                var path = Path.Combine(Path.GetDirectoryName(file)!, Uri.UnescapeDataString(address));
                Assert.True(File.Exists(path), $"{file} shows {address}, which is not in the archive.");
                if (width is null)
                    continue;
                using var decoded = SKBitmap.Decode(path);
                Assert.Equal((address, width), (address, decoded.Width));
                shown.Add($"{Path.GetRelativePath(Files, file)} {width}");
            }
        }
        Assert.Equal(["contact.html", "en/contact.html"], shown.Select(s => s.Split(' ')[0]).Distinct().Order(StringComparer.Ordinal));
        Assert.True(shown.Distinct().Count() > 6, string.Join(", ", shown));
    }

    private Dictionary<string, string> Read() =>
        Directory
            .EnumerateFiles(Files, "*", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .ToDictionary(file => Path.GetRelativePath(Files, file), file => Convert.ToBase64String(File.ReadAllBytes(file)));

    private async Task ArchiveAsync(string? to = null)
    {
        var outcome = await RunAsync(to ?? Files);
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Errors));
    }

    private Task<SiteProcess.Outcome> RunAsync(string to) =>
        SiteProcess.RunAsync([
            "archive",
            to,
            "--Site:BaseUrl=https://modmat.test",
            $"--Site:DataPath={Path.Combine(folder.FullName, "data")}",
        ]);

    private sealed class Nginx(Process process, Uri address) : IAsyncDisposable
    {
        public Uri Address => address;

        public static async Task<Nginx> ServeAsync(string home, string files)
        {
            var port = Running.Proxy.FreePort();
            var configuration = Path.Combine(home, "nginx.conf");
            // The default configuration, except for user, port and folder.
            await File.WriteAllTextAsync(
                configuration,
                $$"""
                user {{Environment.UserName}};
                pid {{home}}/nginx.pid;
                error_log {{home}}/nginx.log;
                events { }
                http { include /etc/nginx/mime.types; access_log off; server { listen 127.0.0.1:{{port}}; root {{files}}; } }
                """
            );
            var nginx = new Nginx(
                Process.Start(new ProcessStartInfo(ExternalTools.Find("nginx")!, ["-c", configuration, "-g", "daemon off;"]))!,
                new($"http://127.0.0.1:{port}")
            );
            using var reader = new HttpClient { BaseAddress = nginx.Address };
            for (var tries = 0; ; tries++)
                try
                {
                    (await reader.GetAsync("/index.html")).Dispose();
                    return nginx;
                }
                catch (HttpRequestException) when (tries < 10_000)
                {
                    await Task.Yield();
                }
        }

        public async ValueTask DisposeAsync()
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
            process.Dispose();
        }
    }
}
