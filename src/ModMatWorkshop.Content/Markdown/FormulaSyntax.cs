using System.Buffers;
using System.Text.RegularExpressions;

namespace ModMatWorkshop.Content.Markdown;

/// <summary>
/// How a formula is written in a text: <c>$…$</c>, <c>$$…$$</c>, <c>\(…\)</c>, <c>\[…\]</c>, an environment such as <c>equation</c> or
/// <c>align</c>, or a command that is also written outside of formulas, such as <c>\ce{…}</c>.
/// </summary>
/// <param name="Tex">The TeX for KaTeX.</param>
/// <param name="Offset">The position of the TeX in the text, which may be negative: an environment gets another name.</param>
/// <param name="Length">The length of the formula in the text, with its delimiters.</param>
internal sealed partial record FormulaSyntax(string Tex, bool IsDisplayed, int Offset, int Length)
{
    /// <summary>What KaTeX knows in place of an environment, without numbers; null for none at all.</summary>
    private static readonly Dictionary<string, string?> Environments = new()
    {
        ["equation"] = null,
        ["displaymath"] = null,
        ["math"] = null,
        ["align"] = "align*",
        ["flalign"] = "align*",
        ["alignat"] = "alignat*",
        ["gather"] = "gather*",
        ["multline"] = "gather*",
        ["eqnarray"] = "eqnarray",
    };

    private static readonly SearchValues<char> TexSigns = SearchValues.Create(@"\^_{}=<>+");

    /// <summary>A quick look at the first two characters.</summary>
    public static bool MayBegin(ReadOnlySpan<char> text) =>
        text.Length > 2 && (text[0] == '$' || "([abcnpqsSu".Contains(text[1], StringComparison.Ordinal));

    /// <summary>The formula at the beginning of a text; null if there is none.</summary>
    public static FormulaSyntax? At(string text) =>
        text switch
        {
            ['$', '$', ..] => Between(text, "$$", "$$", isDisplayed: true),
            ['$', ..] => Between(text, "$", "$", isDisplayed: false) is { } inline && IsInline(text, inline) ? inline : null,
            ['\\', '[', ..] => Between(text, @"\[", @"\]", isDisplayed: true) is { } displayed && IsTex(displayed.Tex) ? displayed : null,
            ['\\', '(', ..] => Between(text, @"\(", @"\)", isDisplayed: false) is { } inline && IsTex(inline.Tex) ? inline : null,
            ['\\', 'b', ..] => Environment(text),
            ['\\', ..] => Command(text),
            _ => null,
        };

    /// <summary>
    /// A dollar opens a formula only without a space after it and closes one only without a space before it and a digit after it, so that
    /// "20 $ et 30 $" and "US$5/US$6" stay text. What can only be TeX may have spaces.
    /// </summary>
    private static bool IsInline(string text, FormulaSyntax formula)
    {
        var isSpaced = char.IsWhiteSpace(formula.Tex[0]) || char.IsWhiteSpace(formula.Tex[^1]);
        return !(isSpaced && formula.Tex.AsSpan().IndexOfAny('\\', '^', '_') < 0)
            && !(formula.Length < text.Length && char.IsAsciiDigit(text[formula.Length]));
    }

    /// <summary>Whether brackets with a backslash hold TeX: <c>\[1,2\]</c> and <c>\[sic\]</c> are brackets.</summary>
    private static bool IsTex(string inside) =>
        char.IsWhiteSpace(inside[0])
        || inside.AsSpan().ContainsAny(TexSigns)
        || inside is [var letter] && char.IsLetter(letter)
        || inside.StartsWith("\\begin", StringComparison.Ordinal);

    private static FormulaSyntax? Between(string text, string opening, string closing, bool isDisplayed)
    {
        var close = Closing(text, opening.Length, closing);
        if (close < 0 || text.AsSpan(opening.Length, close - opening.Length).IsWhiteSpace())
            return null;
        var inside = text[opening.Length..close];
        var whole = isDisplayed ? Environment(inside.Trim()) : null;
        if (whole is null || whole.Length < inside.Trim().Length)
            return new(inside, isDisplayed, opening.Length, close + closing.Length);
        var indent = inside.Length - inside.TrimStart().Length;
        return whole with { IsDisplayed = true, Offset = whole.Offset + opening.Length + indent, Length = close + closing.Length };
    }

    private static FormulaSyntax? Environment(string text)
    {
        if (Begin().Match(text) is not { Success: true } begin)
            return null;
        var end = $@"\end{{{begin.Groups["whole"].Value}}}";
        var close = text.IndexOf(end, begin.Length, StringComparison.Ordinal);
        if (close < 0 || text.AsSpan(begin.Length, close - begin.Length).IsWhiteSpace())
            return null;
        var name = begin.Groups["name"].Value;
        var inside = text[begin.Length..close];
        var (before, after) = Environments[name] switch
        {
            null => ("", ""),
            "eqnarray" => (@"\begin{array}{rcl}", @"\end{array}"),
            var known => ($@"\begin{{{known}}}", $@"\end{{{known}}}"),
        };
        return new(before + inside + after, name != "math", begin.Length - before.Length, close + end.Length);
    }

    private static FormulaSyntax? Command(string text)
    {
        if (Standalone().Match(text) is not { Success: true } command)
            return null;
        var end = command.Length;
        for (var i = 0; i < Arguments(command.Groups["name"].Value); i++)
        {
            while (end < text.Length && text[end] == ' ')
                end++;
            var close = end < text.Length && text[end] == '{' ? Closing(text, end + 1, "}") : -1;
            if (close < 0)
                return null;
            end = close + 1;
        }
        return new(text[..end], false, 0, end);
    }

    private static int Arguments(string command) =>
        command switch
        {
            "SIrange" or "qtyrange" => 3,
            "SI" or "qty" or "numrange" => 2,
            _ => 1,
        };

    /// <summary>
    /// The position of the closing delimiter, or -1. It skips commands such as <c>\$</c>, and braces, which may hold other dollars; but not
    /// when that finds nothing.
    /// </summary>
    private static int Closing(string text, int start, string closing)
    {
        var (depth, inBraces) = (0, -1);
        for (var i = start; i < text.Length; i++)
            if (string.CompareOrdinal(text, i, closing, 0, closing.Length) == 0)
            {
                if (depth <= 0)
                    return i;
                if (inBraces < 0)
                    inBraces = i;
                depth -= closing == "}" ? 1 : 0;
            }
            else if (text[i] == '\\')
                i++;
            else if (text[i] == '{')
                depth++;
            else if (text[i] == '}')
                depth--;
        return closing == "}" ? -1 : inBraces;
    }

    [GeneratedRegex(@"\A\\begin\{(?<whole>(?<name>equation|displaymath|math|align|flalign|alignat|gather|multline|eqnarray)\*?)\}")]
    private static partial Regex Begin();

    [GeneratedRegex(@"\A\\(?<name>ce|pu|SI|si|qty|unit|num|ang|SIrange|qtyrange|numrange)(?:\[[^\]\n]*\])?(?= ?\{)")]
    private static partial Regex Standalone();
}
