using System.Text;
using CsCheck;

namespace ModMatWorkshop.Exports.Tests;

public sealed class CsvReaderTests
{
    [Theory]
    [InlineData("a;b\r\n1;2\r\n", ";|a,b|2:1,2")]
    [InlineData("a,b\n1,2", ",|a,b|2:1,2")]
    [InlineData("a\tb\r1\t2\r", "\t|a,b|2:1,2")]
    [InlineData("sep=;\r\na;b\r\n1;2", ";|a,b|3:1,2")]
    [InlineData("\n\na;b\n\n1;2\n\n3;4", ";|a,b|5:1,2|7:3,4")]
    [InlineData("a;b\n\"x;\"\"y\"\"\nz\";2\n3;4", ";|a,b|2:x;\"y\"\nz,2|4:3,4")]
    [InlineData("\"a,b\";c\n1;2", ";|a,b,c|2:1,2")]
    [InlineData("a;b\n'=1+1;'+33 6\n'quoted';-1", ";|a,b|2:=1+1,+33 6|3:'quoted',-1")]
    [InlineData("a;b\n\"never closed;2\n3;4", ";|a,b|2:never closed;2\n3;4")]
    [InlineData("a;b\n1\n1;2;3", ";|a,b|2:1|3:1,2,3")]
    [InlineData("a\0;b\n\0;2", ";|a\0,b|2:\0,2")]
    [InlineData("", ";|")]
    [InlineData("sep=", ";|sep=")]
    public void Files_written_by_spreadsheets_are_read(string text, string expected)
    {
        var table = CsvReader.Read(text);

        Assert.Equal(
            expected,
            string.Join(
                '|',
                [
                    table.Delimiter.ToString(),
                    string.Join(',', table.Head),
                    .. table.Rows.Select(r => $"{r.Line}:{string.Join(',', r.Cells)}"),
                ]
            )
        );
    }

    [Fact]
    public void Correctly_quoted_cells_are_read_back() =>
        Gen.String[Gen.Char["ab;,\t\"'\n é"], 1, 12]
            .Array[1, 5]
            .Where(cells =>
                cells.Any(c => !string.IsNullOrWhiteSpace(c))
                && !cells.Any(c => c.Length > 1 && c[0] == '\'' && c[1] == '\t' || c.StartsWith("'\n", StringComparison.Ordinal))
            )
            .Sample(cells =>
            {
                var text = new StringBuilder("h;i\n")
                    .AppendJoin(';', cells.Select(c => $"\"{c.Replace("\"", "\"\"", StringComparison.Ordinal)}\""))
                    .ToString();
                return CsvReader.Read(text).Rows.Single().Cells.SequenceEqual(cells);
            });
}
