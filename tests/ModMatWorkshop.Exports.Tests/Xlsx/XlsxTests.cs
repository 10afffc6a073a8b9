using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using S = DocumentFormat.OpenXml.Spreadsheet;

namespace ModMatWorkshop.Exports.Tests;

public sealed class XlsxTests
{
    [Fact]
    public async Task A_workbook_is_valid_and_each_cell_has_its_type()
    {
        using var file = await WriteAsync(
            "Fiche : [du] traiteur & co, beaucoup trop longue",
            ["=1+1", 51, new DateTime(2021, 9, 1, 18, 0, 0), new DateOnly(2021, 9, 22), default],
            ["  Émilie \0<&> _x0041_\n", -3, (string?)null, default, ""]
        );
        using var workbook = SpreadsheetDocument.Open(file, isEditable: false);

        Assert.Equal(
            [],
            new OpenXmlValidator(FileFormatVersions.Office2019).Validate(workbook).Select(e => $"{e.Path?.XPath}: {e.Description}")
        );
        Assert.Equal("Fiche    du  traiteur & co, bea", Assert.Single(workbook.WorkbookPart!.Workbook!.Descendants<S.Sheet>()).Name?.Value);
        Assert.Equal(
            [
                "inlineStr:1:a inlineStr:1:b inlineStr:1:c inlineStr:1:d inlineStr:1:e",
                "inlineStr::=1+1 ::51 :2:44440.75 :3:44461 ::",
                "inlineStr::  Émilie <&> _x005F_x0041_\n ::-3 :: :: inlineStr::",
            ],
            Rows(workbook)
                .Select(row =>
                    string.Join(' ', row.Elements<S.Cell>().Select(c => $"{c.DataType?.InnerText}:{c.StyleIndex?.Value}:{c.InnerText}"))
                )
        );
    }

    [Fact]
    public async Task The_heading_row_is_bold_and_frozen_and_columns_have_their_width()
    {
        using var file = await WriteAsync("x", [1, 2, 3, 4, 5]);
        using var workbook = SpreadsheetDocument.Open(file, isEditable: false);
        var sheet = workbook.WorkbookPart!.WorksheetParts.Single().Worksheet!;
        var pane = sheet.Descendants<S.Pane>().Single();
        var styles = workbook.WorkbookPart.WorkbookStylesPart!.Stylesheet!;

        Assert.Equal((1d, "A2", "frozen"), (pane.VerticalSplit?.Value, pane.TopLeftCell?.Value, pane.State?.InnerText));
        Assert.NotNull(
            styles.Fonts!.Elements<S.Font>().ElementAt((int)styles.CellFormats!.Elements<S.CellFormat>().ElementAt(1).FontId!.Value).Bold
        );
        Assert.Equal([14d, 14, 14, 14, 40], sheet.Descendants<S.Column>().Select(c => c.Width!.Value));
    }

    [Fact]
    public async Task Rows_are_written_before_the_last_one_is_read()
    {
        using var file = new MemoryStream();
        long before = 0;
        await Xlsx.WriteAsync(new("x", [new("a")], Rows()), file, CancellationToken.None);

        Assert.InRange(before, file.Length / 2, file.Length - 1);

        async IAsyncEnumerable<IReadOnlyList<Cell>> Rows()
        {
            var random = new Random(1);
            for (var row = 0; row < 5000; row++)
                yield return
                [
                    Convert.ToHexString(BitConverter.GetBytes(random.NextInt64()))
                        + Convert.ToHexString(BitConverter.GetBytes(random.NextInt64())),
                ];
            await Task.CompletedTask;
            before = file.Length;
        }
    }

    [Fact]
    public async Task The_stream_is_only_written_asynchronously()
    {
        await using var body = new AsyncOnlyStream();
        await Xlsx.WriteAsync(
            new("x", [new("a")], AsyncEnumerable.Range(0, 500).Select(i => (IReadOnlyList<Cell>)[i])),
            body,
            CancellationToken.None
        );

        Assert.True(body.Received > 1000);
    }

    private static IEnumerable<S.Row> Rows(SpreadsheetDocument workbook) =>
        workbook.WorkbookPart!.WorksheetParts.Single().Worksheet!.Descendants<S.Row>();

    private static async Task<MemoryStream> WriteAsync(string name, params IReadOnlyList<Cell>[] rows)
    {
        var file = new MemoryStream();
        await Xlsx.WriteAsync(
            new(name, [new("a"), new("b"), new("c"), new("d"), new("e", 40)], rows.ToAsyncEnumerable()),
            file,
            CancellationToken.None
        );
        return file;
    }

    /// <summary>Throws on synchronous writes, as the body of a response does.</summary>
    private sealed class AsyncOnlyStream : MemoryStream
    {
        public long Received { get; private set; }

        public override void Write(byte[] buffer, int offset, int count) => throw new InvalidOperationException("Synchronous.");

        public override void Write(ReadOnlySpan<byte> buffer) => throw new InvalidOperationException("Synchronous.");

        public override void Flush() => throw new InvalidOperationException("Synchronous.");

        public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Received += buffer.Length;
            return ValueTask.CompletedTask;
        }
    }
}
