using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace ModMatWorkshop.Content.Formulas;

/// <summary>KaTeX's HTML for a renderer without MathML, checked against a list of elements and attributes.</summary>
internal static partial class PrintFormula
{
    private const string Start = "<span class=\"katex-html\"";
    private static readonly HashSet<string> Elements = ["span", "svg", "path", "line"];

    private static readonly HashSet<string> Attributes =
    [
        "class",
        "style",
        "aria-hidden",
        "xmlns",
        "width",
        "height",
        "viewBox",
        "preserveAspectRatio",
        "d",
        "x1",
        "x2",
        "y1",
        "y2",
        "stroke-width",
    ];

    /// <returns>Null if the markup has something that is not on the list.</returns>
    public static string? Of(string katex, bool isDisplayed)
    {
        var html = katex[katex.IndexOf(Start, StringComparison.Ordinal)..];
        html = isDisplayed ? $"<span class=\"katex-display\"><span class=\"katex\">{html}" : $"<span class=\"katex\">{html}";
        try
        {
            return XElement.Parse(html, LoadOptions.PreserveWhitespace).DescendantsAndSelf().All(IsAllowed) ? html : null;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    /// <summary>The values have no function but calc, so no style can load a file.</summary>
    private static bool IsAllowed(XElement element) =>
        Elements.Contains(element.Name.LocalName)
        && element.Attributes().All(a => Attributes.Contains(a.Name.LocalName) && !Unsafe().IsMatch(a.Value));

    [GeneratedRegex(@"(?<!calc)\(|[\\@<>&""]")]
    private static partial Regex Unsafe();
}
