using System.Text;
using CsCheck;

namespace ModMatWorkshop.Exports.Tests;

public sealed class ContentLinesTests
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly Gen<string> Line = Gen.OneOf(
            Gen.Char['!', '~'].Select(c => c.ToString()),
            Gen.OneOf(" ", "é", "₁", "–", "e\u0301", "𝛼", "😀")
        )
        .Array[0, 300]
        .Select(string.Concat);

    [Fact]
    public void Lines_are_folded_at_75_octets_or_fewer_and_never_within_a_character() =>
        Line.Sample(line =>
        {
            var pieces = ContentLines.Fold(line).Split("\r\n");
            Assert.All(pieces, piece => Assert.InRange(Strict.GetByteCount(piece), 0, 75));
            Assert.All(pieces, piece => Assert.Equal(piece, Strict.GetString(Strict.GetBytes(piece))));
            Assert.Equal(line, pieces[0] + string.Concat(pieces.Skip(1).Select(piece => piece[1..])));
            Assert.All(pieces.Skip(1), piece => Assert.Equal(' ', piece[0]));
        });

    [Fact]
    public void A_line_of_75_octets_is_not_folded_and_one_of_76_is()
    {
        Assert.Equal(new string('x', 75), ContentLines.Fold(new string('x', 75)));
        Assert.Equal(new string('x', 75) + "\r\n x", ContentLines.Fold(new string('x', 76)));
        Assert.Equal(new string('x', 74) + "\r\n é", ContentLines.Fold(new string('x', 74) + "é"));
    }

    [Fact]
    public void Text_is_escaped_and_control_characters_are_removed() =>
        Assert.Equal(@"a\, b\; c\\d\ne:fg", ContentLines.Escape("a, b; c\\d\r\ne:f\u0007\u0085\ud800g"));
}
