using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using ModMatWorkshop.Tests.Shared;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Web.Tests.Pages;

public sealed class StaticFilesTests(StaticFilesTests.PublishedHeaders site) : IClassFixture<StaticFilesTests.PublishedHeaders>
{
    /// <summary>Sends the cache headers of a published site; by default, an unpublished one sends no-cache for every file.</summary>
    public sealed class PublishedHeaders : SiteFactory
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureAppConfiguration(app => app.AddInMemoryCollection([new("EnableStaticAssetsDevelopmentCaching", "true")]));
        }
    }

    private static readonly Dictionary<string, string> MediaTypes = new() { [".css"] = "text/css", [".js"] = "text/javascript" };

    private static readonly string Folder = Path.Combine(Repository.Root, "wwwroot");

    private static readonly string[] Names =
    [
        .. Directory
            .EnumerateFiles(Folder, "*", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(Folder, f))
            .Order(StringComparer.Ordinal),
    ];

    public static TheoryData<string> Files => [.. Names];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Every_file_is_served_unchanged_with_its_media_type(string file)
    {
        using var answer = await site.CreateClient().GetAsync("/" + file);

        Assert.Equal(
            (HttpStatusCode.OK, MediaTypes[Path.GetExtension(file)]),
            (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType)
        );
        Assert.Equal(await File.ReadAllBytesAsync(Path.Combine(Folder, file)), await answer.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("/", "link[rel=stylesheet][href^='/css/site.']", "href", "css/site.css")]
    [InlineData("/en/programme", "link[rel=stylesheet][href^='/css/site.']", "href", "css/site.css")]
    [InlineData("/", "link[rel=stylesheet][href^='/css/home.']", "href", "css/home.css")]
    [InlineData("/rien", "script[src]", "src", "js/site.js")]
    public async Task A_page_links_to_files_by_fingerprint_and_these_may_be_cached_for_ever(
        string page,
        string selector,
        string attribute,
        string file
    )
    {
        var reader = site.CreateClient();
        var address = (await reader.ReadAsync(page, page == "/rien" ? HttpStatusCode.NotFound : HttpStatusCode.OK))
            .QuerySelector(selector)!
            .GetAttribute(attribute)!;
        using var answer = await reader.GetAsync(address);

        Assert.Matches(
            $@"^/{Path.GetDirectoryName(file)}/{Path.GetFileNameWithoutExtension(file)}\.[a-z0-9]{{10}}\{Path.GetExtension(file)}$",
            address
        );
        Assert.Equal(await File.ReadAllBytesAsync(Path.Combine(Folder, file)), await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal("max-age=31536000, immutable", answer.Headers.CacheControl?.ToString());
    }

    [Theory]
    [InlineData("/contact", 0)]
    [InlineData("/en/privacy", 0)]
    [InlineData("/actualites", 0)]
    [InlineData("/participants", 0)]
    [InlineData("/programme", 1)]
    [InlineData("/recherche", 1)]
    public async Task Only_interactive_pages_load_the_script(string page, int scripts) =>
        Assert.Equal(scripts, (await site.CreateClient().ReadAsync(page)).QuerySelectorAll("script[src]").Length);

    [Trait("Category", "prove")]
    [Fact]
    public async Task An_unpublished_program_serves_static_files_in_Production()
    {
        // Regression: such a run answered 200 with an empty body.
        await using var server = await SiteProcess.ServeAsync();
        var address = (await server.Reader.ReadAsync("/")).QuerySelector("link[rel=stylesheet]")!.GetAttribute("href")!;

        Assert.Equal(await File.ReadAllBytesAsync(Path.Combine(Folder, "css/site.css")), await server.Reader.GetByteArrayAsync(address));
    }

    [Fact]
    public async Task A_file_without_fingerprint_is_revalidated()
    {
        using var answer = await site.CreateClient().GetAsync("/css/site.css");

        Assert.Equal("no-cache", answer.Headers.CacheControl?.ToString());
        Assert.NotNull(answer.Headers.ETag);
    }

    [Fact]
    public async Task An_unchanged_file_answers_304()
    {
        var reader = site.CreateClient();
        using var first = await reader.GetAsync("/js/site.js");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/js/site.js");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await reader.SendAsync(request);

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    [Fact]
    public async Task Style_sheets_and_scripts_refer_to_no_other_host()
    {
        foreach (var file in Names.Where(f => f.EndsWith(".css", StringComparison.Ordinal) || f.EndsWith(".js", StringComparison.Ordinal)))
            Assert.Equal(
                (file, false),
                (
                    file,
                    (await File.ReadAllTextAsync(Path.Combine(Folder, file)))
                        .Replace("http://www.w3.org/2000/svg", "", StringComparison.Ordinal)
                        .Contains("://", StringComparison.Ordinal)
                )
            );
    }
}
