using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Domain.Call;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Registrations;

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
        if (await db.Workshops.AsNoTracking().SingleOrDefaultAsync(cancel) is not { } workshop)
            return false;
        var lastDay = workshop.Call?.ErasedOn ?? workshop.End.AddDays(RetentionService.RetentionDays);
        var isOver = lastDay < DateOnly.MaxValue && now >= LocalHours.StartOfDay(lastDay, workshop.TimeZone);
        var isUnclaimed = workshop.Call is { } call && now >= call.Closes.AddDays(DaysOfUnclaimedDrafts);
        var isDue = isOver ? await HasAnythingAsync(db, cancel) : isUnclaimed && await Due(db).AnyAsync(cancel);
        if (!isDue)
            return false;
        return await queue.RunAsync(
            db,
            async transaction =>
            {
                if (isOver)
                {
                    await SaveTotalsAsync(transaction.Db, transaction.RealNow);
                    await KeepRolesAsync(transaction);
                }
                var ids = await Due(transaction.Db).Select(s => s.Id).ToListAsync();
                foreach (var part in ids.Chunk(500))
                    await transaction.Db.Outbox.Where(m => part.Contains(m.RegistrationId)).ExecuteDeleteAsync();
                // The database deletes files, reviews, decisions and discussion with them.
                await Due(transaction.Db).ExecuteDeleteAsync();
                if (isOver)
                    await EraseRemainingDataAsync(transaction.Db);
                var result = string.Create(CultureInfo.InvariantCulture, $"{ids.Count} submissions");
                transaction.Log(Actor.Site, ErasedOnScheduleAction, null, result);
                return true;
            },
            cancel
        );

        IQueryable<Submission> Due(WorkshopDb db) =>
            db.Submissions.Where(s => isOver || s.State == SubmissionState.Draft && s.ConfirmedAt == null);
    }

    private static async Task<bool> HasAnythingAsync(WorkshopDb db, CancellationToken cancel) =>
        await db.Submissions.AnyAsync(cancel) || await db.ReviewerProfiles.AnyAsync(cancel);

    /// <summary>Erases what belongs to the call and to no submission, and all that the audit log says of submissions.</summary>
    private static async Task EraseRemainingDataAsync(WorkshopDb db)
    {
        await db.ReviewerProfiles.ExecuteDeleteAsync();
        await DetailedLines(db).ExecuteDeleteAsync();
    }

    /// <summary>
    /// Lines about one or several submissions: they name states, reviewers or decisions, and the network of the author. A line about an
    /// erasure stays, because a restore reads it, and has a number alone.
    /// </summary>
    private static IQueryable<AuditEntry> DetailedLines(WorkshopDb db) =>
        db.AuditLog.Where(e =>
            e.Action != SubmissionService.ErasedAction
            && e.Result != null
            && (e.Result.StartsWith("submission ") || e.Result.StartsWith("submissions "))
        );

    /// <summary>Certificates are issued after the erasure, too.</summary>
    private static async Task KeepRolesAsync(RegistrationTransaction transaction)
    {
        var db = transaction.Db;
        foreach (var (registration, part) in await PresenterLinks.KeepRolesAsync(db, db.Submissions, transaction.RealNow))
            transaction.Log(Actor.Site, new ConfirmRole(part, "").Action, registration, part);
    }

    /// <summary>Saves the counts of submissions before these are erased.</summary>
    private static async Task SaveTotalsAsync(WorkshopDb db, DateTimeOffset now)
    {
        if (!await db.Submissions.AnyAsync(s => s.State == SubmissionState.Submitted))
            return;
        db.CallTotals.Add(new() { TakenAt = now, Report = await CallReports.CountAsync(db, CancellationToken.None) });
        await db.SaveChangesAsync();
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
