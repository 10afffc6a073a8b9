using System.Net;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using AngleSharp.Dom;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Web.Tests.Pages;

[Collection(nameof(Archive))]
public sealed partial class CrawlTests(SiteFactory site, Crawl crawl) : IClassFixture<Crawl>
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
    public void Every_link_leads_to_an_existing_address() =>
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
    public void Every_anchor_exists_in_its_page() =>
        Assert.Equal(
            [],
            crawl
                .Links.Where(l => l.Anchor.Length > 0 && crawl.Visited[l.To].Page?.GetElementById(l.Anchor) is null)
                .Select(l => $"{l.From} links to {l.To}#{l.Anchor}")
        );

    [Fact]
    public void Links_lead_only_to_known_hosts() =>
        Assert.Equal(
            ["arxiv.org", "doi.org", "keras.io", "www.cnil.fr", "www.defenseurdesdroits.fr", "www.openstreetmap.org"],
            crawl.OtherHosts.Select(u => u.Host).Distinct().Order(StringComparer.Ordinal)
        );

    [Fact]
    public async Task Every_page_of_the_sitemap_is_linked_and_every_linked_page_is_in_it()
    {
        var linked = crawl.Pages.Where(v => v.IsIndexable && v.Address is not ("/recherche" or "/en/search")).Select(v => v.Address);

        Assert.Equal((await SitemapAsync()).Order(StringComparer.Ordinal), linked.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void There_are_132_pages_in_each_language()
    {
        // 15 single pages, 32 abstracts, 85 persons.
        var pages = crawl.Pages.Where(v => v.IsIndexable).ToList();

        Assert.Equal((132, 132), (pages.Count(v => v.Language == "fr"), pages.Count(v => v.Language == "en")));
    }

    [Fact]
    public void An_id_is_used_once_in_a_page() =>
        AssertOnEachPage(page =>
            page.QuerySelectorAll("[id]")
                .GroupBy(e => e.Id)
                .Where(g => g.Count() > 1 || string.IsNullOrWhiteSpace(g.Key))
                .Select(g => $"{g.Count()} times #{g.Key}")
        );

    [Fact]
    public void Every_id_that_an_element_refers_to_exists() =>
        AssertOnEachPage(page =>
            from attribute in IdLists
            from element in page.QuerySelectorAll($"[{attribute}]")
            from id in element.GetAttribute(attribute)!.Split(' ')
            where page.GetElementById(id) is null
            select $"{attribute} #{id}"
        );

    /// <summary>The content does not say what taking part costs.</summary>
    [Fact]
    public void No_page_says_that_taking_part_is_free() =>
        AssertOnEachPage(page => SaysFree().Matches(page.DocumentElement.TextContent).Select(match => match.Value));

    [Fact]
    public void Every_page_declares_its_language() =>
        AssertOnEachPage((visited, page) => page.DocumentElement.GetAttribute("lang") == visited.Language ? [] : ["lang"]);

    [Fact]
    public void Every_page_has_one_h1_and_skips_no_heading_level() =>
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
    public void Every_page_has_a_description() =>
        AssertOnEachPage(page =>
            page.QuerySelector("meta[name=description]")?.GetAttribute("content") is { Length: > 20 and < 600 } ? [] : ["description"]
        );

    [Fact]
    public void Every_page_has_its_canonical_address_and_its_translation_links_back() =>
        AssertOnEachPage(
            (visited, page) =>
            {
                if (!visited.IsIndexable)
                    return page.QuerySelector("link[rel=canonical], link[hreflang]") is null
                        ? []
                        : ["a page that is not indexed has a canonical or alternate link"];
                var own = SiteFactory.BaseUrl.GetLeftPart(UriPartial.Authority) + (visited.Address == "/" ? "" : visited.Address);
                var translation = Alternate(page, visited.Language == "en" ? "fr" : "en");
                var back = translation is null ? null : crawl.Visited[new Uri(translation).AbsolutePath].Page;
                (string, string?, string?, string?) expected = (own, own, own, visited.Language == "en" ? translation : own);
                var actual = (
                    page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"),
                    Alternate(page, visited.Language),
                    back is null ? null : Alternate(back, visited.Language),
                    Alternate(page, "x-default")
                );
                return expected == actual ? [] : [actual.ToString()];
            }
        );

    [Fact]
    public void The_language_switch_leads_to_the_translation_and_keeps_the_query() =>
        AssertOnEachPage(
            (visited, page) =>
            {
                if (visited.IsNeutral)
                    return [];
                var here = new Uri(SiteFactory.BaseUrl, visited.Address);
                var there = new Uri(SiteFactory.BaseUrl, page.QuerySelector("a[data-switch-language]")!.GetAttribute("href"));
                var back = crawl.Visited[there.PathAndQuery].Page!.QuerySelector("a[data-switch-language]")!.GetAttribute("href");
                return there != here && there.Query == here.Query && back == visited.Address ? [] : [there.ToString()];
            }
        );

    [Fact]
    public void Only_pages_with_a_form_set_a_cookie() =>
        Assert.Equal(
            [],
            crawl
                .Visited.Values.Where(v => v.Headers.ContainsKey("Set-Cookie") && v.Page?.QuerySelector("main form[method=post]") is null)
                .Select(v => v.Address)
        );

    [Fact]
    public void Every_response_has_the_security_headers() =>
        Assert.Equal(
            [],
            from visited in crawl.Visited.Values
            from header in SecurityHeaders
            where visited.Headers.GetValueOrDefault(header.Key) != header.Value && !IsDrawing(visited, header)
            select $"{visited.Address} {header.Key}"
        );

    /// <summary>A drawing may apply its own styles, and load nothing at all.</summary>
    private static bool IsDrawing(Visited visited, KeyValuePair<string, string> header) =>
        visited.Address.EndsWith(".svg", StringComparison.Ordinal)
        && header.Key == "Content-Security-Policy"
        && visited
            .Headers[header.Key]
            .StartsWith("default-src 'none'; base-uri 'none'; form-action 'none'; style-src '", StringComparison.Ordinal);

    [Fact]
    public void No_page_has_inline_scripts_styles_or_event_handlers() =>
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
    public void Every_page_loads_files_from_this_site_only() =>
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

    [GeneratedRegex(
        "(inscription|participation)[^.]{0,30} gratuite?|(registration|attendance|participation|taking part) is free"
            + "|free registration|isAccessibleForFree|\"price\"",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex SaysFree();
}
