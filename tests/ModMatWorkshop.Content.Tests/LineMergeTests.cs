using CsCheck;
using ModMatWorkshop.Content.Differences;

namespace ModMatWorkshop.Content.Tests;

public class LineMergeTests
{
    private static readonly Gen<string> Texts = Gen.OneOf("a\n", "b\n", "c\r\n", "\n", "d", "é : 1\n").List[0, 8].Select(string.Concat);

    [Theory]
    [InlineData("1 2 3 4 5", "1 A 3 4 5", "1 2 3 B 5", "1 A 3 B 5")]
    [InlineData("1 2 3 4 5", "A 1 2 3 4 5", "1 2 3 4 5 B", "A 1 2 3 4 5 B")]
    [InlineData("1 2 3 4 5", "1 3 4 5", "1 2 3 4 B B", "1 3 4 B B")]
    [InlineData("1 2 3 4 5", "1 2 A 4 5", "1 2 A 4 5", "1 2 A 4 5")]
    [InlineData("1 2 3 4 5", "1 A 3 A 5", "1 A 3 4 B", "conflict: 1 A 3 A 5 4 B")]
    [InlineData("1 2 3 4 5", "1 2 A 4 5", "1 2 B 4 5", "conflict: 1 2 A B 4 5")]
    [InlineData("1 2 3 4 5", "1 2 A 4 5", "1 2 3 B 5", "conflict: 1 2 A 4 3 B 5")]
    [InlineData("1 2 3", "1 3", "1 B 3", "conflict: 1 B 3")]
    [InlineData("1 2 3", "1 A 2 3", "1 B 2 3", "conflict: 1 A B 2 3")]
    [InlineData("", "A", "B", "conflict: A B")]
    public void Changes_that_do_not_touch_are_merged_and_others_conflict(string before, string ours, string theirs, string expected)
    {
        var merged = LineMerge.Merge(Lines(before), Lines(ours), Lines(theirs));
        Assert.Equal(expected, $"{(merged.HasConflict ? "conflict: " : "")}{merged.Text.ReplaceLineEndings(" ").Trim()}");

        static string Lines(string words) => string.Concat(words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(w => w + "\n"));
    }

    [Fact]
    public void A_side_that_changed_nothing_takes_the_other_to_the_byte() =>
        Gen.Select(Texts, Texts)
            .Sample(
                (before, after) =>
                    LineMerge.Merge(before, after, before) == new MergedText(after, false)
                    && LineMerge.Merge(before, before, after) == new MergedText(after, false)
                    && LineMerge.Merge(before, after, after) == new MergedText(after, false)
            );

    [Fact]
    public void A_merge_without_conflict_is_the_same_from_both_sides() =>
        Gen.Select(Texts, Texts, Texts)
            .Sample(
                (before, ours, theirs) =>
                {
                    var (one, other) = (LineMerge.Merge(before, ours, theirs), LineMerge.Merge(before, theirs, ours));
                    return one.HasConflict == other.HasConflict && (one.HasConflict || one.Text == other.Text);
                }
            );

    [Fact]
    public void A_conflict_has_every_line_that_either_side_added() =>
        Gen.Select(Texts, Texts, Texts)
            .Sample(
                (before, ours, theirs) =>
                {
                    var merged = LineMerge.Merge(before, ours, theirs);
                    return ours.Split('\n')
                        .Concat(theirs.Split('\n'))
                        .Except(before.Split('\n'))
                        .Except(merged.Text.Split('\n'))
                        .All(l => l == "");
                }
            );
}
