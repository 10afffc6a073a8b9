using ModMatWorkshop.Domain;

namespace ModMatWorkshop.Web.Pages;

/// <summary>A part of a text that does or does not match the search.</summary>
public readonly record struct HighlightSpan(string Text, bool IsHit);

/// <summary>Finds the searched words in the original text, although the search uses its folded form.</summary>
public static class Excerpt
{
    private const int Length = 220;

    /// <summary>The whole text, divided into matches and the rest.</summary>
    public static IReadOnlyList<HighlightSpan> Mark(string text, IReadOnlyList<string> words) =>
        Cut(text, Hits(text, words), 0, text.Length);

    /// <summary>About 220 characters around the first match, cut between words; the beginning when nothing matches.</summary>
    public static IReadOnlyList<HighlightSpan> Around(string text, IReadOnlyList<string> words)
    {
        text = text.Replace('\n', ' ');
        var hits = Hits(text, words);
        var first = hits.Count == 0 ? 0 : hits[0].Start;
        var start = first < Length / 3 ? 0 : text.LastIndexOf(' ', first - Length / 4) + 1;
        var end = start + Length >= text.Length ? text.Length : text.LastIndexOf(' ', start + Length);
        if (end <= first)
            end = Math.Min(text.Length, start + Length);

        var stretches = Cut(text, hits, start, end).ToList();
        if (start > 0)
            stretches.Insert(0, new("… ", false));
        if (end < text.Length)
            stretches.Add(new(" …", false));
        return stretches;
    }

    private static List<(int Start, int End)> Hits(string text, IReadOnlyList<string> words)
    {
        var (folded, source) = Folding.FoldWithSource(text);
        var hits = new List<(int Start, int End)>();
        for (var at = 0; at < folded.Length; at++)
        {
            if (at > 0 && folded[at - 1] != ' ')
                continue;
            var hit = words.Where(w => string.CompareOrdinal(folded, at, w, 0, w.Length) == 0).DefaultIfEmpty("").Max(w => w.Length);
            if (hit == 0)
                continue;
            // A match that ends inside an expanded letter (œ for oe) includes the letter and its combining marks.
            var end = source[at + hit - 1] + (char.IsHighSurrogate(text[source[at + hit - 1]]) ? 2 : 1);
            while (end < text.Length && char.GetUnicodeCategory(text[end]) == System.Globalization.UnicodeCategory.NonSpacingMark)
                end++;
            hits.Add((source[at], end));
        }
        return hits;
    }

    private static List<HighlightSpan> Cut(string text, IReadOnlyList<(int Start, int End)> hits, int start, int end)
    {
        var stretches = new List<HighlightSpan>();
        var at = start;
        foreach (var hit in hits.Where(h => h.Start >= start && h.End <= end))
        {
            if (hit.Start > at)
                stretches.Add(new(text[at..hit.Start], false));
            stretches.Add(new(text[hit.Start..hit.End], true));
            at = hit.End;
        }
        if (at < end)
            stretches.Add(new(text[at..end], false));
        return stretches;
    }
}
