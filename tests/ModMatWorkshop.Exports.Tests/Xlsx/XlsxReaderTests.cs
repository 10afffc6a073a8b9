using System.Globalization;
using System.IO.Compression;
using System.Text;
using CsCheck;

namespace ModMatWorkshop.Exports.Tests;

public sealed class XlsxReaderTests
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Types = "application/vnd.openxmlformats-officedocument.spreadsheetml";

    [Fact]
    public async Task An_export_of_this_site_is_read_back()
    {
        using var file = new MemoryStream();
        IReadOnlyList<Cell>[] rows =
        [
            ["=Ada", 51, new DateTime(2021, 9, 1, 18, 5, 0), new DateOnly(2021, 9, 22)],
            [default, default, default, default],
            ["Émilie _x0041_\nx", -3, default, default],
        ];
        await Xlsx.WriteAsync(
            new("Attendees", [new("name"), new("number"), new("at"), new("day")], rows.ToAsyncEnumerable()),
            file,
            CancellationToken.None
        );

        Assert.Equal(
            "Attendees: name|number|at|day / 2 =Ada|51|2021-09-01 18:05|2021-09-22 / 4 Émilie _x0041_\nx|-3",
            Text(XlsxReader.Read(file.ToArray()))
        );
    }

    [Theory]
    [InlineData("""<c t="s"><v>0</v></c>""", "Ada Lovelace")]
    [InlineData("""<c t="s"><v>1</v></c>""", "東京")]
    [InlineData("""<c t="s"><v>99</v></c>""", "")]
    [InlineData("""<c t="s"><v>-1</v></c>""", "")]
    [InlineData("""<c t="inlineStr"><is><r><t>a</t></r><r><t>b</t></r></is></c>""", "ab")]
    [InlineData("""<c t="str"><f>A1</f><v>line_x000A_line</v></c>""", "line\nline")]
    [InlineData("""<c t="b"><v>1</v></c>""", "TRUE")]
    [InlineData("""<c t="e"><v>#N/A</v></c>""", "")]
    [InlineData("""<c><v>33612345678</v></c>""", "33612345678")]
    [InlineData("""<c><v>0.30000000000000004</v></c>""", "0.3")]
    [InlineData("""<c s="1"><v>44461</v></c>""", "2021-09-22")]
    [InlineData("""<c s="1"><v>44461.375</v></c>""", "2021-09-22 09:00")]
    [InlineData("""<c s="1"><v>0.375</v></c>""", "09:00")]
    [InlineData("""<c s="2"><v>44461</v></c>""", "2021-09-22")]
    [InlineData("""<c s="3"><v>44461</v></c>""", "44461")]
    [InlineData("""<c s="1"><v>1e300</v></c>""", "1E+300")]
    public void A_cell_is_read_as_the_text_that_a_spreadsheet_displays(string cell, string expected)
    {
        var read = XlsxReader.Read(
            Workbook(("List", "", $"""<row><c t="inlineStr"><is><t>h</t></is></c></row><row>{cell}<c><v>1</v></c></row>"""))
        );

        Assert.Equal(expected, read.Table!.Rows.Single().Cells[0]);
    }

    [Fact]
    public void Gaps_between_cells_and_rows_are_kept() =>
        Assert.Equal(
            "List: a||c / 5 |x / 7 y",
            Text(
                XlsxReader.Read(
                    Workbook(
                        (
                            "List",
                            "",
                            Row(2, ("A", "a"), ("C", "c"))
                                + """<row r="3"/>"""
                                + Row(4, ("A", " "))
                                + Row(5, ("B", "x"))
                                + Row(7, ("A", "y"))
                        )
                    )
                )
            )
        );

    [Fact]
    public void The_first_visible_sheet_with_content_is_read()
    {
        var (empty, full) = ("", Row(1, ("A", "a")) + Row(2, ("A", "b")));

        Assert.Equal("Second: a / 2 b", Text(XlsxReader.Read(Workbook(("First", "", empty), ("Second", "", full)))));
        Assert.Equal("Second: a / 2 b", Text(XlsxReader.Read(Workbook(("Codes", "hidden", full), ("Second", "", full)))));
        Assert.Equal("Codes: a / 2 b", Text(XlsxReader.Read(Workbook(("Codes", "veryHidden", full), ("Second", "", empty)))));
        Assert.Equal(": ", Text(XlsxReader.Read(Workbook(("First", "", empty)))));
    }

    [Fact]
    public void A_file_that_is_no_readable_workbook_is_refused_with_its_problem()
    {
        var whole = Workbook(("List", "", Row(1, ("A", "a"))));
        byte[] compound = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[512]];

        Assert.Equal(
            [
                WorkbookProblem.OldExcel,
                WorkbookProblem.Encrypted,
                WorkbookProblem.OpenDocument,
                WorkbookProblem.TooLarge,
                WorkbookProblem.Damaged,
                WorkbookProblem.Damaged,
            ],
            new[]
            {
                compound,
                [.. compound, .. Encoding.Unicode.GetBytes("EncryptedPackage")],
                Zipped(("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", "<x/>")),
                Workbook(("List", "", new string(' ', 17 << 20))),
                Zipped(("word/document.xml", "<x/>")),
                whole[..(whole.Length / 2)],
            }.Select(bytes => XlsxReader.Read(bytes).Problem)
        );
    }

    [Fact]
    public void A_damaged_workbook_never_causes_an_exception()
    {
        var whole = Workbook(("List", "", Row(1, ("A", "a"))));
        Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Byte)
            .Sample(damage =>
            {
                byte[] bytes = [.. whole];
                bytes[damage.Item1] = damage.Item2;
                return XlsxReader.Read(bytes) is not null;
            });
    }

    private static string Text(XlsxReading read) =>
        read.Problem?.ToString()
        ?? $"{read.SheetName}: "
            + string.Join(
                " / ",
                [
                    string.Join('|', read.Table!.Head),
                    .. read.Table.Rows.Select(r => string.Create(CultureInfo.InvariantCulture, $"{r.Line} {string.Join('|', r.Cells)}")),
                ]
            );

    private static string Row(int number, params (string Column, string Text)[] cells) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"""<row r="{number}">{string.Concat(
                cells.Select(c => $"""<c r="{c.Column}{number}" t="inlineStr"><is><t>{c.Text}</t></is></c>""")
            )}</row>"""
        );

    /// <summary>
    /// A workbook as spreadsheets write it, with shared strings and three number formats: a date, a custom date, quoted letters.
    /// </summary>
    private static byte[] Workbook(params (string Name, string State, string Rows)[] sheets) =>
        Zipped([
            (
                "[Content_Types].xml",
                """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" """
                    + """ContentType="application/vnd.openxmlformats-package.relationships+xml"/>"""
                    + $"""<Override PartName="/xl/workbook.xml" ContentType="{Types}.sheet.main+xml"/>"""
                    + $"""<Override PartName="/xl/sharedStrings.xml" ContentType="{Types}.sharedStrings+xml"/>"""
                    + $"""<Override PartName="/xl/styles.xml" ContentType="{Types}.styles+xml"/>"""
                    + string.Concat(sheets.Select((_, i) => $"""<Override PartName="/xl/s{i}.xml" ContentType="{Types}.worksheet+xml"/>"""))
                    + "</Types>"
            ),
            (
                "_rels/.rels",
                """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">"""
                    + $"""<Relationship Id="r" Type="{Relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>"""
            ),
            (
                "xl/_rels/workbook.xml.rels",
                """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">"""
                    + $"""<Relationship Id="strings" Type="{Relations}/sharedStrings" Target="sharedStrings.xml"/>"""
                    + $"""<Relationship Id="styles" Type="{Relations}/styles" Target="styles.xml"/>"""
                    + string.Concat(
                        sheets.Select((_, i) => $"""<Relationship Id="s{i}" Type="{Relations}/worksheet" Target="s{i}.xml"/>""")
                    )
                    + "</Relationships>"
            ),
            (
                "xl/workbook.xml",
                $"""<workbook xmlns="{Main}" xmlns:r="{Relations}"><sheets>{string.Concat(
                    sheets.Select((s, i) =>
                        $"""<sheet name="{s.Name}" sheetId="{i + 1}" r:id="s{i}"{(s.State.Length > 0 ? $" state=\"{s.State}\"" : "")}/>"""
                    )
                )}</sheets></workbook>"""
            ),
            (
                "xl/sharedStrings.xml",
                $"""<sst xmlns="{Main}"><si><r><t>Ada </t></r><r><t>Lovelace</t></r></si><si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ"""
                    + "</t></rPh></si></sst>"
            ),
            (
                "xl/styles.xml",
                $"""<styleSheet xmlns="{Main}"><numFmts count="2"><numFmt numFmtId="170" formatCode="dd/mm/yyyy;@"/>"""
                    + """<numFmt numFmtId="171" formatCode="0&quot; days&quot;"/></numFmts><cellXfs count="4"><xf/><xf numFmtId="14"/>"""
                    + """<xf numFmtId="170"/><xf numFmtId="171"/></cellXfs></styleSheet>"""
            ),
            .. sheets.Select((s, i) => ($"xl/s{i}.xml", $"""<worksheet xmlns="{Main}"><sheetData>{s.Rows}</sheetData></worksheet>""")),
        ]);

    private static byte[] Zipped(params IEnumerable<(string Name, string Text)> parts)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, text) in parts)
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write(Encoding.UTF8.GetBytes(text));
            }
        return file.ToArray();
    }
}
