using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Content;
using ModMatWorkshop.Content.Differences;
using static ModMatWorkshop.Application.Content.ContentEditor;

namespace ModMatWorkshop.Application.Content;

/// <summary>Writes the content of the site into a folder, for an editor or for git.</summary>
public sealed class ContentPull(WorkshopDb db, ContentHistory history, SiteSettings settings) : ContentTransfer(db, history, settings)
{
    /// <summary>Keeps what has changed in the folder since the last pull.</summary>
    /// <param name="isDry">Writes nothing.</param>
    /// <exception cref="SettingsException">Nothing was changed; the message says why.</exception>
    public async Task<IReadOnlyList<TransferredFile>> RunAsync(string folder, bool isDry, CancellationToken cancel)
    {
        var (target, site) = (new PulledFolder(folder), await ReadSiteAsync(cancel));
        if (!site.ContainsKey(ContentFolder.WorkshopFile))
            throw new SettingsException($"There is no content in {Settings.ContentPlace}.");
        var (files, merged, conflicts) = (new List<TransferredFile>(), new Dictionary<string, string>(), new List<string>());
        foreach (var (name, change) in Compare(target, site))
            if (change is ThreeWayChange.Theirs)
                files.Add(new(name, KindOf(target.Hashes.ContainsKey(name), site.ContainsKey(name))));
            else if (change is ThreeWayChange.Both)
                if (await MergeAsync(target, name, site, cancel) is { } text)
                {
                    merged[name] = text;
                    files.Add(new(name, TransferKind.Merged));
                }
                else
                    conflicts.Add(name);
        if (conflicts.Count > 0)
            throw new SettingsException(Conflict(conflicts, folder));
        if (isDry)
            return files;
        Directory.CreateDirectory(folder);
        foreach (var file in files)
            if (merged.TryGetValue(file.Name, out var text))
                target.Files.Write([(file.Name, BytesOf(text))]);
            else if (site.TryGetValue(file.Name, out var there))
                await CopyFromSiteAsync(target, file.Name, there, cancel);
            else
                target.Files.Write([(file.Name, null)]);
        target.Remember(site);
        return files;
    }

    private async Task CopyFromSiteAsync(PulledFolder target, string name, PulledFile file, CancellationToken cancel)
    {
        if (file.Version == 0)
            target.Files.CopyFrom(PathOnSite(name), name);
        else if (await ContentHistory.ContentOfAsync(Db, file.Version, cancel) is { } content)
            target.Files.Write([(name, content)]);
    }

    /// <summary>The text of the folder with the changes of the site; null if that is a conflict.</summary>
    private async Task<string?> MergeAsync(
        PulledFolder folder,
        string name,
        IReadOnlyDictionary<string, PulledFile> site,
        CancellationToken cancel
    )
    {
        if (
            !ContentFileName.IsText(name)
            || await BasisAsync(folder, name, site, cancel) is not { } basis
            || !site.TryGetValue(name, out var there)
            || folder.Files.Read(name)?.Content is not { } ours
        )
            return null;
        var (before, theirs) = (
            await ContentHistory.ContentOfAsync(Db, basis, cancel),
            await ContentHistory.ContentOfAsync(Db, there.Version, cancel)
        );
        var merged = LineMerge.Merge(TextOf(before), TextOf(ours), TextOf(theirs));
        return merged.HasConflict ? null : merged.Text;
    }
}
