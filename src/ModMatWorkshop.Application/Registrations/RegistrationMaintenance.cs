using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Registrations;

/// <summary>
/// Scheduled work: holds and offers lapse, seats are no longer kept for an undo, free seats are offered, reminders are sent, due data is
/// erased.
/// </summary>
public sealed class RegistrationMaintenance(WorkshopDb db, RegistrationQueue queue, SiteClock clock, RetentionService retention)
{
    /// <summary>Runs everything that is due. Needs only a few queries when nothing is.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (
            await db.Registrations.AnyAsync(r => r.HoldUntil <= now || r.OfferUntil <= now || r.KeptUntil <= now, cancel)
            || await OffersAreDueAsync(now, cancel)
        )
            await LapseAsync(now, cancel);
        await RemindAsync(now, cancel);
        await retention.EraseDueAsync(cancel);
        await retention.DeleteOldAuditLinesAsync(cancel);
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
                foreach (var registration in await transaction.Db.Registrations.Where(r => r.HoldUntil <= now).ToListAsync())
                    await transaction.ApplyAsync(registration, new LapseHold(), Actor.Site);
                foreach (
                    var registration in await transaction
                        .Db.Registrations.Where(r => r.OfferUntil <= now)
                        .OrderBy(r => r.SeatNumber)
                        .ToListAsync()
                )
                    await transaction.ApplyAsync(registration, new LapseOffer(), Actor.Site);
                return true;
            },
            cancel
        );

    private async Task<bool> OffersAreDueAsync(DateTimeOffset now, CancellationToken cancel)
    {
        var context = await RegistrationContext.ReadAsync(db, cancel);
        return now < context.Policy.OffersUntil
            && await db.Registrations.AnyAsync(r => r.LineNumber != null && r.Status == RegistrationStatus.Confirmed, cancel)
            && context.SeatsAt(now).Free > 0;
    }

    private async Task RemindAsync(DateTimeOffset now, CancellationToken cancel)
    {
        var start = (await RegistrationContext.ReadAsync(db, cancel)).Policy.Start;
        foreach (var (kind, from) in new[] { (MailKind.Reminder, start.AddDays(-3)), (MailKind.DayBefore, start.AddDays(-1)) })
        {
            if (now < from || now >= start)
                continue;
            if (await Due(db).AnyAsync(cancel))
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
                db.Registrations.Where(r =>
                    r.Status == RegistrationStatus.Confirmed && !db.Outbox.Any(m => m.RegistrationId == r.Id && m.Kind == kind)
                );
        }
    }
}

/// <summary>
/// Runs <see cref="RegistrationMaintenance"/> every few seconds of real time. Several instances may run it: the write lock lets one work,
/// and the next one finds nothing to do.
/// </summary>
public sealed partial class RegistrationMaintenanceJob(IServiceScopeFactory scopes, ILogger<RegistrationMaintenanceJob> log)
    : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval);
        do
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<RegistrationMaintenance>().RunAsync(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailed(failure);
            }
        } while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(LogLevel.Error, "The maintenance of the registrations failed; it runs again in a few seconds")]
    private partial void LogFailed(Exception failure);
}
