using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace ModMatWorkshop.Content.Markdown;

/// <summary>Restores asterisks that multiply, as in <c>A/(m*K) and 2*2</c>, where Markdown sees emphasis.</summary>
internal static class Stars
{
    /// <summary>
    /// An emphasis that begins within a word is one only if it has no space and ends with the word: <c>Δ*E*</c>, but neither <c>2*2 and
    /// 3*3</c> nor <c>a*b*c</c>.
    /// </summary>
    public static void Restore(MarkdownDocument document, string source)
    {
        foreach (var emphasis in document.Descendants<EmphasisInline>().Where(e => e.DelimiterChar == '*').ToList())
        {
            var (start, end) = (emphasis.Span.Start, emphasis.Span.End);
            if (start < 1 || end >= source.Length || end <= start || !IsWord(source[start - 1]))
                continue;
            if (!source.AsSpan(start, end - start).ContainsAny(' ', '\n', '\t') && !(end + 1 < source.Length && IsWord(source[end + 1])))
                continue;
            Unwrap(emphasis);
        }
    }

    private static void Unwrap(EmphasisInline emphasis)
    {
        Inline last = emphasis;
        Add(Delimiter());
        foreach (var child in emphasis.ToList())
        {
            child.Remove();
            Add(child);
        }
        Add(Delimiter());
        emphasis.Remove();

        LiteralInline Delimiter() =>
            new(new string(emphasis.DelimiterChar, emphasis.DelimiterCount)) { Line = emphasis.Line, Column = emphasis.Column };

        void Add(Inline inline)
        {
            last.InsertAfter(inline);
            last = inline;
        }
    }

    private static bool IsWord(char c) => char.IsLetterOrDigit(c) || c is ')' or ']';
}
