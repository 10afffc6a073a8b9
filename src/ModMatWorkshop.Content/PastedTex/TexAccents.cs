using System.Text;

namespace ModMatWorkshop.Content.PastedTex;

/// <summary>Accents of TeX: <c>\'e</c>, <c>\"{o}</c>, <c>\c{c}</c>, <c>\v s</c>.</summary>
internal static class TexAccents
{
    private const string Signs = "'\u0301`\u0300^\u0302\"\u0308~\u0303=\u0304.\u0307";
    private const string Letters = "u\u0306v\u030CH\u030Bc\u0327k\u0328r\u030Ad\u0323b\u0331";

    /// <summary>An accent whose name is a sign; null if the backslash escapes the sign, as in Markdown.</summary>
    public static TexSign? At(string text, int start, int end)
    {
        var accent = text[start + 1];
        if (accent is '~' or '^' && text.AsSpan(start + 2, Math.Min(2, end - start - 2)) is "{}")
            return new(4, accent.ToString());
        if (Combining(Signs, accent) is not { } mark || Letter(text, start + 2, end, isSign: true) is not { } letter)
            return null;
        var isInBraces = text[start + 2] == '{';
        // \"quoted\" and 2021\.In are Markdown.
        var isEscape =
            accent is '"' or '\'' or '`' && IsClosedLater(text, start, end)
            || accent is '.' or '^' or '~' or '=' && start > 0 && !char.IsLetter(text[start - 1]) && !char.IsWhiteSpace(text[start - 1]);
        return !isInBraces && isEscape ? null : Accented(letter.Letter, mark, letter.End - start);
    }

    /// <summary>An accent whose name is a letter, with its letter in braces or after a space; null for any other command.</summary>
    public static TexSign? Named(string name, string text, int start, int end) =>
        name.Length == 1 && Combining(Letters, name[0]) is { } mark && Letter(text, start + 2, end, isSign: false) is { } letter
            ? Accented(letter.Letter, mark, letter.End - start)
            : null;

    private static TexSign? Accented(string letter, char mark, int length) =>
        (letter + mark).Normalize(NormalizationForm.FormC) is { Length: 1 } accented ? new(length, accented) : null;

    private static char? Combining(string pairs, char accent)
    {
        for (var i = 0; i < pairs.Length; i += 2)
            if (pairs[i] == accent)
                return pairs[i + 1];
        return null;
    }

    /// <summary>The letter under an accent: <c>e</c>, <c>{e}</c>, <c>\i</c>, <c>{\i}</c>.</summary>
    private static (string Letter, int End)? Letter(string text, int start, int end, bool isSign)
    {
        if (TexText.Argument(text, start, end) is { } argument)
            return Plain(text[argument.Inside].Trim()) is { } inside ? (inside, argument.End) : null;
        if (!isSign)
        {
            if (start >= end || text[start] != ' ')
                return null;
            start++;
        }
        if (start + 1 < end && text[start] == '\\' && text[start + 1] is 'i' or 'j' && !(start + 2 < end && char.IsLetter(text[start + 2])))
            return (text[start + 1].ToString(), start + 2 < end && text[start + 2] == ' ' ? start + 3 : start + 2);
        return start < end && char.IsLetter(text[start]) ? (text[start].ToString(), start + 1) : null;
    }

    private static string? Plain(string letter) =>
        letter is @"\i" or @"\j" ? letter[1..]
        : letter.Length == 1 && char.IsLetter(letter[0]) ? letter
        : null;

    /// <summary>Whether the same escaped sign comes again in the line, without a letter after it.</summary>
    private static bool IsClosedLater(string text, int start, int end)
    {
        for (var i = start + 2; i + 1 < end && text[i] != '\n'; i++)
            if (text[i] == '\\' && text[i + 1] == text[start + 1])
                return i + 2 >= end || !char.IsLetter(text[i + 2]) && text[i + 2] != '{' && text[i + 2] != '\\';
        return false;
    }
}
