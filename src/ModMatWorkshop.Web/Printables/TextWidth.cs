using System.Globalization;
using System.Text;

namespace ModMatWorkshop.Web.Printables;

/// <summary>
/// Estimates the space that a text needs, to choose its font size before it is rendered: printables must not cut names. Uses the widths of
/// a bold serif font, rounded up, so that a text that should fit does fit.
/// </summary>
public static class TextWidth
{
    private const double MillimetresInAPoint = 25.4 / 72;
    private const double LineHeight = 1.16;

    /// <summary>As a multiple of the font size.</summary>
    public static double Of(string text) => text.EnumerateRunes().Sum(Of);

    /// <summary>The number of lines of a text. Breaks at spaces and hyphens; breaks a word only when it is longer than a line.</summary>
    /// <param name="width">The width of a line, as a multiple of the font size.</param>
    public static int Lines(string text, double width)
    {
        var (lines, used) = (1, 0.0);
        foreach (var word in text.Replace("-", "- ", StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var more = Of(word);
            if (used > 0 && used + more > width)
                (lines, used) = (lines + 1, 0);
            if (more > width)
                lines += (int)Math.Ceiling(more / width) - 1;
            used += more % width + Of(" ");
        }
        return lines;
    }

    /// <summary>
    /// The first of these sizes in points (largest first) in which the texts, one below the other, fit into a box without breaking a word;
    /// the last size when none does.
    /// </summary>
    public static int Fitting(
        IReadOnlyList<int> sizes,
        double widthInMillimetres,
        double heightInMillimetres,
        params IReadOnlyList<string> texts
    )
    {
        foreach (var size in sizes)
        {
            var em = size * MillimetresInAPoint;
            var width = widthInMillimetres / em;
            if (
                texts.Sum(t => Lines(t, width)) * em * LineHeight <= heightInMillimetres
                && texts.All(t => t.Split(' ', '-').All(word => Of(word) <= width))
            )
                return size;
        }
        return sizes[^1];
    }

    private static double Of(Rune sign) =>
        sign.Value switch
        {
            'i' or 'j' or 'l' or '.' or ',' or '\'' or '’' or ':' or ';' or '|' or '!' or 'I' or '(' or ')' => .4,
            ' ' or '\u00A0' or '\u202F' => .28,
            'm' or 'w' or 'M' or 'W' or '@' or '—' => 1.05,
            // Chinese, Japanese and Korean characters are as wide as high. Assume the same for unknown characters.
            > 0x2E7F => 1.05,
            _ when Rune.GetUnicodeCategory(sign) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark => 0,
            _ when Rune.IsUpper(sign) => .78,
            _ => .62,
        };
}
