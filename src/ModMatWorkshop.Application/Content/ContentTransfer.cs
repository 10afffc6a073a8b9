using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Content;
using ModMatWorkshop.Content.Differences;

namespace ModMatWorkshop.Application.Content;

/// <summary>What a transfer has done to a file, or would do.</summary>
public enum TransferKind
{
    Added,
    Changed,
    Removed,

    /// <summary>A text that both sides have changed, at different places. It has both changes now.</summary>
    Merged,
}

/// <param name="Name">The path in the content folder, with forward slashes.</param>
public sealed record TransferredFile(string Name, TransferKind Kind);

/// <summary>
/// The side of the site when content moves between it and a folder elsewhere, whatever its store. Each direction merges what the other side
/// has changed since the last pull; if it cannot, nothing is written.
/// </summary>
public abstract class ContentTransfer(WorkshopDb db, ContentHistory history, SiteSettings settings)
{
    private protected WorkshopDb Db => db;

    private protected ContentHistory History => history;

    private protected SiteSettings Settings => settings;

    private protected bool IsInDatabase => settings.ContentStore is ContentStore.Database;

    private protected static IEnumerable<(string Name, ThreeWayChange Change)> Compare(
        PulledFolder folder,
        IReadOnlyDictionary<string, PulledFile> site
    ) =>
        folder
            .Hashes.Keys.Union(site.Keys)
            .Order(StringComparer.Ordinal)
            .Select(name =>
                (
                    name,
                    ThreeWay.Compare(
                        folder.Pulled.GetValueOrDefault(name)?.Sha256 ?? ContentFiles.NoFile,
                        folder.Hashes.GetValueOrDefault(name, ContentFiles.NoFile),
                        site.GetValueOrDefault(name)?.Sha256 ?? ContentFiles.NoFile
                    )
                )
            );

    private protected static TransferKind KindOf(bool was, bool @is) =>
        !was ? TransferKind.Added
        : @is ? TransferKind.Changed
        : TransferKind.Removed;

    /// <summary>What the site has, without files that are gone.</summary>
    private protected async Task<IReadOnlyDictionary<string, PulledFile>> ReadSiteAsync(CancellationToken cancel)
    {
        await history.FollowFolderAsync(cancel);
        var files = (await ContentHistory.StoredAsync(db, cancel))
            .Where(f => !f.IsGone && (IsInDatabase || !ContentFileName.IsMaterial(f.Name)))
            .ToDictionary(f => f.Name, f => new PulledFile(f.Version, f.Hash));
        if (!IsInDatabase && Directory.Exists(settings.ContentPath))
            foreach (var name in PulledFolder.NamesIn(settings.ContentPath).Where(ContentFileName.IsMaterial))
                files[name] = new(0, PulledFolder.HashOf(PathOnSite(name)));
        return files;
    }

    /// <summary>The version that was pulled; null if there was none, or if a restored database no longer knows it.</summary>
    private protected async Task<long?> BasisAsync(
        PulledFolder folder,
        string name,
        IReadOnlyDictionary<string, PulledFile> site,
        CancellationToken cancel
    )
    {
        if (folder.Pulled.GetValueOrDefault(name) is not { } pulled)
            return null;
        if (site.GetValueOrDefault(name) is { } there && there.Sha256 == pulled.Sha256)
            return there.Version;
        var isKnown = await db.ContentFileVersions.AnyAsync(
            v => v.Id == pulled.Version && v.Name == name && v.Hash == pulled.Sha256,
            cancel
        );
        return isKnown ? pulled.Version : null;
    }

    private protected string PathOnSite(string name) => Path.Combine(settings.ContentPath, name);

    private protected static string Conflict(IReadOnlyList<string> names, string folder) =>
        $"{string.Join('\n', names.Select(n => $"{n} has changed here and on the site."))}\n"
        + $"Nothing was changed. Pull into an empty folder, compare it with {folder}, and push that one.";
}
