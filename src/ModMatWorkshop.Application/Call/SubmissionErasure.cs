using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Domain.Call;
using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Application.Call;

/// <summary>
/// Erases submissions with their mails: all of them on the announced day, and before that drafts that nobody has claimed.
/// </summary>
internal static class SubmissionErasure
{
    /// <summary>The action in the audit log. It has its own name: a restore counts the people that were erased.</summary>
    private const string ErasedOnScheduleAction = "erased submissions on schedule";

    /// <summary>How long a draft stays after the deadline if nobody has used the link that was sent to its address.</summary>
    private const int DaysOfUnclaimedDrafts = 30;

    /// <returns>True if anything was erased.</returns>
    public static async Task<bool> EraseDueAsync(WorkshopDb db, RegistrationQueue queue, DateTimeOffset now, CancellationToken cancel)
    {
        if (!await db.Submissions.AnyAsync(cancel))
            return false;
        var workshop = await db.Workshops.AsNoTracking().SingleAsync(cancel);
        var lastDay = workshop.Call?.ErasedOn ?? workshop.End.AddDays(RetentionService.RetentionDays);
        var isOver = lastDay < DateOnly.MaxValue && now >= LocalHours.StartOfDay(lastDay, workshop.TimeZone);
        var isUnclaimed = workshop.Call is { } call && now >= call.Closes.AddDays(DaysOfUnclaimedDrafts);
        if (!isOver && !isUnclaimed || !await Due(db).AnyAsync(cancel))
            return false;
        return await queue.RunAsync(
            db,
            async transaction =>
            {
                var ids = await Due(transaction.Db).Select(s => s.Id).ToListAsync();
                foreach (var part in ids.Chunk(500))
                    await transaction.Db.Outbox.Where(m => part.Contains(m.RegistrationId)).ExecuteDeleteAsync();
                await Due(transaction.Db).ExecuteDeleteAsync();
                var result = string.Create(CultureInfo.InvariantCulture, $"{ids.Count} submissions");
                transaction.Log(Actor.Site, ErasedOnScheduleAction, null, result);
                return true;
            },
            cancel
        );

        IQueryable<Submission> Due(WorkshopDb db) =>
            db.Submissions.Where(s => isOver || s.State == SubmissionState.Draft && s.ConfirmedAt == null);
    }

    /// <summary>The names in the audit log of the submissions that were erased on request since a backup.</summary>
    public static async Task<IReadOnlyList<string>> FindErasedSinceAsync(WorkshopDb db, DateTimeOffset takenAt, CancellationToken cancel) =>
        await db
            .AuditLog.Where(e => e.At >= takenAt && e.Action == SubmissionService.ErasedAction && e.Result != null)
            .Select(e => e.Result!)
            .ToListAsync(cancel);

    /// <summary>Erases submissions from a database that was restored.</summary>
    public static async Task EraseAgainAsync(WorkshopDb old, IReadOnlyList<string> names, CancellationToken cancel)
    {
        foreach (var name in names)
        {
            var number = int.Parse(name.AsSpan(name.IndexOf(' ', StringComparison.Ordinal) + 1), CultureInfo.InvariantCulture);
            await old
                .Outbox.Where(m => old.Submissions.Any(s => s.Number == number && s.Id == m.RegistrationId))
                .ExecuteDeleteAsync(cancel);
            await old.Submissions.Where(s => s.Number == number).ExecuteDeleteAsync(cancel);
        }
    }
}
