namespace ModMatWorkshop.Content.PastedTex;

/// <summary>Quotation marks of TeX, <c>``local''</c> and <c>`local'</c>, which would begin code in Markdown.</summary>
internal static class TexQuotes
{
    /// <summary>Null if the grave accents begin code: the next ones then close it.</summary>
    public static TexStyled? At(string text, int start, int end)
    {
        if (start > 0 && text[start - 1] == '`')
            return null;
        var marks = start + 1 < end && text[start + 1] == '`' ? 2 : 1;
        var from = start + marks;
        if (from >= end || text[from] == '`' || char.IsWhiteSpace(text[from]) || !IsBefore(text, start))
            return null;
        var next = NextGraves(text, from, end, marks);
        var close = Closing(text, from, next ?? end, marks);
        if (close is not { } at || next is { } graves && !(IsBefore(text, graves) && IsFollowed(text, graves + marks, end)))
            return null;
        var length = at + (text[at] == '"' ? 1 : marks) - start;
        return new(length, marks == 2 ? TexStyle.Quoted : TexStyle.SingleQuoted, from..at);
    }

    /// <summary>The position of the marks that close a quotation; null for none.</summary>
    private static int? Closing(string text, int from, int end, int marks)
    {
        for (var i = from + 1; i < end; i++)
            if (text[i] == '\'' && !char.IsWhiteSpace(text[i - 1]))
            {
                var count = 1;
                while (i + count < end && text[i + count] == '\'')
                    count++;
                var isApostrophe = i + count < end && char.IsLetterOrDigit(text[i + count]);
                if (marks == 2 ? count >= 2 : count == 1 && !isApostrophe)
                    return i;
                i += count - 1;
            }
        return marks == 2 && text.IndexOf('"', from, end - from) is > 0 and var straight && straight > from ? straight : null;
    }

    /// <summary>The position of the next run of as many grave accents; null for none.</summary>
    private static int? NextGraves(string text, int from, int end, int marks)
    {
        for (var i = from; i < end; i++)
            if (text[i] == '`')
            {
                var count = 1;
                while (i + count < end && text[i + count] == '`')
                    count++;
                if (count == marks)
                    return i;
                i += count - 1;
            }
        return null;
    }

    /// <summary>Whether a quotation can begin here: after a space, an opening bracket or a dash.</summary>
    private static bool IsBefore(string text, int at) =>
        at == 0 || char.IsWhiteSpace(text[at - 1]) || "([{-–—/«“‘~".Contains(text[at - 1], StringComparison.Ordinal);

    private static bool IsFollowed(string text, int at, int end) => at < end && !char.IsWhiteSpace(text[at]);
}
