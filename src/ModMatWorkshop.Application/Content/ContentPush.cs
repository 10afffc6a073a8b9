using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Content;
using ModMatWorkshop.Content.Differences;
using ModMatWorkshop.Domain;

namespace ModMatWorkshop.Application.Content;

/// <summary>Sends the content of a folder to the site.</summary>
public sealed class ContentPush(
    WorkshopDb db,
    ContentHistory history,
    ContentEditor editor,
    ContentImporter importer,
    SiteSettings settings
) : ContentTransfer(db, history, settings)
{
    private readonly ContentFiles _site = new(settings.ContentPath);

    /// <summary>Checks the folder, and merges it with what has changed on the site since the pull.</summary>
    /// <param name="isDry">Sends nothing.</param>
    /// <exception cref="SettingsException">No text was changed; the message says why.</exception>
    public async Task<IReadOnlyList<TransferredFile>> RunAsync(string folder, Actor by, bool isDry, CancellationToken cancel)
    {
        if (!Directory.Exists(folder))
            throw new SettingsException($"There is no folder {folder}.");
        if (ContentFolder.Read(folder) is { HasErrors: true } wrong)
            throw new SettingsException(
                $"{ContentReport.Of(wrong, Language.English)}\nA folder with errors is not sent. Nothing was changed."
            );
        var (source, site) = (new PulledFolder(folder), await ReadSiteAsync(cancel));
        var (files, texts, conflicts) = (new List<TransferredFile>(), new List<PendingChange>(), new List<string>());
        foreach (var (name, change) in Compare(source, site).Where(c => c.Change is ThreeWayChange.Ours or ThreeWayChange.Both))
        {
            var kind = KindOf(site.ContainsKey(name), source.Hashes.ContainsKey(name));
            if (ContentFileName.IsMaterial(name))
            {
                if (change is ThreeWayChange.Both)
                    conflicts.Add(name);
                files.Add(new(name, kind));
                continue;
            }
            var pending = new PendingChange(
                name,
                source.Files.Read(name)?.Content,
                await BasisAsync(source, name, site, cancel),
                Live: null,
                IsFromFolder: true
            );
            var now = await History.OnDiskAsync(name, cancel);
            var (version, conflict) = await editor.MergeAsync(pending, now, SaveTarget.Live, null, cancel);
            if (conflict is not null)
                conflicts.Add(name);
            if (version is null or { IsOnDisk: true })
                continue;
            texts.Add(pending);
            files.Add(new(name, version.Kind is ContentChangeKind.Merged ? TransferKind.Merged : kind));
        }
        if (conflicts.Count > 0)
            throw new SettingsException(Conflict(conflicts, folder));
        RefuseLargeMaterials(source, files);
        if (isDry)
            return files;
        if (files.Count > 0)
            await SendAsync(source, site, files, texts, by, cancel);
        await RememberSameAsync(source, cancel);
        return files;
    }

    /// <summary>Sends materials first, because texts name them, and removes those that leave last.</summary>
    private async Task SendAsync(
        PulledFolder source,
        IReadOnlyDictionary<string, PulledFile> site,
        IReadOnlyList<TransferredFile> files,
        IReadOnlyList<PendingChange> texts,
        Actor by,
        CancellationToken cancel
    )
    {
        var materials = files.Where(f => ContentFileName.IsMaterial(f.Name)).ToLookup(f => f.Kind is TransferKind.Removed, f => f.Name);
        foreach (var name in materials[false])
            await SendMaterialAsync(source, name, by, site.GetValueOrDefault(name));
        await SaveAsync(by, texts, cancel);
        foreach (var name in materials[true])
            await SendMaterialAsync(source, name, by, site[name]);
        await importer.ImportAsync(cancel);
    }

    private void RefuseLargeMaterials(PulledFolder source, IReadOnlyList<TransferredFile> files)
    {
        if (!IsInDatabase)
            return;
        var large = files
            .Where(f => f.Kind is not TransferKind.Removed && new FileInfo(source.PathOf(f.Name)).Length > ContentFileVersion.MaxMaterial)
            .Select(f => $"{f.Name}: the database holds files of at most {ContentFileVersion.MaxMaterial >> 20} MB.")
            .ToList();
        if (large.Count > 0)
            throw new SettingsException($"{string.Join('\n', large)}\nPublish larger ones elsewhere, as a link. Nothing was changed.");
    }

    /// <summary>Sends a material, or removes it if the folder does not have it.</summary>
    private async Task SendMaterialAsync(PulledFolder source, string name, Actor by, PulledFile? before)
    {
        var path = source.PathOf(name);
        if (!IsInDatabase)
        {
            if (File.Exists(path))
                _site.CopyFrom(path, name);
            else
                _site.Write([(name, null)]);
            return;
        }
        var content = File.Exists(path) ? await File.ReadAllBytesAsync(path) : null;
        var kind =
            content is null ? ContentChangeKind.Deleted
            : before is null ? ContentChangeKind.Created
            : ContentChangeKind.Edited;
        if (await History.WriteAsync(by, [new(name, content, before?.Sha256 ?? ContentFiles.NoFile, kind)]) != WriteResult.Written)
            throw new SettingsException($"Somebody has changed {name} meanwhile. No text was changed. Push again.");
    }

    private async Task SaveAsync(Actor by, IReadOnlyList<PendingChange> texts, CancellationToken cancel)
    {
        if (texts.Count == 0)
            return;
        Directory.CreateDirectory(Settings.ContentPath);
        var outcome = await editor.SaveAsync(by, texts, SaveTarget.Live, null, cancel);
        if (outcome.Result is EditResult.Refused)
            throw new SettingsException(
                $"{string.Join('\n', outcome.Problems)}\n"
                    + "With what has changed on the site since the pull, these errors remain. No text was changed."
            );
        if (outcome.Result is EditResult.Conflict)
            throw new SettingsException("Somebody has changed the content meanwhile. No text was changed. Push again.");
        if (outcome.Result is EditResult.ReadOnlyFolder)
            throw new SettingsException($"{Settings.ContentPath} cannot be written. No text was changed.");
    }

    /// <summary>Where folder and site are the same now, the next comparison starts from here.</summary>
    private async Task RememberSameAsync(PulledFolder source, CancellationToken cancel)
    {
        var same = (await ReadSiteAsync(cancel)).Where(f => source.Hashes.GetValueOrDefault(f.Key) == f.Value.Sha256).ToDictionary();
        var older = source.Pulled.Where(f => !same.ContainsKey(f.Key) && source.Hashes.ContainsKey(f.Key));
        try
        {
            source.Remember(same.Concat(older).ToDictionary());
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            // The content of a container image, for example. It stays a folder that was never pulled.
        }
    }
}
