using System.Xml.Linq;
using CsCheck;
using ModMatWorkshop.Content.Formulas;

namespace ModMatWorkshop.Content.Tests;

public partial class FormulaTests
{
    [Theory]
    [InlineData("", 0, "The formula is empty. Write something between the dollars.")]
    [InlineData("  ", 0, "The formula is empty. Write something between the dollars.")]
    [InlineData(@"1 + \foo", 4, @"\foo is not known; docs/content-format.md lists the known commands.")]
    [InlineData(@"a \le b", 2, @"\le is not known; write \leq. docs/content-format.md lists the known commands.")]
    [InlineData(@"90\%", 2, @"\% is not known; write \text{%}. docs/content-format.md lists the known commands.")]
    [InlineData(@"a\", 1, @"This \ is at the end. Remove it, or write a command name after it.")]
    [InlineData("x^{2", 2, "This { is never closed. Add the missing }.")]
    [InlineData("x}", 1, "This } has no matching {. Remove it, or add the {.")]
    [InlineData(@"\text{abc", 5, "This { is never closed. Add the missing }.")]
    [InlineData(@"\text abc", 0, @"\text needs braces. Write \text{…}.")]
    [InlineData(@"\text{a\b}", 7, @"\ is not allowed in \text{…}, which takes plain words. Close it first.")]
    [InlineData(@"\frac{a}", 0, @"\frac needs two arguments. Write \frac{a}{b}.")]
    [InlineData("x_", 1, "Nothing follows _. Write _{…}.")]
    [InlineData(@"{\sqrt}", 1, @"Nothing follows \sqrt. Write \sqrt{…}.")]
    [InlineData(@"\sqrt[3]{x}", 5, "Only square roots are known. Write x^{1/3} for another root.")]
    [InlineData("10^21", 3, "Without braces, ^ takes one character only. Write ^{21}.")]
    [InlineData("10^-15", 3, "Without braces, ^ takes one character only. Write ^{-15}.")]
    [InlineData("x^(2)", 2, "( is not allowed alone after ^. Write ^{…}.")]
    [InlineData(@"x^\frac{1}{2}", 2, @"\frac is not allowed alone after ^. Write ^{\frac…}.")]
    [InlineData("a_b_c", 3, "One symbol has two subscripts. Combine them: x_{i,j}.")]
    [InlineData("a^b^c", 3, "One symbol has two superscripts. Combine them, or use braces: {x^2}^3.")]
    [InlineData("x^2'", 3, "Write the prime before the superscript: x'^2.")]
    [InlineData("3×4", 1, @"× is written \times in a formula.")]
    [InlineData("α", 0, @"α is written \alpha in a formula.")]
    [InlineData("N³", 1, "³ is written ^{3} in a formula.")]
    [InlineData("10⁻", 2, "⁻ is written ^{-} in a formula.")]
    [InlineData("x₂", 1, "₂ is written _{2} in a formula.")]
    [InlineData("a−b", 1, "− is written - in a formula.")]
    [InlineData("a;b", 1, @"; is not allowed in formulas. Put words into \text{…}; docs/content-format.md lists the allowed characters.")]
    [InlineData("x🙂", 1, @"🙂 is not allowed in formulas. Put words into \text{…}; docs/content-format.md lists the allowed characters.")]
    [InlineData("a\u200Bb", 1, "A formula cannot contain U+200B, which is invisible. Remove it.")]
    [InlineData("\\text{a\u0007}", 7, "A formula cannot contain U+0007, which is invisible. Remove it.")]
    public void An_error_gives_the_position_and_what_to_write_instead(string tex, int position, string message)
    {
        Assert.False(Formula.TryParse(tex, out var formula, out var error));
        Assert.Null(formula);
        Assert.Equal(new FormulaError(position, message), error);
    }

    [Fact]
    public void A_formula_has_at_most_2000_characters()
    {
        Assert.True(Formula.TryParse(new string('x', 2000), out _, out _));
        Assert.Equal(
            new FormulaError(2000, "The formula is longer than 2000 characters. Split it, or check that its $ is closed."),
            ErrorOf(new string('x', 2001))
        );
    }

    [Theory]
    [InlineData("{", "}")]
    [InlineData("(", ")")]
    [InlineData(@"\sqrt{", "}")]
    [InlineData("x^{", "}")]
    public void Fifty_levels_of_nesting_are_allowed_and_no_more(string open, string close)
    {
        Assert.True(Formula.TryParse(Nested(50), out var formula, out _));
        Assert.Equal(Nested(50), formula.Tex);
        Assert.Equal("Braces and brackets are nested more than 50 deep. Write the formula more simply.", ErrorOf(Nested(51)).Message);

        string Nested(int depth) => string.Concat(Enumerable.Repeat(open, depth)) + "x" + string.Concat(Enumerable.Repeat(close, depth));
    }

    [Fact]
    public void Brackets_side_by_side_do_not_count_as_nested() =>
        Assert.True(Formula.TryParse(string.Concat(Enumerable.Repeat("(x)[y]", 60)), out _, out _));

    [Fact]
    public void Any_text_is_a_formula_or_gives_an_error_at_a_position_inside_it() =>
        Gen.OneOf(Gen.String[0, 60], Gen.OneOf(Pieces).Array[0, 25].Select(string.Concat))
            .Sample(
                tex =>
                {
                    if (!Formula.TryParse(tex, out var formula, out var error))
                        return error.Position >= 0
                            && error.Position <= tex.Length
                            && error.Message.EndsWith('.')
                            && !error.Message.Any(char.IsControl);
                    var elements = XElement.Parse(formula.ToMathMl()).DescendantsAndSelf().Select(e => e.Name.LocalName);
                    XElement.Parse($"<p>{formula.ToHtml()}</p>");
                    return elements.All(KnownElements.Contains) && formula.ToText().All(c => !char.IsControl(c));
                },
                iter: 20_000
            );

    private static readonly string[] KnownElements =
    [
        "math",
        "mrow",
        "mi",
        "mn",
        "mo",
        "mtext",
        "mspace",
        "msub",
        "msup",
        "msubsup",
        "mfrac",
        "msqrt",
        "mover",
    ];

    private static readonly string[] Pieces =
    [
        "x",
        "N",
        "1",
        "23",
        "4.5",
        "1,000",
        " ",
        "+",
        "-",
        "=",
        "<",
        ">",
        "/",
        "(",
        ")",
        "[",
        "]",
        "|",
        ",",
        ".",
        "!",
        "'",
        "*",
        "_",
        "^",
        "{",
        "}",
        "_{",
        "^{",
        "}",
        "{x}",
        @"\alpha",
        @"\Omega ",
        @"\frac",
        @"\frac{",
        @"\sqrt",
        @"\sqrt{",
        @"\mathrm",
        @"\mathrm{",
        @"\text{",
        @"\bar",
        @"\vec{",
        @"\sum",
        @"\sim ",
        @"\langle",
        @"\rangle ",
        @"\,",
        @"\ldots ",
        @"\",
        "é",
        "²",
        "\u0304",
    ];

    private static Formula Read(string tex)
    {
        Assert.True(Formula.TryParse(tex, out var formula, out var error), error?.Message);
        return formula;
    }

    private static FormulaError ErrorOf(string tex) =>
        Formula.TryParse(tex, out _, out var error) ? throw new InvalidOperationException(tex) : error;
}
