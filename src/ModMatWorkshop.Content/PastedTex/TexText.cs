using System.Text;

namespace ModMatWorkshop.Content.PastedTex;

/// <summary>Reads TeX that people paste outside formulas. Unknown commands stay as typed and say what to write instead.</summary>
internal static class TexText
{
    private const int MaxDepth = 8;

    /// <summary>The reading of a backslash, a brace or a grave accent at a position; null if it is not TeX.</summary>
    /// <param name="end">The end of the text that belongs to the paragraph.</param>
    public static TexReading? At(string text, int start, int end) =>
        start + 1 >= end ? null
        : text[start] == '`' ? TexQuotes.At(text, start, end)
        : text[start] == '{' ? Group(text, start, end)
        : char.IsAsciiLetter(text[start + 1]) ? TexCommands.At(text, start, end)
        : TexAccents.At(text, start, end) ?? Spacing(text, start, end);

    /// <summary>A text of one line without TeX, for names and affiliations; and the first command that is not understood.</summary>
    public static (string Text, TexUnknown? Unknown) Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        TexUnknown? unknown = null;
        for (var i = 0; i < text.Length; )
        {
            var reading = text[i] is '\\' or '{' ? At(text, i, text.Length) : null;
            if (reading is TexUnknown first)
                unknown ??= first;
            plain.Append(
                reading switch
                {
                    TexSign sign => sign.Text,
                    TexStyled styled => Plain(text[styled.Argument]).Text,
                    TexCode code => code.Text,
                    TexAddress address => address.Url,
                    TexBreak => " ",
                    _ => text.Substring(i, reading?.Length ?? 1),
                }
            );
            i += reading?.Length ?? 1;
        }
        return (plain.ToString(), unknown);
    }

    /// <summary>The argument in braces that begins at a position, and the position after it; null if there is none.</summary>
    internal static (Range Inside, int End)? Argument(string text, int start, int end)
    {
        if (start >= end || text[start] != '{')
            return null;
        var depth = 0;
        for (var i = start; i < end; i++)
        {
            if (text[i] == '\\')
                i++;
            else if (text[i] == '{' && ++depth > MaxDepth)
                return null;
            else if (text[i] == '}' && --depth == 0)
                return ((start + 1)..i, i + 1);
        }
        return null;
    }

    /// <summary>A group that begins with a command: <c>{\"o}</c>, <c>{\it in situ}</c>.</summary>
    private static TexStyled? Group(string text, int start, int end)
    {
        if (text[start + 1] != '\\' || Argument(text, start, end) is not { } group)
            return null;
        var (from, to) = (group.Inside.Start.Value, group.Inside.End.Value);
        var name = TexCommands.NameAt(text, from + 1, to);
        if (!TexCommands.Fonts.TryGetValue(name, out var style))
            return new(group.End - start, TexStyle.Plain, group.Inside);
        from += 1 + name.Length;
        while (from < to && char.IsWhiteSpace(text[from]))
            from++;
        return new(group.End - start, style, from..to);
    }

    private static TexReading? Spacing(string text, int start, int end)
    {
        var before = start > 0 ? text[start - 1] : ' ';
        var after = start + 2 < end ? text[start + 2] : ' ';
        return text[start + 1] switch
        {
            ',' => new TexSign(2, "\u202F"),
            ';' or ':' when char.IsLetterOrDigit(before) && (char.IsLetterOrDigit(after) || after is '\\' or '$') => new TexSign(
                2,
                "\u00A0"
            ),
            ' ' => new TexSign(2, " "),
            '-' when char.IsLetter(before) && char.IsLetter(after) => new TexSign(2, ""),
            '@' when char.IsWhiteSpace(after) => new TexSign(2, ""),
            '\\' when after == '\n' => new TexBreak(3),
            '\\' when char.IsWhiteSpace(after) => new TexBreak(2),
            _ => null,
        };
    }
}
