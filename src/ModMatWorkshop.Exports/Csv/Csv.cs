using System.Buffers;
using System.Globalization;
using System.Text;
using ModMatWorkshop.Domain;

namespace ModMatWorkshop.Exports;

/// <summary>
/// RFC 4180 in UTF-8 with a byte order mark, by which spreadsheets know it; lines end with CR LF. A text that a spreadsheet would take for
/// a formula gets an apostrophe.
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

    /// <param name="separator">A semicolon where spreadsheets write decimals with a comma, as in French; a comma elsewhere.</param>
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

    /// <summary>A text as it stands between separators: cleaned of control characters, defused, quoted where it must be.</summary>
    public static string Field(string text)
    {
        var field = Defused(PlainText.Clean(text));
        return field.AsSpan().ContainsAny(Quoted) || field.StartsWith(' ') || field.EndsWith(' ')
            ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : field;
    }

    /// <summary>
    /// The apostrophe says "text" to every spreadsheet. The full-width signs are there because some of them read these as the narrow ones.
    /// </summary>
    private static string Defused(string text) =>
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
