using System.Text;

namespace ModMatWorkshop.Exports.Tests;

public sealed class CsvTests
{
    [Fact]
    public async Task A_table_is_UTF_8_with_a_byte_order_mark_and_CR_LF_line_endings()
    {
        var bytes = await WriteAsync(
            ';',
            ["nom", 3, new DateTime(2021, 9, 1, 9, 30, 0), new DateOnly(2021, 9, 22), default],
            ["Émilie; \"la\"\nmarquise", 51, (DateTime?)null, (string?)null, "œ"]
        );

        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        Assert.Equal(
            "a;b;c;d;e\r\nnom;3;2021-09-01 09:30;2021-09-22;\r\n\"Émilie; \"\"la\"\"\nmarquise\";51;;;œ\r\n",
            Encoding.UTF8.GetString(bytes[3..])
        );
    }

    [Fact]
    public async Task The_separator_can_be_a_comma() =>
        Assert.EndsWith("a,b,c,d,e\r\n1,,,,\r\n", Encoding.UTF8.GetString(await WriteAsync(',', [1, default, default, default, default])));

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+33 5 61", "'+33 5 61")]
    [InlineData("-2", "'-2")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "\"'\t=1\"")]
    [InlineData("\r=1", "'=1")]
    [InlineData("\n=1", "\"'\n=1\"")]
    [InlineData("\0=1", "'=1")]
    [InlineData("＝1+1", "'＝1+1")]
    [InlineData("＋1", "'＋1")]
    [InlineData("－1", "'－1")]
    [InlineData("＠a", "'＠a")]
    [InlineData("=HYPERLINK(\"http://x.example\";\"a\")", "\"'=HYPERLINK(\"\"http://x.example\"\";\"\"a\"\")\"")]
    [InlineData(" =1", "\" =1\"")]
    [InlineData("a=1", "a=1")]
    [InlineData("–", "–")]
    [InlineData("O’Neill", "O’Neill")]
    [InlineData("", "")]
    public void A_text_that_a_spreadsheet_would_read_as_a_formula_is_escaped(string typed, string field) =>
        Assert.Equal(field, Csv.Field(typed));

    [Fact]
    public async Task Rows_are_written_before_the_last_one_is_read()
    {
        using var file = new MemoryStream();
        long before = 0;
        await Csv.WriteAsync(new("", [new("a")], Rows()), ';', file, CancellationToken.None);

        Assert.InRange(before, 40_000, file.Length - 1);

        async IAsyncEnumerable<IReadOnlyList<Cell>> Rows()
        {
            for (var row = 0; row < 1000; row++)
                yield return [new string('a', 100)];
            await Task.CompletedTask;
            before = file.Length;
        }
    }

    private static async Task<byte[]> WriteAsync(char separator, params IReadOnlyList<Cell>[] rows)
    {
        using var file = new MemoryStream();
        await Csv.WriteAsync(
            new("test", [new("a"), new("b"), new("c"), new("d"), new("e")], rows.ToAsyncEnumerable()),
            separator,
            file,
            CancellationToken.None
        );
        return file.ToArray();
    }
}
