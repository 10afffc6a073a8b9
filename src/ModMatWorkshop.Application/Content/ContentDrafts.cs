using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;

namespace ModMatWorkshop.Application.Content;

/// <summary>Keeps what organisers have typed and not saved: one draft for each organiser and file.</summary>
public sealed class ContentDrafts(WorkshopDb db, WriteLock writeLock, TimeProvider realTime)
{
    private const int MaxFileName = 150;

    /// <summary>The drafts that are too old to be offered, and are erased.</summary>
    public static IQueryable<ContentDraft> Expired(WorkshopDb db, DateTimeOffset realNow)
    {
        var oldest = realNow - ContentDraft.Lifetime;
        return db.ContentDrafts.Where(d => d.At < oldest);
    }

    public Task<ContentDraft?> FindAsync(Guid organiser, string file, CancellationToken cancel)
    {
        var oldest = realTime.GetUtcNow() - ContentDraft.Lifetime;
        return db
            .ContentDrafts.AsNoTracking()
            .SingleOrDefaultAsync(d => d.OrganiserId == organiser && d.File == file && d.At >= oldest, cancel);
    }

    /// <summary>The drafts of an organiser, the latest first.</summary>
    public async Task<IReadOnlyList<ContentDraft>> OfAsync(Guid organiser, CancellationToken cancel)
    {
        var oldest = realTime.GetUtcNow() - ContentDraft.Lifetime;
        return await db
            .ContentDrafts.AsNoTracking()
            .Where(d => d.OrganiserId == organiser && d.At >= oldest)
            .OrderByDescending(d => d.At)
            .ToListAsync(cancel);
    }

    /// <summary>Keeps the fields of a form in place of the earlier draft.</summary>
    /// <returns>False if they are too long.</returns>
    public async Task<bool> KeepAsync(Guid organiser, string file, IReadOnlyDictionary<string, string> fields, CancellationToken cancel)
    {
        if (file.Length is 0 or > MaxFileName || fields.Sum(f => f.Key.Length + f.Value.Length) > ContentDraft.MaxLength)
            return false;
        return await writeLock.RunAsync(
            db,
            async () =>
            {
                await db.LockForWriteAsync(cancel);
                // The account may have been deleted since the request began.
                if (!await db.Organisers.AnyAsync(o => o.Id == organiser, cancel))
                    return false;
                await Of(organiser, file).ExecuteDeleteAsync(cancel);
                db.ContentDrafts.Add(
                    new()
                    {
                        OrganiserId = organiser,
                        File = file,
                        Fields = fields,
                        At = realTime.GetUtcNow(),
                    }
                );
                await db.SaveChangesAsync(cancel);
                return true;
            },
            cancel
        );
    }

    /// <summary>Forgets a draft, because it was saved or thrown away.</summary>
    public Task DiscardAsync(Guid organiser, string file, CancellationToken cancel) => Of(organiser, file).ExecuteDeleteAsync(cancel);

    private IQueryable<ContentDraft> Of(Guid organiser, string file) =>
        db.ContentDrafts.Where(d => d.OrganiserId == organiser && d.File == file);
}
