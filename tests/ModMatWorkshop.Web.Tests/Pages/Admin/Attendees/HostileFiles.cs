using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace ModMatWorkshop.Web.Tests.Pages.Admin.Attendees;

/// <summary>Files that need much time, memory or stack to read, and the sentence that refuses each.</summary>
internal static class HostileFiles
{
    private const string Empty = "Choisissez un fichier, ou collez des lignes : une ligne de titres, puis une ligne par personne.";
    private const string Wide = "Ce fichier a plus de 500 colonnes. Ôtez celles qui ne servent pas.";
    private const string Damaged =
        "Ce fichier n’est pas un classeur XLSX lisible : il est abîmé ou d’un autre type. Enregistrez la feuille en CSV.";
    private const string Large = "Une fois décompressé, ce classeur est trop grand. Enregistrez la feuille utile en CSV.";
    private const string LongCell =
        "À la ligne 2, une case dépasse 10 000 caractères. Un guillemet n’est peut-être pas refermé ; sinon, ôtez cette colonne.";

    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Packages = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string Spreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml";
    private const int Megabyte = 1 << 20;

    public static readonly IReadOnlyList<(string Name, Func<byte[]> Bytes, string Sentence)> All =
    [
        ("500 000 columns", () => Text("name;email\n" + Repeated("x;", Megabyte)), Wide),
        ("500 000 headings", () => Text(Repeated("nom d’usage;", Megabyte)), Wide),
        ("a million empty lines", () => Text(Repeated("\n", Megabyte)), Empty),
        (
            "a million lines",
            () => Text("name;email\n" + Repeated("x\n", Megabyte)),
            "Ce fichier a 524 283 lignes ; 5 000 au plus à la fois."
        ),
        ("a cell of 1 MB", () => Text("name;email\n" + Repeated("x", Megabyte)), LongCell),
        ("a cell of 1 MB of @", () => Text("name;email\n" + Repeated("@", Megabyte)), LongCell),
        ("a long word of unknown encoding", () => Encoding.Latin1.GetBytes("name;email\n" + Repeated("é", Megabyte / 2)), LongCell),
        ("a quotation mark that is not closed", () => Text("name;email\n\"" + Repeated("a;b\n", Megabyte)), LongCell),
        ("a million quotation marks", () => Text("name;email\n" + Repeated("\"", Megabyte)), LongCell),
        ("not a ZIP file", () => Text("PK\u0003\u0004" + Repeated("PK\u0001\u0002", Megabyte)), Damaged),
        ("another document in a ZIP file", () => Zipped([("word/document.xml", "<document/>")]), Damaged),
        ("10 000 empty parts", () => Zipped(Enumerable.Range(0, 10_000).Select(i => ($"{i}", ""))), Damaged),
        ("a ZIP bomb", () => Workbook(Repeated(" ", 100 * Megabyte)), Large),
        ("a ZIP bomb that claims to be small", () => WithSizesOf(100, Workbook(Repeated(" ", 100 * Megabyte))), Damaged),
        ("a billion laughs", () => Workbook("<row><c><v>&lol;</v></c></row>", start: Laughs), Damaged),
        ("nested elements", () => Workbook(Repeated("<a>", 15 * Megabyte)), Damaged),
        ("nested elements in a cell", () => Workbook("<row><c>" + Repeated("<a>", 15 * Megabyte)), Damaged),
        ("250 000 attributes", () => Workbook($"<row {string.Concat(Enumerable.Range(0, 250_000).Select(i => $"a{i}=\"\" "))}/>"), Empty),
        ("250 000 names", () => Workbook(string.Concat(Enumerable.Range(0, 250_000).Select(i => $"<a{i}/>"))), Empty),
        ("four million empty cells", () => Workbook($"<row>{Repeated("<c/>", 15 * Megabyte)}</row>"), Empty),
        ("16 384 columns", () => Workbook($"<row>{Repeated("<c><v>1</v></c>", 16_384 * 15)}</row>"), Wide),
        ("the last cell of a sheet", () => Workbook(Repeated("<row><c r=\"XFD1048576\"><v>1</v></c></row>", Megabyte)), Large),
        ("sparse columns", () => Workbook(Repeated("<row><c r=\"SF1\"><v>1</v></c></row>", 15 * Megabyte)), Large),
        (
            "300 000 rows",
            () => Workbook(Repeated("<row r=\"1048576\"><c><v>1</v></c></row>", 12 * Megabyte)),
            "Ce fichier a 331 128 lignes ; 5 000 au plus à la fois."
        ),
        (
            "a huge shared string",
            () => Workbook(Repeated("<row><c t=\"s\"><v>0</v></c></row>", Megabyte), strings: Repeated("x", 14 * Megabyte)),
            Large
        ),
        (
            "a million shared strings",
            () => Workbook("", strings: $"x</t></si>{Repeated("<si><t>x</t></si>", 15 * Megabyte)}<si><t>x"),
            Empty
        ),
        ("a number format of a million brackets", () => Workbook("", format: Repeated("[", 15 * Megabyte)), Empty),
    ];

    /// <summary>Files that are read, and need much time if names and values are compared one by one.</summary>
    public static readonly IReadOnlyList<(string Name, Func<byte[]> Bytes, string Sentence)> Readable =
    [
        ("100 columns of statuses", () => Text(Lines(Repeated("status;", 700), i => Repeated($"{i % 97}x;", 200))), ""),
        ("100 columns of names", () => Text(Lines(Repeated("nom;", 400), _ => Repeated("Ada;", 200))), ""),
        ("headings of 9 000 characters", () => Text(Repeated(Repeated("nom: ", 9000) + ";", 90_000) + "\na;b\n"), ""),
        (
            "lists of meals",
            () => Text(Lines("nom;email;repas;demi-journees", i => $"A B;a{i}@b.fr;{Repeated("pause,", 9000)};{Repeated("x,", 900)}")),
            ""
        ),
        (
            "lists of half-days",
            () => Text(Lines("nom;email;demi-journees", i => $"A B;a{i}@b.fr;{Repeated("2021-09-22-afternoon,", 9000)}")),
            ""
        ),
        ("lists of contributions", () => Text(Lines("nom;email;presente", i => $"A B;a{i}@b.fr;{Repeated("o18 ", 9000)}")), ""),
        ("long names", () => Text(Lines("nom;email", i => $"{Repeated("É ", 9000)};a{i}@b.fr")), ""),
    ];

    private const string Laughs = """
        <!DOCTYPE w [<!ENTITY a "haha">
        <!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">
        <!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;"><!ENTITY e "&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;">
        <!ENTITY f "&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;"><!ENTITY lol "&f;&f;&f;&f;&f;&f;&f;&f;&f;&f;">]>
        """;

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text)[..Math.Min(Megabyte, Encoding.UTF8.GetByteCount(text))];

    private static string Lines(string head, Func<int, string> line)
    {
        var text = new StringBuilder(head);
        for (var i = 0; i < 4999 && text.Length < Megabyte; i++)
            text.Append('\n').Append(line(i));
        return text.ToString();
    }

    /// <param name="length">Of the result, in characters.</param>
    private static string Repeated(string text, int length) => new StringBuilder(length).Insert(0, text, length / text.Length).ToString();

    /// <param name="rows">The content of the only sheet.</param>
    /// <param name="strings">The text of the first shared string.</param>
    /// <param name="format">The number format of the cells.</param>
    /// <param name="start">The start of the sheet.</param>
    private static byte[] Workbook(string rows, string strings = "", string format = "", string start = "") =>
        Zipped([
            (
                "[Content_Types].xml",
                """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" """
                    + $"""ContentType="{Spreadsheet}.sheet.main+xml"/><Default Extension="rels" """
                    + """ContentType="application/vnd.openxmlformats-package.relationships+xml"/>"""
                    + Override("sheet", "worksheet")
                    + Override("strings", "sharedStrings")
                    + Override("styles", "styles")
                    + "</Types>"
            ),
            (
                "_rels/.rels",
                $"""<Relationships xmlns="{Packages}"><Relationship Id="w" Type="{Relations}/officeDocument" Target="book.xml"/>"""
                    + "</Relationships>"
            ),
            (
                "_rels/book.xml.rels",
                $"""<Relationships xmlns="{Packages}"><Relationship Id="s" Type="{Relations}/worksheet" Target="sheet.xml"/>"""
                    + $"""<Relationship Id="t" Type="{Relations}/sharedStrings" Target="strings.xml"/>"""
                    + $"""<Relationship Id="f" Type="{Relations}/styles" Target="styles.xml"/></Relationships>"""
            ),
            (
                "book.xml",
                $"""<workbook xmlns="{Main}" xmlns:r="{Relations}"><sheets><sheet name="x" sheetId="1" r:id="s"/></sheets></workbook>"""
            ),
            ("strings.xml", $"""<sst xmlns="{Main}"><si><t>{strings}</t></si></sst>"""),
            (
                "styles.xml",
                $"""<styleSheet xmlns="{Main}"><numFmts><numFmt numFmtId="170" formatCode="{format}"/></numFmts>"""
                    + """<cellXfs><xf numFmtId="170"/></cellXfs></styleSheet>"""
            ),
            ("sheet.xml", $"""{start}<worksheet xmlns="{Main}"><sheetData>{rows}</sheetData></worksheet>"""),
        ]);

    private static string Override(string part, string type) =>
        $"""<Override PartName="/{part}.xml" ContentType="{Spreadsheet}.{type}+xml"/>""";

    private static byte[] Zipped(IEnumerable<(string Name, string Text)> parts)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, text) in parts)
            {
                using var part = new StreamWriter(zip.CreateEntry(name, CompressionLevel.Fastest).Open());
                part.Write(text);
            }
        return file.ToArray();
    }

    /// <summary>Writes this size into the directory of a ZIP file as that of each part.</summary>
    private static byte[] WithSizesOf(uint size, byte[] zip)
    {
        for (var at = 0; zip.AsSpan(at).IndexOf("PK\u0001\u0002"u8) is >= 0 and var next; at += next + 4)
            BinaryPrimitives.WriteUInt32LittleEndian(zip.AsSpan(at + next + 24), size);
        return zip;
    }
}
