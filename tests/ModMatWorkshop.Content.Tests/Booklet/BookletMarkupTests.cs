using CsCheck;
using Markdig;
using Markdig.Extensions.EmphasisExtras;
using ModMatWorkshop.Content.Booklet;

namespace ModMatWorkshop.Content.Tests.Booklet;

public sealed class BookletMarkupTests
{
    [Theory]
    [InlineData("a model¹, and two ²⁻⁴ more", "a model [1], and two [2-4] more")]
    [InlineData("data ^{3,5}. Then.^{1,2}", "data [3,5]. Then. [1,2]")]
    [InlineData("*ab initio*³ and (SOAP)¹", "*ab initio* [3] and (SOAP) [1]")]
    [InlineData("seen [1, 2] and [2–4]", "seen [1,2] and [2-4]")]
    [InlineData("again⁵(see below)", @"again [5]\(see below)")]
    [InlineData("¹ first (² inside)", "[1] first ([2] inside)")]
    public void Citations_are_put_in_brackets(string text, string markdown) => Assert.Equal(markdown, BookletMarkup.Inline(text, 5));

    [Theory]
    [InlineData("W[0-15%]Re")]
    [InlineData("W[110] faces")]
    [InlineData("a power of 10⁵")]
    [InlineData("5 cm², 3 Å³, 2 s⁻¹")]
    [InlineData("Ca²⁺ and ¹³C and ³He")]
    [InlineData("reference¹² that is not there")]
    [InlineData("Al₁₃Co₄(100)")]
    public void Text_that_only_looks_like_a_citation_is_unchanged(string text) => Assert.Equal(text, BookletMarkup.Inline(text, 5));

    [Theory]
    [InlineData("10^{21} of 10^{-3}", "10^21^ of 10^-3^")]
    [InlineData("n^{12}", "n^12^")]
    [InlineData("M(η^5 -N₅)_x", "M(η^5^-N₅)~x~")]
    [InlineData("x^2 - 1", "x^2^ - 1")]
    [InlineData("the σ -phase", "the σ-phase")]
    [InlineData("Zn₃Si₂ (100)", "Zn₃Si₂(100)")]
    [InlineData("12 +/- 1 K", "12 ± 1 K")]
    [InlineData("YxNy, NixSiy, YN15 R3, QM7", "Y~x~N~y~, Ni~x~Si~y~, YN~15~ R3, QM7")]
    [InlineData("$D8b$", "$D8_b$")]
    public void Damage_from_the_conversion_to_text_is_repaired(string text, string markdown) =>
        Assert.Equal(markdown, BookletMarkup.Inline(text, 5));

    [Theory]
    [InlineData("$O(N^3)$ and $\\sim 540,000$")]
    [InlineData("*italics*, **bold**, **112-49**")]
    [InlineData("<https://example.org/a_b*c>")]
    [InlineData("*Segel*, **4**, 44 (2027)")]
    public void Formulas_emphasis_and_links_are_unchanged(string text) => Assert.Equal(text, BookletMarkup.Inline(text, 5));

    [Theory]
    [InlineData("C. Lapin*, *Strings* **4**", @"C. Lapin\*, *Strings* **4**")]
    [InlineData("to TF2.* and", @"to TF2.\* and")]
    [InlineData("snake_case ~ 3", @"snake\_case \~ 3")]
    [InlineData("20 $ et 30 $", @"20 \$ et 30 \$")]
    [InlineData("a <b> & c &amp; d, 1 < 2", @"a \<b> & c \&amp; d, 1 < 2")]
    [InlineData(@"\alpha `x`", @"\\alpha \`x\`")]
    public void Characters_with_a_meaning_in_Markdown_are_escaped(string text, string markdown) =>
        Assert.Equal(markdown, BookletMarkup.Inline(text, 5));

    [Theory]
    [InlineData("> 3", @"\> 3")]
    [InlineData("# 3", @"\# 3")]
    [InlineData("+ 3", @"\+ 3")]
    [InlineData("3. 3", @"3\. 3")]
    [InlineData("---", @"\---")]
    [InlineData("1 – 3", "1 – 3")]
    [InlineData("- 3", "- 3")]
    public void A_paragraph_cannot_begin_a_block_other_than_a_list(string text, string markdown) =>
        Assert.Equal(markdown + "\n", BookletMarkup.Body([text], 5));

    [Fact]
    public void Plain_text_survives_a_round_trip_through_Markdown()
    {
        var pipeline = new MarkdownPipelineBuilder()
            .UseEmphasisExtras(EmphasisExtraOptions.Subscript | EmphasisExtraOptions.Superscript)
            .UsePipeTables()
            .UseAutoLinks()
            .Build();
        Gen.Char["ab 12\\`~<>&;!#-=.:)(|\"'"]
            .Array[1, 12]
            .Select(c => new string(c).Trim())
            .Where(t => t.Length > 0 && !t.StartsWith("- ", StringComparison.Ordinal))
            .Sample(text => Assert.Equal(text, Rendered(text)));

        string Rendered(string text) =>
            System.Net.WebUtility.HtmlDecode(
                Markdig
                    .Markdown.ToHtml(BookletMarkup.Body([text], 0), pipeline)
                    .Replace("<p>", "", StringComparison.Ordinal)
                    .Replace("</p>\n", "", StringComparison.Ordinal)
            );
    }
}
