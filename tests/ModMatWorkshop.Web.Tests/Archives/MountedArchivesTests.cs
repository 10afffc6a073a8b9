using System.Diagnostics;
using System.Globalization;
using System.Net;
using ModMatWorkshop.Web.Archive;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Web.Tests.Archives;

/// <summary>Archives of earlier editions are folders of other people.</summary>
public sealed class MountedArchivesTests : IDisposable
{
    private readonly DirectoryInfo archives = Directory.CreateTempSubdirectory("modmat-archives-");
    private readonly string edition;

    public MountedArchivesTests()
    {
        edition = archives.CreateSubdirectory("2019").FullName;
        Write("index.html", "<p>ModMat 2019");
    }

    public void Dispose() => archives.Delete(recursive: true);

    [Fact]
    public async Task Every_file_but_a_PDF_is_in_a_sandbox_and_pages_of_the_site_are_not()
    {
        Write("image.svg", "<svg/>");
        Write("feed.atom", "<feed/>");
        Write("book.pdf", "%PDF");
        await using var site = Start();
        using var reader = site.CreateClient();

        foreach (var path in new[] { "/2019/", "/2019/index.html", "/2019/image.svg", "/2019/feed.atom" })
            Assert.Equal(
                (
                    path,
                    "sandbox allow-scripts allow-forms allow-popups allow-popups-to-escape-sandbox allow-downloads; "
                        + "default-src https://modmat.test/2019/; object-src 'none'; form-action https://modmat.test/2019/; "
                        + "base-uri 'none'; frame-ancestors 'none'",
                    "cross-origin",
                    "*"
                ),
                await HeadersAsync(reader, path)
            );
        foreach (var path in new[] { "/2019/book.pdf", "/2019/nowhere.html", "/programme", "/css/site.css" })
        {
            var (_, policy, resources, allowed) = await HeadersAsync(reader, path);
            Assert.Equal((path, "default-src 'none'", "same-origin", ""), (path, policy.Split(';')[0], resources, allowed));
        }
        using var posted = await reader.PostAsync("/2019/index.html", null);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, posted.StatusCode);
    }

    [Fact]
    public async Task A_link_or_a_named_pipe_that_appears_while_the_site_runs_is_not_found_and_the_rest_is_served()
    {
        File.WriteAllText(Path.Combine(archives.FullName, "secret.txt"), "secret");
        var outside = archives.CreateSubdirectory("outside");
        File.WriteAllText(Path.Combine(outside.FullName, "secret.html"), "secret");
        archives.CreateSubdirectory("2018");
        await using var site = Start();
        using var reader = site.CreateClient();
        Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync("/2019/")).StatusCode);
        File.CreateSymbolicLink(Path.Combine(edition, "file.txt"), Path.Combine(archives.FullName, "secret.txt"));
        File.CreateSymbolicLink(Path.Combine(edition, "inside.html"), Path.Combine(edition, "index.html"));
        Directory.CreateSymbolicLink(Path.Combine(edition, "folder"), outside.FullName);
        Directory.CreateSymbolicLink(Path.Combine(edition, "relative"), "../outside");
        Directory.Delete(Path.Combine(archives.FullName, "2018"));
        Directory.CreateSymbolicLink(Path.Combine(archives.FullName, "2018"), outside.FullName);
        await Process.Start("mkfifo", [Path.Combine(edition, "pipe.html")]).WaitForExitAsync();

        foreach (
            var path in new[]
            {
                "/2019/file.txt",
                "/2019/inside.html",
                "/2019/folder/secret.html",
                "/2019/relative/secret.html",
                "/2018/secret.html",
                "/2019/pipe.html",
            }
        )
            Assert.Equal((path, HttpStatusCode.NotFound), (path, (await reader.GetAsync(path)).StatusCode));
        Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync("/2019/")).StatusCode);
    }

    [Fact]
    public async Task A_hostile_archive_is_refused_with_a_sentence_and_the_others_are_served()
    {
        Directory.CreateSymbolicLink(Path.Combine(archives.FullName, "2018"), edition);
        await using var site = Start();
        using var reader = site.CreateClient();

        Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync("/2019/")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync("/2018/")).StatusCode);
        await using var log = new FileStream(Path.Combine(site.DataPath, "test.log"), FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var lines = new StreamReader(log);
        Assert.EndsWith(
            $" [ERR] The archive {Path.Combine(archives.FullName, "2018")} is not served: it is a link.\n",
            await lines.ReadToEndAsync(),
            StringComparison.Ordinal
        );
    }

    public static TheoryData<string, string> Hostile =>
        new()
        {
            { "link", "a/b is a link" },
            { "link to itself", "a/b is a link" },
            { "broken link", "a/b is a link" },
            { "control character", "a/b?c.html has a name that is no address" },
            { "backslash", @"a/b\c.html has a name that is no address" },
            { "many files", "it has more than 50000 files and folders" },
            { "many folders", "it has more than 50000 files and folders" },
            { "deep", $"{string.Join('/', Enumerable.Repeat("d", 34))} is inside more than 32 folders" },
            { "large page", "a/large.HTML has more than 50 megabytes" },
        };

    [Trait("Category", "prove")]
    [Theory]
    [MemberData(nameof(Hostile))]
    public void A_hostile_archive_is_found_in_less_than_a_second_of_one_core(string kind, string fault)
    {
        var folder = Directory.CreateDirectory(Path.Combine(edition, "a")).FullName;
        var path = Path.Combine(folder, "b");
        switch (kind)
        {
            case "link":
                File.CreateSymbolicLink(path, "/etc/passwd");
                break;
            case "link to itself":
                Directory.CreateSymbolicLink(path, folder);
                break;
            case "broken link":
                File.CreateSymbolicLink(path, "/nowhere");
                break;
            case "control character":
                Write("a/b\nc.html", "");
                break;
            case "backslash":
                Write(@"a/b\c.html", "");
                break;
            case "many files":
                for (var file = 0; file < 60_000; file++)
                    Write(string.Create(CultureInfo.InvariantCulture, $"a/{file}.html"), "");
                break;
            case "many folders":
                for (var one = 0; one < 60_000; one++)
                    Directory.CreateDirectory(string.Create(CultureInfo.InvariantCulture, $"{folder}/{one}"));
                break;
            case "deep":
                Directory.CreateDirectory(Path.Combine(edition, string.Join('/', Enumerable.Repeat("d", 500))));
                break;
            default:
                using (var page = File.Create(Path.Combine(folder, "large.HTML")))
                    page.SetLength(1L << 40);
                break;
        }

        var before = CpuOfThisThread();
        Assert.Equal(fault, ArchiveFolder.FindFault(edition));
        Assert.True(CpuOfThisThread() - before < TimeSpan.FromSeconds(1), $"{CpuOfThisThread() - before}");
    }

    /// <summary>Linux counts it in nanoseconds.</summary>
    private static TimeSpan CpuOfThisThread() =>
        TimeSpan.FromMicroseconds(
            long.Parse(File.ReadAllText("/proc/thread-self/schedstat").Split(' ')[0], CultureInfo.InvariantCulture) / 1000
        );

    private static async Task<(string Path, string Policy, string Resources, string Allowed)> HeadersAsync(HttpClient reader, string path)
    {
        using var answer = await reader.GetAsync(path);
        return (path, Of("Content-Security-Policy"), Of("Cross-Origin-Resource-Policy"), Of("Access-Control-Allow-Origin"));

        string Of(string name) => answer.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : "";
    }

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(edition, name), text);

    private SiteFactory Start() => new() { More = new Dictionary<string, string?> { ["Archives:Path"] = archives.FullName } };
}
