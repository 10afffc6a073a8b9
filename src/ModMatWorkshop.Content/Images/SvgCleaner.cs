using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace ModMatWorkshop.Content.Images;

/// <summary>
/// Rebuilds an SVG file from an allow-list of elements and attributes: no script, no event, no link, nothing from outside the file. What
/// drawing programs add for themselves is left out silently, anything else with a warning.
/// </summary>
internal sealed partial class SvgCleaner
{
    private const string Ns = "http://www.w3.org/2000/svg";
    private const string XLink = "http://www.w3.org/1999/xlink";
    private const int MaxElements = 20_000;

    /// <summary>Of all copies that <c>use</c> makes. A few lines could otherwise draw millions of shapes.</summary>
    private const int MaxDrawn = 100_000;
    private const int MaxPixels = 4096;
    private const int MaxDepth = 64;

    private static readonly HashSet<string> Elements =
    [
        .. (
            "svg g defs symbol use title desc path rect circle ellipse line polyline polygon text tspan textPath linearGradient "
            + "radialGradient stop clipPath mask pattern marker style"
        ).Split(' '),
    ];

    private static readonly HashSet<string> Attributes =
    [
        .. (
            "id class style viewBox width height x y x1 y1 x2 y2 cx cy r rx ry dx dy d points transform fill fill-opacity fill-rule stroke "
            + "stroke-width stroke-linecap stroke-linejoin stroke-dasharray stroke-dashoffset stroke-miterlimit stroke-opacity opacity "
            + "color display visibility font-family font-size font-style font-weight font-variant-numeric letter-spacing word-spacing "
            + "text-anchor dominant-baseline alignment-baseline baseline-shift text-decoration startOffset textLength lengthAdjust rotate "
            + "preserveAspectRatio gradientUnits gradientTransform spreadMethod offset stop-color stop-opacity clip-path clip-rule "
            + "clipPathUnits mask maskUnits maskContentUnits patternUnits patternContentUnits patternTransform marker-start marker-mid "
            + "marker-end markerUnits markerWidth markerHeight refX refY orient pathLength vector-effect paint-order media type lang "
            + "fx fy version"
        ).Split(' '),
    ];

    private readonly Dictionary<string, XElement> _byId = [];
    private readonly Dictionary<XElement, int> _drawn = [];
    private readonly SortedSet<string> _removed = new(StringComparer.Ordinal);

    /// <summary>What was left out and may be missed: <c>script</c>, <c>onload</c>.</summary>
    public IReadOnlyCollection<string> Removed => _removed;

    /// <summary>The cleaned file with its size in pixels.</summary>
    /// <exception cref="PictureException">The file cannot be used; the message says why.</exception>
    public (byte[] Content, int Width, int Height) Clean(byte[] file)
    {
        var root = Read(file);
        if (root.Name != XName.Get("svg", Ns))
            throw new PictureException("Its outermost element is not <svg xmlns=\"http://www.w3.org/2000/svg\">.");
        if (root.DescendantsAndSelf().Take(MaxElements + 1).Count() > MaxElements)
            throw new PictureException($"It has more than {MaxElements} elements.");
        var clean = Copy(root, 0);
        foreach (var element in clean.DescendantsAndSelf())
            if ((string?)element.Attribute("id") is { } id)
                _byId.TryAdd(id, element);
        if (Drawn(clean, 0) > MaxDrawn)
            throw new PictureException($"Its <use> elements draw more than {MaxDrawn} shapes.");
        var (width, height) = Size(clean);
        return (Write(clean), width, height);
    }

    private static XElement Read(byte[] file)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Ignore,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
        };
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(file), settings);
            return XDocument.Load(reader).Root!;
        }
        catch (XmlException wrong)
        {
            throw new PictureException($"It is not XML: {wrong.Message}");
        }
    }

    private XElement Copy(XElement element, int depth)
    {
        if (depth > MaxDepth)
            throw new PictureException("Its elements are nested too deeply.");
        var copy = new XElement(element.Name);
        foreach (var attribute in element.Attributes())
            CopyAttribute(attribute, copy);
        foreach (var node in element.Nodes())
            if (node is XText text)
                copy.Add(new XText(text.Value));
            else if (node is XElement child && child.Name.NamespaceName == Ns)
            {
                if (!Elements.Contains(child.Name.LocalName) || child.Name.LocalName == "style" && !IsSafeCss(child.Value))
                    _removed.Add(child.Name.LocalName);
                else
                    copy.Add(Copy(child, depth + 1));
            }
        return copy;
    }

    private void CopyAttribute(XAttribute attribute, XElement to)
    {
        var (name, value) = (attribute.Name.LocalName, attribute.Value);
        if (attribute.IsNamespaceDeclaration)
            return;
        if (name == "href" && attribute.Name.NamespaceName is "" or XLink)
        {
            if (value.StartsWith('#'))
                to.SetAttributeValue("href", value);
            else
                _removed.Add("href");
        }
        else if (attribute.Name == XNamespace.Xml + "lang")
            to.SetAttributeValue("lang", value);
        else if (attribute.Name.NamespaceName.Length > 0)
            return;
        else if (Attributes.Contains(name) && IsSafeCss(value))
            to.SetAttributeValue(name, value);
        else if (name.StartsWith("on", StringComparison.OrdinalIgnoreCase) || Attributes.Contains(name))
            _removed.Add(name);
    }

    /// <summary>Nothing is loaded, and no escape hides that something is. <c>url(#…)</c> refers to the file itself.</summary>
    private static bool IsSafeCss(string css) =>
        !css.Contains('\\', StringComparison.Ordinal)
        && !css.Contains('<', StringComparison.Ordinal)
        && !Loading().IsMatch(css)
        && !AtRule().Matches(css).Any(rule => !rule.Value.Equals("@media", StringComparison.OrdinalIgnoreCase));

    /// <summary>The number of elements that an element draws, with the copies of <c>use</c>.</summary>
    private int Drawn(XElement element, int depth)
    {
        if (depth > MaxDepth)
            throw new PictureException("Its elements are nested too deeply, or refer to each other in a circle.");
        if (_drawn.TryGetValue(element, out var known))
            return known;
        var count = 1L + element.Elements().Sum(child => (long)Drawn(child, depth + 1));
        foreach (var target in References(element))
            if (_byId.TryGetValue(target, out var other))
                count += Drawn(other, depth + 1);
        return _drawn[element] = (int)Math.Min(count, MaxDrawn + 1);
    }

    private static IEnumerable<string> References(XElement element) =>
        element
            .Attributes()
            .SelectMany(a =>
                a.Name.LocalName == "href" ? [a.Value.TrimStart('#')] : Local().Matches(a.Value).Select(match => match.Groups["id"].Value)
            );

    private static (int Width, int Height) Size(XElement root)
    {
        var box = ((string?)root.Attribute("viewBox"))?.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
        var (width, height) = (Pixels(root, "width"), Pixels(root, "height"));
        if (box is { Length: 4 } && (width is null || height is null))
            (width, height) = (Number(box[2]), Number(box[3]));
        if (width is not > 0 || height is not > 0)
            throw new PictureException("It has no size.", "Give <svg> a `viewBox`, or `width` and `height` in pixels.");
        if (width > MaxPixels || height > MaxPixels)
            throw new PictureException(
                $"It is more than {MaxPixels} pixels wide or high.",
                "Reduce `width` and `height`; `viewBox` scales it."
            );
        root.SetAttributeValue("width", Rounded(width.Value));
        root.SetAttributeValue("height", Rounded(height.Value));
        if (box is not { Length: 4 })
            root.SetAttributeValue("viewBox", $"0 0 {Rounded(width.Value)} {Rounded(height.Value)}");
        return (Rounded(width.Value), Rounded(height.Value));

        static int Rounded(double value) => Math.Max(1, (int)Math.Round(value));
    }

    /// <summary>Null for another unit, such as the millimetres of a drawing program: the size is then that of the view box.</summary>
    private static double? Pixels(XElement root, string name) =>
        (string?)root.Attribute(name) is { } text
            ? Number(text.EndsWith("px", StringComparison.OrdinalIgnoreCase) ? text[..^2] : text)
            : null;

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;

    private static byte[] Write(XElement root)
    {
        using var stream = new MemoryStream();
        var settings = new XmlWriterSettings
        {
            OmitXmlDeclaration = true,
            Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            NewLineHandling = NewLineHandling.None,
        };
        using (var writer = XmlWriter.Create(stream, settings))
            root.Save(writer);
        return stream.ToArray();
    }

    [GeneratedRegex(
        @"url\s*\(\s*['""]?(?!['""]?#)|image-set|\bimage\s*\(|\bsrc\s*\(|expression\s*\(|javascript:|data:",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Loading();

    [GeneratedRegex(@"@[\w-]*")]
    private static partial Regex AtRule();

    [GeneratedRegex(@"url\(\s*['""]?#(?<id>[^'"")\s]+)")]
    private static partial Regex Local();
}
