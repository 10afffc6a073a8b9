using DiffPlex;
using DiffPlex.Chunkers;
using DiffPlex.Model;

namespace ModMatWorkshop.Content.Differences;

/// <summary>The pieces of a text that are compared. Together they are the text, to the byte.</summary>
internal static class TextPieces
{
    /// <summary>The lines with their ends.</summary>
    public static string[] Lines(string text)
    {
        var lines = new List<string>();
        for (var at = 0; at < text.Length; )
        {
            var end = text.IndexOf('\n', at);
            var next = end < 0 ? text.Length : end + 1;
            lines.Add(text[at..next]);
            at = next;
        }
        return [.. lines];
    }

    /// <summary>The words, and what is between them: runs of spaces, and each other sign by itself.</summary>
    public static string[] Words(string text)
    {
        var words = new List<string>();
        for (var at = 0; at < text.Length; )
        {
            var next = at + 1;
            if (IsInWord(text[at]))
                while (next < text.Length && IsInWord(text[next]))
                    next++;
            else if (char.IsWhiteSpace(text[at]))
                while (next < text.Length && char.IsWhiteSpace(text[next]))
                    next++;
            else if (char.IsHighSurrogate(text[at]) && next < text.Length)
                next++;
            words.Add(text[at..next]);
            at = next;
        }
        return [.. words];
    }

    public static IList<DiffBlock> Changes(string before, string after, Func<string, string[]> pieces) =>
        Differ
            .Instance.CreateDiffs(before, after, ignoreWhiteSpace: false, ignoreCase: false, new CustomFunctionChunker(pieces))
            .DiffBlocks;

    /// <summary>Letters with their accents, digits, and what is inside names and numbers.</summary>
    private static bool IsInWord(char c) =>
        char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark || c is '_';
}
