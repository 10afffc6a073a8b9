using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Web.Tests.Pages;

public sealed class StaticFilesTests(StaticFilesTests.PublishedHeaders site) : IClassFixture<StaticFilesTests.PublishedHeaders>
{
    /// <summary>A run that is not published says no-cache of every file unless it is told to behave.</summary>
    public sealed class PublishedHeaders : SiteFactory
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureAppConfiguration(app => app.AddInMemoryCollection([new("EnableStaticAssetsDevelopmentCaching", "true")]));
        }
    }

    private static readonly Dictionary<string, string> MediaTypes = new()
    {
        [".css"] = "text/css",
        [".js"] = "text/javascript",
        [".png"] = "image/png",
        [".svg"] = "image/svg+xml",
        [".ico"] = "image/x-icon",
    };

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
    public async Task Every_file_is_served_as_it_is_with_its_media_type(string file)
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
    public async Task A_page_names_a_file_by_its_fingerprint_under_which_it_may_be_kept_for_ever(
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
    public async Task A_page_on_which_there_is_nothing_to_do_loads_no_script(string page, int scripts) =>
        Assert.Equal(scripts, (await site.CreateClient().ReadAsync(page)).QuerySelectorAll("script[src]").Length);

    [Trait("Category", "prove")]
    [Fact]
    public async Task A_program_that_is_built_but_not_published_serves_them_too()
    {
        // In Production such a run once answered 200 with nothing in it.
        await using var server = await SiteProcess.ServeAsync();
        var address = (await server.Reader.ReadAsync("/")).QuerySelector("link[rel=stylesheet]")!.GetAttribute("href")!;

        Assert.Equal(await File.ReadAllBytesAsync(Path.Combine(Folder, "css/site.css")), await server.Reader.GetByteArrayAsync(address));
    }

    [Fact]
    public async Task Without_its_fingerprint_a_file_is_asked_for_again()
    {
        using var answer = await site.CreateClient().GetAsync("/css/site.css");

        Assert.Equal("no-cache", answer.Headers.CacheControl?.ToString());
        Assert.NotNull(answer.Headers.ETag);
    }

    [Fact]
    public async Task Whoever_has_the_file_already_does_not_get_it_twice()
    {
        var reader = site.CreateClient();
        using var first = await reader.GetAsync("/js/site.js");
        using var question = new HttpRequestMessage(HttpMethod.Get, "/js/site.js");
        question.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await reader.SendAsync(question);

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    [Fact]
    public async Task Style_and_script_ask_nothing_of_another_host()
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
