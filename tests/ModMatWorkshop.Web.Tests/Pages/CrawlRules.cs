using System.Net;
using AngleSharp.Dom;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Web.Tests.Pages;

/// <summary>What holds on every page, whatever the content.</summary>
public abstract class CrawlRules(Crawl crawl)
{
    private static readonly string[] IdLists = ["for", "aria-labelledby", "aria-describedby", "aria-controls"];

    protected Crawl Crawl => crawl;

    [Fact]
    public void Every_link_leads_to_an_existing_address() =>
        Assert.Equal(
            [],
            Crawl
                .Links.Where(l =>
                    Crawl.Visited.TryGetValue(l.To, out var target)
                    && target.Status is not (HttpStatusCode.OK or HttpStatusCode.MovedPermanently)
                )
                .Select(l => $"{l.From} links to {l.To}, which answers {(int)Crawl.Visited[l.To].Status}")
        );

    [Fact]
    public void Every_anchor_exists_in_its_page() =>
        Assert.Equal(
            [],
            Crawl
                .Links.Where(l => l.Anchor.Length > 0 && Crawl.Visited[l.To].Page?.GetElementById(l.Anchor) is null)
                .Select(l => $"{l.From} links to {l.To}#{l.Anchor}")
        );

    [Fact]
    public void An_id_is_used_once_in_a_page() =>
        AssertOnEachPage(page =>
            page.QuerySelectorAll("[id]")
                .GroupBy(e => e.Id)
                .Where(g => g.Count() > 1 || string.IsNullOrWhiteSpace(g.Key))
                .Select(g => $"{g.Count()} times #{g.Key}")
        );

    [Fact]
    public void Attributes_stand_only_where_they_are_allowed() => AssertOnEachPage(AttributeRules.FaultsIn);

    [Fact]
    public void Every_id_that_an_element_refers_to_exists() =>
        AssertOnEachPage(page =>
            from attribute in IdLists
            from element in page.QuerySelectorAll($"[{attribute}]")
            from id in element.GetAttribute(attribute)!.Split(' ')
            where page.GetElementById(id) is null
            select $"{attribute} #{id}"
        );

    [Fact]
    public void Every_page_declares_its_language() =>
        AssertOnEachPage((visited, page) => page.DocumentElement.GetAttribute("lang") == LanguageOf(visited) ? [] : ["lang"]);

    private string LanguageOf(Visited visited) => visited.LanguageIn(Crawl.Languages);

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
            Crawl
                .Pages.Where(v => v.IsIndexable)
                .GroupBy(v => (Language: LanguageOf(v), v.Page!.Title))
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
                var canonical = page.QuerySelector("link[rel=canonical]")!.GetAttribute("href");
                if (Crawl.Languages.Second is null)
                    return canonical == own && page.QuerySelector("link[hreflang]") is null
                        ? []
                        : ["another address, or a language too many"];
                var (language, first) = (LanguageOf(visited), Crawl.Languages.First.Tag());
                var translation = Alternate(page, language == "en" ? "fr" : "en");
                var back = translation is null ? null : Crawl.Visited[new Uri(translation).AbsolutePath].Page;
                (string, string?, string?, string?) expected = (own, own, own, language == first ? own : translation);
                var actual = (
                    canonical,
                    Alternate(page, language),
                    back is null ? null : Alternate(back, language),
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
                if (visited.IsNeutral || visited.Status != HttpStatusCode.OK)
                    return [];
                if (Crawl.Languages.Second is null)
                    return page.QuerySelector("a[data-switch-language]") is null ? [] : ["a switch to a language that does not exist"];
                var here = new Uri(SiteFactory.BaseUrl, visited.Address);
                var there = new Uri(SiteFactory.BaseUrl, page.QuerySelector("a[data-switch-language]")!.GetAttribute("href"));
                var back = Crawl.Visited[there.PathAndQuery].Page!.QuerySelector("a[data-switch-language]")!.GetAttribute("href");
                return there != here && there.Query == here.Query && back == visited.Address ? [] : [there.ToString()];
            }
        );

    [Fact]
    public void Only_pages_with_a_form_set_a_cookie() =>
        Assert.Equal(
            [],
            Crawl
                .Visited.Values.Where(v => v.Headers.ContainsKey("Set-Cookie") && v.Page?.QuerySelector("main form[method=post]") is null)
                .Select(v => v.Address)
        );

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

    [Fact]
    public void No_heading_link_or_list_item_is_empty() =>
        AssertOnEachPage(page =>
            page.QuerySelectorAll("h1, h2, h3, h4, th, dt, main li, main a[href]")
                .Where(e =>
                    e.TextContent.Trim().Length == 0
                    && e.QuerySelector("img[alt], svg[aria-label], input") is null
                    && e.GetAttribute("aria-label") is null
                    && e.Closest("[hidden], template, [data-star]") is null
                )
                .Select(e => e.OuterHtml)
        );

    [Fact]
    public void No_heading_stands_above_nothing() => AssertOnEachPage(HtmlReading.HeadingsAboveNothing);

    [Fact]
    public void No_list_is_empty_and_no_sentence_has_a_gap() =>
        AssertOnEachPage(page =>
            // The search fills its list by script.
            page.QuerySelectorAll("main ul, main ol:not(#results)")
                .Where(list => list.Children.Length == 0 && list.Closest("[hidden], template") is null)
                .Select(list => list.OuterHtml)
                .Concat(new[] { ", ,", ": ." }.Where(page.QuerySelector("main")!.Seen().Contains))
        );

    [Fact]
    public void Readers_see_no_placeholder() =>
        AssertOnEachPage(page =>
            new[] { "à compléter", "to be completed" }.Where(mark =>
                page.DocumentElement.TextContent.Contains(mark, StringComparison.OrdinalIgnoreCase)
            )
        );

    private static string? Alternate(IParentNode page, string language) =>
        page.QuerySelector($"link[rel=alternate][hreflang={language}]")?.GetAttribute("href");

    private protected void AssertOnEachPage(Func<IDocument, IEnumerable<string>> problems) => AssertOnEachPage((_, page) => problems(page));

    private protected void AssertOnEachPage(Func<Visited, IDocument, IEnumerable<string>> problems) =>
        Assert.Equal([], Crawl.Pages.SelectMany(v => problems(v, v.Page!).Select(p => $"{v.Address}: {p}")));
}
