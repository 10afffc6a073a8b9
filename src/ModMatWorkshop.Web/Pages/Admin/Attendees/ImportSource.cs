using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Exports;

namespace ModMatWorkshop.Web.Pages.Admin.Attendees;

/// <summary>The table in an uploaded file, and how it was read.</summary>
/// <param name="Encoding">Null for a workbook.</param>
/// <param name="ReadAs">How the file was read, in words.</param>
/// <param name="Fault">Why it is refused, with an empty table; null if it is not.</param>
public sealed record ImportSource(Table Table, string? Encoding, string ReadAs, string? Fault = null)
{
    public const int MaxLines = 5000;

    /// <summary>A quotation mark that is not closed makes one cell of the rest of the file.</summary>
    private const int MaxCellLength = 10_000;

    /// <summary>True for a text with letters outside ASCII, which depend on the encoding.</summary>
    public bool NeedsEncoding { get; private init; }

    /// <param name="encoding">Chosen by hand; null to detect it.</param>
    /// <param name="programme">The headings of half-days and meals, folded.</param>
    public static ImportSource Read(byte[] bytes, string? encoding, IReadOnlyDictionary<string, ImportColumn> programme, Words words)
    {
        var source = Read(bytes, encoding, words);
        if (source.Fault is not null)
            return source;
        // Checked before anything is compared, so that the work for a file is bounded.
        var rows = source.Table.AllRows;
        if (rows.Any(r => r.Cells.Count > Table.MaxColumns))
            return Refused(words.TooManyColumns(Table.MaxColumns));
        if (rows.FirstOrDefault(r => r.Cells.Any(c => c.Length > MaxCellLength)) is { } row)
            return Refused(words.CellTooLong(row.Line, MaxCellLength));
        var table = ImportHead.IndexIn([.. rows.Select(r => r.Cells)], programme) switch
        {
            0 => source.Table,
            { } index => source.Table.WithHeadAt(index),
            null => new([.. Enumerable.Range(1, rows.Max(r => r.Cells.Count)).Select(words.ColumnNumber)], rows),
        };
        return table.Rows.Count == 0 ? Refused(words.FileIsEmpty)
            : table.Rows.Count > MaxLines ? Refused(words.FileTooLong(table.Rows.Count, MaxLines))
            : source with { Table = table };
    }

    private static ImportSource Refused(string fault) => new(new([], []), null, "", fault);

    private static ImportSource Read(byte[] bytes, string? encoding, Words words)
    {
        if (!XlsxReader.IsWorkbook(bytes))
        {
            var (text, name) = TextDecoder.Decode(bytes, encoding);
            var csv = CsvReader.Read(text);
            return new(csv, name, words.ReadAs(name, words.DelimiterName(csv.Delimiter))) { NeedsEncoding = bytes.Any(b => b > 127) };
        }
        var workbook = XlsxReader.Read(bytes);
        return workbook.Problem is { } problem
            ? Refused(words.CannotReadWorkbook(problem))
            : new(workbook.Table!, null, words.ReadSheet(workbook.SheetName));
    }
}
