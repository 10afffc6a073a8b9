using System.Text;
using CsCheck;

namespace ModMatWorkshop.Exports.Tests;

public sealed class TextDecoderTests
{
    private const string French =
        "Prénom;Nom\nHélène;Lefèvre\nFrançois;Noël\nJürgen;Groß\nBjørn;Åkesson\nJoão;Simões\nMaria;Muñoz\nD’Alembert;n° 3";
    private const string Polish = "Imię;Nazwisko\nŁukasz;Wójcik\nBłażej;Święs\nJiří;Dvořák\nRůžena;Němcová\nGyőző;Szűcs";

    [Theory]
    [InlineData("Émilie", "UTF-8", new byte[] { 0xC3, 0x89, 0x6D, 0x69, 0x6C, 0x69, 0x65 })]
    [InlineData("Émilie", "UTF-8", new byte[] { 0xEF, 0xBB, 0xBF, 0xC3, 0x89, 0x6D, 0x69, 0x6C, 0x69, 0x65 })]
    [InlineData("Émilie", "Windows-1252", new byte[] { 0xC9, 0x6D, 0x69, 0x6C, 0x69, 0x65 })]
    [InlineData("É", "UTF-16", new byte[] { 0xFF, 0xFE, 0xC9, 0x00 })]
    [InlineData("É", "UTF-16", new byte[] { 0xFE, 0xFF, 0x00, 0xC9 })]
    [InlineData("", "UTF-8", new byte[0])]
    public void The_encoding_is_detected(string text, string encoding, byte[] bytes) =>
        Assert.Equal((text, encoding), TextDecoder.Decode(bytes));

    [Theory]
    [InlineData(French, 1252, "Windows-1252")]
    [InlineData(French, 10000, "Mac Roman")]
    [InlineData(Polish, 1250, "Windows-1250")]
    [InlineData("Name\nKovačič\nČrnigoj\nHorvatić", 1250, "Windows-1250")]
    [InlineData("Name\nSchrödinger\nMüller\nMößbauer", 10000, "Mac Roman")]
    [InlineData("Nom\nD’Alembert", 1252, "Windows-1252")]
    public void The_encoding_that_gives_plausible_words_is_chosen(string text, int codePage, string encoding) =>
        Assert.Equal((text, encoding), TextDecoder.Decode(CodePagesEncodingProvider.Instance.GetEncoding(codePage)!.GetBytes(text)));

    [Fact]
    public void An_encoding_that_is_chosen_by_hand_is_used() =>
        Assert.Equal(
            ["Ä UTF-8", "蓃 UTF-16", "Ã„ Windows-1252", "Ă„ Windows-1250", "√Ñ Mac Roman"],
            TextDecoder.Names.Select(name => TextDecoder.Decode([0xC3, 0x84], name)).Select(read => $"{read.Text} {read.Encoding}")
        );

    [Fact]
    public void Any_bytes_are_read_without_an_exception() =>
        Gen.Byte.Array[0, 200].Sample(bytes => CsvReader.Read(TextDecoder.Decode(bytes).Text) is not null);
}
