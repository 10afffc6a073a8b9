using System.Collections.Concurrent;
using ModMatWorkshop.Content.Images;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Addresses;
using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Content;

/// <summary>Reads the materials of contributions and slots: links, and files of <c>materials/</c>. Safe for concurrent use.</summary>
public sealed class MaterialReader(string root, ImageReader images, ProblemList problems)
{
    private const string Example = "`file: o1-slides.pdf`";

    private static readonly Dictionary<string, MaterialKind> Kinds = new()
    {
        ["slides"] = MaterialKind.Slides,
        ["poster"] = MaterialKind.Poster,
        ["recording"] = MaterialKind.Recording,
    };

    private readonly ConcurrentDictionary<string, bool> _named = [];

    private enum MaterialKind
    {
        Slides,
        Poster,
        Recording,
    }

    /// <summary>A file of the folder; null for a missing file and for a symbolic link, which could point outside the folder.</summary>
    public static FileInfo? Find(string root, string name)
    {
        var file = FileOf(root, name);
        return file.Exists && !IsLink(file) ? file : null;
    }

    /// <summary>The materials that readers can open; a file that cannot be served is reported and left out.</summary>
    public IReadOnlyList<Material> Read(Fields fields) => [.. fields.List("materials").Select(Material).OfType<Material>()];

    /// <summary>Warns of files that the content does not name, because no page links to them.</summary>
    public void ReportUnused()
    {
        foreach (
            var file in ContentFolder
                .FilesIn(root, ContentFolder.Materials)
                .Where(file => !file.Name.EndsWith(".md", StringComparison.Ordinal) && !_named.ContainsKey(file.Name))
        )
            problems.Warn(
                new($"{ContentFolder.Materials}/{file.Name}"),
                "Nothing refers to this file, so it is neither published nor sent.",
                $"List it under `materials` of a contribution or a slot: {Example}."
            );
    }

    private Material? Material(Fields item)
    {
        var kind = item.Choice("kind", Kinds);
        var title = item.Localized("title") ?? (item.Has("kind") ? TitleOf(kind) : item.RequiredLocalized("title"));
        var (url, name) = (item.Text("url"), item.Text("file"));
        if (url is not null && name is not null)
            item.Error("file", "A material is either a link or a file.", "Keep `url` or `file`, and add a separate item for the other.");
        else if (url is null && name is null)
            problems.Error(
                item.Place,
                "The material has neither a link nor a file.",
                $"`url: \"https://…\"`, or the name of a file in {ContentFolder.Materials}/: {Example}."
            );
        item.ReportUnlessWebAddress("url");
        var picture = item.Text("picture") is { } shown ? images.Find(shown, PictureUse.Poster, item.PlaceOfKey("picture")) : null;
        item.ReportUnknownKeys();
        if (name is null)
            return new(title, url ?? "") { Picture = picture };
        return File(item, name) is { } file ? new(title, Routes.Material(name), file) { Picture = picture } : null;
    }

    /// <summary>The file that an item names with its key <c>file</c>; null if it cannot be used, which is reported.</summary>
    public MaterialFile? File(Fields item, string name)
    {
        _named[name] = true;
        if (name.AsSpan().ContainsAny('/', '\\') || name.StartsWith('.'))
            return Wrong($"`{name}` is not in {ContentFolder.Materials}/.", $"Put the file there and write only its name: {Example}.");
        if (MaterialFileType.Of(name) is not { } kind)
            return Wrong(
                $"Files like `{name}` cannot be published.",
                $"The name ends in {string.Join(", ", MaterialFileType.All.Select(k => "." + k.Extension))}. "
                    + $"Put anything else in a zip file."
            );
        if (!ContentFileName.IsMaterial(ContentFileName.OfMaterial(name)))
            return Wrong(
                $"`{name}` cannot be used in an address.",
                $"Name the file with lower-case letters, digits and hyphens: {Example}."
            );

        var (file, path) = (FileOf(root, name), ContentFileName.OfMaterial(name));
        if (IsLink(file))
            return Wrong($"{path} is a symbolic link, and links are not followed.", "Put the file itself there.");
        if (!file.Exists)
            return Wrong($"There is no file {path}.", "Put it there, or correct the name.");
        try
        {
            return kind.Begins(file)
                ? new(name, kind.MediaType, file.Length)
                : Wrong($"The content of {path} is not {kind.Extension}.", "Open it and save it again, or give it the right extension.");
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return Wrong($"{path} cannot be read.", "Check its permissions.");
        }

        MaterialFile? Wrong(ProblemText message, ProblemText hint)
        {
            item.Error("file", message, hint);
            return null;
        }
    }

    private static Localized TitleOf(MaterialKind? kind) =>
        kind switch
        {
            MaterialKind.Slides => new("Diapositives", "Slides"),
            MaterialKind.Poster => new("Poster", "Poster"),
            _ => new("Enregistrement", "Recording"),
        };

    private static FileInfo FileOf(string root, string name) => new(Path.Combine(root, ContentFolder.Materials, name));

    private static bool IsLink(FileInfo file) => (file.LinkTarget ?? file.Directory!.LinkTarget) is not null;
}
