using CsCheck;
using ModMatWorkshop.Content.Differences;

namespace ModMatWorkshop.Content.Tests;

public class TextDifferenceTests
{
    private static readonly Gen<string> Texts = Gen.OneOf("un mot ", "deux, ", "« trois »", "H₂O", " ", "\n", "\n\n", "𝒞 ")
        .List[0, 12]
        .Select(string.Concat);

    [Theory]
    [InlineData("The talk is at ten.", "The talk is at eleven.", "The talk is at [-ten-][+eleven+].")]
    [InlineData("Une force vive, carrée.", "Une force vive et carrée.", "Une force vive[-,-][+ et+] carrée.")]
    [InlineData("one two three four five six", "one 2 3 four five six", "one [-two three-][+2 3+] four five six")]
    [InlineData("Nothing is shared here.", "All of it differs.", "[-Nothing is shared here.\n-][+All of it differs.\n+]")]
    [InlineData("a\r\nb", "a\nb\n", "")]
    [InlineData("", "new", "[+new\n+]")]
    [InlineData("gone", "", "[-gone\n-]")]
    [InlineData("1\n2\n3\n4\n5\n6\n7\n8", "1\n2\n3\n4\n5\n6\n7\n9", "…5…6\n7\n[-8\n-][+9\n+]")]
    [InlineData("1\n2\n3\n4\n5\n6\n7\n8\n9", "0\n2\n3\n4\n5\n6\n7\n8\n9", "[-1\n-][+0\n+]2\n3\n…6…")]
    [InlineData("1\n2\n3\n4\n5\n6\n7\n8\n9", "0\n2\n3\n4\n5\n6\n7\n8\n0", "[-1\n-][+0\n+]2\n3\n…3…7\n8\n[-9\n-][+0\n+]")]
    [InlineData("1\n2\n3\n4\n5", "0\n2\n3\n4\n0", "[-1\n-][+0\n+]2\n3\n4\n[-5\n-][+0\n+]")]
    public void What_differs_is_shown_by_words_with_a_few_lines_around_it(string before, string after, string expected) =>
        Assert.Equal(expected, Shown(TextDifference.Between(before, after)).TrimEnd('\n'));

    [Fact]
    public void A_long_text_is_compared_by_lines_and_a_very_long_one_not_at_all()
    {
        var (one, other) = (Repeated("un "), Repeated("deux "));
        Assert.Equal($"[-{one}\n-][+{other}\n+]", Shown(TextDifference.Between(one, other)));
        Assert.True(TextDifference.Between("", new('x', 1 << 19)).IsTooLong);

        static string Repeated(string word) => string.Concat(Enumerable.Repeat(word, 3000));
    }

    [Fact]
    public void What_is_not_added_is_the_text_before_and_what_is_not_removed_the_text_after() =>
        Gen.Select(Texts, Texts)
            .Sample(
                (before, after) =>
                {
                    var difference = TextDifference.Between(before, after);
                    var pieces = difference.Parts.SelectMany(p => p.Pieces).ToList();
                    return IsPart(Text(pieces, PieceKind.Added), before, difference)
                        && IsPart(Text(pieces, PieceKind.Removed), after, difference);
                }
            );

    /// <summary>Whether the shown lines and those that are skipped are all lines of the text.</summary>
    private static bool IsPart(string shown, string text, TextDifference difference)
    {
        text = text.Length == 0 || text.EndsWith('\n') ? text : text + "\n";
        var skipped = difference.Parts.Sum(p => p.Skipped) + difference.SkippedAtEnd;
        return difference.Parts.Count == 0
            || shown.Count(c => c == '\n') + skipped == text.Count(c => c == '\n') && (skipped > 0 || shown == text);
    }

    private static string Text(IEnumerable<DifferencePiece> pieces, PieceKind without) =>
        string.Concat(pieces.Where(p => p.Kind != without).Select(p => p.Text));

    private static string Shown(TextDifference difference) =>
        string.Concat(difference.Parts.Select(p => Skipped(p.Skipped) + string.Concat(p.Pieces.Select(Shown))))
        + Skipped(difference.SkippedAtEnd);

    private static string Skipped(int lines) => lines == 0 ? "" : $"…{lines}…";

    private static string Shown(DifferencePiece piece) =>
        piece.Kind switch
        {
            PieceKind.Removed => $"[-{piece.Text}-]",
            PieceKind.Added => $"[+{piece.Text}+]",
            _ => piece.Text,
        };
}
