namespace ModMatWorkshop.Content.Differences;

public enum PieceKind
{
    Same,
    Removed,
    Added,
}

/// <summary>A stretch of text that two versions share, or that one of them has alone.</summary>
public sealed record DifferencePiece(PieceKind Kind, string Text);

/// <summary>Consecutive lines, with what differs in them.</summary>
/// <param name="Skipped">The number of equal lines before them that are not shown.</param>
public sealed record DifferencePart(int Skipped, IReadOnlyList<DifferencePiece> Pieces);

/// <summary>The difference between two versions of a text: the lines that differ by words, each with a few lines around it.</summary>
/// <param name="SkippedAtEnd">The number of equal lines after the last part.</param>
public sealed record TextDifference(IReadOnlyList<DifferencePart> Parts, int SkippedAtEnd)
{
    /// <summary>How many equal lines are shown before and after a change.</summary>
    private const int Around = 2;

    /// <summary>Lines that share less than this part of their text are shown as replaced, not word by word.</summary>
    private const double MinShared = 0.3;

    /// <summary>Longer stretches are shown as replaced, because comparing them takes too long.</summary>
    private const int MaxWords = 4000;

    /// <summary>A longer text is not compared. The content check refuses it anyway.</summary>
    private const int MaxLength = 1 << 18;

    /// <summary>True if a text is too long to be compared. There are no parts then.</summary>
    public bool IsTooLong { get; private init; }

    public static TextDifference Between(string before, string after)
    {
        if (Math.Max(before.Length, after.Length) > MaxLength)
            return new([], 0) { IsTooLong = true };
        (before, after) = (Normalized(before), Normalized(after));
        var (old, @new) = (TextPieces.Lines(before), TextPieces.Lines(after));
        var (parts, pieces) = (new List<DifferencePart>(), new List<DifferencePiece>());
        var (shownTo, skipped) = (0, 0);
        foreach (var change in TextPieces.Changes(before, after, TextPieces.Lines))
        {
            var from = Math.Max(shownTo, change.DeleteStartA - Around);
            if (pieces.Count > 0 && from > shownTo + Around)
            {
                pieces.Add(Same(old, shownTo, shownTo + Around));
                parts.Add(new(skipped, pieces));
                (pieces, skipped, shownTo) = ([], from - shownTo - Around, from);
            }
            else if (pieces.Count == 0)
                (skipped, shownTo) = (from, from);
            if (change.DeleteStartA > shownTo)
                pieces.Add(Same(old, shownTo, change.DeleteStartA));
            shownTo = change.DeleteStartA + change.DeleteCountA;
            pieces.AddRange(
                ByWord(
                    string.Concat(old[change.DeleteStartA..shownTo]),
                    string.Concat(@new.Skip(change.InsertStartB).Take(change.InsertCountB))
                )
            );
        }
        if (pieces.Count == 0)
            return new([], 0);
        var end = Math.Min(old.Length, shownTo + Around);
        if (end > shownTo)
            pieces.Add(Same(old, shownTo, end));
        return new([.. parts, new(skipped, pieces)], old.Length - end);
    }

    private static DifferencePiece Same(string[] lines, int from, int to) => new(PieceKind.Same, string.Concat(lines[from..to]));

    /// <summary>The words that were removed and added. Spaces alone between two changes are part of both.</summary>
    private static List<DifferencePiece> ByWord(string before, string after)
    {
        var (old, @new) = (TextPieces.Words(before), TextPieces.Words(after));
        if (Math.Max(old.Length, @new.Length) > MaxWords)
            return Replaced(before, after);
        var pieces = new List<DifferencePiece>();
        var (removed, added, at) = ("", "", 0);
        foreach (var change in TextPieces.Changes(before, after, TextPieces.Words))
        {
            var same = string.Concat(old[at..change.DeleteStartA]);
            if (same.Length > 0 && same.All(c => c is ' ') && removed.Length + added.Length > 0)
                (removed, added) = (removed + same, added + same);
            else
            {
                Flush();
                if (same.Length > 0)
                    pieces.Add(new(PieceKind.Same, same));
            }
            at = change.DeleteStartA + change.DeleteCountA;
            removed += string.Concat(old[change.DeleteStartA..at]);
            added += string.Concat(@new.Skip(change.InsertStartB).Take(change.InsertCountB));
        }
        Flush();
        if (at < old.Length)
            pieces.Add(new(PieceKind.Same, string.Concat(old[at..])));
        var shared = pieces.Where(p => p.Kind == PieceKind.Same).Sum(p => p.Text.Count(c => !char.IsWhiteSpace(c)));
        return shared >= MinShared * Math.Max(before.Length, after.Length) ? pieces : Replaced(before, after);

        void Flush()
        {
            pieces.AddRange(Replaced(removed, added));
            (removed, added) = ("", "");
        }
    }

    private static List<DifferencePiece> Replaced(string removed, string added)
    {
        var pieces = new List<DifferencePiece>();
        if (removed.Length > 0)
            pieces.Add(new(PieceKind.Removed, removed));
        if (added.Length > 0)
            pieces.Add(new(PieceKind.Added, added));
        return pieces;
    }

    /// <summary>Line ends and the mark at the start of a file make no difference to a reader. Every line ends.</summary>
    private static string Normalized(string text)
    {
        text = text.TrimStart('\uFEFF').ReplaceLineEndings("\n");
        return text.Length == 0 || text.EndsWith('\n') ? text : text + "\n";
    }
}
