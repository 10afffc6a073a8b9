using System.Globalization;
using System.IO.Compression;

namespace ModMatWorkshop.Exports;

/// <summary>Why a workbook cannot be read.</summary>
public enum WorkbookProblem
{
    Damaged,
    Encrypted,

    /// <summary>The binary format of Excel before 2007.</summary>
    OldExcel,
    OpenDocument,

    /// <summary>Small as a file, but too large when decompressed.</summary>
    TooLarge,
}

/// <param name="Table">Null if there is a problem; without a head if the workbook is empty.</param>
/// <param name="SheetName">The sheet that was read; empty if there is none.</param>
public sealed record XlsxReading(Table? Table, string SheetName, WorkbookProblem? Problem = null);

/// <summary>
/// Reads the first sheet with content of an XLSX workbook (ECMA-376), with cells as the texts that a spreadsheet displays. Dates become
/// ISO 8601. An uploaded file never causes an exception. It reads the XML itself, because the SDK keeps whole parts in memory and recurses
/// into nested elements, which a hostile file uses to stop the program.
/// </summary>
public static class XlsxReader
{
    private const int MaxCells = 1 << 20;
    private const int MaxCharacters = 4 << 20;

    private static ReadOnlySpan<byte> Zip => "PK\u0003\u0004"u8;
    private static ReadOnlySpan<byte> CompoundFile => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    private static ReadOnlySpan<byte> EncryptedPackage => "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"u8;

    /// <summary>True for a workbook of any kind; false for a text.</summary>
    public static bool IsWorkbook(ReadOnlySpan<byte> bytes) => bytes.StartsWith(Zip) || bytes.StartsWith(CompoundFile);

    public static XlsxReading Read(byte[] bytes)
    {
        if (bytes.AsSpan().StartsWith(CompoundFile))
            return Unreadable(bytes.AsSpan().IndexOf(EncryptedPackage) >= 0 ? WorkbookProblem.Encrypted : WorkbookProblem.OldExcel);
        try
        {
            using var zip = new ZipArchive(new MemoryStream(bytes, writable: false));
            return zip.GetEntry("content.xml") is not null ? Unreadable(WorkbookProblem.OpenDocument)
                : zip.Entries.Sum(e => e.Length) > WorkbookParts.MaxBytes ? Unreadable(WorkbookProblem.TooLarge)
                : Read(new WorkbookParts(zip));
        }
        // ZipArchive and XmlReader throw exceptions of several types for damaged files.
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            return Unreadable(WorkbookProblem.Damaged);
        }
    }

    private static XlsxReading Unreadable(WorkbookProblem problem) => new(null, "", problem);

    private static XlsxReading Read(WorkbookParts workbook)
    {
        var cells = new CellTexts(workbook);
        // A hidden sheet counts only if no other one has content.
        foreach (var sheet in workbook.Sheets.OrderBy(s => s.IsHidden))
        {
            if (Rows(sheet, cells) is not { } rows)
                return Unreadable(WorkbookProblem.TooLarge);
            if (rows is [var head, .. var others])
                return new(new(head.Cells, others) { HeadLine = head.Line }, sheet.Name);
        }
        return new(new([], []), "");
    }

    /// <returns>The rows that are not empty; null for too many cells, or too long ones.</returns>
    private static List<TableRow>? Rows(SheetPart sheet, CellTexts cells)
    {
        var rows = new List<TableRow>();
        var (line, next, texts, count, length) = (0, 0, new List<string>(), 0, 0L);
        using var xml = sheet.Open();
        while (xml.Read())
        {
            if (xml.IsStartOf("row"))
            {
                EndRow();
                line = int.TryParse(xml.Reader.GetAttribute("r"), CultureInfo.InvariantCulture, out var given) ? given : line + 1;
            }
            else if (xml.IsStartOf("c"))
            {
                // A cell beyond the columns that a table can have makes its row too wide, whichever it is.
                var column = Math.Min(ColumnOf(xml.Reader.GetAttribute("r")) ?? next, Table.MaxColumns);
                next = column + 1;
                if (cells.Text(xml) is not { Length: > 0 } text)
                    continue;
                count += Math.Max(0, column + 1 - texts.Count);
                length += text.Length;
                if (count > MaxCells || length > MaxCharacters)
                    return null;
                while (texts.Count <= column)
                    texts.Add("");
                texts[column] = text;
            }
        }
        EndRow();
        return rows;

        void EndRow()
        {
            if (texts.Any(t => !string.IsNullOrWhiteSpace(t)))
                rows.Add(new(line, texts));
            (texts, next) = ([], 0);
        }
    }

    /// <summary>The column of a reference such as <c>AB12</c>, from 0; null without a reference.</summary>
    private static int? ColumnOf(string? reference)
    {
        var column = 0;
        foreach (var c in (reference ?? "").TakeWhile(char.IsAsciiLetterUpper))
            column = Math.Min(column * 26 + c - 'A' + 1, Table.MaxColumns + 1);
        return column == 0 ? null : column - 1;
    }
}
