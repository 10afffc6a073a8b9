using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using ModMatWorkshop.Tests.Shared;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Web.Tests.Pages;

/// <summary>
/// Materials of talks and slots after the workshop: links, and files of the content folder.
/// </summary>
public sealed class MaterialsTests(MaterialsTests.SiteWithMaterials fixture) : IClassFixture<MaterialsTests.SiteWithMaterials>
{
    private const string Slides = "/materials/i1-slides.pdf";
    private static readonly byte[] Pdf = [.. "%PDF-1.7\n"u8, .. Enumerable.Range(0, 1_234_567).Select(i => (byte)i)];
    private static readonly byte[] Recording = [.. "\0\0\0 ftypisom"u8, .. Enumerable.Range(0, 340_000).Select(i => (byte)(i * 7))];

    private readonly HttpClient reader = fixture.Site.CreateClient();

    public sealed class SiteWithMaterials : IDisposable
    {
        public SiteWithMaterials()
        {
            Content.Replace(
                "contributions/i1.md",
                "lab: \"London\"\n",
                """
                lab: "London"
                materials:
                  - { kind: slides, file: i1-slides.pdf }
                  - { kind: recording, url: "https://video.example.org/i1" }

                """
            );
            Content.Replace(
                "sessions/session-1.md",
                "contribution: I1 }",
                "contribution: I1, materials: [{ kind: recording, file: morning.mp4 }] }"
            );
            Content.Replace(
                "sessions/session-1.md",
                "posters: true }",
                "posters: true, materials: [{ title: \"Handout\", file: handout.zip }] }"
            );
            Content.Write("materials/i1-slides.pdf", Pdf);
            Content.Write("materials/morning.mp4", Recording);
            Content.Write("materials/handout.zip", "PK\u0003\u0004"u8.ToArray());
            Content.Write("materials/unnamed.pdf", Pdf);
            Content.Write("materials/page.html", "<script>alert(1)</script>");
            Site = new() { ContentPath = Content.Folder, RehearseFrom = "2030-04-02T09:00" };
        }

        public ContentSample Content { get; } = new();

        public SiteFactory Site { get; }

        public void Dispose()
        {
            Site.Dispose();
            Content.Dispose();
        }
    }

    [Theory]
    [InlineData("/resumes/i1", "Enregistrement MP4, 340 ko", "Diapositives PDF, 1,2 Mo", "Enregistrement")]
    [InlineData("/en/abstracts/i1", "Recording MP4, 340 kB", "Slides PDF, 1.2 MB", "Recording")]
    public async Task A_talk_lists_its_materials_with_the_type_and_size_of_files(string address, params string[] lines)
    {
        var page = await reader.ReadAsync(address);

        Assert.Equal(lines, page.SeenAll("section[aria-labelledby=h-materials] li"));
        Assert.Equal(
            ["/materials/morning.mp4", Slides, "https://video.example.org/i1"],
            page.AttributeOfAll("section[aria-labelledby=h-materials] a", "href")
        );
        Assert.Equal(["video/mp4", "application/pdf", ""], page.AttributeOfAll("section[aria-labelledby=h-materials] a", "type"));
    }

    [Fact]
    public async Task A_slot_without_a_talk_lists_its_materials_in_the_programme() =>
        Assert.Equal(
            ["/materials/handout.zip"],
            (await reader.ReadAsync("/programme")).AttributeOfAll("[data-part=people] a[href^='/materials/']", "href")
        );

    [Theory]
    [InlineData("/inscription", "L’atelier est terminé.")]
    [InlineData("/en/registration", "The workshop is over.")]
    public async Task After_the_workshop_registration_is_closed(string address, string sentence)
    {
        var page = await reader.ReadAsync(address);
        Assert.Equal("closed", page.QuerySelector("main")!.GetAttribute("data-registration-status"));
        Assert.StartsWith(sentence, page.Seen("main h1 + p"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Slides, "application/pdf", "inline; filename=\"atelier-2030-i1-slides.pdf\"")]
    [InlineData("/materials/morning.mp4", "video/mp4", "inline; filename=\"atelier-2030-morning.mp4\"")]
    [InlineData("/materials/handout.zip", "application/zip", "attachment; filename=\"atelier-2030-handout.zip\"")]
    public async Task A_file_is_served_unchanged_with_its_media_type_and_a_clear_file_name(
        string address,
        string mediaType,
        string disposition
    )
    {
        using var answer = await reader.GetAsync(address);
        using var head = await reader.SendAsync(new(HttpMethod.Head, address));
        var bytes = await answer.Content.ReadAsByteArrayAsync();

        foreach (var one in new[] { answer, head })
        {
            Assert.Equal(
                (HttpStatusCode.OK, mediaType, disposition),
                (one.StatusCode, one.Content.Headers.ContentType?.ToString(), one.Content.Headers.GetValues("Content-Disposition").Single())
            );
            Assert.Equal(
                ("nosniff", "bytes", "public, no-cache"),
                (
                    one.Headers.GetValues("X-Content-Type-Options").Single(),
                    string.Join(' ', one.Headers.AcceptRanges),
                    string.Join(", ", one.Headers.GetValues("Cache-Control"))
                )
            );
            Assert.Equal(bytes.Length, one.Content.Headers.ContentLength);
            // Without media-src, a browser does not play the recording that it opens.
            Assert.EndsWith("; media-src 'self'", one.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        }
        Assert.Equal(File.ReadAllBytes(fixture.Content.PathOf(address[1..])), bytes);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task An_unchanged_file_answers_304()
    {
        var etag = (await reader.GetAsync(Slides)).Headers.ETag!;
        using var request = new HttpRequestMessage(HttpMethod.Get, Slides) { Headers = { IfNoneMatch = { etag } } };
        using var answer = await reader.SendAsync(request);

        Assert.Equal((false, HttpStatusCode.NotModified, etag), (etag.IsWeak, answer.StatusCode, answer.Headers.ETag));
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task A_part_of_a_recording_can_be_requested()
    {
        var etag = (await reader.GetAsync("/materials/morning.mp4")).Headers.ETag!;
        using var middle = await reader.SendAsync(Part(1000, 1999, etag));
        using var outdated = await reader.SendAsync(Part(1000, 1999, new("\"outdated\"")));
        using var beyond = await reader.SendAsync(Part(Recording.Length, null, null));

        Assert.Equal(
            (HttpStatusCode.PartialContent, $"bytes 1000-1999/{Recording.Length}"),
            (middle.StatusCode, middle.Content.Headers.ContentRange?.ToString())
        );
        Assert.Equal(Recording[1000..2000], await middle.Content.ReadAsByteArrayAsync());
        Assert.Equal(Recording.Length, (await outdated.Content.ReadAsByteArrayAsync()).Length);
        Assert.Equal(HttpStatusCode.RequestedRangeNotSatisfiable, beyond.StatusCode);

        static HttpRequestMessage Part(long from, long? to, EntityTagHeaderValue? etag) =>
            new(HttpMethod.Get, "/materials/morning.mp4")
            {
                Headers = { Range = new(from, to), IfRange = etag is null ? null : new(etag) },
            };
    }

    [Theory]
    [InlineData("unnamed.pdf")]
    [InlineData("page.html")]
    [InlineData("nowhere.pdf")]
    [InlineData("I1-SLIDES.PDF")]
    [InlineData("..%2Fworkshop.md")]
    [InlineData("%2e%2e%2fworkshop.md")]
    [InlineData("..%5Cworkshop.md")]
    [InlineData("%2Fetc%2Fpasswd")]
    [InlineData(".")]
    [InlineData("")]
    public async Task A_file_that_the_content_does_not_name_is_not_found(string name) =>
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync("/materials/" + name)).StatusCode);

    [Fact]
    public async Task JSON_LD_and_schedules_have_absolute_addresses_of_materials()
    {
        var article = JsonNode.Parse(
            (await reader.ReadAsync("/en/abstracts/i1")).QuerySelector("script[type='application/ld+json']")!.TextContent
        )!["workFeatured"]!;
        var frab = XDocument.Parse(await reader.GetStringAsync("/schedule.xml"));
        var json = await reader.GetStringAsync("/schedule.json?lang=en");

        Assert.Equal(
            """[{"@type":"MediaObject","name":"Recording","contentUrl":"https://modmat.test/materials/"""
                + $$"""morning.mp4","encodingFormat":"video/mp4","contentSize":"{{Recording.Length}} B"},"""
                + """{"@type":"MediaObject","name":"Slides","contentUrl":"https://modmat.test/materials/"""
                + $$"""i1-slides.pdf","encodingFormat":"application/pdf","contentSize":"{{Pdf.Length}} B"},"""
                + """{"@type":"MediaObject","name":"Recording","url":"https://video.example.org/i1"}]""",
            article["associatedMedia"]!.ToJsonString()
        );
        Assert.Equal(
            [
                "Diapositives https://modmat.test/materials/i1-slides.pdf",
                "Enregistrement https://video.example.org/i1",
                "Enregistrement https://modmat.test/materials/morning.mp4",
                "Handout https://modmat.test/materials/handout.zip",
            ],
            frab.Descendants("attachment").Select(a => $"{a.Value} {a.Attribute("href")!.Value}")
        );
        Assert.Contains("\"https://modmat.test/materials/i1-slides.pdf\"", json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_can_be_added_changed_and_deleted_while_the_site_runs()
    {
        using var content = new ContentSample();
        await using var site = new SiteFactory { ContentPath = content.Folder };
        using var browser = site.CreateClient();
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/materials/p1.pdf")).StatusCode);

        // The content is invalid until the file that it names exists.
        content.Replace("contributions/p1.md", "lang: fr\n", "lang: fr\nmaterials: [{ kind: poster, file: p1.pdf }]\n");
        await HtmlReading.EventuallyAsync(browser.ReadHealthAsync, health =>
            !health.GetProperty("content").GetProperty("current").GetBoolean()
        );
        content.Write("materials/p1.pdf", "%PDF-1.7 one");
        await HtmlReading.EventuallyAsync(
            () => browser.ReadAsync("/resumes/p1"),
            page => page.QuerySelector("a[href='/materials/p1.pdf']") is not null
        );
        using var first = await browser.GetAsync("/materials/p1.pdf");

        content.Write("materials/p1.pdf", "%PDF-1.7 two" + new string(' ', 4000));
        await HtmlReading.EventuallyAsync(
            () => browser.ReadAsync("/resumes/p1"),
            page => page.Seen("#h-materials + ul") == "Poster PDF, 4 ko"
        );
        using var second = await browser.GetAsync("/materials/p1.pdf");
        Assert.StartsWith("%PDF-1.7 two", await second.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.NotEqual(first.Headers.ETag, second.Headers.ETag);

        content.Delete("materials/p1.pdf");
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/materials/p1.pdf")).StatusCode);
    }

    [Fact]
    public async Task A_file_replaced_by_a_symbolic_link_is_not_found()
    {
        using var content = new ContentSample();
        content.Replace("contributions/p1.md", "lang: fr\n", "lang: fr\nmaterials: [{ kind: poster, file: p1.pdf }]\n");
        content.Write("materials/p1.pdf", "%PDF-1.7");
        await using var site = new SiteFactory { ContentPath = content.Folder };
        using var browser = site.CreateClient();
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/materials/p1.pdf")).StatusCode);

        content.Delete("materials/p1.pdf");
        File.CreateSymbolicLink(content.PathOf("materials/p1.pdf"), "/etc/passwd");

        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/materials/p1.pdf")).StatusCode);
    }
}
