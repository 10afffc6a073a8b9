using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Call;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Fees;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Registrations;

/// <summary>
/// Scheduled work: holds and offers lapse, seats are no longer kept for an undo, free seats are offered, reminders are sent, certificates
/// are announced, due data is erased.
/// </summary>
public sealed class RegistrationMaintenance(WorkshopDb db, RegistrationQueue queue, SiteClock clock, RetentionService retention)
{
    /// <summary>A site that is updated long after its workshop writes to nobody.</summary>
    private static readonly TimeSpan CertificatesAnnounced = TimeSpan.FromDays(30);

    /// <summary>Runs everything that is due. Needs only a few queries when nothing is.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (
            await db.Registrations.AnyAsync(
                r =>
                    r.HoldUntil <= now || r.OfferUntil <= now || r.KeptUntil <= now || r.PreviousEmailUntil <= now || r.OptionsDueAt <= now,
                cancel
            )
            || await db.Submissions.AnyAsync(s => s.PreviousEmailUntil <= now, cancel)
            || await OffersAreDueAsync(now, cancel)
        )
            await LapseAsync(now, cancel);
        await RemindOfDeadlineAsync(
            MailKind.HoldReminder,
            MailKind.ConfirmAddress,
            db => db.Registrations.Where(r => r.HoldUntil > now && r.Status == RegistrationStatus.Pending),
            r => r.HoldUntil,
            DeadlineReminder.IsHoldDue,
            cancel
        );
        await RemindOfDeadlineAsync(
            MailKind.OfferReminder,
            MailKind.Offer,
            db => db.Registrations.Where(r => r.OfferUntil > now),
            r => r.OfferUntil,
            DeadlineReminder.IsOfferDue,
            cancel
        );
        await RemindOfDeadlineAsync(
            MailKind.OptionOfferReminder,
            MailKind.OptionOffer,
            db => db.Registrations.Where(r => r.OptionsDueAt > now),
            r => r.FirstOptionDeadline,
            DeadlineReminder.IsOfferDue,
            cancel
        );
        var policy = (await RegistrationContext.ReadAsync(db, cancel)).Policy;
        await RemindAsync(policy, now, cancel);
        await AnnounceCertificatesAsync(policy, now, cancel);
        await SubmissionReminders.SendDueAsync(db, queue, now, cancel);
        await FeeReminders.SendDueAsync(db, queue, now, clock.Shift, cancel);
        await AnswerReminders.SendDueAsync(db, queue, clock, policy, cancel);
        await retention.EraseDueAsync(cancel);
        await retention.DeleteOldAuditLinesAsync(cancel);
        await retention.DeleteOldDraftsAsync(cancel);
    }

    private Task<bool> LapseAsync(DateTimeOffset now, CancellationToken cancel) =>
        queue.RunAsync(
            db,
            async transaction =>
            {
                // The seats are free again; the end of the transaction offers them.
                await transaction
                    .Db.Registrations.Where(r => r.KeptUntil <= now)
                    .ExecuteUpdateAsync(r =>
                        r.SetProperty(x => x.KeptUntil, (DateTimeOffset?)null)
                            .SetProperty(x => x.KeptSeatNumber, (int?)null)
                            .SetProperty(x => x.KeptFromReserve, false)
                    );
                // Nobody can stop these changes of address any more, so the previous address has no purpose.
                var final = await transaction
                    .Db.Registrations.Where(r => r.PreviousEmailUntil <= now)
                    .ExecuteUpdateAsync(r =>
                        r.SetProperty(x => x.PreviousEmail, (string?)null).SetProperty(x => x.PreviousEmailUntil, (DateTimeOffset?)null)
                    );
                final += await transaction
                    .Db.Submissions.Where(s => s.PreviousEmailUntil <= now)
                    .ExecuteUpdateAsync(s =>
                        s.SetProperty(x => x.PreviousEmail, (string?)null).SetProperty(x => x.PreviousEmailUntil, (DateTimeOffset?)null)
                    );
                transaction.HasErased |= final > 0;
                foreach (var registration in await transaction.Db.Registrations.Where(r => r.HoldUntil <= now).ToListAsync())
                    await transaction.ApplyAsync(registration, new LapseHold(), Actor.Site);
                foreach (
                    var registration in await transaction
                        .Db.Registrations.Where(r => r.OfferUntil <= now)
                        .OrderBy(r => r.SeatNumber)
                        .ToListAsync()
                )
                    await transaction.ApplyAsync(registration, new LapseOffer(), Actor.Site);
                await transaction.LapseOptionsAsync();
                return true;
            },
            cancel
        );

    private async Task<bool> OffersAreDueAsync(DateTimeOffset now, CancellationToken cancel)
    {
        var context = await RegistrationContext.ReadAsync(db, cancel);
        return now < context.Policy.OffersUntil
                && await db.Registrations.AnyAsync(r => r.LineNumber != null && r.Status == RegistrationStatus.Confirmed, cancel)
                && context.SeatsAt(now).Free > 0
            || context.Policy.Options.Count > 0 && (await context.ReadOptionsAsync(db, cancel)).OfferFree(context.Policy, now).Count > 0;
    }

    /// <param name="announcement">The mail that told the deadline.</param>
    /// <param name="people">Everybody who has such a deadline ahead.</param>
    /// <param name="deadline">The deadline of one of them; null for none.</param>
    /// <param name="isDue">The rule: announced at, deadline, now.</param>
    private async Task RemindOfDeadlineAsync(
        MailKind kind,
        MailKind announcement,
        Func<WorkshopDb, IQueryable<Registration>> people,
        Func<Registration, DateTimeOffset?> deadline,
        Func<DateTimeOffset, DateTimeOffset, DateTimeOffset, bool> isDue,
        CancellationToken cancel
    )
    {
        if ((await DueAsync(db)).Count > 0)
            await queue.RunAsync(
                db,
                async transaction =>
                {
                    foreach (var (registration, cause) in await DueAsync(transaction.Db))
                        transaction.Mail(registration, kind, cause);
                    return true;
                },
                cancel
            );

        async Task<List<(Registration Registration, string Cause)>> DueAsync(WorkshopDb db)
        {
            var waiting = await people(db)
                .AsNoTracking()
                .Select(r => new
                {
                    Registration = r,
                    Announced = db
                        .Outbox.Where(m => m.RegistrationId == r.Id && m.Kind == announcement)
                        .Max(m => (DateTimeOffset?)m.CreatedAt),
                    Reminded = db.Outbox.Where(m => m.RegistrationId == r.Id && m.Kind == kind).Max(m => (DateTimeOffset?)m.CreatedAt),
                })
                .ToListAsync(cancel);
            var due = new List<(Registration, string)>();
            foreach (var entry in waiting.Where(w => w.Announced is not null && !(w.Reminded >= w.Announced)))
            {
                // One reminder for each deadline, however often it is announced. The outbox has real time.
                if (deadline(entry.Registration) is not { } until)
                    continue;
                var suffix = until.UtcTicks.ToString(CultureInfo.InvariantCulture);
                var cause = OutboxMessage.CauseOf(kind, entry.Registration.Id, suffix);
                if (
                    isDue(entry.Announced!.Value + clock.Shift, until, clock.GetUtcNow())
                    && !await db.Outbox.AnyAsync(m => m.Cause == cause, cancel)
                )
                    due.Add((entry.Registration, suffix));
            }
            return due;
        }
    }

    /// <summary>Tells everybody who came, once, that the certificate is ready; also those whose presence is recorded afterwards.</summary>
    private async Task AnnounceCertificatesAsync(RegistrationPolicy policy, DateTimeOffset now, CancellationToken cancel)
    {
        if (now < policy.Start || now > policy.End + CertificatesAnnounced)
            return;
        if (!CertificateService.MayIssueAt(now, await PresenceService.HalfDayHoursAsync(db, cancel)))
            return;
        await MailOnceAsync(
            MailKind.CertificateReady,
            db => PresenceSummary.Who(db, PresenceSummary.Confirmed(db), AttendeePresence.Came, half: null),
            cancel
        );
    }

    private async Task RemindAsync(RegistrationPolicy policy, DateTimeOffset now, CancellationToken cancel)
    {
        var start = policy.Start;
        foreach (var (kind, from) in new[] { (MailKind.Reminder, start.AddDays(-3)), (MailKind.DayBefore, start.AddDays(-1)) })
        {
            if (now < from || now >= start)
                continue;
            await MailOnceAsync(kind, PresenceSummary.Confirmed, cancel);
        }
    }

    /// <summary>Sends a mail to each of these people who has not had it yet.</summary>
    private async Task MailOnceAsync(MailKind kind, Func<WorkshopDb, IQueryable<Registration>> people, CancellationToken cancel)
    {
        if (!await Due(db).AnyAsync(cancel))
            return;
        await queue.RunAsync(
            db,
            async transaction =>
            {
                foreach (var registration in await Due(transaction.Db).ToListAsync())
                    transaction.Mail(registration, kind, "once");
                return true;
            },
            cancel
        );

        IQueryable<Registration> Due(WorkshopDb db) =>
            people(db).Where(r => !db.Outbox.Any(m => m.RegistrationId == r.Id && m.Kind == kind));
    }
}

/// <summary>
/// Runs <see cref="RegistrationMaintenance"/> every few seconds of real time. Several instances may run it: the write lock lets one work,
/// and the next one finds nothing to do.
/// </summary>
public sealed partial class RegistrationMaintenanceJob(
    IServiceScopeFactory scopes,
    DataVersions versions,
    ILogger<RegistrationMaintenanceJob> log
) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    /// <summary>What became due while the site was stopped is done before it counts as started.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await TryAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            await TryAsync(stoppingToken);
    }

    private async Task TryAsync(CancellationToken cancel)
    {
        if (!versions.HasContent)
            return;
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<RegistrationMaintenance>().RunAsync(cancel);
        }
        catch (Exception failure) when (!cancel.IsCancellationRequested)
        {
            LogFailed(failure);
        }
    }

    [LoggerMessage(LogLevel.Error, "The maintenance of the registrations failed; it runs again in a few seconds")]
    private partial void LogFailed(Exception failure);
}
