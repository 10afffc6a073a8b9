using System.Buffers;
using System.Globalization;
using System.Text;
using ModMatWorkshop.Domain;

namespace ModMatWorkshop.Exports;

/// <summary>
/// Writes CSV (RFC 4180) in UTF-8 with CR LF and a byte order mark, which spreadsheets need to detect UTF-8. An apostrophe precedes a text
/// that a spreadsheet would read as a formula.
/// </summary>
public static class Csv
{
    private static readonly SearchValues<char> Quoted = SearchValues.Create("\";,\t\r\n");

    public const string MediaType = "text/csv; charset=utf-8";
    private const int RowsAtATime = 200;
    private static readonly UTF8Encoding WithMark = new(encoderShouldEmitUTF8Identifier: true);

    public static readonly SheetFormat SheetFormat = new("csv", MediaType, (sheet, language, output, cancel) =>
        WriteAsync(sheet, language == Language.French ? ';' : ',', output, cancel)
    );

    /// <param name="separator">A semicolon for languages with a decimal comma, such as French; otherwise a comma.</param>
    public static async Task WriteAsync(Sheet sheet, char separator, Stream output, CancellationToken cancel)
    {
        await using var file = new StreamWriter(output, WithMark, 1 << 15, leaveOpen: true);
        var lines = new StringBuilder();
        AppendLine(lines, [.. sheet.Columns.Select(c => (Cell)c.Name)], separator);
        var rows = 0;
        await foreach (var row in sheet.Rows.WithCancellation(cancel))
        {
            AppendLine(lines, row, separator);
            if (++rows % RowsAtATime != 0)
                continue;
            await file.WriteAsync(lines, cancel);
            lines.Clear();
        }
        await file.WriteAsync(lines, cancel);
        await file.FlushAsync(cancel);
    }

    /// <summary>A text as a CSV field: without control characters, with an apostrophe before a formula, and quoted if necessary.</summary>
    public static string Field(string text)
    {
        var field = EscapeFormula(PlainText.Clean(text));
        return field.AsSpan().ContainsAny(Quoted) || field.StartsWith(' ') || field.EndsWith(' ')
            ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : field;
    }

    /// <summary>
    /// Adds an apostrophe, which marks a text in every spreadsheet. Some spreadsheets read full-width signs as formulas too.
    /// </summary>
    private static string EscapeFormula(string text) =>
        text is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '\0' or '＝' or '＋' or '－' or '＠', ..] ? $"'{text}" : text;

    private static void AppendLine(StringBuilder lines, IReadOnlyList<Cell> row, char separator)
    {
        for (var i = 0; i < row.Count; i++)
        {
            if (i > 0)
                lines.Append(separator);
            lines.Append(
                row[i] switch
                {
                    { Text: { } text } => Field(text),
                    { Number: { } number } => number.ToString(CultureInfo.InvariantCulture),
                    { Instant: { } instant } => instant.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
                    { Day: { } day } => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                    _ => "",
                }
            );
        }
        lines.Append("\r\n");
    }
}
