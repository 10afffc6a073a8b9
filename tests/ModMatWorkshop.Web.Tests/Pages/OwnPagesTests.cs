using System.IO.Compression;
using System.Net;
using ModMatWorkshop.Tests.Shared;
using ModMatWorkshop.Web.Tests.Hosting;
using SkiaSharp;

namespace ModMatWorkshop.Web.Tests.Pages;

/// <summary>Pages and pictures that a workshop adds, and pages that it leaves out.</summary>
public sealed class OwnPagesTests(OwnPagesTests.Workshop workshop) : IClassFixture<OwnPagesTests.Workshop>
{
    private static readonly string[] LeftOut = ["contact", "legal-notice", "privacy", "practical-info"];

    private readonly HttpClient reader = workshop.Site.CreateClient();

    public sealed class Workshop : IDisposable
    {
        private readonly ContentSample _content = new();

        public Workshop()
        {
            Write("about", "title: { fr: \"À propos\", en: \"About\" }\nin: menu", "Qui nous sommes.", "Who we are.");
            Write(
                "city",
                "title: { fr: \"La ville\", en: \"The city\" }\nslug: { fr: ville-rose, en: pink-city }\nin: footer",
                "Les violettes.\n\n![La place](square.jpg)",
                "Violets.\n\n![The square](square.jpg)"
            );
            Write("history", "title: { fr: \"Histoire\", en: \"History\" }", "Autrefois.", "Once.");
            _content.Write("images/square.jpg", Photographs.FromCamera(1000, 700, 1));
            _content.Write("images/logo.png", Photographs.TwoHalves(100, 100, SKEncodedImageFormat.Png));
            _content.Replace(
                "contributions/o1.md",
                "  - { number: 1, caption: \"La force vive.\" }\n",
                string.Concat(
                    Enumerable
                        .Range(1, 3)
                        .Select(i => $"  - {{ number: {i}, caption: \"La force vive.\", file: square.jpg, alt: \"Une place.\" }}\n")
                )
            );
            _content.Replace("workshop.md", "committee:", "identity: { logo: logo.png }\ncommittee:");
            foreach (var slug in LeftOut)
            {
                _content.Delete($"pages/{slug}.md");
                _content.Delete($"pages/{slug}.en.md");
            }
            Site = new() { ContentPath = _content.Folder };
        }

        public SiteFactory Site { get; }

        public void Dispose()
        {
            Site.Dispose();
            _content.Dispose();
        }

        private void Write(string name, string front, string french, string english)
        {
            _content.Write($"pages/{name}.md", $"---\n{front}\n---\n\n{french}\n");
            _content.Write($"pages/{name}.en.md", $"{english}\n");
        }
    }

    [Theory]
    [InlineData("/about", "À propos", "/en/about")]
    [InlineData("/ville-rose", "La ville", "/en/pink-city")]
    [InlineData("/history", "Histoire", "/en/history")]
    public async Task A_page_has_an_address_in_each_language_and_links_to_its_translation(string address, string title, string translation)
    {
        var page = await reader.ReadAsync(address);
        var other = await reader.ReadAsync(translation);

        Assert.Equal((title, translation), (page.Seen("h1"), page.QuerySelector("[data-switch-language]")!.GetAttribute("href")));
        Assert.Equal(address, other.QuerySelector("[data-switch-language]")!.GetAttribute("href"));
        Assert.Equal(
            [$"https://modmat.test{address}", $"https://modmat.test{translation}", $"https://modmat.test{address}"],
            page.AttributeOfAll("link[hreflang]", "href")
        );
    }

    [Theory]
    [InlineData("/pink-city")]
    [InlineData("/en/ville-rose")]
    [InlineData("/city")]
    [InlineData("/nowhere")]
    [InlineData("/contact")]
    [InlineData("/en/practical-info")]
    public async Task Another_address_answers_404(string address) =>
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync(address)).StatusCode);

    [Fact]
    public async Task Menu_and_footer_list_the_pages_that_ask_for_it_and_no_page_that_is_missing()
    {
        var page = await reader.ReadAsync("/en/about");

        Assert.Equal(["Programme", "Abstracts", "Posters", "Speakers", "About"], page.SeenAll(".main-nav a"));
        Assert.Equal("/en/about", page.QuerySelector(".main-nav [aria-current]")!.GetAttribute("href"));
        Assert.Equal(["/en/accessibility", "/en/pink-city"], page.AttributeOfAll(".site-footer a", "href").TakeLast(2));
    }

    [Trait("Category", "prove")]
    [Fact]
    public async Task No_page_links_to_a_page_that_does_not_exist()
    {
        var seen = new HashSet<string>();
        var dead = new List<string>();
        var queue = new Queue<string>(["/", "/inscription", "/en/registration"]);
        while (queue.TryDequeue(out var address))
        {
            if (!seen.Add(address))
                continue;
            using var answer = await reader.GetAsync(address);
            if (answer.StatusCode == HttpStatusCode.NotFound)
                dead.Add(address);
            if (answer.Content.Headers.ContentType?.MediaType != "text/html" || !answer.IsSuccessStatusCode)
                continue;
            foreach (var link in (await reader.ReadAsync(address)).AttributeOfAll("a[href^='/']", "href"))
                queue.Enqueue(link!.Split('#')[0]);
        }

        Assert.Equal([], dead);
        Assert.Contains("/ville-rose", seen);
    }

    [Fact]
    public async Task Site_map_search_and_security_txt_know_the_pages()
    {
        var map = await reader.GetStringAsync("/sitemap.xml");
        var hits = (await reader.ReadAsync("/en/search?q=violets")).AttributeOfAll("#results a", "href");

        Assert.Equal(
            [true, true, true, false, false],
            new[] { "/ville-rose<", "/en/pink-city<", "/history<", "/contact<", "/en/privacy<" }.Select(a =>
                map.Contains($"https://modmat.test{a}", StringComparison.Ordinal)
            )
        );
        Assert.Equal(["/en/pink-city"], hits);
        Assert.StartsWith(
            "Contact: https://modmat.test\n",
            await reader.GetStringAsync("/.well-known/security.txt"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Photographs_are_served_as_webp_for_ever_and_without_what_the_camera_noted()
    {
        var image = (await reader.ReadAsync("/ville-rose")).QuerySelector("main img")!;
        var sources = image.GetAttribute("srcset")!.Split(", ").Select(s => s.Split(' ')[0]).ToList();

        Assert.Equal(("1000", "700", "lazy"), (image.GetAttribute("width"), image.GetAttribute("height"), image.GetAttribute("loading")));
        Assert.Equal(3, sources.Count);
        foreach (var address in sources)
        {
            using var answer = await reader.GetAsync(address);
            Assert.Equal(
                (HttpStatusCode.OK, "image/webp", "public, max-age=31536000, immutable"),
                (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType, answer.Headers.CacheControl?.ToString())
            );
            Assert.StartsWith(
                "default-src 'none'; script-src 'self'",
                Assert.Single(answer.Headers.GetValues("Content-Security-Policy")),
                StringComparison.Ordinal
            );
            Assert.DoesNotContain(
                Photographs.Place,
                System.Text.Encoding.Latin1.GetString(await answer.Content.ReadAsByteArrayAsync()),
                StringComparison.Ordinal
            );
        }
    }

    [Fact]
    public async Task An_abstract_shows_its_figure_and_so_does_the_book()
    {
        var page = await reader.ReadAsync("/resumes/o1");
        var book = await reader.ReadAsync("/livret");

        Assert.Equal(
            ("Une place.", "Une place.", 0),
            (
                page.QuerySelector("#fig-1 img")!.GetAttribute("alt"),
                book.QuerySelector("#b-o1-fig-1 img")!.GetAttribute("alt"),
                page.QuerySelectorAll("[data-image-missing]").Length
            )
        );
    }

    /// <summary>As in the demands on other pages: with style sheets and script, compressed as the site does.</summary>
    [Fact]
    public async Task A_page_with_three_figures_has_at_most_14_kilobytes_besides_the_pictures()
    {
        var page = await reader.ReadAsync("/resumes/o1");
        var total = 0;
        foreach (
            var address in page.AttributeOfAll("link[rel=stylesheet]", "href")
                .Concat(page.AttributeOfAll("script[src]", "src"))
                .Append("/resumes/o1")
        )
        {
            var body = await reader.GetByteArrayAsync(address);
            var packed = new byte[BrotliEncoder.GetMaxCompressedLength(body.Length)];
            Assert.True(BrotliEncoder.TryCompress(body, packed, out var size, quality: 11, window: 22));
            total += size;
        }

        Assert.Equal(3, page.QuerySelectorAll("figure img").Length);
        Assert.InRange(total, 1000, 14_000);
    }

    [Fact]
    public async Task A_photograph_as_logo_is_also_the_icon()
    {
        var page = await reader.ReadAsync("/");

        Assert.Equal("28px", page.QuerySelector(".site-name img")!.GetAttribute("sizes"));
        Assert.Equal(
            page.QuerySelector(".site-name img")!.GetAttribute("src"),
            page.QuerySelector("link[rel=icon][type]")!.GetAttribute("href")
        );
    }
}
