using System.Globalization;
using System.Text;

namespace ModMatWorkshop.Web.Printables;

/// <summary>
/// About how much room a text needs, for papers on which nothing may be cut: the size of a name is chosen before it is set. Widths are
/// those of a bold serif, rounded up, so that what
/// is said to fit does.
/// </summary>
public static class TextWidth
{
    private const double MillimetresInAPoint = 25.4 / 72;
    private const double LineHeight = 1.16;

    /// <summary>In parts of the font size.</summary>
    public static double Of(string text) => text.EnumerateRunes().Sum(Of);

    /// <summary>
    /// In how many lines a text is set, broken at spaces and hyphens, and inside a word only where the word is longer than a line.
    /// </summary>
    /// <param name="width">Of a line, in parts of the font size.</param>
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
    /// The first of some sizes in points, largest first, in which texts set one below the other keep inside a box without a word being
    /// broken; the last one, if none does.
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
            // Chinese, Japanese and Korean fill their square, and what we do not know may as well.
            > 0x2E7F => 1.05,
            _ when Rune.GetUnicodeCategory(sign) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark => 0,
            _ when Rune.IsUpper(sign) => .78,
            _ => .62,
        };
}
