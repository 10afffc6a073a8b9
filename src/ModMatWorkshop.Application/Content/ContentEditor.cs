using System.Text;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Content;
using ModMatWorkshop.Content.Differences;

namespace ModMatWorkshop.Application.Content;

/// <summary>Changes files of the content folder: merges, checks, writes and imports them, and keeps each version.</summary>
public sealed class ContentEditor(ContentHistory history, ContentImporter importer, ContributionMemory memory, SiteSettings settings)
{
    /// <summary>A longer text is an error of the content check, and is not compared line by line.</summary>
    private const int MaxMerged = 1 << 17;

    /// <summary>A file as it is on the disk. Records its version if the history does not know it.</summary>
    /// <returns>Null if there is no such file, or if its name is none of the content folder.</returns>
    public async Task<OpenedFile?> OpenAsync(string name, CancellationToken cancel) =>
        ContentFileName.IsText(name) && await history.OnDiskAsync(name, cancel) is { Content: not null } version ? Opened(version) : null;

    /// <summary>Saves changes of texts together: all or none.</summary>
    public Task<EditOutcome> SaveAsync(Actor by, IReadOnlyList<FileChange> changes, CancellationToken cancel) =>
        SaveAsync(by, [.. changes.Select(c => new PendingChange(c.Name, BytesOf(c.Text), c.BasedOn))], null, cancel);

    /// <summary>A picture as it is on the disk, with the number of its version; null if there is none.</summary>
    public async Task<(byte[] Content, long Version)?> OpenPictureAsync(string name, CancellationToken cancel) =>
        ContentFileName.IsPicture(name) && await history.OnDiskAsync(name, cancel) is { Content: { } content } version
            ? (content, version.Id)
            : null;

    /// <summary>Saves a picture.</summary>
    /// <param name="content">Null deletes it.</param>
    /// <param name="basedOn">The version that it takes the place of; null for a new one.</param>
    public Task<EditOutcome> SavePictureAsync(Actor by, string name, byte[]? content, long? basedOn, CancellationToken cancel) =>
        SaveAsync(by, [new(name, content, basedOn)], null, cancel);

    /// <summary>Makes the file what it was in an earlier version.</summary>
    /// <param name="basedOn">The last version that the organiser has seen; null if the file was gone.</param>
    public async Task<EditOutcome?> BringBackAsync(Actor by, long version, long? basedOn, CancellationToken cancel) =>
        await history.FindAsync(version, cancel) is { } old
            ? await SaveAsync(by, [new(old.Name, old.Content, basedOn)], ContentChangeKind.BroughtBack, cancel)
            : null;

    public static string TextOf(byte[]? content) => content is null ? "" : Encoding.UTF8.GetString(content);

    /// <param name="kind">Null for the kind that follows from the change.</param>
    private async Task<EditOutcome> SaveAsync(
        Actor by,
        IReadOnlyList<PendingChange> changes,
        ContentChangeKind? kind,
        CancellationToken cancel
    )
    {
        var outcome = await importer.BetweenImportsAsync(() => WriteAsync(by, changes, kind, cancel), cancel);
        if (outcome.Result != EditResult.Saved)
            return outcome;
        await importer.ImportAsync(CancellationToken.None);
        var isTimetable = changes.Any(c => ContentFolder.IsTimetable(c.Name));
        return outcome with { TimetableWaits = isTimetable && importer.WaitingTimetable is not null };
    }

    private async Task<EditOutcome> WriteAsync(
        Actor by,
        IReadOnlyList<PendingChange> changes,
        ContentChangeKind? kind,
        CancellationToken cancel
    )
    {
        if (changes.FirstOrDefault(c => !ContentFileName.IsText(c.Name) && !ContentFileName.IsPicture(c.Name)) is { } foreign)
            return RefusedName(foreign.Name);
        for (; ; )
        {
            var (files, conflicts) = (new List<NewFileVersion>(), new List<FileConflict>());
            foreach (var change in changes)
            {
                var now = await history.OnDiskAsync(change.Name, cancel);
                if (
                    history.IsLink(change.Name)
                    || now?.Content is null && change.Content is not null && !ContentFileName.MayBeNew(change.Name)
                )
                    return RefusedName(change.Name);
                if (ContentFiles.HashOf(change.Content) == HashOf(now))
                    continue;
                var (file, conflict) = await MergeAsync(change, now, kind, cancel);
                if (file is not null)
                    files.Add(file);
                if (conflict is not null)
                    conflicts.Add(conflict);
            }
            if (conflicts.Count > 0)
                return new(EditResult.Conflict, [], conflicts);
            if (files.Count == 0)
                return EditOutcome.Of(EditResult.Unchanged);
            var (problems, isRefused) = Check(files);
            var outcome = new EditOutcome(isRefused ? EditResult.Refused : EditResult.Saved, problems, [])
            {
                Merged = files.Any(f => f.Kind == ContentChangeKind.Merged),
            };
            if (isRefused)
                return outcome;
            switch (await history.WriteAsync(by, files))
            {
                case WriteResult.Written:
                    return outcome;
                case WriteResult.CannotWrite:
                    return EditOutcome.Of(EditResult.ReadOnlyFolder);
            }
        }
    }

    /// <summary>The version to write, or the conflict with what somebody else has written; neither if that is the same.</summary>
    private async Task<(NewFileVersion?, FileConflict?)> MergeAsync(
        PendingChange change,
        ContentFileVersion? now,
        ContentChangeKind? kind,
        CancellationToken cancel
    )
    {
        var basis = change.BasedOn is { } id ? await history.FindAsync(id, cancel) : null;
        if (basis?.Name != change.Name)
            basis = null;
        if (HashOf(basis) == HashOf(now))
            return (new(change.Name, change.Content, HashOf(now), kind ?? KindOf(change, now)), null);
        var (ours, theirs) = (TextOf(change.Content), TextOf(now?.Content));
        if (
            basis?.Content is null
            || change.Content is null
            || now?.Content is null
            || !ContentFileName.IsText(change.Name)
            || Math.Max(ours.Length, theirs.Length) > MaxMerged
        )
            return (null, new(change.Name, new(change.Name, theirs, now?.Id ?? 0), ours));
        var merged = LineMerge.Merge(TextOf(basis.Content), ours, theirs);
        if (merged.HasConflict)
            return (null, new(change.Name, Opened(now), merged.Text));
        return merged.Text == theirs ? (null, null) : (new(change.Name, BytesOf(merged.Text), HashOf(now), ContentChangeKind.Merged), null);
    }

    /// <summary>
    /// Checks the folder with the changes in it. An error that is in the folder already, in whatever line, refuses nothing.
    /// </summary>
    private (IReadOnlyList<Problem> Problems, bool IsRefused) Check(IReadOnlyList<NewFileVersion> files)
    {
        var changed = files.ToDictionary(f => f.Name, f => f.Content);
        var after = ContentFolder.ReadWith(settings.ContentPath, changed, memory).Problems;
        var errors = after.Where(p => p.Severity == Severity.Error).ToList();
        if (errors.Count > 0)
        {
            var known = ContentFolder.Read(settings.ContentPath).Problems.Where(p => p.Severity == Severity.Error).ToLookup(WhatIsWrong);
            errors = [.. errors.GroupBy(WhatIsWrong).SelectMany(same => same.Skip(known[same.Key].Count()))];
        }
        return errors.Count > 0 ? (errors, true) : ([.. after.Where(p => changed.ContainsKey(p.File))], false);

        static (string, string) WhatIsWrong(Problem problem) => (problem.File, problem.Message.ToString());
    }

    private static ContentChangeKind KindOf(PendingChange change, ContentFileVersion? now) =>
        change.Content is null ? ContentChangeKind.Deleted
        : now?.Content is null ? ContentChangeKind.Created
        : ContentChangeKind.Edited;

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

    private static string HashOf(ContentFileVersion? version) => version?.Hash ?? ContentFiles.NoFile;

    private static OpenedFile Opened(ContentFileVersion version) => new(version.Name, TextOf(version.Content), version.Id);

    private static byte[]? BytesOf(string? text) => text is null ? null : Encoding.UTF8.GetBytes(text);

    private sealed record PendingChange(string Name, byte[]? Content, long? BasedOn);
}
