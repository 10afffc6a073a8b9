using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Application.Content;

/// <summary>
/// Announces and withdraws announcements. Each counts as a new version of the content, so that all instances render their pages again.
/// </summary>
public sealed class AnnouncementService(WorkshopDb db, WriteLock writeLock, DataVersions versions, SiteClock clock, AuditTrail trail)
{
    public static async Task<Announcements> ReadAsync(WorkshopDb db, CancellationToken cancel) =>
        new(await db.Announcements.AsNoTracking().OrderBy(a => a.Id).ToListAsync(cancel));

    /// <returns>The id of the announcement.</returns>
    public async Task<int> AnnounceAsync(Localized text, DateTimeOffset until, Actor by, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var announcement = new Announcement
        {
            Text = text,
            From = now,
            Until = until,
        };
        await SaveAsync(
            async () =>
            {
                await db.Announcements.Where(a => a.Until <= now).ExecuteDeleteAsync(cancel);
                db.Announcements.Add(announcement);
                trail.Add(by, "announced");
            },
            cancel
        );
        return announcement.Id;
    }

    /// <summary>Readers no longer see it.</summary>
    public Task WithdrawAsync(int id, Actor by, CancellationToken cancel) =>
        SaveAsync(
            async () =>
            {
                if (await db.Announcements.Where(a => a.Id == id).ExecuteDeleteAsync(cancel) > 0)
                    trail.Add(by, "withdrew an announcement");
            },
            cancel
        );

    private async Task SaveAsync(Func<Task> change, CancellationToken cancel)
    {
        await writeLock.RunAsync(
            db,
            async () =>
            {
                await db.ContentStates.ExecuteUpdateAsync(state => state.SetProperty(s => s.Version, s => s.Version + 1), cancel);
                await change();
                return await db.SaveChangesAsync(cancel);
            },
            cancel
        );
        await versions.ReadAsync(db, cancel);
    }
}
