namespace ModMatWorkshop.Domain.Programme;

/// <summary>
/// Whether a new text corrects the old one and says nothing else. Readers are not told of corrections. Case, accents, spaces and
/// punctuation never count. Otherwise a correction has the same words in the same order, with a slip in at most one word in twenty: one
/// letter in a short word, two in a longer one, and no digit. So 300 K that becomes 400 K is a change, and so is a word more.
/// </summary>
public static class Correction
{
    private const int WordsForEachSlip = 20;
    private const int LongWord = 5;

    public static bool IsCorrection(string before, string after)
    {
        var (old, @new) = (Folding.Words(before), Folding.Words(after));
        // Also a word that is written as two, or two as one.
        if (string.Concat(old) == string.Concat(@new))
            return true;
        if (old.Length != @new.Length)
            return false;
        var slips = old.Zip(@new).Where(pair => pair.First != pair.Second).ToList();
        return slips.Count <= Math.Max(1, old.Length / WordsForEachSlip) && slips.TrueForAll(pair => IsSlip(pair.First, pair.Second));
    }

    /// <summary>Texts are compared in the languages that both have.</summary>
    public static bool IsCorrection(Localized before, Localized after)
    {
        var both = new[] { (before.Fr, after.Fr), (before.En, after.En) }.Where(t => t is { Item1: not null, Item2: not null }).ToList();
        return both.Count > 0 && both.TrueForAll(t => IsCorrection(t.Item1!, t.Item2!));
    }

    /// <summary>Names may only be written another way: a slip of one letter can be another person.</summary>
    public static bool AreSameNames(IReadOnlyList<string> before, IReadOnlyList<string> after) =>
        before.Select(Folding.Fold).SequenceEqual(after.Select(Folding.Fold));

    private static bool IsSlip(string before, string after) =>
        !before.Any(char.IsDigit)
        && !after.Any(char.IsDigit)
        && Distance(before, after) <= (Math.Min(before.Length, after.Length) < LongWord ? 1 : 2);

    /// <summary>The number of letters to insert, remove or replace (Levenshtein).</summary>
    private static int Distance(string before, string after)
    {
        var row = Enumerable.Range(0, after.Length + 1).ToArray();
        for (var i = 1; i <= before.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= after.Length; j++)
                (diagonal, row[j]) = (
                    row[j],
                    Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (before[i - 1] == after[j - 1] ? 0 : 1))
                );
        }
        return row[^1];
    }
}
