using ModMatWorkshop.Content.Markdown;

namespace ModMatWorkshop.Content.Tests;

public class MarkdownTextTests
{
    [Theory]
    [InlineData("H~2~O et 10^21^", "<p>H<sub>2</sub>O et 10<sup>21</sup></p>", "H₂O et 10²¹")]
    [InlineData("H₂O et 10²¹", "<p>H<sub>2</sub>O et 10<sup>21</sup></p>", "H₂O et 10²¹")]
    [InlineData("M(η^5^-N~5~)~x~", "<p>M(η<sup>5</sup>-N<sub>5</sub>)<sub>x</sub></p>", "M(η⁵-N₅)ₓ")]
    [InlineData("*ab initio* et **gras**", "<p><em>ab initio</em> et <strong>gras</strong></p>", "ab initio et gras")]
    [InlineData("T~max~ et x^a,b^", "<p>T<sub>max</sub> et x<sup>a,b</sup></p>", "Tₘₐₓ et x^(a,b)")]
    [InlineData("SO~4~^2-^, 10^-3^, CO_{2}", "<p>SO<sub>4</sub><sup>2−</sup>, 10<sup>−3</sup>, CO<sub>2</sub></p>", "SO₄²⁻, 10⁻³, CO₂")]
    public void Subscripts_superscripts_and_emphasis_are_elements_in_HTML_and_Unicode_in_plain_text(
        string markdown,
        string html,
        string text
    ) => AssertRendered("fr", markdown, html, text);

    [Theory]
    [InlineData("as shown [1].", """<p>as shown <span class="cite">[<a href="#ref-1">1</a>]</span>.</p>""", "as shown.")]
    [InlineData(
        "[1, 3-5] say",
        """<p><span class="cite">[<a href="#ref-1">1</a>, <a href="#ref-3">3</a>–<a href="#ref-5">5</a>]</span> say</p>""",
        " say"
    )]
    [InlineData("a [2]\nb", """<p>a <span class="cite">[<a href="#ref-2">2</a>]</span>NEWLINEb</p>""", "a b")]
    [InlineData(
        "a [12](https://example.org) [x] [0] [5-2] [1000]",
        """<p>a <a href="https://example.org">12</a> [x] [0] [5-2] [1000]</p>""",
        "a 12 [x] [0] [5-2] [1000]"
    )]
    public void Numbers_in_brackets_are_links_to_the_references(string markdown, string html, string text) =>
        AssertRendered("en", markdown, html.Replace("NEWLINE", "\n", StringComparison.Ordinal), text);

    [Fact]
    public void A_bracket_beyond_the_references_is_text_and_is_reported_at_its_place()
    {
        var problems = new ProblemList();
        var text = MarkdownText.Parse("a [1]\n\n> b [3-4] [2] [110]", "en", new("o1.md", 12), problems).WithReferences(2, "Two.", problems);
        Assert.Equal("a\nb [3-4] [110]", text.ToText());
        Assert.Equal(
            ["o1.md:14:5 warning: [3-4] is shown as text, because there is no reference 4. Two. If it cites nothing, write `\\[3-4\\]`."],
            problems.InOrder.Select(p => p.ToString())
        );
    }

    [Theory]
    [InlineData("Attention : l'eau bout à 100 °C !", "<p>Attention_: l’eau bout à 100_°C.!</p>")]
    [InlineData("« *Quoi* » ; 10 000 atomes", "<p>«.<em>Quoi</em>.».; 10.000 atomes</p>")]
    [InlineData("`a : b` et [c : d](/c)", "<p><code>a : b</code> et <a href=\"/c\">c_: d</a></p>")]
    public void French_texts_follow_French_typography(string markdown, string html) =>
        Assert.Equal(
            html,
            Html("fr", markdown).Replace('\u00A0', '_').Replace("&nbsp;", "_", StringComparison.Ordinal).Replace('\u202F', '.')
        );

    [Fact]
    public void English_texts_follow_English_typography() =>
        Assert.Equal("<p>He said: it’s 5_K!</p>", Html("en", "He said: it's 5 K!").Replace("&nbsp;", "_", StringComparison.Ordinal));

    [Fact]
    public void A_text_without_a_language_keeps_its_typography() =>
        Assert.Equal("<p>D'Angelo, J. : 12 345 K</p>", Html("", "D'Angelo, J. : 12 345 K"));

    [Theory]
    [InlineData(
        "<b>x</b><script>alert(1)</script>",
        "<p>&lt;b&gt;x&lt;/b&gt;&lt;script&gt;alert(1)&lt;/script&gt;</p>",
        "<b>x</b><script>alert(1)</script>"
    )]
    [InlineData("<div onclick=\"x\">\nb", "<p>&lt;div onclick=\"x\"&gt;\nb</p>", "<div onclick=\"x\"> b")]
    [InlineData("<!-- x --> a &lt;b&gt; &amp; &copy;", "<p>&lt;!-- x --&gt; a &lt;b&gt; &amp; ©</p>", "<!-- x --> a <b> & ©")]
    public void Raw_HTML_is_shown_as_text(string markdown, string html, string text) => AssertRendered("en", markdown, html, text);

    [Theory]
    [InlineData("[a](https://a.example/?b=1&c=2 \"t\")", "<p><a href=\"https://a.example/?b=1&amp;c=2\">a</a></p>")]
    [InlineData(
        "[a](/programme) [b](#ref-2) [c](mailto:a@a.example)",
        "<p><a href=\"/programme\">a</a> <a href=\"#ref-2\">b</a> <a href=\"mailto:a@a.example\">c</a></p>"
    )]
    [InlineData("[a](/\\\\a.example)", "<p><a href=\"/%5Ca.example\">a</a></p>")]
    [InlineData(
        "<https://a.example> <a@a.example>",
        "<p><a href=\"https://a.example\">https://a.example</a> <a href=\"mailto:a@a.example\">a@a.example</a></p>"
    )]
    public void Links_to_the_web_the_site_and_mail_addresses_are_kept(string markdown, string html)
    {
        Assert.Equal(html, Html("en", markdown));
        Assert.Equal([], Problems(markdown));
    }

    [Theory]
    [InlineData("[a](javascript:alert(1))")]
    [InlineData("[a](JaVaScRiPt:alert(1))")]
    [InlineData("[a](java&#x73;cript:alert(1))")]
    [InlineData("[a](data:text/html,x)")]
    [InlineData("[a](vbscript:x)")]
    [InlineData("[a](//a.example)")]
    [InlineData("[a](a.example)")]
    [InlineData("[a](../programme)")]
    [InlineData("[a](file:///etc/passwd)")]
    [InlineData("[a]()")]
    [InlineData("[a][b]\n\n[b]: javascript:x")]
    [InlineData("<javascript:alert(1)>")]
    public void All_other_links_are_reported_and_removed(string markdown)
    {
        Assert.Contains(
            "is not allowed. Links must start with https:, http:, mailto:, / or #.",
            Assert.Single(Problems(markdown)),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("href=\"", Html("en", markdown).Replace("href=\"\"", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void Blocks_are_kept_in_HTML_and_become_lines_in_plain_text() =>
        AssertRendered(
            "en",
            "## A title\n\n1. one\n2. two\n\n> said\n\n---\n\n```\ncode < 2\nmore\n```\n\nlast  \nline",
            """
            <h2 id="a-title">A title</h2>
            <ol>
            <li>one</li>
            <li>two</li>
            </ol>
            <blockquote>
            <p>said</p>
            </blockquote>
            <hr>
            <pre tabindex="0"><code>code &lt; 2
            more
            </code></pre>
            <p>last<br>
            line</p>
            """,
            "A title\none\ntwo\nsaid\ncode < 2\nmore\nlast line"
        );

    [Fact]
    public void A_title_or_a_caption_has_no_paragraph_around_it()
    {
        Assert.Equal("a <em>b</em>", MarkdownText.Parse("a *b*", "en", new("x.md"), new()).ToInlineHtml());
        Assert.Equal("<p>a</p>\n<p>b</p>", MarkdownText.Parse("a\n\nb", "en", new("x.md"), new()).ToInlineHtml());
    }

    private static void AssertRendered(string lang, string markdown, string html, string text)
    {
        Assert.Equal(html, Html(lang, markdown));
        Assert.Equal(text, MarkdownText.Parse(markdown, lang, new("x.md"), new()).ToText());
    }

    [Theory]
    [InlineData("- **Courriel :** à compléter\n- Courrier", "<ul>\n<li>Courrier</li>\n</ul>")]
    [InlineData("Un.\n\nL’adresse est à compléter.\n\nDeux.", "<p>Un.</p>\n<p>Deux.</p>")]
    [InlineData("## Un\n\n- À compléter\n\n### Deux\n\n## Trois\n\nfin", "<h2 id=\"trois\">Trois</h2>\n<p>fin</p>")]
    [InlineData("- un\n  - to be completed", "<ul>\n<li>un</li>\n</ul>")]
    [InlineData("## Un\n\n## Deux", "<h2 id=\"un\">Un</h2>\n<h2 id=\"deux\">Deux</h2>")]
    public void A_page_leaves_out_what_is_not_known_and_the_headings_above_nothing(string markdown, string html) =>
        Assert.Equal(
            html,
            MarkdownText.Parse(markdown, "fr", new("x.md"), new()).WithoutUnknownFacts().ToHtml().Trim().ReplaceLineEndings("\n")
        );

    private static string Html(string lang, string markdown) => MarkdownText.Parse(markdown, lang, new("x.md"), new()).ToHtml().Trim();

    private static List<string> Problems(string markdown)
    {
        var problems = new ProblemList();
        MarkdownText.Parse(markdown, "en", new("x.md"), problems);
        return [.. problems.InOrder.Select(p => p.ToString())];
    }
}
