using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;

namespace ModMatWorkshop.Application.Content;

/// <summary>A file in the shared draft.</summary>
/// <param name="Version">Its last version in the draft.</param>
/// <param name="Live">The version that readers see; null for a new file.</param>
/// <param name="Content">What a release would write: the draft with what has changed live meanwhile. Null deletes the file.</param>
/// <param name="Conflict">The text with both changes, if they touch; null if they do not.</param>
public sealed record DraftFile(ContentFileVersion Version, ContentFileVersion? Live, byte[]? Content, string? Conflict)
{
    public string Name => Version.Name;
}

/// <summary>A new version of a file in the shared draft, and the one that it takes the place of.</summary>
/// <param name="BasedOn">See <see cref="ContentFileVersion.BasedOn"/>.</param>
/// <param name="After">The last version of the file in the draft; null if the draft did not have it.</param>
internal sealed record NewDraftVersion(string Name, byte[]? Content, long? BasedOn, long? After, ContentChangeKind Kind);

/// <summary>
/// The draft that all organisers share: versions of files that are not written into the folder until they are released together.
/// </summary>
public sealed class SharedDraft(WorkshopDb db, WriteLock writeLock, ContentHistory history, TimeProvider realTime)
{
    /// <summary>An action in the audit log.</summary>
    public const string SaveAction = "changed the draft";

    /// <inheritdoc cref="SaveAction"/>
    public const string ReleaseAction = "released the draft";

    private const string DiscardAction = "discarded a draft";
    private const string RestoreAction = "took a draft back";

    /// <summary>The last draft of each file.</summary>
    private IQueryable<ContentFileVersion> Last =>
        db
            .ContentFileVersions.AsNoTracking()
            .Where(v => v.State == ContentVersionState.Draft)
            .Where(v => !db.ContentFileVersions.Any(l => l.State == ContentVersionState.Draft && l.Name == v.Name && l.Id > v.Id));

    /// <summary>The files in the draft, sorted by name.</summary>
    public async Task<IReadOnlyList<DraftFile>> FilesAsync(CancellationToken cancel)
    {
        var files = new List<DraftFile>();
        foreach (var version in (await Last.ToListAsync(cancel)).OrderBy(v => v.Name, StringComparer.Ordinal))
            files.Add(await WithLiveAsync(version, cancel));
        return files;
    }

    /// <summary>Null if the file is not in the draft.</summary>
    public async Task<DraftFile?> FindAsync(string name, CancellationToken cancel) =>
        await FindVersionAsync(name, cancel) is { } version ? await WithLiveAsync(version, cancel) : null;

    internal Task<ContentFileVersion?> FindVersionAsync(string name, CancellationToken cancel) =>
        Last.SingleOrDefaultAsync(v => v.Name == name, cancel);

    /// <summary>When a file was last put into the draft, and by whom; null for an empty draft.</summary>
    public async Task<DraftSummary?> SummaryAsync(CancellationToken cancel)
    {
        var files = await Last.Select(v => new
            {
                v.Id,
                v.Name,
                v.Actor,
                v.At,
            })
            .ToListAsync(cancel);
        return files.MaxBy(f => f.Id) is { } last
            ? new(
                [.. files.Select(f => f.Name).Order(StringComparer.Ordinal)],
                [.. files.OrderBy(f => f.Id).Select(f => f.Actor).Distinct()],
                last.At,
                StampOf(files.Select(f => f.Id))
            )
            : null;
    }

    /// <summary>Equal for two drafts with the same versions.</summary>
    public static string StampOf(IEnumerable<long> versions) =>
        string.Join('-', versions.Order().Select(id => id.ToString(CultureInfo.InvariantCulture)));

    /// <summary>What a release would write, by name; null for a file that it would delete.</summary>
    public static IReadOnlyDictionary<string, byte[]?> ContentOf(IEnumerable<DraftFile> files) =>
        files.ToDictionary(f => f.Name, f => f.Content);

    /// <summary>Throws files out of the draft.</summary>
    /// <param name="name">Null for all.</param>
    /// <param name="stamp">What the organiser has seen of the draft.</param>
    /// <returns>What <see cref="RestoreAsync"/> needs; null if the draft has changed, or if there is no such file.</returns>
    public Task<string?> DiscardAsync(Actor by, string? name, string? stamp, CancellationToken cancel) =>
        InLockAsync(
            async () =>
            {
                var all = await Last.Select(v => new { v.Id, v.Name }).ToListAsync(cancel);
                var files = all.Where(f => name is null || f.Name == name).ToList();
                if (StampOf(all.Select(f => f.Id)) != stamp || files.Count == 0)
                    return null;
                foreach (var file in files)
                {
                    await EndAsync(db, file.Name, file.Id, ContentVersionState.Discarded, cancel);
                    Log(by, DiscardAction, file.Id);
                }
                await db.SaveChangesAsync(cancel);
                return StampOf(files.Select(f => f.Id));
            },
            cancel
        );

    /// <summary>Takes discarded drafts back. A file that is in the draft again stays as it is.</summary>
    /// <param name="versions">The result of <see cref="DiscardAsync"/>.</param>
    /// <returns>The number of files that are back.</returns>
    public Task<int> RestoreAsync(Actor by, string? versions, CancellationToken cancel) =>
        InLockAsync(
            async () =>
            {
                var ids = (versions ?? "")
                    .Split('-')
                    .Select(t => long.TryParse(t, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0)
                    .ToList();
                var back = await db
                    .ContentFileVersions.Where(v => ids.Contains(v.Id) && v.State == ContentVersionState.Discarded)
                    .Where(v => !db.ContentFileVersions.Any(d => d.State == ContentVersionState.Draft && d.Name == v.Name))
                    .ToListAsync(cancel);
                foreach (var version in back.GroupBy(v => v.Name).Select(g => g.MaxBy(v => v.Id)!))
                {
                    version.State = ContentVersionState.Draft;
                    Log(by, RestoreAction, version.Id);
                }
                await db.SaveChangesAsync(cancel);
                return back.Count;
            },
            cancel
        );

    /// <summary>Adds versions, all or none.</summary>
    /// <param name="ended">The drafts that are as readers see the file already.</param>
    /// <returns>False if somebody else has changed the draft of one of the files.</returns>
    internal Task<bool> TryAddAsync(
        Actor by,
        IReadOnlyList<NewDraftVersion> files,
        IReadOnlyList<(string Name, long Id)> ended,
        CancellationToken cancel
    ) =>
        InLockAsync(
            async () =>
            {
                foreach (var file in files)
                    if ((await FindVersionAsync(file.Name, cancel))?.Id != file.After)
                        return false;
                var save = Guid.NewGuid();
                var added = files.Select(f => New(save, f, by)).ToList();
                db.ContentFileVersions.AddRange(added);
                await db.SaveChangesAsync(cancel);
                added.ForEach(v => Log(by, SaveAction, v.Id));
                foreach (var (name, id) in ended)
                {
                    await EndAsync(db, name, id, ContentVersionState.Discarded, cancel);
                    Log(by, DiscardAction, id);
                }
                await db.SaveChangesAsync(cancel);
                return true;
            },
            cancel
        );

    /// <summary>Ends drafts without a change: readers see the file so already.</summary>
    internal Task EndUnchangedAsync(IReadOnlyList<(string Name, long Id)> drafts, CancellationToken cancel) =>
        InLockAsync(
            async () =>
            {
                foreach (var (name, id) in drafts)
                    await EndAsync(db, name, id, ContentVersionState.Released, cancel);
                return true;
            },
            cancel
        );

    /// <summary>Ends the draft of a file. Later versions in the draft stay.</summary>
    internal static Task EndAsync(WorkshopDb db, string name, long draft, ContentVersionState state, CancellationToken cancel) =>
        db
            .ContentFileVersions.Where(v => v.Name == name && v.State == ContentVersionState.Draft && v.Id <= draft)
            .ExecuteUpdateAsync(v => v.SetProperty(x => x.State, state), cancel);

    private async Task<DraftFile> WithLiveAsync(ContentFileVersion version, CancellationToken cancel)
    {
        var live = await history.OnDiskAsync(version.Name, cancel);
        var basis = version.BasedOn is { } id ? await history.FindAsync(id, cancel) : null;
        var merged = ContentMerge.Merge(version.Name, basis, version.Content, live?.Content);
        return new(version, live, merged.Content, merged.Conflict);
    }

    private ContentFileVersion New(Guid save, NewDraftVersion file, Actor by) =>
        new()
        {
            Save = save,
            Name = file.Name,
            Content = file.Content,
            Hash = ContentFiles.HashOf(file.Content),
            At = realTime.GetUtcNow(),
            Actor = by.Name,
            Kind = file.Kind,
            State = ContentVersionState.Draft,
            BasedOn = file.BasedOn,
        };

    /// <summary>It names the version and not the file, whose name may be that of a person.</summary>
    private void Log(Actor by, string action, long version) =>
        db.AuditLog.Add(
            AuditEntry.Of(by, realTime.GetUtcNow(), action, null, string.Create(CultureInfo.InvariantCulture, $"version {version}"))
        );

    private Task<T> InLockAsync<T>(Func<Task<T>> work, CancellationToken cancel) =>
        writeLock.RunAsync(
            db,
            async () =>
            {
                await db.LockForWriteAsync(cancel);
                return await work();
            },
            cancel
        );
}

/// <summary>What a page says about the shared draft.</summary>
/// <param name="Files">Sorted by name.</param>
/// <param name="Actors">Who last changed a file in it, in the order of their changes.</param>
/// <param name="Stamp">See <see cref="SharedDraft.StampOf"/>.</param>
public sealed record DraftSummary(IReadOnlyList<string> Files, IReadOnlyList<string> Actors, DateTimeOffset At, string Stamp);
