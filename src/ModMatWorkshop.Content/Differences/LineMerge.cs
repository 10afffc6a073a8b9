using DiffPlex.Model;

namespace ModMatWorkshop.Content.Differences;

/// <summary>Two changes of one text, merged.</summary>
/// <param name="Text">Where the changes touch each other: the lines of the first change, then those of the second.</param>
/// <param name="HasConflict">Whether they touch somewhere and differ there.</param>
public sealed record MergedText(string Text, bool HasConflict);

/// <summary>
/// Merges two changes of a text by lines. Changes touch if no unchanged line is between them. Line ends count as part of their line.
/// </summary>
public static class LineMerge
{
    /// <param name="before">The text that both have changed.</param>
    public static MergedText Merge(string before, string ours, string theirs)
    {
        var lines = TextPieces.Lines(before);
        var (first, second) = (new Side(before, ours), new Side(before, theirs));
        var (merged, hasConflict, at) = (new List<string>(), false, 0);
        while (NextStart(first, second) is { } start)
        {
            merged.AddRange(lines.Skip(at).Take(start - at));
            at = EndOfGroup(first, second, start);
            var (one, other) = (first.Take(lines, start, at), second.Take(lines, start, at));
            var isSame = one.Lines.SequenceEqual(other.Lines);
            if (one.IsChanged && other.IsChanged && !isSame)
            {
                hasConflict = true;
                AddWholeLines(merged, one.Lines);
                merged.AddRange(other.Lines);
            }
            else
                merged.AddRange(one.IsChanged ? one.Lines : other.Lines);
        }
        merged.AddRange(lines.Skip(at));
        return new(string.Concat(merged), hasConflict);
    }

    private static int? NextStart(Side first, Side second) =>
        first.Next is null ? second.Next?.DeleteStartA
        : second.Next is null ? first.Next.DeleteStartA
        : Math.Min(first.Next.DeleteStartA, second.Next.DeleteStartA);

    /// <summary>The end of the changes from <paramref name="start"/> on, each of which touches one before it.</summary>
    private static int EndOfGroup(Side first, Side second, int start)
    {
        var end = start;
        while (first.Reach(ref end) || second.Reach(ref end)) { }
        return end;
    }

    /// <summary>Ends the last line, so that the next one does not continue it.</summary>
    private static void AddWholeLines(List<string> merged, IReadOnlyList<string> lines)
    {
        merged.AddRange(lines);
        if (lines.Count > 0 && !lines[^1].EndsWith('\n'))
            merged.Add("\n");
    }

    /// <summary>The changes of one side, in order. Those up to <see cref="Reach"/> are taken together.</summary>
    private sealed class Side(string before, string after)
    {
        private readonly IReadOnlyList<string> _after = TextPieces.Lines(after);
        private readonly IList<DiffBlock> _changes = TextPieces.Changes(before, after, TextPieces.Lines);
        private int _taken;
        private int _reached;

        public DiffBlock? Next => _reached < _changes.Count ? _changes[_reached] : null;

        /// <summary>Adds the next change to the group if it touches its end.</summary>
        public bool Reach(ref int end)
        {
            if (Next is not { } next || next.DeleteStartA > end)
                return false;
            end = Math.Max(end, next.DeleteStartA + next.DeleteCountA);
            _reached++;
            return true;
        }

        /// <summary>The lines of this side between two lines of the text before, with the changes that were reached.</summary>
        public (IReadOnlyList<string> Lines, bool IsChanged) Take(IReadOnlyList<string> before, int start, int end)
        {
            var (lines, isChanged) = (new List<string>(), _taken < _reached);
            for (; _taken < _reached; _taken++)
            {
                var change = _changes[_taken];
                lines.AddRange(before.Skip(start).Take(change.DeleteStartA - start));
                lines.AddRange(_after.Skip(change.InsertStartB).Take(change.InsertCountB));
                start = change.DeleteStartA + change.DeleteCountA;
            }
            lines.AddRange(before.Skip(start).Take(end - start));
            return (lines, isChanged);
        }
    }
}
