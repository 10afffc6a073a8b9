using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Call;
using ModMatWorkshop.Application.Content;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Fees;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Registrations;

/// <summary>Erases personal data at the announced times.</summary>
public sealed class RetentionService(WorkshopDb db, RegistrationQueue queue, SiteClock clock, TimeProvider realTime)
{
    /// <summary>An action in the audit log.</summary>
    public const string ErasedOnScheduleAction = "erased on schedule";

    /// <inheritdoc cref="ErasedOnScheduleAction"/>
    public const string ErasedNeedsAction = "erased diet and access needs";

    /// <inheritdoc cref="ErasedOnScheduleAction"/>
    public const string ErasedAnswersAction = "erased answers that were due";

    /// <summary>The number of days after the last day of the workshop until all personal data is erased.</summary>
    public const int RetentionDays = 90;

    /// <summary>
    /// How long needs stay after a cancellation, although they serve nobody then: undoing the cancellation restores them.
    /// </summary>
    private static readonly TimeSpan CancelledNeedsRetention = KeptSeat.Time;

    private static readonly TimeSpan UnconfirmedRetention = TimeSpan.FromDays(7);
    private static readonly TimeSpan AuditLogRetention = TimeSpan.FromDays(365);

    /// <summary>Erases data that is due; nothing during a rehearsal.</summary>
    public async Task EraseDueAsync(CancellationToken cancel)
    {
        if (clock.IsRehearsal)
            return;
        var now = clock.GetUtcNow();
        var end = (await RegistrationContext.ReadAsync(db, cancel)).Policy.End;
        var erased = await EraseCancelledNeedsAsync(now - CancelledNeedsRetention, cancel);
        erased |= await EraseProposalsAsync(now - AnswerProposal.Lifetime, isOver: now >= end, cancel);
        erased |= now >= end && await EraseNeedsAsync(cancel);
        erased |= await EraseDatedAnswersAsync(now, cancel);
        erased |= await EraseRegistrationsAsync(now, isOver: now >= end + TimeSpan.FromDays(RetentionDays), cancel);
        erased |= await ReviewErasure.EraseDueAsync(db, queue, now, cancel);
        erased |= await SubmissionErasure.EraseDueAsync(db, queue, now, cancel);
        erased |= await FeeErasure.EraseDueAsync(db, queue, now, cancel);
        if (erased)
            await db.PurgeDeletedDataAsync(cancel);
    }

    /// <summary>Deletes old lines of the audit log, by real time even during a rehearsal.</summary>
    public async Task DeleteOldAuditLinesAsync(CancellationToken cancel)
    {
        var oldest = realTime.GetUtcNow() - AuditLogRetention;
        if (await Old(db).AnyAsync(cancel))
            await queue.RunAsync(db, transaction => Old(transaction.Db).ExecuteDeleteAsync(), cancel);

        IQueryable<AuditEntry> Old(WorkshopDb db) => db.AuditLog.Where(e => e.At < oldest);
    }

    /// <summary>
    /// Deletes what organisers have typed and files that people have sent, and not saved for a long time, by real time even during a
    /// rehearsal.
    /// </summary>
    public async Task DeleteOldDraftsAsync(CancellationToken cancel)
    {
        var now = realTime.GetUtcNow();
        if (await AnswerFileService.Expired(db, now).AnyAsync(cancel))
        {
            await queue.RunAsync(db, transaction => AnswerFileService.Expired(transaction.Db, now).ExecuteDeleteAsync(), cancel);
            await db.PurgeDeletedDataAsync(cancel);
        }
        if (await ContentDrafts.Expired(db, now).AnyAsync(cancel))
            await queue.RunAsync(db, transaction => ContentDrafts.Expired(transaction.Db, now).ExecuteDeleteAsync(), cancel);
    }

    /// <summary>Erases diets, access needs and unprocessed rows of imported files, after the workshop.</summary>
    /// <returns>True if anything was erased.</returns>
    private async Task<bool> EraseNeedsAsync(CancellationToken cancel)
    {
        if (!await WithNeeds(db).AnyAsync(cancel) && !await WithOldNeeds(db).AnyAsync(cancel) && !await WithRow(db).AnyAsync(cancel))
            return false;
        return await queue.RunAsync(
            db,
            async transaction =>
            {
                await WithRow(transaction.Db)
                    .ExecuteUpdateAsync(i => i.SetProperty(x => x.Row, (ImportRow?)null).SetProperty(x => x.RowEmail, (string?)null));
                foreach (var change in await WithOldNeeds(transaction.Db).ToListAsync())
                    change.EraseNeeds();
                foreach (var registration in await WithNeeds(transaction.Db).ToListAsync())
                {
                    registration.EraseNeeds();
                    transaction.Log(Actor.Site, ErasedNeedsAction, registration, null);
                }
                return true;
            },
            cancel
        );

        static IQueryable<Registration> WithNeeds(WorkshopDb db) => db.Registrations.Where(RegistrationQueries.HasErasedAfterWorkshop);

        static IQueryable<RegistrationChange> WithOldNeeds(WorkshopDb db) => db.RegistrationChanges.Where(c => c.ContainsNeeds);

        static IQueryable<BatchItem> WithRow(WorkshopDb db) => db.BatchItems.Where(i => i.Row != null);
    }

    /// <summary>Erases answers to questions of the workshop on the day that its notice names. Their history follows.</summary>
    /// <returns>True if anything was erased.</returns>
    private async Task<bool> EraseDatedAnswersAsync(DateTimeOffset now, CancellationToken cancel)
    {
        var zone = await db.Workshops.Select(w => w.TimeZoneId).SingleOrDefaultAsync(cancel);
        if (zone is null)
            return false;
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, TimeZoneInfo.FindSystemTimeZoneById(zone)).DateTime);
        if (!await Due(db).AnyAsync(cancel))
            return false;
        return await queue.RunAsync(
            db,
            async transaction =>
            {
                foreach (var registration in await Due(transaction.Db).ToListAsync())
                {
                    registration.EraseAnswersDueOn(today);
                    transaction.Log(Actor.Site, ErasedAnswersAction, registration, null);
                }
                foreach (var proposal in await transaction.Db.AnswerProposals.ToListAsync())
                    proposal.Details = proposal.Details.WithoutAnswersDueOn(today);
                foreach (var item in await transaction.Db.BatchItems.Where(i => i.Row != null).ToListAsync())
                    item.Row = item.Row! with { Details = item.Row.Details.WithoutAnswersDueOn(today) };
                return true;
            },
            cancel
        );

        IQueryable<Registration> Due(WorkshopDb db) => db.Registrations.Where(r => r.Details.FirstErasure <= today);
    }

    /// <summary>
    /// Erases answers from forms that their owner has neither applied nor discarded, and refused late changes: after a while, when the
    /// registration is cancelled, and after the workshop.
    /// </summary>
    /// <returns>True if anything was erased.</returns>
    private async Task<bool> EraseProposalsAsync(DateTimeOffset sentBefore, bool isOver, CancellationToken cancel)
    {
        if (!await Due(db).AnyAsync(cancel))
            return false;
        return await queue.RunAsync(
            db,
            async transaction =>
            {
                foreach (var id in await Due(transaction.Db).Select(p => p.RegistrationId).ToListAsync())
                    transaction.UpdateFilesOf(id);
                return await Due(transaction.Db).ExecuteDeleteAsync() > 0;
            },
            cancel
        );

        IQueryable<AnswerProposal> Due(WorkshopDb db) =>
            db.AnswerProposals.Where(p =>
                isOver
                || (p.IsLate ? p.RefusedAt : p.SentAt) <= sentBefore
                || db.Registrations.Any(r =>
                    r.Id == p.RegistrationId && r.Status != RegistrationStatus.Confirmed && r.Status != RegistrationStatus.Applied
                )
            );
    }

    /// <summary>Erases the needs of registrations that were cancelled or declined a while ago. Their history follows.</summary>
    /// <returns>True if anything was erased.</returns>
    private async Task<bool> EraseCancelledNeedsAsync(DateTimeOffset cancelledBefore, CancellationToken cancel)
    {
        if (!await Due(db).AnyAsync(cancel))
            return false;
        return await queue.RunAsync(
            db,
            async transaction =>
            {
                foreach (var registration in await Due(transaction.Db).ToListAsync())
                {
                    registration.EraseNeedsOfCancelled();
                    transaction.Log(Actor.Site, ErasedNeedsAction, registration, null);
                }
                return true;
            },
            cancel
        );

        IQueryable<Registration> Due(WorkshopDb db) =>
            db
                .Registrations.Where(r =>
                    r.Status == RegistrationStatus.Cancelled && r.CancelledAt <= cancelledBefore
                    || r.Status == RegistrationStatus.Declined && r.SelectedAt <= cancelledBefore
                )
                .Where(RegistrationQueries.HasErasedAnswers);
    }

    /// <summary>Erases registrations that nobody has confirmed, and everything once the retention period is over.</summary>
    /// <returns>True if anything was erased.</returns>
    private async Task<bool> EraseRegistrationsAsync(DateTimeOffset now, bool isOver, CancellationToken cancel)
    {
        var unconfirmedSince = now - UnconfirmedRetention;
        var hasMore =
            isOver && (await db.Invitations.AnyAsync(cancel) || await db.Batches.AnyAsync(cancel) || await db.Messages.AnyAsync(cancel));
        if (!hasMore && !await Due(db).AnyAsync(cancel))
            return false;
        return await queue.RunAsync(
            db,
            async transaction =>
            {
                if (isOver)
                    await SaveTotalsAsync(transaction);
                foreach (var registration in await Due(transaction.Db).ToListAsync())
                {
                    await FeeErasure.ForgetAsync(transaction.Db, registration);
                    await transaction.Db.Outbox.Where(m => m.RegistrationId == registration.Id).ExecuteDeleteAsync();
                    transaction.Seating.Remove(registration.Id);
                    transaction.Db.Registrations.Remove(registration);
                    transaction.Log(Actor.Site, ErasedOnScheduleAction, registration, null);
                }
                if (isOver)
                    await EraseRemainingDataAsync(transaction.Db);
                return true;
            },
            cancel
        );

        IQueryable<Registration> Due(WorkshopDb db) =>
            db.Registrations.Where(r => isOver || r.Status == RegistrationStatus.Pending && r.CreatedAt < unconfirmedSince);
    }

    private static async Task EraseRemainingDataAsync(WorkshopDb db)
    {
        await db.Outbox.Where(m => m.Kind == MailKind.Invitation).ExecuteDeleteAsync();
        await db.Invitations.ExecuteDeleteAsync();
        await db.Batches.ExecuteDeleteAsync();
        await db.Messages.ExecuteDeleteAsync();
    }

    /// <summary>Saves the counts of participants before these are erased.</summary>
    private static async Task SaveTotalsAsync(RegistrationTransaction transaction)
    {
        var db = transaction.Db;
        if (!await db.Registrations.AnyAsync(r => r.Status != RegistrationStatus.Pending))
            return;
        db.Totals.Add(
            new()
            {
                TakenAt = transaction.RealNow,
                Report = await AttendeeReports.FunderAsync(db, came: true, CancellationToken.None),
                Cancelled = await db.Registrations.CountAsync(r => r.Status == RegistrationStatus.Cancelled),
                Certificates = await db.Certificates.CountAsync(c => c.RevokedAt == null && c.ReplacedAt == null),
            }
        );
        transaction.Log(Actor.Site, "saved the totals", null, null);
    }
}
