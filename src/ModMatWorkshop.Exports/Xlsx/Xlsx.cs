using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using S = DocumentFormat.OpenXml.Spreadsheet;

namespace ModMatWorkshop.Exports;

/// <summary>
/// A workbook with one sheet (ECMA-376): a bold header that stays visible, inline strings, and typed numbers, dates and times. Rows are
/// streamed. The SDK's package class would keep every part in memory, so this class writes the parts to a zip and uses the SDK only for
/// their content.
/// </summary>
public static partial class Xlsx
{
    public const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private const int RowsAtATime = 100;
    private const int MaxTextLength = 32767;
    private const uint Plain = 0,
        Bold = 1,
        AnInstant = 2,
        ADay = 3;
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Packages = "http://schemas.openxmlformats.org/package/2006";
    private const string Types = "application/vnd.openxmlformats-officedocument.spreadsheetml";
    private static readonly OpenXmlAttribute[] Inline = [new("t", "", "inlineStr")];
    private static readonly OpenXmlAttribute[] InlineBold = [new("s", "", "1"), new("t", "", "inlineStr")];
    private const string Declaration = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""";

    public static readonly SheetFormat SheetFormat = new("xlsx", MediaType, (sheet, _, output, cancel) =>
        WriteAsync(sheet, output, cancel)
    );

    public static async Task WriteAsync(Sheet sheet, Stream output, CancellationToken cancel)
    {
        using var passing = new AsyncForwardingStream();
        using (var zip = new ZipArchive(passing, ZipArchiveMode.Create, leaveOpen: true))
        {
            AddPart(
                zip,
                "[Content_Types].xml",
                $"""<Types xmlns="{Packages}/content-types">"""
                    + """<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>"""
                    + $"""<Override PartName="/xl/workbook.xml" ContentType="{Types}.sheet.main+xml"/>"""
                    + $"""<Override PartName="/xl/styles.xml" ContentType="{Types}.styles+xml"/>"""
                    + $"""<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{Types}.worksheet+xml"/></Types>"""
            );
            AddPart(
                zip,
                "_rels/.rels",
                $"""<Relationships xmlns="{Packages}/relationships">"""
                    + $"""<Relationship Id="rId1" Type="{Relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>"""
            );
            AddPart(
                zip,
                "xl/_rels/workbook.xml.rels",
                $"""<Relationships xmlns="{Packages}/relationships">"""
                    + $"""<Relationship Id="rId1" Type="{Relations}/worksheet" Target="worksheets/sheet1.xml"/>"""
                    + $"""<Relationship Id="rId2" Type="{Relations}/styles" Target="styles.xml"/></Relationships>"""
            );
            AddPart(
                zip,
                "xl/workbook.xml",
                $"""
                <workbook xmlns="{Main}" xmlns:r="{Relations}"><sheets><sheet name="{SecurityElement.Escape(
                    SheetName(sheet.Name)
                )}" sheetId="1" r:id="rId1"/></sheets></workbook>
                """
            );
            AddPart(zip, "xl/styles.xml", Styles().OuterXml);
            await using var part = zip.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.Fastest).Open();
            await WriteRowsAsync(sheet, part, () => passing.FlushToAsync(output, cancel), cancel);
        }
        await passing.FlushToAsync(output, cancel);
        await output.FlushAsync(cancel);
    }

    private static async Task WriteRowsAsync(Sheet sheet, Stream part, Func<Task> flushAsync, CancellationToken cancel)
    {
        using var xml = OpenXmlWriter.Create(part, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        xml.WriteStartDocument(standalone: true);
        xml.WriteStartElement(new S.Worksheet());
        xml.WriteElement(
            new S.SheetViews(
                new S.SheetView(
                    new S.Pane
                    {
                        VerticalSplit = 1,
                        TopLeftCell = "A2",
                        ActivePane = S.PaneValues.BottomLeft,
                        State = S.PaneStateValues.Frozen,
                    },
                    new S.Selection { Pane = S.PaneValues.BottomLeft }
                )
                {
                    TabSelected = true,
                    WorkbookViewId = 0,
                }
            )
        );
        xml.WriteElement(
            new S.Columns(
                sheet.Columns.Select(
                    (c, i) =>
                        new S.Column
                        {
                            Min = (uint)i + 1,
                            Max = (uint)i + 1,
                            Width = c.Width,
                            CustomWidth = true,
                        }
                )
            )
        );
        xml.WriteStartElement(new S.SheetData());
        WriteRow(xml, [.. sheet.Columns.Select(c => (Cell)c.Name)], Bold);
        var rows = 0;
        await foreach (var row in sheet.Rows.WithCancellation(cancel))
        {
            WriteRow(xml, row, Plain);
            if (++rows % RowsAtATime == 0)
                await flushAsync();
        }
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteRow(OpenXmlWriter xml, IReadOnlyList<Cell> row, uint style)
    {
        xml.WriteStartElement(new S.Row());
        foreach (var cell in row)
            switch (cell)
            {
                case { Text: { } text }:
                    xml.WriteStartElement(new S.Cell(), style == Plain ? Inline : InlineBold);
                    xml.WriteElement(new S.InlineString(new S.Text(Fit(text)) { Space = SpaceProcessingModeValues.Preserve }));
                    xml.WriteEndElement();
                    break;
                case { Number: { } number }:
                    WriteValue(xml, number.ToString(CultureInfo.InvariantCulture), style);
                    break;
                case { Instant: { } instant }:
                    WriteValue(xml, instant.ToOADate().ToString("R", CultureInfo.InvariantCulture), AnInstant);
                    break;
                case { Day: { } day }:
                    WriteValue(xml, day.ToDateTime(TimeOnly.MinValue).ToOADate().ToString("R", CultureInfo.InvariantCulture), ADay);
                    break;
                default:
                    xml.WriteElement(new S.Cell());
                    break;
            }
        xml.WriteEndElement();
    }

    private static void WriteValue(OpenXmlWriter xml, string value, uint style) =>
        xml.WriteElement(new S.Cell(new S.CellValue(value)) { StyleIndex = style == Plain ? null : style });

    /// <summary>Removes characters that XML forbids, and escapes a typed <c>_x0041_</c>, which would otherwise be read as A.</summary>
    private static string Fit(string text)
    {
        return Escaped().Replace(PlainText.Clean(text.Length > MaxTextLength ? text[..MaxTextLength] : text), "_x005F_");
    }

    /// <summary>A valid worksheet name: 31 characters, without those that have a meaning in references.</summary>
    private static string SheetName(string name)
    {
        var fit = string.Concat(name.Select(c => @"[]:*?/\'".Contains(c, StringComparison.Ordinal) ? ' ' : c));
        return fit.Length > 31 ? fit[..31] : fit;
    }

    private static S.Stylesheet Styles() =>
        new(
            new S.NumberingFormats(
                new S.NumberingFormat { NumberFormatId = 164, FormatCode = @"yyyy\-mm\-dd\ hh:mm" },
                new S.NumberingFormat { NumberFormatId = 165, FormatCode = @"yyyy\-mm\-dd" }
            )
            {
                Count = 2,
            },
            new S.Fonts(
                new S.Font(new S.FontSize { Val = 11 }, new S.FontName { Val = "Calibri" }),
                new S.Font(new S.Bold(), new S.FontSize { Val = 11 }, new S.FontName { Val = "Calibri" })
            )
            {
                Count = 2,
            },
            new S.Fills(
                new S.Fill(new S.PatternFill { PatternType = S.PatternValues.None }),
                new S.Fill(new S.PatternFill { PatternType = S.PatternValues.Gray125 })
            )
            {
                Count = 2,
            },
            new S.Borders(
                new S.Border(new S.LeftBorder(), new S.RightBorder(), new S.TopBorder(), new S.BottomBorder(), new S.DiagonalBorder())
            )
            {
                Count = 1,
            },
            new S.CellStyleFormats(Format()) { Count = 1 },
            new S.CellFormats(Format(0), Format(0, font: 1), Format(0, number: 164), Format(0, number: 165)) { Count = 4 }
        );

    private static S.CellFormat Format(uint? of = null, uint font = 0, uint number = 0) =>
        new()
        {
            NumberFormatId = number,
            FontId = font,
            FillId = 0,
            BorderId = 0,
            FormatId = of,
            ApplyFont = font == 0 ? null : true,
            ApplyNumberFormat = number == 0 ? null : true,
        };

    private static void AddPart(ZipArchive zip, string name, string xml)
    {
        using var part = new StreamWriter(zip.CreateEntry(name).Open(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        part.Write(Declaration + xml);
    }

    [GeneratedRegex("_(?=x[0-9A-Fa-f]{4}_)")]
    private static partial Regex Escaped();
}
