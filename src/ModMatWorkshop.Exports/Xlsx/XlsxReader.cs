using System.Globalization;
using System.IO.Compression;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using S = DocumentFormat.OpenXml.Spreadsheet;

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
/// ISO 8601. An uploaded file never causes an exception.
/// </summary>
public static partial class XlsxReader
{
    private const int MaxPartBytes = 16 << 20;
    private const int MaxBytes = 64 << 20;
    private const int MaxParts = 1000;
    private const int MaxColumns = 256;
    private static ReadOnlySpan<byte> Zip => "PK\u0003\u0004"u8;
    private static ReadOnlySpan<byte> CompoundFile => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    private static ReadOnlySpan<byte> EncryptedPackage => "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"u8;

    /// <summary>True for a workbook of any kind; false for a text.</summary>
    public static bool IsWorkbook(ReadOnlySpan<byte> bytes) => bytes.StartsWith(Zip) || bytes.StartsWith(CompoundFile);

    public static XlsxReading Read(byte[] bytes)
    {
        try
        {
            if (ProblemOf(bytes) is { } problem)
                return new(null, "", problem);
            using var document = SpreadsheetDocument.Open(
                new MemoryStream(bytes, writable: false),
                isEditable: false,
                new OpenSettings { MaxCharactersInPart = MaxPartBytes }
            );
            return Read(document.WorkbookPart!);
        }
        // The libraries throw exceptions of many types for damaged packages.
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            return new(null, "", WorkbookProblem.Damaged);
        }
    }

    private static WorkbookProblem? ProblemOf(byte[] bytes)
    {
        if (bytes.AsSpan().StartsWith(CompoundFile))
            return bytes.AsSpan().IndexOf(EncryptedPackage) >= 0 ? WorkbookProblem.Encrypted : WorkbookProblem.OldExcel;
        using var zip = new ZipArchive(new MemoryStream(bytes, writable: false));
        return zip.GetEntry("content.xml") is not null ? WorkbookProblem.OpenDocument
            : zip.Entries.Count > MaxParts || zip.Entries.Sum(e => e.Length) > MaxBytes || zip.Entries.Any(e => e.Length > MaxPartBytes)
                ? WorkbookProblem.TooLarge
            : null;
    }

    private static XlsxReading Read(WorkbookPart workbook)
    {
        var cells = new CellReader(workbook);
        // A hidden sheet counts only if no other one has content.
        foreach (var sheet in workbook.Workbook!.Descendants<S.Sheet>().OrderBy(s => s.State?.InnerText is "hidden" or "veryHidden"))
            if (workbook.GetPartById(sheet.Id!.Value!) is WorksheetPart part && Rows(part, cells) is [var head, .. var rows])
                return new(new(head.Cells, rows) { HeadLine = head.Line }, sheet.Name?.Value ?? "");
        return new(new([], []), "");
    }

    private static List<TableRow> Rows(WorksheetPart part, CellReader cells)
    {
        var rows = new List<TableRow>();
        var (line, next, texts) = (0, 0, new List<string>());
        using var xml = OpenXmlReader.Create(part);
        while (xml.Read())
        {
            if (!xml.IsStartElement)
                continue;
            if (xml.ElementType == typeof(S.Row))
            {
                EndRow();
                var number = xml.Attributes.FirstOrDefault(a => a.LocalName == "r").Value;
                line = int.TryParse(number, CultureInfo.InvariantCulture, out var given) ? given : line + 1;
            }
            else if (xml.ElementType == typeof(S.Cell) && xml.LoadCurrentElement() is S.Cell cell)
            {
                var column = ColumnOf(cell.CellReference?.Value) ?? next;
                next = column + 1;
                if (column >= MaxColumns || cells.Text(cell) is not { Length: > 0 } text)
                    continue;
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
            column = Math.Min(column * 26 + c - 'A' + 1, MaxColumns + 1);
        return column == 0 ? null : column - 1;
    }

    /// <summary>Gives the displayed text of a cell, from the shared strings and the number formats of its workbook.</summary>
    private sealed class CellReader
    {
        private readonly List<string> _strings = [];
        private readonly List<bool> _isDate = [];
        private readonly bool _startsIn1904;

        public CellReader(WorkbookPart workbook)
        {
            _startsIn1904 = workbook.Workbook!.WorkbookProperties?.Date1904?.Value ?? false;
            if (workbook.SharedStringTablePart is { } table)
            {
                using var xml = OpenXmlReader.Create(table);
                while (xml.Read())
                    if (xml.IsStartElement && xml.ElementType == typeof(S.SharedStringItem) && xml.LoadCurrentElement() is { } item)
                        _strings.Add(TextOf(item));
            }
            if (workbook.WorkbookStylesPart?.Stylesheet is not { CellFormats: { } formats } styles)
                return;
            var codes = (styles.NumberingFormats?.Elements<S.NumberingFormat>() ?? [])
                .GroupBy(f => f.NumberFormatId?.Value ?? 0)
                .ToDictionary(f => f.Key, f => f.First().FormatCode?.Value ?? "");
            _isDate.AddRange(formats.Elements<S.CellFormat>().Select(f => IsDateFormat(f.NumberFormatId?.Value ?? 0, codes)));
        }

        public string Text(S.Cell cell)
        {
            var value = cell.CellValue?.Text ?? "";
            return cell.DataType?.InnerText switch
            {
                "s" => uint.TryParse(value, CultureInfo.InvariantCulture, out var index) && index < _strings.Count
                    ? _strings[(int)index]
                    : "",
                "inlineStr" => cell.InlineString is { } inline ? TextOf(inline) : "",
                "b" => value == "1" ? "TRUE" : "FALSE",
                "e" => "",
                "str" or "d" => Unescape(value),
                _ => double.TryParse(value, CultureInfo.InvariantCulture, out var number)
                    ? TextOf(number, cell.StyleIndex?.Value ?? 0)
                    : value,
            };
        }

        private string TextOf(double number, uint style)
        {
            if (style >= _isDate.Count || !_isDate[(int)style] || number is < 0 or > 2958465)
                return number.ToString("G15", CultureInfo.InvariantCulture);
            var instant = DateTime.FromOADate(number + (_startsIn1904 ? 1462 : 0));
            // Rounds to the minute, because a time of day has no exact binary fraction.
            instant = new DateTime((instant.Ticks + TimeSpan.TicksPerMinute / 2) / TimeSpan.TicksPerMinute * TimeSpan.TicksPerMinute);
            return instant.ToString(
                number < 1 ? "HH:mm"
                    : instant.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd"
                    : "yyyy-MM-dd HH:mm",
                CultureInfo.InvariantCulture
            );
        }

        /// <summary>The text with all its runs, but without phonetic hints.</summary>
        private static string TextOf(OpenXmlElement item) =>
            Unescape(string.Concat(item.Descendants<S.Text>().Where(t => t.Parent is not S.PhoneticRun).Select(t => t.Text)));

        private static bool IsDateFormat(uint id, Dictionary<uint, string> codes) =>
            codes.TryGetValue(id, out var code)
                ? Literals().Replace(code, "").AsSpan().IndexOfAny("dmyhs") >= 0
                : id is >= 14 and <= 22 or >= 27 and <= 36 or >= 45 and <= 47 or >= 50 and <= 58;

        private static string Unescape(string text) =>
            Escaped().Replace(text, m => ((char)Convert.ToUInt16(m.Groups[1].Value, 16)).ToString());
    }

    /// <summary>What a format code shows as it is: quoted text, escaped characters and conditions.</summary>
    [GeneratedRegex(
        """
            "[^"]*"|\\.|\[[^\]]*\]|General
            """
    )]
    private static partial Regex Literals();

    [GeneratedRegex("_x([0-9A-Fa-f]{4})_")]
    private static partial Regex Escaped();
}
