using System.Text;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Content;

namespace ModMatWorkshop.Application.Content;

/// <summary>
/// Changes files of the content folder: merges, checks, writes and imports them, and keeps each version. Or keeps the changes in the shared
/// draft, and writes nothing.
/// </summary>
public sealed class ContentEditor(ContentHistory history, SharedDraft draft, ContentImporter importer, ContentChangeCheck check)
{
    /// <summary>A file as it is on the disk. Records its version if the history does not know it.</summary>
    /// <returns>Null if there is no such file, or if its name is none of the content folder.</returns>
    public async Task<OpenedFile?> OpenLiveAsync(string name, CancellationToken cancel) =>
        ContentFileName.IsText(name) && await history.OnDiskAsync(name, cancel) is { Content: not null } version
            ? new(version.Name, TextOf(version.Content), version.Id, version.Id)
            : null;

    /// <summary>A file as it is in the shared draft, with what has changed live meanwhile; otherwise as it is on the disk.</summary>
    /// <returns>Null if there is no such file, or if its name is none of the content folder.</returns>
    public async Task<OpenedFile?> OpenAsync(string name, CancellationToken cancel)
    {
        if (!ContentFileName.IsText(name))
            return null;
        if (await draft.FindAsync(name, cancel) is not { } file)
            return await OpenLiveAsync(name, cancel);
        // A file that the draft deletes can still be edited, and so kept.
        return file.Content is null && await OpenLiveAsync(name, cancel) is { } live
            ? live with
            {
                Draft = file,
            }
            : new(name, file.Conflict ?? TextOf(file.Content), file.Version.Id, file.Live?.Id) { Draft = file };
    }

    /// <summary>Saves changes of texts together: all or none.</summary>
    public Task<EditOutcome> SaveAsync(Actor by, IReadOnlyList<FileChange> changes, SaveTarget target, CancellationToken cancel) =>
        SaveAsync(by, [.. changes.Select(c => new PendingChange(c.Name, BytesOf(c.Text), c.BasedOn, c.Live))], target, null, cancel);

    /// <summary>Makes the shared draft live, all of it or nothing. Readers see it as one change.</summary>
    /// <param name="stamp">The draft that the organiser saw. See <see cref="DraftSummary.Stamp"/>.</param>
    /// <returns>Null if the draft is another one now.</returns>
    public async Task<EditOutcome?> ReleaseAsync(Actor by, string? stamp, CancellationToken cancel)
    {
        var files = await draft.FilesAsync(cancel);
        if (files.Count == 0 || SharedDraft.StampOf(files.Select(f => f.Version.Id)) != stamp)
            return null;
        var changes = files.Select(f => new PendingChange(f.Name, f.Version.Content, f.Version.Id, f.Version.BasedOn)).ToList();
        return await SaveAsync(by, changes, SaveTarget.Live, null, cancel);
    }

    /// <summary>A picture as it is in the shared draft, or else on the disk; null if there is none.</summary>
    public async Task<OpenedPicture?> OpenPictureAsync(string name, CancellationToken cancel)
    {
        if (!ContentFileName.IsPicture(name))
            return null;
        var live = await history.OnDiskAsync(name, cancel);
        return await draft.FindVersionAsync(name, cancel) is { Content: { } kept } version
                ? new(kept, version.Id, live?.Id) { Draft = version }
            : live?.Content is { } content ? new(content, live.Id, live.Id)
            : null;
    }

    /// <summary>A picture as it is on the disk, with the number of its version; null if there is none.</summary>
    public async Task<(byte[] Content, long Version)?> OpenLivePictureAsync(string name, CancellationToken cancel) =>
        ContentFileName.IsPicture(name) && await history.OnDiskAsync(name, cancel) is { Content: { } content } version
            ? (content, version.Id)
            : null;

    /// <summary>Saves a picture.</summary>
    /// <param name="content">Null deletes it.</param>
    /// <param name="basedOn">The version that it takes the place of; null for a new one.</param>
    /// <param name="live">See <see cref="FileChange.Live"/>.</param>
    public Task<EditOutcome> SavePictureAsync(
        Actor by,
        string name,
        byte[]? content,
        long? basedOn,
        long? live,
        SaveTarget target,
        CancellationToken cancel
    ) => SaveAsync(by, [new(name, content, basedOn, live)], target, null, cancel);

    /// <summary>Writes a material. Readers see it once a text names it.</summary>
    internal Task<WriteResult> WriteMaterialAsync(Actor by, string name, byte[] content, CancellationToken cancel) =>
        ContentFileName.IsMaterial(name) && !history.IsLink(name)
            ? importer.BetweenImportsAsync(() => history.WriteMaterialAsync(by, name, content), cancel)
            : throw new InvalidOperationException($"{name} is no material.");

    /// <summary>Makes the file what it was in an earlier version.</summary>
    /// <param name="basedOn">The last version that the organiser has seen; null if the file was gone.</param>
    public async Task<EditOutcome?> BringBackAsync(Actor by, long version, long? basedOn, CancellationToken cancel) =>
        await history.FindAsync(version, cancel) is { } old
            ? await SaveAsync(by, [new(old.Name, old.Content, basedOn, null)], SaveTarget.Live, ContentChangeKind.BroughtBack, cancel)
            : null;

    public static string TextOf(byte[]? content) => content is null ? "" : Encoding.UTF8.GetString(content);

    public static byte[]? BytesOf(string? text) => text is null ? null : Encoding.UTF8.GetBytes(text);

    /// <param name="kind">Null for the kind that follows from the change.</param>
    internal async Task<EditOutcome> SaveAsync(
        Actor by,
        IReadOnlyList<PendingChange> changes,
        SaveTarget target,
        ContentChangeKind? kind,
        CancellationToken cancel
    )
    {
        if (changes.FirstOrDefault(c => !ContentFileName.IsText(c.Name) && !ContentFileName.IsPicture(c.Name)) is { } foreign)
            return RefusedName(foreign.Name);
        var outcome = await importer.BetweenImportsAsync(() => SaveMergedAsync(by, changes, target, kind, cancel), cancel);
        if (outcome.Result != EditResult.Saved || target == SaveTarget.Draft)
            return outcome;
        await importer.ImportAsync(CancellationToken.None);
        var isTimetable = changes.Any(c => ContentFolder.IsTimetable(c.Name));
        return outcome with { TimetableWaits = isTimetable && importer.WaitingTimetable is not null };
    }

    private async Task<EditOutcome> SaveMergedAsync(
        Actor by,
        IReadOnlyList<PendingChange> changes,
        SaveTarget target,
        ContentChangeKind? kind,
        CancellationToken cancel
    )
    {
        for (; ; )
        {
            if (!await history.TryFollowDatabaseAsync(cancel))
                return EditOutcome.Of(EditResult.ReadOnlyFolder);
            var (files, conflicts) = (new List<NextVersion>(), new List<FileConflict>());
            foreach (var change in changes)
            {
                var now = await history.OnDiskAsync(change.Name, cancel);
                if (
                    history.IsLink(change.Name)
                    || now?.Content is null && change.Content is not null && !change.IsFromFolder && !ContentFileName.MayBeNew(change.Name)
                )
                    return RefusedName(change.Name);
                var (file, conflict) = await MergeAsync(change, now, target, kind, cancel);
                if (file is not null)
                    files.Add(file);
                if (conflict is not null)
                    conflicts.Add(conflict);
            }
            if (conflicts.Count > 0)
                return new(EditResult.Conflict, [], conflicts);
            var outcome = target == SaveTarget.Live ? await WriteAsync(by, files, cancel) : await KeepAsync(by, files, cancel);
            if (outcome is not null)
                return outcome;
        }
    }

    /// <summary>Writes what is not on the disk yet, and ends the drafts that it releases.</summary>
    /// <returns>Null if a file has changed meanwhile.</returns>
    private async Task<EditOutcome?> WriteAsync(Actor by, IReadOnlyList<NextVersion> files, CancellationToken cancel)
    {
        var changed = files.Where(f => !f.IsOnDisk).ToList();
        var outcome = EditOutcome.Of(EditResult.Unchanged);
        if (changed.Count > 0)
        {
            outcome = check.Of(new Dictionary<string, byte[]?>(), changed);
            if (outcome.Result == EditResult.Refused)
                return outcome;
            var written = await history.WriteAsync(
                by,
                [.. changed.Select(f => new NewFileVersion(f.Name, f.Content, f.HashBefore, f.Kind, f.Draft?.Id))]
            );
            if (written != WriteResult.Written)
                return written == WriteResult.CannotWrite ? EditOutcome.Of(EditResult.ReadOnlyFolder) : null;
        }
        var ended = files.Where(f => f is { IsOnDisk: true, Draft: not null }).Select(f => (f.Name, f.Draft!.Id)).ToList();
        if (ended.Count > 0)
            await draft.EndUnchangedAsync(ended, cancel);
        return outcome;
    }

    /// <summary>Keeps what differs from the draft. A file that is again as on the disk leaves the draft.</summary>
    /// <returns>Null if the draft has changed meanwhile.</returns>
    private async Task<EditOutcome?> KeepAsync(Actor by, IReadOnlyList<NextVersion> files, CancellationToken cancel)
    {
        var changed = files
            .Where(f => !f.IsOnDisk && (f.Draft is null || f.Draft.Hash != ContentFiles.HashOf(f.Content) || f.Draft.BasedOn != f.BasedOn))
            .ToList();
        var ended = files.Where(f => f is { IsOnDisk: true, Draft: not null }).ToList();
        if (changed.Count + ended.Count == 0)
            return EditOutcome.Of(EditResult.Unchanged);
        var before = SharedDraft.ContentOf(await draft.FilesAsync(cancel));
        var outcome = check.Of(before, [.. changed, .. ended]);
        if (outcome.Result == EditResult.Refused)
            return outcome;
        var isKept = await draft.TryAddAsync(
            by,
            [.. changed.Select(f => new NewDraftVersion(f.Name, f.Content, f.BasedOn, f.Draft?.Id, f.Kind))],
            [.. ended.Select(f => (f.Name, f.Draft!.Id))],
            cancel
        );
        return isKept ? outcome : null;
    }

    /// <summary>The next version, or the conflict with what somebody else has saved; neither if that is the same.</summary>
    internal async Task<(NextVersion?, FileConflict?)> MergeAsync(
        PendingChange change,
        ContentFileVersion? now,
        SaveTarget target,
        ContentChangeKind? kind,
        CancellationToken cancel
    )
    {
        var (name, content) = (change.Name, change.Content);
        var basis = await FindAsync(name, change.BasedOn, cancel);
        var current = await draft.FindVersionAsync(name, cancel);
        // A live change of a form that was opened without the draft leaves the draft as it is.
        if (current is null || target == SaveTarget.Live && basis?.State != ContentVersionState.Draft)
        {
            var merged = ContentMerge.Merge(name, basis, content, now?.Content);
            return merged.Conflict is { } text
                ? (null, new(name, new(name, TextOf(now?.Content), now?.Id ?? 0, now?.Id), text))
                : (new(name, merged.Content, now, null, now?.Id, KindOf(merged)), null);
        }
        var inDraft =
            current.Id == basis?.Id ? new(content, null, HasBoth: false) : ContentMerge.Merge(name, basis, content, current.Content);
        if (inDraft.Conflict is { } both)
            return (null, new(name, new(name, TextOf(current.Content), current.Id, change.Live), both));
        var seen = Math.Max(change.Live ?? 0, current.BasedOn ?? 0) is > 0 and var id ? await FindAsync(name, id, cancel) : null;
        var live = ContentMerge.Merge(name, seen, inDraft.Content, now?.Content);
        if (live.Conflict is not { } touching)
            return (new(name, live.Content, now, current, now?.Id, KindOf(live with { HasBoth = live.HasBoth || inDraft.HasBoth })), null);
        // In the draft, the conflict waits for the release.
        return target == SaveTarget.Draft
            ? (new(name, inDraft.Content, now, current, seen?.Id, KindOf(inDraft)), null)
            : (null, new(name, new(name, TextOf(now?.Content), current.Id, now?.Id), touching));

        ContentChangeKind KindOf(MergedFile merged) =>
            kind
            ?? (
                merged.HasBoth ? ContentChangeKind.Merged
                : merged.Content is null ? ContentChangeKind.Deleted
                : now?.Content is null ? ContentChangeKind.Created
                : ContentChangeKind.Edited
            );
    }

    /// <summary>A version of this file; null if there is none.</summary>
    private async Task<ContentFileVersion?> FindAsync(string name, long? version, CancellationToken cancel) =>
        version is { } id && await history.FindAsync(id, cancel) is { } found && found.Name == name ? found : null;

    private static EditOutcome RefusedName(string name) =>
        new(
            EditResult.Refused,
            [
                new(
                    name,
                    1,
                    1,
                    Severity.Error,
                    "The site writes no file of this name.",
                    "A name has lower-case letters, digits and hyphens, and is no symbolic link."
                ),
            ],
            []
        );
}
