using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Content;

namespace ModMatWorkshop.Application.Content;

/// <summary>The last version of a file.</summary>
/// <param name="Hash">See <see cref="ContentFileVersion.Hash"/>.</param>
/// <param name="At">Real time.</param>
internal sealed record StoredFile(string Name, long Version, string Hash, DateTimeOffset At)
{
    public bool IsGone => Hash == ContentFiles.NoFile;
}

/// <content>Content that lives in the database (<see cref="ContentStore.Database"/>): the last versions are the content.</content>
public sealed partial class ContentHistory
{
    private bool IsInDatabase => copy is not null;

    /// <summary>The versions that organisers see. Only the last one of a material is kept, so materials have no history.</summary>
    public static IQueryable<ContentFileVersion> Shown(WorkshopDb db) =>
        db.ContentFileVersions.AsNoTracking().Where(v => !v.Name.StartsWith(ContentFolder.Materials + "/"));

    /// <summary>A number that grows with every version that is written; 0 before the first.</summary>
    internal static async Task<long> LastVersionAsync(WorkshopDb db, CancellationToken cancel) =>
        await WrittenIn(db).OrderByDescending(v => v.Id).Select(v => (long?)v.Id).FirstOrDefaultAsync(cancel) ?? 0;

    /// <summary>The last version of each file, also of those that are gone.</summary>
    internal static async Task<IReadOnlyList<StoredFile>> StoredAsync(WorkshopDb db, CancellationToken cancel) =>
        await LastOf(db, WrittenIn(db)).Select(v => new StoredFile(v.Name, v.Id, v.Hash, v.At)).ToListAsync(cancel);

    /// <summary>The bytes of a version; null if the file is gone in it, or the version is no longer kept.</summary>
    internal static Task<byte[]?> ContentOfAsync(WorkshopDb db, long version, CancellationToken cancel) =>
        db.ContentFileVersions.Where(v => v.Id == version).Select(v => v.Content).SingleOrDefaultAsync(cancel);

    /// <summary>A version of a file that somebody else has written, or deleted if there is no content.</summary>
    internal static ContentFileVersion Found(Guid save, string name, byte[]? content, DateTimeOffset at) =>
        new()
        {
            Save = save,
            Name = name,
            Content = content,
            Hash = ContentFiles.HashOf(content),
            At = at,
            Actor = Actor.Folder.Name,
            Kind = content is null ? ContentChangeKind.Deleted : ContentChangeKind.Found,
            State = ContentVersionState.Written,
        };

    /// <summary>Brings the copy of the folder up to date, if the content lives in the database. Call it between imports.</summary>
    /// <returns>False if the disk refuses.</returns>
    internal async Task<bool> TryFollowDatabaseAsync(CancellationToken cancel)
    {
        try
        {
            if (copy is not null)
                await copy.FollowAsync(db, cancel);
            return true;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            LogCannotWrite(refused.Message);
            return false;
        }
    }

    /// <summary>Writes a material, in place of the one that has its name. Only a database has versions of it.</summary>
    internal async Task<WriteResult> WriteMaterialAsync(Actor by, string name, byte[] content)
    {
        if (IsInDatabase)
        {
            var last = await LastAsync(name, CancellationToken.None);
            var kind = last?.Content is null ? ContentChangeKind.Created : ContentChangeKind.Edited;
            if (last?.Hash == ContentFiles.HashOf(content))
                return WriteResult.Written;
            return await WriteAsync(by, [new(name, content, last?.Hash ?? ContentFiles.NoFile, kind)]);
        }
        try
        {
            _files.Write([(name, content)]);
            return WriteResult.Written;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            LogCannotWrite(refused.Message);
            return WriteResult.CannotWrite;
        }
    }

    private ContentFileVersion New(Guid save, Actor by, NewFileVersion file, ContentVersionState state) =>
        new()
        {
            Save = save,
            Name = file.Name,
            Content = file.Content,
            Hash = ContentFiles.HashOf(file.Content),
            At = realTime.GetUtcNow(),
            Actor = by.Name,
            Kind = file.Kind,
            State = state,
            BasedOn = file.Releases,
        };

    internal static IQueryable<ContentFileVersion> WrittenIn(WorkshopDb db) =>
        db.ContentFileVersions.AsNoTracking().Where(v => v.State == ContentVersionState.Written);

    /// <summary>Those versions that are the last ones of their file.</summary>
    private static IQueryable<ContentFileVersion> LastOf(WorkshopDb db, IQueryable<ContentFileVersion> versions)
    {
        var written = WrittenIn(db);
        return versions.Where(v => !written.Any(later => later.Name == v.Name && later.Id > v.Id));
    }

    /// <summary>Adds the versions, all or none. They are the content with the commit.</summary>
    private async Task<WriteResult> WriteToDatabaseAsync(Actor by, IReadOnlyList<NewFileVersion> files)
    {
        foreach (var file in files)
        {
            var last = Written.Where(v => v.Name == file.Name).OrderByDescending(v => v.Id).Select(v => v.Hash);
            if ((await last.FirstOrDefaultAsync() ?? ContentFiles.NoFile) != file.HashBefore)
                return WriteResult.Outdated;
        }
        var save = Guid.NewGuid();
        var versions = files.Select(f => New(save, by, f, ContentVersionState.Written)).ToList();
        db.ContentFileVersions.AddRange(versions);
        await db.SaveChangesAsync();
        db.AuditLog.AddRange(versions.Select(v => AuditLineOf(v, by)));
        await db.SaveChangesAsync();
        foreach (var released in versions.Where(v => v.BasedOn is not null))
            await SharedDraft.EndAsync(db, released.Name, released.BasedOn!.Value, ContentVersionState.Released, CancellationToken.None);
        foreach (var material in versions.Where(v => ContentFileName.IsMaterial(v.Name)))
            await db.ContentFileVersions.Where(v => v.Name == material.Name && v.Id < material.Id).ExecuteDeleteAsync();
        return WriteResult.Written;
    }
}
