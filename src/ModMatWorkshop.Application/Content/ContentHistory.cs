using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Content;

namespace ModMatWorkshop.Application.Content;

/// <summary>A new version of a file, and the one on the disk that it takes the place of.</summary>
/// <param name="Content">Null to delete the file.</param>
/// <param name="HashBefore">See <see cref="ContentFileVersion.Hash"/>.</param>
/// <param name="Releases">The draft that it releases; null for none.</param>
internal sealed record NewFileVersion(string Name, byte[]? Content, string HashBefore, ContentChangeKind Kind, long? Releases = null);

internal enum WriteResult
{
    Written,

    /// <summary>A file on the disk is not the one that the new version takes the place of.</summary>
    Outdated,

    /// <summary>The disk refuses. Nothing has changed.</summary>
    CannotWrite,
}

/// <summary>
/// The versions of the files in the content folder. A version is committed before its file is written and marked after, so a process that
/// is killed in between leaves a version that the next one writes.
/// </summary>
/// <param name="copy">Null if the content lives in the folder.</param>
/// <param name="git">Null if saves are not committed.</param>
public sealed partial class ContentHistory(
    WorkshopDb db,
    WriteLock writeLock,
    SiteSettings settings,
    TimeProvider realTime,
    ILogger<ContentHistory> log,
    ContentFolderCopy? copy = null,
    ContentGit? git = null
)
{
    private const int Batch = 100;
    private readonly ContentFiles _files = new(settings.ContentPath);

    private IQueryable<ContentFileVersion> Written => WrittenIn(db);

    /// <summary>A version by its number; null if it does not exist.</summary>
    public Task<ContentFileVersion?> FindAsync(long id, CancellationToken cancel) =>
        db.ContentFileVersions.AsNoTracking().SingleOrDefaultAsync(v => v.Id == id, cancel);

    /// <summary>
    /// The version of a file that is on the disk, recorded now if the history did not know it. Null if there never was such a file.
    /// </summary>
    internal async Task<ContentFileVersion?> OnDiskAsync(string name, CancellationToken cancel)
    {
        var known = await LastAsync(name, cancel);
        if (IsInDatabase || _files.Read(name) is not { } file || file.Hash == (known?.Hash ?? ContentFiles.NoFile))
            return known;
        return await InLockAsync(
            async () =>
            {
                await SettleAsync(null, cancel);
                await RecordAsync([name], cancel);
                return await LastAsync(name, cancel);
            },
            cancel
        );
    }

    /// <summary>Records what has changed in the folder, and settles versions that a killed process has left.</summary>
    public async Task FollowFolderAsync(CancellationToken cancel)
    {
        // A folder that is not there, such as a disk that is not mounted, is no deletion of all files.
        if (IsInDatabase || !_files.HasWorkshop)
            return;
        var known = await LastHashesAsync(Written, cancel);
        var changed = _files
            .Names()
            .Union(known.Keys.Where(name => !ContentFileName.IsMaterial(name)))
            .Where(name => _files.Read(name) is { } file && file.Hash != known.GetValueOrDefault(name, ContentFiles.NoFile))
            .ToList();
        if (changed.Count == 0 && !await db.ContentFileVersions.AnyAsync(v => v.State == ContentVersionState.Waiting, cancel))
            return;
        await InLockAsync(
            async () =>
            {
                await SettleAsync(null, cancel);
                await RecordAsync(changed, cancel);
                return true;
            },
            cancel
        );
    }

    /// <summary>Deletes the hidden files that a killed process has left in the folder.</summary>
    internal void DeleteTemporaryFiles() => _files.DeleteTemporary();

    internal bool IsLink(string name) => !IsInDatabase && _files.IsLink(name);

    /// <summary>Writes new versions, all or none. Not cancelled, because that would leave it to the next import.</summary>
    internal async Task<WriteResult> WriteAsync(Actor by, IReadOnlyList<NewFileVersion> files)
    {
        if (IsInDatabase)
            return await InLockAsync(() => WriteToDatabaseAsync(by, files), CancellationToken.None);
        // Nobody could tell whether such a file is still the one that the new version takes the place of.
        if (files.Any(f => _files.Read(f.Name) is null))
            return WriteResult.CannotWrite;
        var save = Guid.NewGuid();
        if (!await InLockAsync(() => TryAddAsync(by, save, files), CancellationToken.None))
            return WriteResult.Outdated;
        return await InLockAsync(
            async () =>
            {
                await SettleAsync(by, CancellationToken.None);
                var mine = await db.ContentFileVersions.Where(v => v.Save == save).ToListAsync();
                if (mine.All(v => v.State == ContentVersionState.Written))
                {
                    await CommitAsync(by, mine);
                    return WriteResult.Written;
                }
                db.ContentFileVersions.RemoveRange(mine.Where(v => v.State != ContentVersionState.Written));
                await db.SaveChangesAsync();
                return mine.Any(v => v.State == ContentVersionState.NeverWritten) ? WriteResult.Outdated : WriteResult.CannotWrite;
            },
            CancellationToken.None
        );
    }

    private async Task<bool> TryAddAsync(Actor by, Guid save, IReadOnlyList<NewFileVersion> files)
    {
        await SettleAsync(null, CancellationToken.None);
        await RecordAsync(files.Select(f => f.Name), CancellationToken.None);
        foreach (var file in files)
            if (((await LastAsync(file.Name, CancellationToken.None))?.Hash ?? ContentFiles.NoFile) != file.HashBefore)
                return false;
        db.ContentFileVersions.AddRange(files.Select(f => New(save, by, f, ContentVersionState.Waiting)));
        await db.SaveChangesAsync();
        return true;
    }

    /// <summary>Writes the versions that wait, those of one save together.</summary>
    /// <param name="by">Who waits for it; null after a crash.</param>
    private async Task SettleAsync(Actor? by, CancellationToken cancel)
    {
        var waiting = await db
            .ContentFileVersions.Where(v => v.State == ContentVersionState.Waiting)
            .OrderBy(v => v.Id)
            .ToListAsync(cancel);
        foreach (var save in waiting.GroupBy(v => v.Save))
            try
            {
                await SettleAsync([.. save], by, cancel);
            }
            catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
            {
                LogCannotWrite(refused.Message);
            }
        await db.SaveChangesAsync(cancel);
    }

    private async Task SettleAsync(IReadOnlyList<ContentFileVersion> save, Actor? by, CancellationToken cancel)
    {
        var missing = new List<ContentFileVersion>();
        var isFree = true;
        foreach (var version in save)
        {
            var before = await Written
                .Where(v => v.Name == version.Name && v.Id < version.Id)
                .OrderByDescending(v => v.Id)
                .Select(v => v.Hash)
                .FirstOrDefaultAsync(cancel);
            var onDisk = _files.Read(version.Name)?.Hash;
            if (onDisk == version.Hash)
                continue;
            missing.Add(version);
            isFree &= onDisk == (before ?? ContentFiles.NoFile);
        }
        if (isFree)
            _files.Write([.. missing.Select(v => (v.Name, v.Content))]);
        foreach (var version in save)
        {
            version.State = isFree || !missing.Contains(version) ? ContentVersionState.Written : ContentVersionState.NeverWritten;
            if (version.State != ContentVersionState.Written)
                continue;
            db.AuditLog.Add(AuditLineOf(version, by));
            if (version.BasedOn is { } draft)
                await SharedDraft.EndAsync(db, version.Name, draft, ContentVersionState.Released, cancel);
        }
    }

    /// <summary>Adds a version for each of the files that is not what the history says.</summary>
    private async Task RecordAsync(IEnumerable<string> names, CancellationToken cancel)
    {
        var save = Guid.NewGuid();
        foreach (var chunk in names.Chunk(Batch))
        {
            var known = await LastHashesAsync(Written.Where(v => chunk.Contains(v.Name)), cancel);
            foreach (var name in chunk)
                if (_files.Read(name) is { } file && file.Hash != known.GetValueOrDefault(name, ContentFiles.NoFile))
                    db.ContentFileVersions.Add(Found(save, name, file.Content, realTime.GetUtcNow()));
            await db.SaveChangesAsync(cancel);
            db.ChangeTracker.Clear();
        }
    }

    /// <summary>It names the version and not the file, whose name may be that of a person.</summary>
    private AuditEntry AuditLineOf(ContentFileVersion version, Actor? by)
    {
        var action = version.Kind switch
        {
            ContentChangeKind.Created => "created content",
            ContentChangeKind.Deleted => "deleted content",
            ContentChangeKind.Merged => "merged content",
            ContentChangeKind.BroughtBack => "brought content back",
            _ => "edited content",
        };
        var actor = by?.Name == version.Actor ? by : new Actor(version.Actor);
        return AuditEntry.Of(
            actor,
            realTime.GetUtcNow(),
            action,
            null,
            string.Create(CultureInfo.InvariantCulture, $"version {version.Id}")
        );
    }

    private Task<ContentFileVersion?> LastAsync(string name, CancellationToken cancel) =>
        Written.Where(v => v.Name == name).OrderByDescending(v => v.Id).FirstOrDefaultAsync(cancel);

    /// <summary>The hash of the last version of each file, by name; empty for those that are gone.</summary>
    private Task<Dictionary<string, string>> LastHashesAsync(IQueryable<ContentFileVersion> versions, CancellationToken cancel) =>
        LastOf(db, versions).Select(v => new { v.Name, v.Hash }).ToDictionaryAsync(v => v.Name, v => v.Hash, cancel);

    private async Task CommitAsync(Actor by, IReadOnlyList<ContentFileVersion> files)
    {
        if (git is null)
            return;
        var number = Actor.OrganiserIn(by.Name);
        git.Commit(await db.Organisers.Where(o => o.Number == number).Select(o => o.Name).SingleOrDefaultAsync(), files);
    }

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

    [LoggerMessage(LogLevel.Error, "The content folder cannot be written: {Message}")]
    private partial void LogCannotWrite(string message);
}
