using System.Security.Cryptography;
using System.Text;

namespace ModMatWorkshop.Content.Formulas;

/// <summary>The reason why a formula is not shown.</summary>
/// <param name="Position">The position in the TeX, from 0; the length of the TeX if something is missing at the end.</param>
/// <param name="Message">One or two sentences in English: the error and how to correct it. Contains no control character.</param>
/// <param name="IsKatexMissing">True if the formula may be valid, but KaTeX is not installed.</param>
public sealed record FormulaError(int Position, string Message, bool IsKatexMissing = false);

/// <summary>A formula as KaTeX has rendered it. The database keeps it, so that an import renders only new formulas.</summary>
public sealed class Formula
{
    /// <summary>Length of the TeX, in UTF-16 code units.</summary>
    public const int MaxLength = 2000;

    /// <summary>A hash of the TeX and of whether the formula is displayed; 32 hexadecimal digits.</summary>
    public required string Key { get; init; }

    /// <summary>The source, without dollars.</summary>
    public required string Tex { get; init; }

    /// <summary>An element <c>math</c> for the page. See <see cref="MathMl"/>.</summary>
    public required string MathMl { get; init; }

    /// <summary>KaTeX's HTML for the PDF renderer, which has no MathML. It needs <see cref="FormulaRenderer.PrintStyles"/>.</summary>
    public required string PrintHtml { get; init; }

    /// <summary>The <see cref="FormulaRenderer.Version"/> that has rendered it.</summary>
    public required string Version { get; init; }

    /// <summary>Unicode text for search, calendars, mails and citations: <c>O(N³)</c>.</summary>
    public string ToText() => FormulaTextWriter.Write(MathMl);

    public override string ToString() => Tex;

    public static string KeyOf(string tex, bool isDisplayed) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes((isDisplayed ? "display " : "inline ") + tex)).AsSpan(0, 16));
}
