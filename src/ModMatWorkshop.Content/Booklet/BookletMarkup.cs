using System.Globalization;
using System.Text.RegularExpressions;

namespace ModMatWorkshop.Content.Booklet;

/// <summary>
/// Converts the inline markup of the booklet to Markdown. It escapes signs that have a meaning in Markdown and repairs known damage of the
/// text conversion. The authors' words do not change.
/// </summary>
public static partial class BookletMarkup
{
    /// <summary>
    /// The terms that lost their subscripts in the 2021 booklet. A general rule would also change correct terms such as QM7.
    /// </summary>
    private static readonly Dictionary<string, string> LostSubscripts = new()
    {
        ["YxNy"] = "Y~x~N~y~",
        ["YN15"] = "YN~15~",
        ["NixSiy"] = "Ni~x~Si~y~",
        ["$D8b$"] = "$D8_b$",
    };

    /// <summary>Joins paragraphs with a blank line and ends with a line break.</summary>
    /// <param name="references">The number of references of the abstract. A higher number is not a citation.</param>
    public static string Body(IEnumerable<string> paragraphs, int references) =>
        string.Join("\n\n", paragraphs.Select(p => BlockMarker().Replace(Inline(p, references), @"\${sign}"))) + "\n";

    /// <inheritdoc cref="Body"/>
    public static string Inline(string text, int references) => Token().Replace(text, token => Convert(token, text, references));

    private static string Convert(Match token, string text, int references)
    {
        if (token.Groups["lost"].Success)
            return LostSubscripts[token.Value];
        if (token.Groups["kept"].Success)
            return token.Value;
        if (token.Groups["bold"] is { Success: true } bold)
            return $"**{Inline(bold.Value, references)}**";
        if (token.Groups["italic"] is { Success: true } italic)
            return $"*{Inline(italic.Value, references)}*";
        if (token.Groups["cite"] is { Success: true } cite)
        {
            var space = token.Groups["space"].Value;
            return IsCitation(cite.Value, references) ? Cite(token.Index, space, cite.Value, text) : space + Raise(cite.Value);
        }
        if (token.Groups["power"] is { Success: true } power)
            return $"^{power.Value}^";
        if (token.Groups["index"] is { Success: true } index)
            return $"~{index.Value}~";
        return token.Value switch
        {
            " " => "",
            "+/-" => "±",
            var sign => @"\" + sign,
        };
    }

    private static bool IsCitation(string mark, int references) =>
        Numbers()
            .Matches(PlainDigits(mark))
            .All(n => int.Parse(n.ValueSpan, CultureInfo.InvariantCulture) is var number && number >= 1 && number <= references);

    /// <summary>Writes a citation. A superscript follows the word directly; in brackets it needs a space.</summary>
    private static string Cite(int index, string space, string mark, string text)
    {
        var clings = space.Length == 0 && mark[0] != '[' && index > 0 && text[index - 1] is not (' ' or '(' or '[' or '“' or '"');
        return $"{(clings ? " " : space)}[{PlainDigits(mark)}]";
    }

    private static string Raise(string mark) => mark[0] == '^' ? $"^{PlainDigits(mark)}^" : mark;

    /// <summary>The digits and separators without their style: <c>²⁻⁴</c>, <c>^{2-4}</c> and <c>[2–4]</c> all give <c>2-4</c>.</summary>
    internal static string PlainDigits(string mark) => string.Concat(mark.Select(Plain));

    private static string Plain(char sign) =>
        "⁰¹²³⁴⁵⁶⁷⁸⁹".IndexOf(sign, StringComparison.Ordinal) switch
        {
            >= 0 and var digit => ((char)('0' + digit)).ToString(),
            _ when char.IsAsciiDigit(sign) || sign is ',' or '-' => sign.ToString(),
            _ when sign is '⁻' or '–' => "-",
            _ => "",
        };

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Numbers();

    /// <summary>Signs that begin a Markdown heading, quotation, list or rule. A hyphen begins a list only before a space.</summary>
    [GeneratedRegex(@"(?<sign>^(?:\#(?=\#{0,5}(?:\s|$))|>|\+(?=\s|$)|=(?==*$)|-(?=-*$))|(?<=^[0-9]{1,9})[.)](?=\s|$))")]
    private static partial Regex BlockMarker();

    /// <summary>The alternatives are tried in this order at each position. Text that matches none of them is plain text.</summary>
    [GeneratedRegex(
        """
              (?<lost> \$D8b\$ | \b(?:YxNy|YN15|NixSiy)\b )
            | (?<kept> \$(?=[^\s$])[^$]*(?<=[^\s\\])\$                                    # TeX
                     | <(?:https?://|mailto:)[^\s<>]+>                                    # a link
                     | (?<=(?<!\p{L})(?:[cmnµμk]?m|Å))[²³]                                # a square or cubic unit
                     | (?<=[0-9])[⁰¹²³⁴⁵⁶⁷⁸⁹]+ | [⁺⁻][⁰¹²³⁴⁵⁶⁷⁸⁹]+ )                     # a power
            | \*\*(?=[^\s*])(?<bold>(?:(?!\*\*).)+)(?<=[^\s*])\*\*
            | (?<![\p{L}\p{Nd}*])\*(?=[^\s*])(?<italic>[^*]+)(?<=[^\s*])\*(?![\p{L}\p{Nd}*])
            | (?<=[0-9])\^\{(?<power>[-−]?[0-9]+)\}
            | (?<space>[ ]?)(?<cite> \^\{[0-9]{1,9}(?:[,\-–][ ]?[0-9]{1,9})*\}
                         | [¹²³⁴⁵⁶⁷⁸⁹][⁰¹²³⁴⁵⁶⁷⁸⁹]*(?:[⁻,][¹²³⁴⁵⁶⁷⁸⁹][⁰¹²³⁴⁵⁶⁷⁸⁹]*)*(?![\p{L}⁺⁻⁰¹²³⁴⁵⁶⁷⁸⁹])
                         | \[[0-9]{1,2}(?:[ ]?[,\-–][ ]?[0-9]{1,2})*\] )
            | \^(?<power>[0-9]+)(?:[ ](?=-\p{L}))?                                        # η^5 -N
            | (?<=[)\]A-Za-z])_(?<index>[A-Za-z0-9])(?![\p{L}\p{Nd}])                     # (…)_x
            | (?<=[\u0370-\u03FF])[ ](?=-\p{L})                                           # σ -phase
            | (?<=[₀₁₂₃₄₅₆₇₈₉])[ ](?=\([0-9]{3}\))                                        # Al₁₃Co₄ (100)
            | (?<=[0-9][ ])\+/-(?=[ ]?[0-9])
            | [\\`*_~^$] | <(?=[\p{L}/!?]) | &(?=\#?\w+;) | (?<=[\]}⁰¹²³⁴⁵⁶⁷⁸⁹])\(       # would be read as Markdown
            """,
        RegexOptions.IgnorePatternWhitespace
    )]
    private static partial Regex Token();
}
