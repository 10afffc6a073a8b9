using ModMatWorkshop.Content.Markdown;

namespace ModMatWorkshop.Content.Tests;

/// <summary>Texts as people paste them, from LaTeX, mails and PDFs.</summary>
public class PastedTextTests
{
    [Theory]
    [InlineData(@"\textit{ab initio}, \emph{a}, \textbf{b \emph{c}}", "<em>ab initio</em>, <em>a</em>, <strong>b <em>c</em></strong>")]
    [InlineData(@"{\it in situ}, {\bf b}, \texttt{a\_b}", "<em>in situ</em>, <strong>b</strong>, <code>a_b</code>")]
    [InlineData(@"H\textsubscript{2}O, m\textsuperscript{2}", "H<sub>2</sub>O, m<sup>2</sup>")]
    [InlineData(@"5\,\AA{}, 5 \AA of, 50\%, 20\textdegree{}C", "5_Å, 5 Å of, 50%, 20°C")]
    [InlineData(
        @"Erd\H{o}s, Fr\'echet, Schr{\""o}dinger, Garc\'{\i}a, \c{C}a, \v Sk, stra\ss e, S\o ren",
        "Erdős, Fréchet, Schrödinger, García, Ça, Šk, straße, Søren"
    )]
    [InlineData(@"Fig.~1, Eq.~(2), Table~3, 5~eV, et~al.", "Fig.~1, Eq.~(2), Table~3, 5~eV, et~al.")]
    [InlineData(@"pages 1--10, a -- b, yes---no, Hartree--Fock", "pages 1–10, a – b, yes—no, Hartree–Fock")]
    [InlineData(@"run with --flag, a --> b", "run with --flag, a --&gt; b")]
    [InlineData(@"\alpha-Fe, 5 \mu m, \sim 3, a \\ b", "α-Fe, 5 μm, ∼ 3, a <br>\n b")]
    [InlineData(
        @"see \url{https://example.org/a\_b}, \href{https://example.org}{the \emph{site}}",
        "see <a href=\"https://example.org/a_b\">https://example.org/a_b</a>, <a href=\"https://example.org\">the <em>site</em></a>"
    )]
    [InlineData(@"\noindent Text\label{x}.", "Text.")]
    [InlineData(@"a `\textbf{x}` b \\server \""quoted\"" 2021\. \*", "a <code>\\textbf{x}</code> b \\server \"quoted\" 2021. *")]
    public void TeX_is_understood_where_that_is_safe(string markdown, string html) => AssertShown(html, markdown);

    [Theory]
    [InlineData("A ``local'' model, and ``nearby'' atoms", "A “local” model, and “nearby” atoms")]
    [InlineData("A ``*local* x'' model", "A “<em>local</em> x” model")]
    [InlineData("A ``local\" model", "A “local” model")]
    [InlineData("A `local' model and `nearby' atoms, authors' own", "A ‘local’ model and ‘nearby’ atoms, authors' own")]
    [InlineData("Code `a'b` and ``a`b`` and `x = 'y'`", "Code <code>a'b</code> and <code>a`b</code> and <code>x = 'y'</code>")]
    public void Quotation_marks_of_TeX_are_not_code(string markdown, string html) => AssertShown(html, markdown);

    [Theory]
    [InlineData("from 10^5 atoms to 10^6 steps, 10^7^", "from 10^5 atoms to 10^6 steps, 10<sup>7</sup>")]
    [InlineData("a^2+b^2=c^2, 10^5-10^6, e^-1/2^", "a^2+b^2=c^2, 10^5-10^6, e<sup>−1/2</sup>")]
    [InlineData("^13^C, r^2^SCAN, Eu^3+^, η^5^-N~5~", "<sup>13</sup>C, r<sup>2</sup>SCAN, Eu<sup>3+</sup>, η<sup>5</sup>-N<sub>5</sub>")]
    [InlineData("about ~5 eV and ~10 nm, 5~10 nm, ~~x~~, H~2~O", "about ~5~eV and ~10~nm, 5~10~nm, ~~x~~, H<sub>2</sub>O")]
    [InlineData("0.4 A/(m*K) and 1.3 A/(m*K), a 2*2 and a 3*3 cell", "0.4 A/(m*K) and 1.3 A/(m*K), a 2*2 and a 3*3 cell")]
    [InlineData(
        "2**3 and 4**5, a*b*c, *p*-type, Δ*E*, *ab initio*",
        "2**3 and 4**5, a*b*c, <em>p</em>-type, Δ<em>E</em>, <em>ab initio</em>"
    )]
    [InlineData(@"[001], [2-1-10], \[1,2\], [0, 1], [a]", "[001], [2-1-10], [1,2], [0, 1], [a]")]
    public void Signs_in_plain_text_stay(string markdown, string html) => AssertShown(html, markdown);

    [Theory]
    [InlineData("Code: https://github.com/a/b_c_d and more.", "Code: {https://github.com/a/b_c_d} and more.")]
    [InlineData(
        "(see https://example.org/a_(b).) Or https://example.org/x?y=1&z=~a*b;",
        "(see {https://example.org/a_(b)}.) Or {https://example.org/x?y=1&amp;z=~a*b};"
    )]
    [InlineData(
        "**https://example.org**, « https://example.org/é »",
        "<strong>{https://example.org}</strong>, « {https://example.org/é} »"
    )]
    [InlineData("a/https://x, https:// and www. and http://", "a/https://x, https:// and www. and http://")]
    public void Addresses_typed_as_they_are_become_links(string markdown, string html) =>
        AssertShown(
            string.Concat(html.Split('{', '}').Select((part, i) => i % 2 == 0 ? part : $"<a href=\"{Encoded(part)}\">{part}</a>")),
            markdown
        );

    [Theory]
    [InlineData("see www.example.org/a.", "see <a href=\"https://www.example.org/a\">www.example.org/a</a>.")]
    [InlineData(
        "jane.doe@example.org, or joe@example.org.",
        "<a href=\"mailto:jane.doe@example.org\">jane.doe@example.org</a>, or <a href=\"mailto:joe@example.org\">joe@example.org</a>."
    )]
    [InlineData("doi:10.1000/a_b;", "<a href=\"https://doi.org/10.1000/a_b\">doi:10.1000/a_b</a>;")]
    [InlineData("[https://a.example](https://b.example) 10.1234/5 eV", "<a href=\"https://b.example\">https://a.example</a> 10.1234/5~eV")]
    public void Mail_addresses_and_DOIs_become_links_but_no_link_is_within_another(string markdown, string html) =>
        AssertShown(html, markdown);

    [Fact]
    public void A_line_of_a_paragraph_may_begin_with_a_sign() =>
        Assert.Equal(
            "<p>The accuracy was\n&gt; 99% and the error\n- 5~meV lower, or\n+ 3~meV, in\n1. a text, for any\n# of atoms</p>",
            Shown(Html("The accuracy was\n> 99% and the error\n- 5 meV lower, or\n+ 3 meV, in\n1. a text, for any\n# of atoms"))
        );

    [Theory]
    [InlineData("> 99% of them", "&gt; 99% of them")]
    [InlineData(">= 5 eV", "&gt;= 5~eV")]
    public void A_sign_before_a_number_begins_no_quotation(string markdown, string html) => AssertShown(html, markdown);

    [Fact]
    public void Lists_and_quotations_need_no_empty_line() =>
        Assert.Equal(
            "<p>Three aims:</p>\n<ul>\n<li>one</li>\n<li>two</li>\n</ul>\n<p>He said:</p>\n<blockquote>\n<p>yes</p>\n</blockquote>",
            Html("Three aims:\n- one\n- two\n\nHe said:\n> yes")
        );

    [Fact]
    public void An_indented_paragraph_is_no_code() => Assert.Equal("<p>One.</p>\n<p>Two.</p>", Html("One.\n\n      Two."));

    [Fact]
    public void A_footnote_is_a_link_to_its_text_below() =>
        Assert.Equal(
            """
            <p>Text<a id="fnref:1" href="#fn:1" class="footnote-ref"><sup>1</sup></a>.</p>
            <div class="footnotes">
            <hr>
            <ol>
            <li id="fn:1">
            <p>The note.<a href="#fnref:1" class="footnote-back-ref">↩</a></p>
            </li>
            </ol>
            </div>
            """,
            Html("Text[^1].\n\n[^1]: The note.")
        );

    [Fact]
    public void A_table_can_scroll_and_aligns_numbers() =>
        Assert.Equal(
            "<div class=\"table-scroll\" tabindex=\"0\"><table><thead><tr><th>a</th><th class=\"align-right\">b</th></tr></thead>"
                + "<tbody><tr><td>c</td><td class=\"align-right\">5</td></tr></tbody></table></div>",
            Html("| a | b |\n|---|--:|\n| c | 5 |").Replace("\n", "", StringComparison.Ordinal)
        );

    [Theory]
    [InlineData("MoS~2~, H~2~O, *ab initio*", "MoS<sub>2</sub>, H<sub>2</sub>O, <em>ab initio</em>", "MoS₂, H₂O, ab initio")]
    [InlineData(
        @"10^3^ \textit{in situ} [001] of [a](b)",
        "10<sup>3</sup> <em>in situ</em> [001] of [a](b)",
        "10³ in situ [001] of [a](b)"
    )]
    [InlineData("1. # The > 90 % - A*B & C*D", "1. # The &gt; 90~% - A*B &amp; C*D", "1. # The > 90 % - A*B & C*D")]
    public void A_title_has_scripts_and_emphasis_and_is_plain_text_elsewhere(string title, string html, string text)
    {
        var read = MarkdownText.Title(title, "en", new("x.md"), new());
        Assert.Equal((html, text), (Shown(read.Html), read.Text));
    }

    [Fact]
    public void Anchors_of_two_texts_are_kept_apart() =>
        Assert.Equal(
            "<h2 id=\"a-x\">id=\"y</h2><a class=\"c\" href=\"#a-fn:1\">1</a><a href=\"/p#z\">2</a>",
            HtmlAnchors.Within("<h2 id=\"x\">id=\"y</h2><a class=\"c\" href=\"#fn:1\">1</a><a href=\"/p#z\">2</a>", "a-")
        );

    private static string Encoded(string address) =>
        address.Replace("é", "%C3%A9", StringComparison.Ordinal).Replace("~", "%7E", StringComparison.Ordinal);

    private static void AssertShown(string html, string markdown) => Assert.Equal($"<p>{html}</p>", Shown(Html(markdown)));

    /// <summary>Shows a no-break space as <c>~</c> and a narrow one as <c>_</c>.</summary>
    private static string Shown(string html) =>
        html.Replace("&nbsp;", "~", StringComparison.Ordinal).Replace('\u00A0', '~').Replace('\u202F', '_');

    private static string Html(string markdown) => MarkdownText.Parse(markdown, "en", new("x.md"), new()).ToHtml().Trim();
}
