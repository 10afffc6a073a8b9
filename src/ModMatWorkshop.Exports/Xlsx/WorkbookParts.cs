using System.IO.Compression;
using System.Text;
using System.Xml;

namespace ModMatWorkshop.Exports;

internal sealed record SheetPart(string Name, bool IsHidden, Func<PartReader> Open);

/// <summary>The parts of an XLSX workbook, found by the relationships between them (ECMA-376, part 2).</summary>
internal sealed class WorkbookParts
{
    /// <summary>Of all parts, decompressed.</summary>
    public const int MaxBytes = 16 << 20;

    private readonly Dictionary<string, ZipArchiveEntry> _entries;
    private readonly string _folder;
    private readonly Dictionary<string, (string Type, string Target)> _related;

    public WorkbookParts(ZipArchive zip)
    {
        _entries = zip
            .Entries.DistinctBy(e => e.FullName, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(e => e.FullName, StringComparer.OrdinalIgnoreCase);
        var path = Relationships("_rels/.rels").Values.First(r => r.Type == "officeDocument").Target.TrimStart('/');
        _folder = path[..(path.LastIndexOf('/') + 1)];
        _related = Relationships($"{_folder}_rels/{path[_folder.Length..]}.rels");
        (Sheets, StartsIn1904) = Read(Open(path));
    }

    public IReadOnlyList<SheetPart> Sheets { get; }

    /// <summary>True when days are counted from 1904 instead of 1900.</summary>
    public bool StartsIn1904 { get; }

    /// <summary>The part of this type, such as <c>styles</c>; null when there is none.</summary>
    public PartReader? Find(string type) =>
        _related.Values.FirstOrDefault(r => r.Type == type) is { Target: { } target } ? OpenRelated(target) : null;

    private (IReadOnlyList<SheetPart> Sheets, bool StartsIn1904) Read(PartReader xml)
    {
        using var workbook = xml;
        var (sheets, startsIn1904) = (new List<SheetPart>(), false);
        while (workbook.Read())
            if (workbook.Reader is { Depth: 0, NodeType: XmlNodeType.Element, LocalName: not "workbook" })
                throw new InvalidDataException("The package is not a workbook.");
            else if (workbook.IsStartOf("workbookPr"))
                startsIn1904 = workbook.Reader.GetAttribute("date1904") is "1" or "true";
            else if (workbook.IsStartOf("sheet") && _related.GetValueOrDefault(workbook.IdOfRelationship) is ("worksheet", var target))
                sheets.Add(
                    new(workbook.Reader.GetAttribute("name") ?? "", workbook.Reader.GetAttribute("state") is "hidden" or "veryHidden", () =>
                        OpenRelated(target)
                    )
                );
        return (sheets, startsIn1904);
    }

    /// <summary>The relationships in a part, by id. The type is the last word of its address.</summary>
    private Dictionary<string, (string Type, string Target)> Relationships(string part)
    {
        var found = new Dictionary<string, (string, string)>();
        using var xml = Open(part);
        while (xml.Read())
            if (xml.IsStartOf("Relationship"))
                found[xml.Reader.GetAttribute("Id") ?? ""] = (
                    xml.Reader.GetAttribute("Type")?.Split('/')[^1] ?? "",
                    xml.Reader.GetAttribute("Target") ?? ""
                );
        return found;
    }

    private PartReader OpenRelated(string target) => Open(target.StartsWith('/') ? target[1..] : _folder + target);

    private PartReader Open(string path) => new(_entries[path].Open());
}

/// <summary>Reads the XML of a part from start to end. Refuses nested elements that no workbook has, and document types.</summary>
internal sealed class PartReader(Stream part) : IDisposable
{
    private const int MaxDepth = 50;

    // The sizes in the directory of the ZIP file may be wrong.
    private static readonly XmlReaderSettings Settings = new()
    {
        CloseInput = true,
        IgnoreWhitespace = true,
        MaxCharactersInDocument = WorkbookParts.MaxBytes,
    };

    public XmlReader Reader { get; } = XmlReader.Create(part, Settings);

    /// <summary>The attribute <c>r:id</c>, whatever the prefix.</summary>
    public string IdOfRelationship
    {
        get
        {
            var id = "";
            while (Reader.MoveToNextAttribute())
                if (Reader is { LocalName: "id", Prefix.Length: > 0 })
                    id = Reader.Value;
            Reader.MoveToElement();
            return id;
        }
    }

    public bool Read() =>
        Reader.Read() && (Reader.Depth <= MaxDepth ? true : throw new XmlException("The elements are nested too deeply."));

    public bool IsStartOf(string element) => Reader.NodeType == XmlNodeType.Element && Reader.LocalName == element;

    /// <summary>Reads to the end of the current element, and stops at each element within it.</summary>
    public IEnumerable<string> ElementsWithin()
    {
        if (Reader.IsEmptyElement)
            yield break;
        for (var depth = Reader.Depth; Read() && Reader.Depth > depth; )
            if (Reader.NodeType == XmlNodeType.Element)
                yield return Reader.LocalName;
    }

    /// <summary>Reads the text of the current element to its end, without phonetic hints.</summary>
    public string Text()
    {
        var text = new StringBuilder();
        if (Reader.IsEmptyElement)
            return "";
        for (var depth = Reader.Depth; Read() && Reader.Depth > depth; )
            if (IsStartOf("rPh"))
                _ = Text();
            else if (Reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace)
                text.Append(Reader.Value);
        return text.ToString();
    }

    public void Dispose() => Reader.Dispose();
}
