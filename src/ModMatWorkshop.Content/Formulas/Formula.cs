using System.Diagnostics.CodeAnalysis;

namespace ModMatWorkshop.Content.Formulas;

/// <summary>Why a formula cannot be read.</summary>
/// <param name="Position">Where in the TeX, from 0; its length where something is missing at the end.</param>
/// <param name="Message">A sentence or two in English: what is wrong, and what to write instead. Holds no control character.</param>
public sealed record FormulaError(int Position, string Message);

/// <summary>
/// A formula inside a line of text, written in the part of TeX that <c>docs/content-format.md</c> lists, and shown as MathML, as plain HTML
/// or as
/// plain text.
/// </summary>
public sealed class Formula
{
    /// <summary>In UTF-16 units, of the TeX between the dollars.</summary>
    public const int MaxLength = 2000;

    /// <summary>Braces and brackets inside one another.</summary>
    public const int MaxNesting = 50;

    private readonly Row _row;

    private Formula(string tex, Row row) => (Tex, _row) = (tex, row);

    /// <summary>As it was written, without the dollars.</summary>
    public string Tex { get; }

    /// <summary>
    /// Exactly one of <paramref name="formula"/> and <paramref name="error"/> is given. The first error is reported. Never throws.
    /// </summary>
    public static bool TryParse(string tex, [NotNullWhen(true)] out Formula? formula, [NotNullWhen(false)] out FormulaError? error)
    {
        var reader = new TexReader(tex);
        if (reader.Read() is { } row)
        {
            (formula, error) = (new Formula(tex, row), null);
            return true;
        }
        (formula, error) = (null, reader.Error!);
        return false;
    }

    /// <summary>
    /// A <c>math</c> element of MathML Core for a line of text. Elements: math mrow mi mn mo mtext mspace msub msup msubsup mfrac msqrt
    /// mover.
    /// Attributes: mathvariant form stretchy lspace rspace accent width.
    /// </summary>
    public string ToMathMl() => MathMlWriter.Write(_row);

    /// <summary>
    /// Plain HTML for a renderer that knows no MathML, with i, sub and sup only: a fraction is <c>a/b</c>, a root is √, an accent is a
    /// combining
    /// sign. Parentheses are added where the line would read otherwise than the formula.
    /// </summary>
    public string ToHtml() => new HtmlLineWriter().Write(_row);

    /// <summary>
    /// Plain Unicode text for search and feeds: <c>O(N³)</c>, <c>10⁻¹⁵</c>. Scripts for which Unicode has no signs are written <c>_b</c>,
    /// <c>^(a/b)</c>.
    /// </summary>
    public string ToText() => new TextLineWriter().Write(_row);

    public override string ToString() => Tex;
}
