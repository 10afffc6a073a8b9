using ModMatWorkshop.Content.Markdown;
using ModMatWorkshop.Tests.Shared;

namespace ModMatWorkshop.Content.Tests.Formulas;

/// <summary>Where a text has a formula, and how it shows it.</summary>
public class FormulaInTextTests
{
    private const string Shown = """<span class="formula"><math display="block"><mi>a</mi><mo>=</mo><mi>b</mi></math></span>""";
    private const string NotKnown = @"\foo is not known. Check its spelling, or write it with other commands.";
    private const string Inline = "<math><mi>a</mi><mo>=</mo><mi>b</mi></math>";

    [KatexTheory]
    [InlineData("so $a = b$.", $"<p>so {Inline}.</p>")]
    [InlineData("so $ a = b_1 $.", "<p>so <math><mi>a</mi><mo>=</mo><msub><mi>b</mi><mn>1</mn></msub></math>.</p>")]
    [InlineData(@"so \(a = b\).", $"<p>so {Inline}.</p>")]
    [InlineData("so\n$a =\nb$.", $"<p>so\n{Inline}.</p>")]
    [InlineData("so $$a = b$$ here", $"<p>so {Shown} here</p>")]
    [InlineData(@"so \[ a = b \] here", $"<p>so {Shown} here</p>")]
    [InlineData("so\n\n$$ a = b $$\n\nhere", $"<p>so</p>\n<p>{Shown}</p>\n<p>here</p>")]
    [InlineData("so\n\n$$\na\n= b\n$$\n\nhere", $"<p>so</p>\n<p>{Shown}</p>\n<p>here</p>")]
    [InlineData("so\n\\[\na = b\n\\]\nhere", $"<p>so</p>\n<p>{Shown}</p>\n<p>here</p>")]
    [InlineData("so\n\\begin{equation}\na = b\n\\end{equation}\nhere", $"<p>so</p>\n<p>{Shown}</p>\n<p>here</p>")]
    [InlineData("$$\\begin{equation*}a = b\\end{equation*}$$", $"<p>{Shown}</p>")]
    [InlineData("> $$\n> a = b\n> $$", $"<blockquote>\n<p>{Shown}</p>\n</blockquote>")]
    [InlineData("- one\n\n  $$a = b$$\n- two", $"<ul>\n<li><p>one</p>\n<p>{Shown}</p>\n</li>\n<li><p>two</p>\n</li>\n</ul>")]
    [InlineData("## On $a = b$", $"<h2 id=\"on-a--b\">On {Inline}</h2>")]
    public void A_formula_is_in_the_line_or_on_a_line_of_its_own(string markdown, string html)
    {
        Assert.Equal(html, Html(markdown));
        Assert.Equal([], Problems(markdown));
    }

    [KatexTheory]
    [InlineData("$$\n- a\n+ b\n$$", "−a + b")]
    [InlineData("\\begin{align}\na &= b \\\\\n- c &= d\n\\end{align}", "a = b; −c = d")]
    [InlineData("\\begin{gather*}\na = b \\\\ c = d\n\\end{gather*}", "a = b; c = d")]
    [InlineData("\\begin{eqnarray}\na &=& b\n\\end{eqnarray}", "a = b")]
    [InlineData("\\begin{equation}\\label{eq:e}\nE = mc^2\n\\end{equation}", "E = mc²")]
    public void The_lines_of_a_displayed_formula_are_no_lists_and_no_headings(string markdown, string text) =>
        Assert.Equal(text, Text(markdown));

    [KatexTheory]
    [InlineData(@"of \ce{Li7La3Zr2O12}.", "of Li₇La₃Zr₂O₁₂.")]
    [InlineData(@"at \SI{300}{\kelvin}.", "at 300\u202FK.")]
    [InlineData(@"at \qty[per-mode = symbol]{3}{\metre\per\second} and \num{1e6}", "at 3\u202Fm\u202Fs⁻¹ and 1 × 10⁶")]
    [InlineData(@"*\ce{H2O}*", "H₂O")]
    public void Chemistry_and_quantities_need_no_dollars(string markdown, string text) => Assert.Equal(text, Text(markdown));

    [KatexTheory]
    [InlineData("from 20 $ to 30 $", "<p>from 20 $ to 30 $</p>")]
    [InlineData("US$5/US$6 and $7", "<p>US$5/US$6 and $7</p>")]
    [InlineData(@"\[1,2\] and \(sic\)", "<p>[1,2] and (sic)</p>")]
    [InlineData("`$x$` and 5 \\$", "<p><code>$x$</code> and 5 $</p>")]
    [InlineData(@"\SI 300", @"<p>\SI 300</p>")]
    public void Money_brackets_and_code_are_no_formulas(string markdown, string html) => Assert.Equal(html, Html(markdown));

    [KatexTheory]
    [InlineData(@"$\text{if $x$}$", "if x")]
    [InlineData(@"$\$5$", "$5")]
    [InlineData(@"\(\text{a \(b\)}\)", "a b")]
    public void Dollars_within_braces_do_not_close_a_formula(string markdown, string text) => Assert.Equal(text, Text(markdown));

    [KatexTheory]
    [InlineData(
        "a\n\n$$ b",
        "x.md:3:1 warning: A dollar sign is shown as typed. A formula needs two, without spaces inside: `$E=mc^2$`. "
            + "A dollar that is none is written `\\$`."
    )]
    [InlineData(
        "\\begin{tabular}{l}\na\n\\end{tabular}",
        "x.md:1:1 warning: The command \\begin is shown as typed. "
            + "Write a list with `- ` or `1. `, a table with `|`, a formula between dollars."
    )]
    [InlineData(
        "so $10^21$",
        "x.md:1:4 warning: The formula $10^21$ may not show what is meant. TeX reads ^21 as a script of one character. Write ^{21}."
    )]
    [InlineData("$$\na = b\n\\foo\n$$", @"x.md:3:1 error: The formula $$ a = b \foo $$ cannot be read: " + NotKnown)]
    [InlineData(
        "so\n\n\\begin{align}\na &= \\foo\n\\end{align}",
        @"x.md:4:6 error: The formula \begin{align} a &= \foo \end{align} cannot be read: " + NotKnown
    )]
    [InlineData(
        "so $x$\nand $a \\foo$",
        @"x.md:2:8 error: The formula $a \foo$ cannot be read: \foo is not known. Check its spelling, or write it with other commands."
    )]
    public void A_problem_has_its_place_and_says_what_to_write(string markdown, string problem) =>
        Assert.Contains(problem, Problems(markdown));

    [KatexFact]
    public void A_refused_formula_is_shown_as_code() => Assert.Equal(@"<p>so <code>$\foo&lt;$</code></p>", Html(@"so $\foo<$"));

    [KatexFact]
    public void A_long_displayed_formula_can_be_scrolled_with_the_keyboard() =>
        Assert.StartsWith(
            "<p><span class=\"formula\" tabindex=\"0\"><math display=\"block\">",
            Html("$$" + string.Join(" + ", Enumerable.Repeat("a_i", 20)) + "$$"),
            StringComparison.Ordinal
        );

    [KatexFact]
    public void A_private_character_in_a_text_shows_no_formula_but_those_of_the_text() =>
        Assert.Equal("<p>\uE0017\uE001 <math><mi>x</mi></math></p>", Html("\uE0017\uE001 $x$"));

    [KatexTheory]
    [InlineData(
        "MoS$_2$ and r$^2$SCAN",
        "MoS<math><msub><mrow></mrow><mn>2</mn></msub></math> and r<math><msup><mrow></mrow><mn>2</mn></msup></math>SCAN",
        "MoS₂ and r²SCAN"
    )]
    [InlineData("H~2~O, 10^3^, *ab initio*", "H<sub>2</sub>O, 10<sup>3</sup>, <em>ab initio</em>", "H₂O, 10³, ab initio")]
    [InlineData("1. A [title] # of H₂O", "1. A [title] # of H<sub>2</sub>O", "1. A [title] # of H₂O")]
    [InlineData("# A* and 5 $ for <b>", "# A* and 5 $ for &lt;b&gt;", "# A* and 5 $ for <b>")]
    public void A_title_has_formulas_and_scripts_but_no_blocks(string title, string html, string text)
    {
        var problems = new ProblemList();
        Assert.Equal((html, text), MarkdownText.Title(title, "en", new("x.md"), problems));
        Assert.Equal([], problems.InOrder);
    }

    [KatexTheory]
    [InlineData("so $a = b$", false)]
    [InlineData("so $a + b + c + d = e + f + g + h + i + j$", true)]
    public void A_formula_in_a_line_scrolls_by_itself_if_it_may_be_wider_than_a_phone(string markdown, bool isWide) =>
        Assert.Equal(isWide, Html(markdown).StartsWith("<p>so <span class=\"formula-wide\"><math>", StringComparison.Ordinal));

    [KatexFact]
    public void The_text_of_a_page_has_formulas_as_plain_text() =>
        Assert.Equal("so O(N³) & 10⁻¹⁵ m.", HtmlText.Of(Html(@"so $O(N^3)$ & $10^{-15}~\mathrm{m}$.")));

    private static string Html(string markdown) => Parse(markdown).ToHtml().Trim().ReplaceLineEndings("\n");

    private static string Text(string markdown) => Parse(markdown).ToText();

    private static MarkdownText Parse(string markdown) => MarkdownText.Parse(markdown, "en", new("x.md"), new());

    private static List<string> Problems(string markdown)
    {
        var problems = new ProblemList();
        MarkdownText.Parse(markdown, "en", new("x.md"), problems);
        return [.. problems.InOrder.Select(p => p.ToString())];
    }
}
