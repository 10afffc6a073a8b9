using System.Globalization;
using System.Text.RegularExpressions;
using ModMatWorkshop.Content;

namespace ModMatWorkshop.Web.Printables;

/// <summary>
/// Fits the text of an abstract into the book, where many share one page: a prefix for its anchors, and headings below its title.
/// </summary>
public static partial class BookMarkup
{
    private const int LevelsAbove = 2;

    public static string Within(string html, string code) =>
        Heading()
            .Replace(HtmlAnchors.Within(html, $"b-{code}-"), level =>
                (int.Parse(level.Value, CultureInfo.InvariantCulture) + LevelsAbove).ToString(CultureInfo.InvariantCulture)
            );

    [GeneratedRegex("(?<=</?h)[2-4](?=[ >])")]
    private static partial Regex Heading();
}
