using System.Text;

namespace ModMatWorkshop.Exports;

public sealed record CsvTable(char Delimiter, IReadOnlyList<string> Head, IReadOnlyList<TableRow> Rows) : Table(Head, Rows);

/// <summary>
/// Reads CSV as spreadsheets write it: RFC 4180, and also other separators, all line endings, a line <c>sep=;</c>, and cells with an
/// apostrophe from an export. It is our own parser because errors need the line of the file, and because an uploaded file must never cause
/// an exception.
/// </summary>
public static class CsvReader
{
    private const string Delimiters = ";,\t";

    /// <summary>The first characters before which the CSV export puts an apostrophe.</summary>
    private const string Formulas = "=+-@\t\r\n\0＝＋－＠";

    /// <summary>Reads any text without an error. A quote that is never closed ends at the end of the text.</summary>
    public static CsvTable Read(string text)
    {
        var (start, line, declared) = (0, 1, default(char?));
        if (
            text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase)
            && text.Length > 4
            && text.AsSpan(4).IndexOfAny('\r', '\n') is 1 or -1
        )
        {
            declared = text[4];
            start = Math.Min(text.Length, 5);
            while (start < text.Length && text[start] is '\r' or '\n')
                start++;
            line = 2;
        }
        var delimiter = declared ?? DelimiterOf(text);
        var rows = Rows(text, start, line, delimiter).Where(r => r.Cells.Any(c => !string.IsNullOrWhiteSpace(c))).ToList();
        return rows.Count == 0 ? new(delimiter, [], []) : new(delimiter, rows[0].Cells, rows[1..]) { HeadLine = rows[0].Line };
    }

    /// <summary>The most frequent separator in the header, outside quotes.</summary>
    private static char DelimiterOf(string text)
    {
        var counts = new int[Delimiters.Length];
        var quoted = false;
        foreach (var c in text)
        {
            if (c == '"')
                quoted = !quoted;
            else if (!quoted && c is '\r' or '\n' && counts.Any(n => n > 0))
                break;
            else if (!quoted && Delimiters.IndexOf(c, StringComparison.Ordinal) is >= 0 and var which)
                counts[which]++;
        }
        return Delimiters[counts.IndexOf(counts.Max())];
    }

    private static IEnumerable<TableRow> Rows(string text, int start, int line, char delimiter)
    {
        var (cells, cell, quoted, wasQuoted, begin) = (new List<string>(), new StringBuilder(), false, false, line);
        for (var i = start; i < text.Length; i++)
        {
            var c = text[i];
            var isEnd = c == '\n' || c == '\r' && (i + 1 == text.Length || text[i + 1] != '\n');
            if (isEnd)
                line++;
            if (quoted)
            {
                if (c != '"')
                    cell.Append(c);
                else if (i + 1 < text.Length && text[i + 1] == '"')
                    cell.Append(text[i++]);
                else
                    quoted = false;
            }
            else if (c == '"' && cell.Length == 0 && !wasQuoted)
                quoted = wasQuoted = true;
            else if (c == delimiter)
                EndCell();
            else if (isEnd)
            {
                EndCell();
                yield return new(begin, cells);
                (cells, begin) = ([], line);
            }
            else if (c != '\r')
                cell.Append(c);
        }
        if (cell.Length > 0 || cells.Count > 0)
        {
            EndCell();
            yield return new(begin, cells);
        }

        void EndCell()
        {
            cells.Add(UnescapeFormula(cell.ToString()));
            cell.Clear();
            wasQuoted = false;
        }
    }

    private static string UnescapeFormula(string cell) =>
        cell.Length > 1 && cell[0] == '\'' && Formulas.Contains(cell[1], StringComparison.Ordinal) ? cell[1..] : cell;
}
