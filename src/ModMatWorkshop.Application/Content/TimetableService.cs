using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Content;
using ModMatWorkshop.Content.Editing;
using ModMatWorkshop.Content.Submissions;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Programme.Editing;

namespace ModMatWorkshop.Application.Content;

/// <summary>What became of operations on the timetable.</summary>
/// <param name="Edit">Null if nothing was tried, because the timetable is not the one that the organiser saw.</param>
/// <param name="Undo">What <see cref="ContentUndo.UndoAsync"/> needs; null if nothing was saved.</param>
public sealed record TimetableOutcome(EditOutcome? Edit, IReadOnlyList<TimetableNote> Notes, string? Undo)
{
    public bool IsSaved => Edit?.Result is EditResult.Saved;
}

/// <summary>Reads the timetable for organisers, and saves what they change in the files of the content folder.</summary>
public sealed class TimetableService(
    WorkshopDb db,
    ContentImporter importer,
    ContentEditor editor,
    SharedDraft draft,
    ContentChangeCheck check,
    SiteSettings settings,
    SiteClock clock
)
{
    /// <summary>
    /// True while a file of the timetable has an error. It is then corrected as text first, because readers see an older one.
    /// </summary>
    public bool HasErrors => importer.Waiting.Any(w => w.Reason != WaitReason.Decision && ContentFolder.IsTimetable(w.Name));

    /// <summary>The timetable that readers see, or the one that waits until an organiser agrees.</summary>
    /// <param name="outline">The outline if it has been read; null to read it.</param>
    public async Task<EditedTimetable> ReadAsync(Outline? outline, CancellationToken cancel)
    {
        if (importer.WaitingTimetable is { } waiting)
            return TimetableOf(waiting);
        outline ??= await db.OutlineAsync(cancel);
        var talks = await db
            .Contributions.Where(c => c.Kind != ContributionKind.Poster)
            .OrderBy(c => c.Letters)
            .ThenBy(c => c.Number)
            .Select(c => new
            {
                c.Code,
                c.Title,
                c.Kind,
                c.SpeakerName,
                c.MoreSpeakers,
            })
            .ToListAsync(cancel);
        return EditedTimetable.Of(
            outline.Workshop,
            outline.Sessions,
            await db.Slots.AsNoTracking().ToListAsync(cancel),
            [
                .. talks.Select(t => new EditedTalk(
                    t.Code,
                    t.Title,
                    SlotKinds.Of(t.Kind),
                    [t.SpeakerName, .. t.MoreSpeakers.Select(s => s.Name)]
                )),
            ]
        );
    }

    /// <summary>
    /// The timetable in the shared draft, with the talks that only the draft has; without one, the timetable as <see cref="ReadAsync"/>
    /// gives it.
    /// </summary>
    public async Task<EditedTimetable> ReadDraftAsync(Outline? outline, CancellationToken cancel)
    {
        var files = await draft.FilesAsync(cancel);
        return
            files.Any(f => ContentFolder.IsTimetable(f.Name) || f.Name.StartsWith(ContributionFile.Folder, StringComparison.Ordinal))
            && check.Read(SharedDraft.ContentOf(files)) is { Workshop: not null } content
            ? TimetableOf(content)
            : await ReadAsync(outline, cancel);
    }

    /// <summary>Saves operations on the timetable that readers see.</summary>
    /// <param name="stamp">The stamp of the timetable that the organiser saw.</param>
    public Task<TimetableOutcome> SaveAsync(
        IReadOnlyList<TimetableOperation> operations,
        string? stamp,
        Actor by,
        CancellationToken cancel
    ) => SaveAsync(operations, stamp, ReadAsync, editor.OpenLiveAsync, SaveTarget.Live, by, cancel);

    /// <summary>Saves operations on the timetable in the shared draft. Live, all files of the timetable leave the draft.</summary>
    /// <param name="stamp">The stamp of the timetable that the organiser saw.</param>
    public Task<TimetableOutcome> SaveDraftAsync(
        IReadOnlyList<TimetableOperation> operations,
        string? stamp,
        SaveTarget target,
        Actor by,
        CancellationToken cancel
    ) => SaveAsync(operations, stamp, ReadDraftAsync, editor.OpenAsync, target, by, cancel);

    private async Task<TimetableOutcome> SaveAsync(
        IReadOnlyList<TimetableOperation> operations,
        string? stamp,
        Func<Outline?, CancellationToken, Task<EditedTimetable>> read,
        Func<string, CancellationToken, Task<OpenedFile?>> open,
        SaveTarget target,
        Actor by,
        CancellationToken cancel
    )
    {
        // The database may be a moment behind the folder.
        await importer.ImportAsync(cancel);
        var before = await read(null, cancel);
        if (HasErrors || before.Stamp() != stamp)
            return new(null, [], null);
        var (after, notes) = TimetableEditor.Apply(before, operations);
        if (notes.Any(n => n.IsRefusal))
            return new(null, notes, null);
        var opened = await OpenAsync(before, after, open, cancel);
        var files = new TimetableFiles(opened.Values.Select(f => (f.Name, f.Text)));
        var today = DateOnly.FromDateTime(before.Local(clock.GetUtcNow()));
        if (!files.TryWrite(before, after.WithMovedHours(before, today)))
            return new(null, [], null);
        var isReleased = target == SaveTarget.Live && opened.Values.Any(f => f.Draft is not null);
        var changes = opened
            .Values.Where(f => files.Changed.ContainsKey(f.Name) || isReleased && f.Draft is not null)
            .Select(f => new FileChange(f.Name, files.Changed.GetValueOrDefault(f.Name, f.Text), f.Version, f.Live))
            .ToList();
        var outcome = await editor.SaveAsync(by, changes, target, cancel);
        // A draft that is released does not come back by undoing the last of its changes.
        var canUndo = outcome.Result == EditResult.Saved && !isReleased;
        return new(outcome, notes, canUndo ? await ContentUndo.OfAsync(changes, open, cancel) : null);
    }

    private async Task<Dictionary<string, OpenedFile>> OpenAsync(
        EditedTimetable before,
        EditedTimetable after,
        Func<string, CancellationToken, Task<OpenedFile?>> open,
        CancellationToken cancel
    )
    {
        var names = ContentFolder
            .Files(settings.ContentPath)
            .Select(path => Path.GetRelativePath(settings.ContentPath, path).Replace(Path.DirectorySeparatorChar, '/'))
            .Where(ContentFolder.IsTimetable);
        var restored = after
            .Rows.Where(r => r is { Cancelled: false, Code: not null } && before.Find(r.Slug) is { Cancelled: true })
            .Select(r => $"contributions/{r.Code}.md");
        var opened = new Dictionary<string, OpenedFile>();
        foreach (var name in names.Concat(restored))
            if (await open(name, cancel) is { } file)
                opened[name] = file;
        return opened;
    }

    private static EditedTimetable TimetableOf(WorkshopContent content) =>
        EditedTimetable.Of(
            content.Workshop!,
            content.Sessions,
            content.Slots,
            [.. content.Contributions.Where(c => c.Kind != ContributionKind.Poster).Select(TalkOf)]
        );

    private static EditedTalk TalkOf(Contribution c) => new(c.Code, c.Title, SlotKinds.Of(c.Kind), [.. c.Speakers.Select(s => s.Name)]);
}
