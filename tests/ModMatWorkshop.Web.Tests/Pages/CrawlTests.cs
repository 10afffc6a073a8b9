using System.Net;
using System.Xml.Linq;
using AngleSharp.Dom;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Web.Tests.Pages;

[Collection(nameof(Archive))]
public sealed class CrawlTests(SiteFactory site, Crawl crawl) : IClassFixture<Crawl>
{
    private static readonly string[] IdLists = ["for", "aria-labelledby", "aria-describedby", "aria-controls"];

    internal static readonly Dictionary<string, string> SecurityHeaders = new()
    {
        ["Content-Security-Policy"] =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; form-action "
            + "'self'; base-uri 'none'; frame-ancestors 'none'",
        ["Strict-Transport-Security"] = "max-age=31536000; includeSubDomains",
        ["X-Content-Type-Options"] = "nosniff",
        ["X-Frame-Options"] = "DENY",
        ["Referrer-Policy"] = "no-referrer",
        ["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), interest-cohort=()",
        ["Cross-Origin-Opener-Policy"] = "same-origin",
        ["Cross-Origin-Resource-Policy"] = "same-origin",
        ["Cross-Origin-Embedder-Policy"] = "require-corp",
    };

    [Fact]
    public void Every_link_leads_somewhere() =>
        Assert.Equal(
            [],
            crawl
                .Links.Where(l =>
                    crawl.Visited.TryGetValue(l.To, out var target)
                    && target.Status is not (HttpStatusCode.OK or HttpStatusCode.MovedPermanently)
                )
                .Select(l => $"{l.From} links to {l.To}, which answers {(int)crawl.Visited[l.To].Status}")
        );

    [Fact]
    public void Every_anchor_stands_in_its_page() =>
        Assert.Equal(
            [],
            crawl
                .Links.Where(l => l.Anchor.Length > 0 && crawl.Visited[l.To].Page?.GetElementById(l.Anchor) is null)
                .Select(l => $"{l.From} links to {l.To}#{l.Anchor}")
        );

    [Fact]
    public void Links_lead_to_no_other_hosts_than_these() =>
        Assert.Equal(
            ["arxiv.org", "doi.org", "keras.io", "www.cnil.fr", "www.defenseurdesdroits.fr"],
            crawl.Elsewhere.Select(u => u.Host).Distinct().Order(StringComparer.Ordinal)
        );

    [Fact]
    public async Task The_walk_comes_to_every_page_that_the_sitemap_names()
    {
        var walked = crawl.Pages.Where(v => v.IsIndexable && v.Address is not ("/recherche" or "/en/search")).Select(v => v.Address);

        Assert.Equal((await SitemapAsync()).Order(StringComparer.Ordinal), walked.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void There_are_132_pages_in_each_language()
    {
        // 15 of one kind each, 32 abstracts, 85 persons.
        var pages = crawl.Pages.Where(v => v.IsIndexable).ToList();

        Assert.Equal((132, 132), (pages.Count(v => v.Language == "fr"), pages.Count(v => v.Language == "en")));
    }

    [Fact]
    public void An_id_stands_once_in_a_page() =>
        AssertOnEachPage(page =>
            page.QuerySelectorAll("[id]")
                .GroupBy(e => e.Id)
                .Where(g => g.Count() > 1 || string.IsNullOrWhiteSpace(g.Key))
                .Select(g => $"{g.Count()} times #{g.Key}")
        );

    [Fact]
    public void What_an_element_refers_to_is_there() =>
        AssertOnEachPage(page =>
            from attribute in IdLists
            from element in page.QuerySelectorAll($"[{attribute}]")
            from id in element.GetAttribute(attribute)!.Split(' ')
            where page.GetElementById(id) is null
            select $"{attribute} #{id}"
        );

    [Fact]
    public void Every_page_says_its_language() =>
        AssertOnEachPage((visited, page) => page.DocumentElement.GetAttribute("lang") == visited.Language ? [] : ["lang"]);

    [Fact]
    public void Every_page_has_one_first_heading_and_skips_no_level() =>
        AssertOnEachPage(page =>
        {
            var levels = page.QuerySelectorAll("h1, h2, h3, h4, h5, h6").Select(h => h.LocalName[1] - '0').ToList();
            return
                levels is [1, ..] && levels.Count(l => l == 1) == 1 && levels.Zip(levels.Skip(1)).All(step => step.Second <= step.First + 1)
                ? []
                : [string.Join(' ', levels)];
        });

    [Fact]
    public void No_two_pages_have_the_same_title() =>
        Assert.Equal(
            [],
            crawl
                .Pages.Where(v => v.IsIndexable)
                .GroupBy(v => (v.Language, v.Page!.Title))
                .Where(g => g.Count() > 1 || string.IsNullOrWhiteSpace(g.Key.Title))
                .Select(g => $"{g.Key.Title}: {string.Join(' ', g.Select(v => v.Address))}")
        );

    [Fact]
    public void Every_page_describes_itself() =>
        AssertOnEachPage(page =>
            page.QuerySelector("meta[name=description]")?.GetAttribute("content") is { Length: > 20 and < 600 } ? [] : ["description"]
        );

    [Fact]
    public void Every_page_is_at_the_address_that_it_says_and_its_twin_leads_back() =>
        AssertOnEachPage(
            (visited, page) =>
            {
                if (!visited.IsIndexable)
                    return page.QuerySelector("link[rel=canonical], link[hreflang]") is null
                        ? []
                        : ["a page that is not indexed has neither"];
                var own = SiteFactory.BaseUrl.GetLeftPart(UriPartial.Authority) + (visited.Address == "/" ? "" : visited.Address);
                var twin = Alternate(page, visited.Language == "en" ? "fr" : "en");
                var back = twin is null ? null : crawl.Visited[new Uri(twin).AbsolutePath].Page;
                (string, string?, string?, string?) expected = (own, own, own, visited.Language == "en" ? twin : own);
                var said = (
                    page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"),
                    Alternate(page, visited.Language),
                    back is null ? null : Alternate(back, visited.Language),
                    Alternate(page, "x-default")
                );
                return expected == said ? [] : [said.ToString()];
            }
        );

    [Fact]
    public void The_language_switch_leads_to_the_twin_and_keeps_the_query() =>
        AssertOnEachPage(
            (visited, page) =>
            {
                var here = new Uri(SiteFactory.BaseUrl, visited.Address);
                var there = new Uri(SiteFactory.BaseUrl, page.QuerySelector("a[data-switch-language]")!.GetAttribute("href"));
                var back = crawl.Visited[there.PathAndQuery].Page!.QuerySelector("a[data-switch-language]")!.GetAttribute("href");
                return there != here && there.Query == here.Query && back == visited.Address ? [] : [there.ToString()];
            }
        );

    [Fact]
    public void Nobody_gets_a_cookie_but_with_a_form_to_fill_in() =>
        Assert.Equal(
            [],
            crawl
                .Visited.Values.Where(v => v.Headers.ContainsKey("Set-Cookie") && v.Page?.QuerySelector("main form[method=post]") is null)
                .Select(v => v.Address)
        );

    [Fact]
    public void Every_answer_carries_the_security_headers() =>
        Assert.Equal(
            [],
            from visited in crawl.Visited.Values
            from header in SecurityHeaders
            where visited.Headers.GetValueOrDefault(header.Key) != header.Value
            select $"{visited.Address} {header.Key}"
        );

    [Fact]
    public void No_script_style_or_handler_stands_in_a_page() =>
        AssertOnEachPage(page =>
            [
                .. page.QuerySelectorAll("script:not([src])")
                    .Where(s => s.GetAttribute("type") != "application/ld+json")
                    .Select(s => s.OuterHtml),
                .. page.QuerySelectorAll("style, [style], base, iframe, object, embed").Select(s => s.OuterHtml),
                .. page.QuerySelectorAll("*")
                    .SelectMany(e => e.Attributes)
                    .Where(a =>
                        a.Name.StartsWith("on", StringComparison.Ordinal)
                        || a.Value.StartsWith("javascript:", StringComparison.OrdinalIgnoreCase)
                    )
                    .Select(a => $"{a.Name}={a.Value}"),
            ]
        );

    [Fact]
    public void Everything_that_is_fetched_comes_from_this_site() =>
        AssertOnEachPage(page =>
            page.QuerySelectorAll("script[src], img[src], link[rel=stylesheet], link[rel~=icon], link[rel=apple-touch-icon]")
                .Select(e => e.GetAttribute("src") ?? e.GetAttribute("href")!)
                .Where(address => !address.StartsWith('/') || address.StartsWith("//", StringComparison.Ordinal))
        );

    [Fact]
    public void Every_control_of_a_form_has_a_label() =>
        AssertOnEachPage(page =>
            page.QuerySelectorAll("input:not([type=hidden]), select, textarea")
                .Where(c => c.Closest("label") is null && (c.Id is null || page.QuerySelector($"label[for='{c.Id}']") is null))
                .Select(c => c.OuterHtml)
        );

    private static string? Alternate(IParentNode page, string language) =>
        page.QuerySelector($"link[rel=alternate][hreflang={language}]")?.GetAttribute("href");

    private async Task<IEnumerable<string>> SitemapAsync()
    {
        XNamespace map = "http://www.sitemaps.org/schemas/sitemap/0.9";
        return XDocument
            .Parse(await site.CreateClient().GetStringAsync("/sitemap.xml"))
            .Descendants(map + "loc")
            .Select(l => new Uri(l.Value).AbsolutePath);
    }

    private void AssertOnEachPage(Func<IDocument, IEnumerable<string>> problems) => AssertOnEachPage((_, page) => problems(page));

    private void AssertOnEachPage(Func<Visited, IDocument, IEnumerable<string>> problems) =>
        Assert.Equal([], crawl.Pages.SelectMany(v => problems(v, v.Page!).Select(p => $"{v.Address}: {p}")));
}
