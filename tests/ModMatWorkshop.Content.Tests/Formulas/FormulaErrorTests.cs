using System.Xml.Linq;
using CsCheck;
using ModMatWorkshop.Content.Formulas;
using ModMatWorkshop.Tests.Shared;

namespace ModMatWorkshop.Content.Tests.Formulas;

public class FormulaErrorTests
{
    [KatexTheory]
    [InlineData(" ", 0, "The formula is empty. Write something between the dollars.")]
    [InlineData(@"1 + \foo", 4, @"\foo is not known. Check its spelling, or write it with other commands.")]
    [InlineData("x^{2", 4, "A { is never closed. Add the missing }.")]
    [InlineData("x}", 1, "This } has no matching {. Remove it, or add the {.")]
    [InlineData(@"\frac{a}", 8, "An argument is missing or a { is never closed. Add what is missing in {…}.")]
    [InlineData("x_", 1, "Nothing follows _. Write _{…}.")]
    [InlineData("a_b_c", 3, "One symbol has two subscripts. Combine them: x_{i,j}.")]
    [InlineData("a^b^c", 3, "One symbol has two superscripts. Combine them, or use braces: {x^2}^3.")]
    [InlineData("a & b", 2, @"& separates the columns of a table. Write \begin{aligned} … \end{aligned} around it. Or write \&.")]
    [InlineData(@"\left( x", 8, @"\left has no \right. Write \left( … \right).")]
    [InlineData(@"x \right)", 2, @"\right has no \left. Remove it, or write \left( … \right).")]
    [InlineData(@"\begin{foo}x\end{foo}", 6, "There is no environment foo. Write aligned, gathered, cases, array or pmatrix.")]
    [InlineData(@"\text{a_b}", 7, @"Words cannot have _. End \text{…} before it.")]
    [InlineData(@"x + \href{https://a.example}{b}", 4, @"\href is not possible in a formula. Write links in the text.")]
    [InlineData("a\u200Bb", 1, "A formula cannot contain U+200B, which is invisible. Remove it.")]
    [InlineData(@"\def\a{\a\a}\a", 0, "A command calls itself without end. Write the formula without own commands.")]
    public void An_error_gives_the_position_and_what_to_write_instead(string tex, int position, string message) =>
        Assert.Equal(new FormulaError(position, message), ErrorOf(tex));

    [KatexFact]
    public void A_formula_has_at_most_2000_characters()
    {
        Assert.True(FormulaRenderer.Shared.TryRender(new string('x', 2000), false, out _, out _));
        Assert.Equal(
            new FormulaError(2000, "The formula is longer than 2000 characters. Split it, or check where it is closed."),
            ErrorOf(new string('x', 2001))
        );
    }

    [KatexTheory]
    [InlineData("{", "}")]
    [InlineData(@"\left(", @"\right)")]
    [InlineData(@"\sqrt{", "}")]
    [InlineData("x^{", "}")]
    [InlineData(@"\begin{matrix}", @"\end{matrix}")]
    public void Fifty_levels_of_nesting_are_allowed_and_no_more(string open, string close)
    {
        var levels = open.Contains("begin", StringComparison.Ordinal) ? 49 : 50;
        Assert.True(FormulaRenderer.Shared.TryRender(Nested(levels), false, out _, out _));
        Assert.Equal("Braces and environments are nested more than 50 deep. Write the formula more simply.", ErrorOf(Nested(51)).Message);

        string Nested(int depth) => string.Concat(Enumerable.Repeat(open, depth)) + "x" + string.Concat(Enumerable.Repeat(close, depth));
    }

    [KatexTheory]
    [InlineData(@"\bf")]
    [InlineData(@"\displaystyle")]
    public void Commands_without_braces_that_are_nested_too_deeply_do_no_harm(string command)
    {
        var deep = string.Concat(Enumerable.Repeat(command, Formula.MaxLength / command.Length - 1)) + " x";
        if (!FormulaRenderer.Shared.TryRender(deep, false, out _, out var error))
            Assert.Equal("It is too complicated. Split it, or write it more simply.", error.Message);
        Assert.True(FormulaRenderer.Shared.TryRender(@"\sqrt{2} + 1", false, out _, out _));
    }

    [KatexFact]
    public void A_command_that_a_formula_defines_ends_with_it()
    {
        Assert.True(FormulaRenderer.Shared.TryRender(@"\gdef\own{x}\own", false, out _, out _));
        Assert.Equal(@"\own is not known. Check its spelling, or write it with other commands.", ErrorOf(@"\own").Message);
    }

    [KatexFact]
    public void Any_text_is_a_formula_or_gives_an_error_at_a_position_inside_it() =>
        Gen.OneOf(Gen.String[0, 40], Gen.OneOf(Pieces).Array[0, 15].Select(string.Concat))
            .Sample(
                tex =>
                {
                    if (!FormulaRenderer.Shared.TryRender(tex, false, out var formula, out var error))
                        return error.Position >= 0
                            && error.Position <= tex.Length
                            && error.Message.EndsWith('.')
                            && !error.Message.Any(char.IsControl);
                    var elements = XElement.Parse(formula.MathMl).DescendantsAndSelf().Select(e => e.Name.LocalName);
                    XElement.Parse(formula.PrintHtml);
                    return elements.All(name => name[0] == 'm') && formula.ToText().All(c => !char.IsControl(c));
                },
                iter: 300
            );

    [Fact]
    public void Without_KaTeX_a_formula_is_known_only_from_a_database()
    {
        var renderer = new FormulaRenderer(Path.Combine(Path.GetTempPath(), "no-such-folder"));
        var known = new Formula
        {
            Key = Formula.KeyOf("x", isDisplayed: false),
            Tex = "x",
            MathMl = "<math><mi>x</mi></math>",
            PrintHtml = "<span>x</span>",
            Version = "of an earlier build",
        };

        Assert.False(renderer.TryRender("x", false, out _, out var error));
        Assert.Equal(
            new FormulaError(
                0,
                "KaTeX is not installed. Run `apt-get install libjs-katex fonts-katex`, then restart the site.",
                IsKatexMissing: true
            ),
            error
        );
        renderer.Add([known]);
        Assert.True(renderer.TryRender("x", false, out var formula, out _));
        Assert.Same(known, formula);
        Assert.False(renderer.TryRender("x", true, out _, out _));
    }

    [KatexFact]
    public void A_formula_of_another_version_is_rendered_again()
    {
        var renderer = new FormulaRenderer("/usr/share/javascript/katex");
        renderer.Add([
            new Formula
            {
                Key = Formula.KeyOf("x", isDisplayed: false),
                Tex = "x",
                MathMl = "<math><mi>old</mi></math>",
                PrintHtml = "",
                Version = "old",
            },
        ]);
        Assert.True(renderer.TryRender("x", false, out var formula, out _));
        Assert.Equal("<math><mi>x</mi></math>", formula.MathMl);
    }

    private static readonly string[] Pieces =
    [
        "x",
        "1",
        " ",
        "+",
        "-",
        "=",
        "<",
        "&",
        "(",
        ")",
        "|",
        ",",
        "'",
        "_",
        "^",
        "{",
        "}",
        "_{",
        "^{",
        "}",
        "{x}",
        @"\alpha",
        @"\frac",
        @"\frac{a}{b}",
        @"\sqrt",
        @"\mathrm{",
        @"\text{",
        @"\bar",
        @"\sum",
        @"\left(",
        @"\right)",
        @"\\",
        @"\ce{",
        @"\SI{",
        @"\",
        "é",
        "²",
        "\u0304",
    ];

    private static FormulaError ErrorOf(string tex) =>
        FormulaRenderer.Shared.TryRender(tex, false, out _, out var error) ? throw new InvalidOperationException(tex) : error;
}
