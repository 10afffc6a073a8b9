using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Content;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Content;
using ModMatWorkshop.Content.Images;
using ModMatWorkshop.Domain.Addresses;

namespace ModMatWorkshop.Web.Pages.Admin.Content;

/// <summary>A file of <c>images/</c>.</summary>
/// <param name="Name">Without the folder: <c>map.svg</c>.</param>
/// <param name="Size">Null for a file that is no picture.</param>
/// <param name="Thumbnail">The address of the picture as the site serves it; null if nothing shows it yet.</param>
/// <param name="ShownIn">The content files that name it.</param>
/// <param name="IsInDraft">Whether readers see another picture, or none, until the shared draft is released.</param>
public sealed record ListedPicture(
    string Name,
    long Bytes,
    PictureSize? Size,
    string? Thumbnail,
    IReadOnlyList<string> ShownIn,
    bool IsInDraft
)
{
    public string Address => $"{ContentAddress.Images}/{Uri.EscapeDataString(Name)}";
}

/// <summary>Reads the pictures of the folder, with the texts that name them.</summary>
public static class PictureList
{
    /// <param name="name">The only picture to read; null for all.</param>
    /// <param name="draft">The shared draft: its pictures take the place of those in the folder, its texts of those on the site.</param>
    public static async Task<IReadOnlyList<ListedPicture>> ReadAsync(
        WorkshopDb db,
        string folder,
        string? name,
        IReadOnlyList<DraftFile> draft,
        CancellationToken cancel
    )
    {
        var drafts = draft.ToDictionary(f => f.Name, f => f.Version.Content);
        var texts = (await db.LastGoodFiles.AsNoTracking().ToListAsync(cancel))
            .Where(f => !drafts.ContainsKey(f.Name))
            .Select(f => (f.Name, f.Text))
            .Concat(drafts.Where(d => ContentFileName.IsText(d.Key)).Select(d => (Name: d.Key, Text: ContentEditor.TextOf(d.Value))))
            .ToList();
        var served = (
            await db.Images.AsNoTracking().OrderBy(i => i.Width).Select(i => new { i.Name, i.Fingerprint }).ToListAsync(cancel)
        ).ToLookup(i => OriginalOf(i.Name));
        return
        [
            .. ContentFolder
                .FilesIn(folder, ContentFolder.Images)
                .Where(f => !drafts.ContainsKey(ContentFileName.OfPicture(f.Name)))
                .Select(f =>
                    Listed(f.Name, f.Length, f.Length <= PictureEditor.MaxBytes ? () => File.ReadAllBytes(f.FullName) : null, false)
                )
                .Concat(
                    drafts
                        .Where(d => d.Value is not null && ContentFileName.IsPicture(d.Key))
                        .Select(d => Listed(Path.GetFileName(d.Key), d.Value!.Length, () => d.Value!, true))
                )
                .OfType<ListedPicture>()
                .OrderBy(p => p.Name, StringComparer.Ordinal),
        ];

        ListedPicture? Listed(string file, long bytes, Func<byte[]>? read, bool isInDraft) =>
            ContentFileName.IsPicture(ContentFileName.OfPicture(file)) && (name is null || file == name)
                ? new(
                    file,
                    bytes,
                    read is null ? null : PictureEditor.Measure(read()),
                    isInDraft ? null : served[file].Select(i => Routes.Image(i.Fingerprint, i.Name)).FirstOrDefault(),
                    [.. texts.Where(t => Names(t.Text, file)).Select(t => t.Name).Order(StringComparer.Ordinal)],
                    isInDraft
                )
                : null;
    }

    /// <summary>The names of the pictures of the folder and of the shared draft, for forms.</summary>
    public static IReadOnlyList<string> Names(string folder, IReadOnlyList<DraftFile> draft)
    {
        var inDraft = draft
            .Where(f => ContentFileName.IsPicture(f.Name))
            .ToDictionary(f => Path.GetFileName(f.Name), f => f.Version.Content is not null);
        return
        [
            .. ContentFolder
                .FilesIn(folder, ContentFolder.Images)
                .Select(f => f.Name)
                .Where(name => ContentFileName.IsPicture(ContentFileName.OfPicture(name)))
                .Concat(inDraft.Keys)
                .Distinct()
                .Where(name => inDraft.GetValueOrDefault(name, true))
                .Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>
    /// <c>photo.jpg</c> for <c>photo.jpg.608.webp</c>; the name itself for a drawing. Empty for a file that only PDFs show.
    /// </summary>
    private static string OriginalOf(string name) =>
        name.EndsWith(".print", StringComparison.Ordinal) ? ""
        : name.EndsWith(".webp", StringComparison.Ordinal) ? Path.GetFileNameWithoutExtension(Path.GetFileNameWithoutExtension(name))
        : name;

    /// <summary>Whether the text has the name, and not only as the end of another one.</summary>
    private static bool Names(string text, string name)
    {
        for (var at = text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + 1, StringComparison.Ordinal))
            if (at == 0 || !(char.IsAsciiLetterOrDigit(text[at - 1]) || text[at - 1] is '-'))
                return true;
        return false;
    }
}
