using System.Text.RegularExpressions;
using System.Xml.Linq;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Web.Tests.Pages;

[Collection(nameof(Archive))]
public sealed partial class CrawlTests(SiteFactory site, Crawl crawl) : CrawlRules(crawl), IClassFixture<Crawl>
{
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
    public void Links_lead_only_to_known_hosts() =>
        Assert.Equal(
            ["arxiv.org", "doi.org", "keras.io", "www.cnil.fr", "www.defenseurdesdroits.fr", "www.openstreetmap.org"],
            Crawl.OtherHosts.Select(u => u.Host).Distinct().Order(StringComparer.Ordinal)
        );

    [Fact]
    public async Task Every_page_of_the_sitemap_is_linked_and_every_linked_page_is_in_it()
    {
        var linked = Crawl.Pages.Where(v => v.IsIndexable && v.Address is not ("/recherche" or "/en/search")).Select(v => v.Address);

        Assert.Equal((await SitemapAsync()).Order(StringComparer.Ordinal), linked.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void There_are_132_pages_in_each_language()
    {
        // 15 single pages, 32 abstracts, 85 persons.
        var pages = Crawl.Pages.Where(v => v.IsIndexable).ToList();

        Assert.Equal(
            (132, 132),
            (pages.Count(v => v.LanguageIn(Crawl.Languages) == "fr"), pages.Count(v => v.LanguageIn(Crawl.Languages) == "en"))
        );
    }

    /// <summary>The content does not say what taking part costs.</summary>
    [Fact]
    public void No_page_says_that_taking_part_is_free() =>
        AssertOnEachPage(page => SaysFree().Matches(page.DocumentElement.TextContent).Select(match => match.Value));

    [Fact]
    public void Every_response_has_the_security_headers() =>
        Assert.Equal(
            [],
            from visited in Crawl.Visited.Values
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

    private async Task<IEnumerable<string>> SitemapAsync()
    {
        XNamespace map = "http://www.sitemaps.org/schemas/sitemap/0.9";
        return XDocument
            .Parse(await site.CreateClient().GetStringAsync("/sitemap.xml"))
            .Descendants(map + "loc")
            .Select(l => new Uri(l.Value).AbsolutePath);
    }

    [GeneratedRegex(
        "(inscription|participation)[^.]{0,30} gratuite?|(registration|attendance|participation|taking part) is free"
            + "|free registration|isAccessibleForFree|\"price\"",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex SaysFree();
}
