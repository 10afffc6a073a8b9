using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using YamlDotNet.Core;

namespace ModMatWorkshop.Content.Editing;

/// <summary>Writes a text as a scalar of YAML.</summary>
internal static partial class ScalarText
{
    private const string Indicators = ",[]{}";

    /// <summary>A text without line breaks of other systems and without half of a sign.</summary>
    public static string Clean(string? text)
    {
        var clean = new StringBuilder();
        foreach (var rune in (text ?? "").ReplaceLineEndings("\n").EnumerateRunes())
            clean.Append(rune.ToString());
        return clean.ToString();
    }

    /// <summary>A new value: facts such as a date, a number or a key are plain, texts are quoted.</summary>
    /// <param name="like">How another value of the same key is written; null if there is none.</param>
    public static string New(string value, bool inFlow, ScalarStyle? like = null)
    {
        var isPlain = like switch
        {
            ScalarStyle.Plain => IsPlain(value, inFlow),
            ScalarStyle.SingleQuoted when IsSingle(value) => false,
            null => Fact().IsMatch(value),
            _ => false,
        };
        return isPlain ? value
            : like == ScalarStyle.SingleQuoted && IsSingle(value) ? Single(value)
            : Double(value);
    }

    /// <summary>The ways to write another value in place of a scalar, the one most like it first. Not all need be valid.</summary>
    /// <param name="raw">The scalar as it stands.</param>
    public static IEnumerable<string> InPlaceOf(Piece scalar, string raw, string value)
    {
        switch (scalar.Style)
        {
            case ScalarStyle.Plain when IsPlain(value, scalar.InFlow):
                yield return value;
                break;
            case ScalarStyle.SingleQuoted when IsSingle(value):
                yield return Single(value);
                break;
            case ScalarStyle.Literal or ScalarStyle.Folded when raw.Contains('\n', StringComparison.Ordinal):
                yield return Block(raw, value, scalar.Style);
                break;
        }
        var comment = scalar.IsBlockScalar ? HeaderComment().Match(raw).Value : "";
        yield return Double(value) + comment;
    }

    /// <summary>Whether a text has several lines that can stand as they are.</summary>
    public static bool IsLiteral(string value) =>
        value.Contains('\n', StringComparison.Ordinal)
        && !char.IsWhiteSpace(value[0])
        && !char.IsWhiteSpace(value[^1])
        && !value.Any(c => char.IsControl(c) && c != '\n' || c == '\uFEFF');

    /// <summary>A text of several lines, each on a line of its own.</summary>
    public static string Literal(string value, int indent) => "|-\n" + Indented(value, indent);

    public static string Double(string value)
    {
        var text = new StringBuilder("\"");
        foreach (var c in value)
            text.Append(
                c switch
                {
                    '"' => "\\\"",
                    '\\' => "\\\\",
                    '\n' => "\\n",
                    '\t' => "\\t",
                    _ when char.IsControl(c) || c == '\uFEFF' => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}"),
                    _ => c.ToString(),
                }
            );
        return text.Append('"').ToString();
    }

    private static string Single(string value) => $"'{value.Replace("'", "''", StringComparison.Ordinal)}'";

    private static bool IsSingle(string value) => !value.Any(char.IsControl);

    private static string Block(string raw, string value, ScalarStyle style)
    {
        var lines = raw.Split('\n');
        var first = Array.Find(lines[1..], line => line.Trim().Length > 0) ?? "  ";
        var text = style == ScalarStyle.Folded ? Breaks().Replace(value, "\n$0") : value;
        return lines[0] + "\n" + Indented(text, first.Length - first.TrimStart(' ').Length);
    }

    private static string Indented(string text, int indent) =>
        string.Join('\n', text.Split('\n').Select(line => line.Length == 0 ? "" : new string(' ', indent) + line));

    /// <summary>Whether a text needs no quotes. Some of the texts that YAML would allow are quoted all the same.</summary>
    private static bool IsPlain(string value, bool inFlow) =>
        value.Length > 0
        && (char.IsLetterOrDigit(value[0]) || value[0] is '(' or '/' or '+' or '$' or '«' or '“')
        && !char.IsWhiteSpace(value[^1])
        && value[^1] != ':'
        && !value.Any(c => char.IsControl(c) || c == '\uFEFF' || inFlow && Indicators.Contains(c, StringComparison.Ordinal))
        && !value.Contains(": ", StringComparison.Ordinal)
        && !value.Contains(" #", StringComparison.Ordinal)
        && !value.Equals("null", StringComparison.OrdinalIgnoreCase);

    /// <summary>A date, a number, a flag, a key or a code.</summary>
    [GeneratedRegex(
        @"\A(?!null\z)([0-9]+(\.[0-9]+)?|[0-9]{4}-[0-9]{2}(-[0-9]{2})?|[a-z][a-z0-9-]*|[A-Z]{2}|[A-Z]{1,2}[0-9]{1,5})\z",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Fact();

    [GeneratedRegex("\n+", RegexOptions.CultureInvariant)]
    private static partial Regex Breaks();

    /// <summary>The comment behind the sign of a block scalar.</summary>
    [GeneratedRegex(@"(?<=\A[|>][^\s#]*)[ \t]+#[^\n]*", RegexOptions.CultureInvariant)]
    private static partial Regex HeaderComment();
}
