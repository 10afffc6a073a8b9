using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace ModMatWorkshop.Content.Formulas;

/// <summary>
/// Writes MathML as one line of Unicode text: <c>O(N³)</c>, <c>10⁻¹⁵</c>, fractions with a slash, roots with √, and parentheses where the
/// line would otherwise be ambiguous. Scripts without a Unicode character are written <c>_b</c>, <c>^(a/b)</c>.
/// </summary>
internal static partial class FormulaTextWriter
{
    private const string Narrow = "\u202F";

    public static string Write(string mathMl)
    {
        var math = XElement.Parse(mathMl, LoadOptions.PreserveWhitespace);
        var text = Line(MathItem.Of(math), inScript: false, isJoined: false);
        return Spaces().Replace(text, run => run.Value.AsSpan().ContainsAny(' ', '\u00A0') ? " " : Narrow).Trim(' ', '\u202F');
    }

    /// <param name="isJoined">An operand follows the line without a sign in between.</param>
    private static string Line(List<MathItem> items, bool inScript, bool isJoined)
    {
        var line = new StringBuilder();
        for (var i = 0; i < items.Count; i++)
        {
            var (before, after) = (Neighbour(items, i, -1), Neighbour(items, i, +1));
            // A space follows a large sign and a name.
            var followed =
                items[i].Role is not (MathRole.Large or MathRole.Function)
                && (items.ElementAtOrDefault(i + 1) is { } next ? next.BeginsOperand : isJoined);
            var text = Text(items[i], inScript, followed);
            var joined = before?.IsOperand == true || before?.Role == MathRole.Function;
            line.Append(
                items[i].Role switch
                {
                    MathRole.Infix when !inScript && before is not null && (joined || before.Role == MathRole.Bar) && after is not null =>
                        $" {text} ",
                    MathRole.Comma when !inScript && after is not null && items[i].Element.Attribute("rspace")?.Value != "0em" => text
                        + " ",
                    MathRole.Large => (joined && !inScript ? Narrow : "") + text + (after is null || inScript ? "" : Narrow),
                    MathRole.Function => (joined ? " " : "")
                        + text
                        + (after is null or { Role: MathRole.Opening or MathRole.Closing } ? "" : " "),
                    MathRole.Fraction when joined || IsFollowed(after, isJoined) || before?.Role == MathRole.Slash => $"({text})",
                    _ => text,
                }
            );
        }
        return line.ToString();

        static bool IsFollowed(MathItem? after, bool isJoined) =>
            after is null ? isJoined : after.BeginsOperand || after.Role == MathRole.Slash;
    }

    /// <summary>The nearest item that is not a space.</summary>
    private static MathItem? Neighbour(List<MathItem> items, int index, int step)
    {
        do index += step;
        while (items.ElementAtOrDefault(index)?.Role == MathRole.Space);
        return items.ElementAtOrDefault(index);
    }

    private static string Text(MathItem item, bool inScript, bool isJoined)
    {
        var element = item.Element;
        var children = element.Elements().ToList();
        return element.Name.LocalName switch
        {
            "mspace" => Space(Width(element)),
            "mtext" when item.Role == MathRole.Space => element.Value.Contains('\u2063', StringComparison.Ordinal) ? "" : element.Value,
            "mo" or "mi" or "mn" or "mtext" => Sign(MathLetters.Plain(element.Value)),
            "mfrac" => item.Role == MathRole.Fraction
                ? Part(children[0], IsProduct, inScript) + "/" + Part(children[1], IsFactor, inScript)
                : Line(MathItem.Of(children[0]), inScript, false) + "¦" + Line(MathItem.Of(children[1]), inScript, false),
            "msqrt" => "√" + Radicand(children, inScript, isJoined),
            "mroot" => RootSign(children[1]) + Radicand(children[..1], inScript, isJoined),
            "mtable" => Table(element, inScript),
            "msub" or "munder" => Scripted(children[0], children[1], null, inScript, isJoined),
            "msup" or "mover" => Scripted(children[0], null, children[1], inScript, isJoined),
            "msubsup" or "munderover" => Scripted(children[0], children[1], children[2], inScript, isJoined),
            _ => Sign(element.Value),
        };
    }

    private static string Space(double em) =>
        em switch
        {
            < 0 => "",
            < 0.5 => Narrow,
            _ => " ",
        };

    private static string Sign(string text) =>
        text switch
        {
            "∣" => "|",
            "∥" => "‖",
            "⋅" => "·",
            _ => text,
        };

    private static double Width(XElement space) =>
        double.TryParse(
            space.Attribute("width")?.Value.Replace("em", "", StringComparison.Ordinal),
            CultureInfo.InvariantCulture,
            out var em
        )
            ? em
            : 0;

    private static string Part(XElement element, Func<List<MathItem>, bool> isPlain, bool inScript)
    {
        var items = MathItem.Of(element);
        var text = Line(items, inScript, false);
        return isPlain(items) ? text : $"({text})";
    }

    private static bool IsProduct(List<MathItem> items) =>
        IsBracketed(items)
        || items.Count > 0
            && items.TrueForAll(i =>
                i.Role is MathRole.Operand or MathRole.Root && !i.Element.Value.Trim().Contains(' ', StringComparison.Ordinal)
            );

    /// <summary>Whether a term needs no parentheses after a slash: a single factor, or a differential such as ∂x or dx.</summary>
    private static bool IsFactor(List<MathItem> items) =>
        IsProduct(items)
        && (
            items.Count == 1
            || IsBracketed(items)
            || items.Count == 2 && (items[0].Element.Value, items[0].Element.Attribute("mathvariant")?.Value) is ("∂", _) or ("d", "normal")
        );

    /// <summary>Whether one pair of brackets holds all items.</summary>
    private static bool IsBracketed(List<MathItem> items)
    {
        var depth = 0;
        for (var i = 0; i < items.Count; i++)
        {
            depth +=
                items[i].Role == MathRole.Opening ? 1
                : items[i].Role == MathRole.Closing ? -1
                : 0;
            if (depth == 0)
                return i > 0 && i == items.Count - 1 && items[i].Element.Name.LocalName == "mo";
        }
        return false;
    }

    private static string Radicand(IEnumerable<XElement> elements, bool inScript, bool isJoined)
    {
        var items = MathItem.Of(elements);
        var isPlain = IsBracketed(items) || items is [{ Role: MathRole.Operand } only] && !isJoined && IsUnderOneRoot(only.Element);
        var text = Line(items, inScript, false);
        return isPlain ? text : $"({text})";
    }

    private static bool IsUnderOneRoot(XElement element) => element.Name.LocalName is "mi" or "mn" or "mtext" or "msub" or "mover";

    private static string RootSign(XElement index) =>
        Line(MathItem.Of(index), inScript: true, isJoined: false) switch
        {
            "3" => "∛",
            "4" => "∜",
            var text => (SuperAndSubscripts.Raised(text) ?? $"^({text})") + "√",
        };

    /// <summary>Equations below each other, or rows of cells.</summary>
    private static string Table(XElement table, bool inScript)
    {
        // A column may hold nothing but signs of equality.
        var isAligned =
            table.Attribute("class") is not null
            || table.Elements().Elements().Any(cell => MathItem.Of(cell) is [{ Role: MathRole.Infix }]);
        return string.Join(
            inScript ? ";" : "; ",
            table
                .Elements()
                .Select(row =>
                    isAligned
                        ? Line(MathItem.Of(row), inScript, false)
                        : string.Join(inScript ? "," : ", ", row.Elements().Select(cell => Line(MathItem.Of(cell), inScript, false)))
                )
        );
    }

    private static string Scripted(XElement body, XElement? below, XElement? above, bool inScript, bool isJoined)
    {
        var items = MathItem.Of(body);
        var text = Line(items, inScript, false);
        if (above is { Name.LocalName: "mo", Value: [var accent] } && above.Parent!.Attribute("accent") is not null)
            return MathLetters.WithAccents(text, accent);
        if ((below ?? above) is { Name.LocalName: "mo", Value: "⏟" or "⏞" or "‾" or "_" })
            return text;
        if (IsGroup(items))
            text = $"({text})";
        // The text above or below an arrow follows it.
        if (items is [{ Role: MathRole.Infix }])
            return text + string.Concat(new[] { below, above }.OfType<XElement>().Select(Beside));
        var (primes, others) = WithoutPrimes(above);
        return text + primes + Script("_", ItemsOf(below), others.Count == 0 && isJoined) + Script("^", others, isJoined);
    }

    private static bool IsGroup(List<MathItem> items) =>
        items is [{ Role: MathRole.Fraction or MathRole.Root }]
        || items.Count > 1 && !IsBracketed(items) && items.Exists(i => i.Role is MathRole.Infix or MathRole.Fraction)
        || items is [{ Element: { Name.LocalName: "munder" or "mover" } brace }] && IsGroup(MathItem.Of(brace.Elements().First()));

    private static string Beside(XElement label) =>
        Line(MathItem.Of(label), inScript: false, isJoined: false) is { Length: > 0 } text ? $"({text})" : "";

    private static List<MathItem> ItemsOf(XElement? element) => element is null ? [] : MathItem.Of(element);

    /// <summary>The primes at the beginning of a superscript, which stand before the subscript.</summary>
    private static (string Primes, List<MathItem> Others) WithoutPrimes(XElement? above)
    {
        var items = ItemsOf(above);
        var count = items.TakeWhile(i => i.Element.Value == "′").Count();
        var primes = count switch
        {
            2 => "″",
            3 => "‴",
            _ => new string('′', count),
        };
        return (primes, items[count..]);
    }

    /// <param name="isJoined">A letter follows that would look like a part of the script.</param>
    private static string Script(string mark, List<MathItem> items, bool isJoined)
    {
        var text = Line(items, inScript: true, isJoined: false);
        if (text.Length == 0)
            return "";
        if (text == "∘" && mark == "^")
            return "°";
        var shifted = mark == "_" ? SuperAndSubscripts.Lowered(text) : SuperAndSubscripts.Raised(text);
        var isClear = IsBracketed(items) || new StringInfo(text).LengthInTextElements == 1 && !isJoined;
        return shifted ?? (isClear ? mark + text : $"{mark}({text})");
    }

    [GeneratedRegex(@"[\s\u2063]+")]
    private static partial Regex Spaces();
}
