using ModMatWorkshop.Content.Images;
using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Content;

/// <summary>
/// The names of the files that a content folder may have, relative to it and with forward slashes. Nothing else is read or written.
/// </summary>
public static class ContentFileName
{
    private const int MaxLength = 120;
    private const string PictureFolder = ContentFolder.Images + "/";
    private const string MaterialFolder = ContentFolder.Materials + "/";
    private static readonly string[] TextFolders = ["sessions", "contributions", "pages", "news", MailReader.Folder];

    /// <summary>Whether a Markdown file of this name is read.</summary>
    public static bool IsText(string name) =>
        name is ContentFolder.WorkshopFile or "workshop.en.md" or "workshop.fr.md"
        || name.EndsWith(".md", StringComparison.Ordinal)
            && name.Split('/') is [var folder, var file]
            && TextFolders.Contains(folder)
            && IsPlain(file);

    public static bool IsPicture(string name) =>
        name.StartsWith(PictureFolder, StringComparison.Ordinal)
        && name[PictureFolder.Length..] is var file
        && Path.GetExtension(file) is var ending
        && PictureFormats.Endings.ContainsKey(ending)
        // The whole rest, with any folder in it.
        && Slug.IsValid(file[..^ending.Length]);

    /// <summary>Whether a file of this name can be published as material.</summary>
    public static bool IsMaterial(string name) =>
        name.StartsWith(MaterialFolder, StringComparison.Ordinal)
        && name[MaterialFolder.Length..] is var file
        && MaterialFileType.Of(file) is { } kind
        && file.EndsWith("." + kind.Extension, StringComparison.Ordinal)
        && Slug.IsValid(file[..^(kind.Extension.Length + 1)]);

    /// <summary>The media type of a picture; null for another file.</summary>
    public static string? MediaTypeOf(string name) =>
        !IsPicture(name)
            ? null
            : PictureFormats.Endings[Path.GetExtension(name)] switch
            {
                PictureFormat.Svg => "image/svg+xml",
                PictureFormat.Png => "image/png",
                PictureFormat.WebP => "image/webp",
                _ => "image/jpeg",
            };

    /// <summary>Whether the site may write a file of this name that does not exist yet: its name is part of an address.</summary>
    public static bool MayBeNew(string name) => IsPicture(name) || IsText(name) && Slug.IsValid(StemOf(name));

    /// <summary>The name of a picture in the folder: <c>images/map.svg</c> for <c>map.svg</c>.</summary>
    public static string OfPicture(string file) => PictureFolder + file;

    public static string OfMaterial(string file) => MaterialFolder + file;

    /// <summary><c>contact</c> for <c>pages/contact.en.md</c>.</summary>
    private static string StemOf(string name)
    {
        var stem = Path.GetFileNameWithoutExtension(name);
        return TranslatedBodies.LanguageOf(name) is null ? stem : Path.GetFileNameWithoutExtension(stem);
    }

    /// <summary>Not hidden, and no part of a path on any system.</summary>
    private static bool IsPlain(string file) =>
        file.Length <= MaxLength
        && file[0] != '.'
        && !file.Any(c => char.IsControl(c) || c is '\\' or ':' or '*' or '?' or '"' or '<' or '>' or '|');
}
