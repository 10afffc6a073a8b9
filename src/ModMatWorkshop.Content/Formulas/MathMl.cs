using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace ModMatWorkshop.Content.Formulas;

/// <summary>
/// Converts KaTeX's MathML to MathML Core, which browsers draw. Letters of other styles become Unicode letters, the alignment of columns
/// becomes classes of the style sheet, and elements and attributes that are not on the lists are refused or removed.
/// </summary>
internal static partial class MathMl
{
    private const string End = "</math>";

    private static readonly HashSet<string> Elements =
    [
        "mrow",
        "mi",
        "mn",
        "mo",
        "mtext",
        "mspace",
        "mstyle",
        "mpadded",
        "mphantom",
        "menclose",
        "msub",
        "msup",
        "msubsup",
        "munder",
        "mover",
        "munderover",
        "mfrac",
        "msqrt",
        "mroot",
        "mtable",
        "mtr",
        "mtd",
    ];

    /// <summary>Attributes that change what a browser draws. KaTeX writes others, which MathML Core does not have.</summary>
    private static readonly HashSet<string> Attributes =
    [
        "stretchy",
        "lspace",
        "rspace",
        "accent",
        "accentunder",
        "displaystyle",
        "scriptlevel",
        "linethickness",
        "width",
        "height",
        "depth",
        "voffset",
        "minsize",
        "maxsize",
        "symmetric",
        "largeop",
        "movablelimits",
        "mathcolor",
        "mathbackground",
        "notation",
    ];

    /// <returns>Null if the markup has an element that is not on the list.</returns>
    public static string? Of(string katex, bool isDisplayed)
    {
        var (start, end) = (katex.IndexOf("<math", StringComparison.Ordinal), katex.IndexOf(End, StringComparison.Ordinal) + End.Length);
        try
        {
            var math = XElement.Parse(katex[start..end], LoadOptions.PreserveWhitespace);
            var inside = math.Elements().Single(e => e.Name.LocalName == "semantics").Elements().First();
            if (inside.DescendantsAndSelf().Any(e => !Elements.Contains(e.Name.LocalName)))
                return null;
            var converted = Converted(inside);
            IEnumerable<XNode> inMath = converted is { Name.LocalName: "mrow", HasAttributes: false } ? converted.Nodes() : [converted];
            return new XElement("math", isDisplayed ? new XAttribute("display", "block") : null, inMath).ToString(
                SaveOptions.DisableFormatting
            );
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static XElement Converted(XElement element)
    {
        var name = element.Name.LocalName;
        if (name is "mi" or "mn" or "mo" or "mtext")
            return element.HasElements ? New("mrow", element) : Token(element, name);
        if (name == "mspace" && element.Attribute("linebreak") is not null)
            return new(name, new XAttribute("width", "2em"), "");
        if (ComposedText(element) is { } text)
            return text;
        var converted = New(name, element);
        if (name == "mtable")
            Align(converted, element);
        return converted;
    }

    /// <summary>The empty text gives each element an end tag, as HTML needs it.</summary>
    private static XElement New(string name, XElement element) =>
        new(
            name,
            element.Attributes().Where(a => IsKept(a, element)).Select(a => new XAttribute(a)),
            "",
            element.Elements().Select(Converted)
        );

    /// <summary>A width that is relative to what the element holds means something else in MathML Core.</summary>
    private static bool IsKept(XAttribute attribute, XElement element) =>
        Attributes.Contains(attribute.Name.LocalName)
        && Value().IsMatch(attribute.Value)
        && !(element.Name.LocalName is "mtable" or "mtd" && attribute.Name.LocalName == "width")
        && !(attribute.Name.LocalName == "width" && element.Attribute("lspace")?.Value == "-1width");

    private static XElement Token(XElement element, string name)
    {
        var style = element.Attribute("mathvariant")?.Value;
        var token = new XElement(name, element.Attributes().Where(a => IsKept(a, element)).Select(a => new XAttribute(a)));
        if (name == "mtext" && style is not null)
            token.SetAttributeValue("class", "tex-" + style);
        // A single letter is italic by itself.
        if (name == "mi" && style == "normal" && element.Value is [var only] && (char.IsLetter(only) || only is '∂' or '∇'))
            token.SetAttributeValue("mathvariant", style);
        token.Add(name == "mtext" || style is null ? element.Value : MathLetters.Styled(element.Value, style));
        return token;
    }

    /// <summary>KaTeX writes é in words as e below an accent.</summary>
    private static XElement? ComposedText(XElement element) =>
        element.Name.LocalName == "mover"
        && element.Attribute("accent") is not null
        && element.Elements().ToArray() is [{ HasElements: false, Value: [var letter] } body, { HasElements: false, Value: [var sign] }]
        && (body.Name.LocalName == "mtext" || (letter, sign) == ('A', '\u02DA'))
        && MathLetters.WithAccents($"{letter}", sign) is [var composed]
            ? new XElement("mtext", Token(body, "mtext").Attributes(), composed)
            : null;

    /// <summary>Cells are centred by themselves. A table of aligned equations has no gaps between its columns.</summary>
    private static void Align(XElement table, XElement source)
    {
        if (source.Attribute("columnspacing")?.Value.StartsWith("0em", StringComparison.Ordinal) == true)
            table.SetAttributeValue("class", "tex-aligned");
        var columns = source.Attribute("columnalign")?.Value.Split(' ') ?? [];
        foreach (var row in table.Elements())
        foreach (var (cell, column) in row.Elements().Zip(columns).Where(pair => pair.Second is "left" or "right"))
            cell.SetAttributeValue("class", "tex-" + column);
    }

    [GeneratedRegex(@"^[#A-Za-z0-9.%\- ]*$(?<!width)")]
    private static partial Regex Value();
}
