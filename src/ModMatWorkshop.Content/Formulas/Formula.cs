using System.Diagnostics.CodeAnalysis;

namespace ModMatWorkshop.Content.Formulas;

/// <summary>The reason why a formula cannot be read.</summary>
/// <param name="Position">The position in the TeX, from 0; the length of the TeX if something is missing at the end.</param>
/// <param name="Message">One or two sentences in English: the error and how to correct it. Contains no control character.</param>
public sealed record FormulaError(int Position, string Message);

/// <summary>
/// A formula within a line of text, in the subset of TeX that <c>docs/content-format.md</c> lists. It can be written as MathML, as plain
/// HTML or as plain text.
/// </summary>
public sealed class Formula
{
    /// <summary>Length of the TeX between the dollars, in UTF-16 code units.</summary>
    public const int MaxLength = 2000;

    /// <summary>Maximum depth of braces and brackets.</summary>
    public const int MaxNesting = 50;

    private readonly Row _row;

    private Formula(string tex, Row row) => (Tex, _row) = (tex, row);

    /// <summary>The source, without the dollars.</summary>
    public string Tex { get; }

    /// <summary>
    /// Parses a formula or returns its first error. Exactly one of <paramref name="formula"/> and <paramref name="error"/> is not null.
    /// Never throws.
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
    /// An inline <c>math</c> element of MathML Core. Elements: math mrow mi mn mo mtext mspace msub msup msubsup mfrac msqrt mover.
    /// Attributes: mathvariant form stretchy lspace rspace accent width.
    /// </summary>
    public string ToMathMl() => MathMlWriter.Write(_row);

    /// <summary>
    /// HTML for a renderer without MathML, with i, sub and sup only: a fraction is <c>a/b</c>, a root is √, an accent is a combining
    /// character. Parentheses are added where the line would otherwise be ambiguous.
    /// </summary>
    public string ToHtml() => new HtmlLineWriter().Write(_row);

    /// <summary>
    /// Unicode text for search and feeds: <c>O(N³)</c>, <c>10⁻¹⁵</c>. Scripts without a Unicode character are written <c>_b</c>,
    /// <c>^(a/b)</c>.
    /// </summary>
    public string ToText() => new TextLineWriter().Write(_row);

    public override string ToString() => Tex;
}
