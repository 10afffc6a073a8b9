using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Registrations;

/// <content>What happens by itself when its time has come.</content>
public sealed partial class RegistrationDesk
{
    /// <summary>As the log has it.</summary>
    public const string ErasedWhenDue = "erased when due";

    /// <inheritdoc cref="ErasedWhenDue"/>
    public const string ForgotNeeds = "forgot diet and access needs";

    /// <summary>After the last day, all that is known of people.</summary>
    public const int DaysKept = 90;

    private static readonly TimeSpan Unconfirmed = TimeSpan.FromDays(7);
    private static readonly TimeSpan Retention = TimeSpan.FromDays(DaysKept);
    private static readonly TimeSpan LogKept = TimeSpan.FromDays(365);

    /// <summary>Lapses what is due, offers what is free, announces what is near and erases what is announced to be erased. Cheap when there is nothing to do.</summary>
    public async Task SweepAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (await db.Registrations.AnyAsync(r => r.HoldUntil <= now || r.OfferUntil <= now, cancel) || await OffersAreDueAsync(now, cancel))
            await TurnAsync(async turn =>
            {
                foreach (var registration in await turn.Db.Registrations.Where(r => r.HoldUntil <= now).ToListAsync())
                    LoseHold(turn, registration);
                foreach (var registration in await turn.Db.Registrations.Where(r => r.OfferUntil <= now).OrderBy(r => r.SeatNumber).ToListAsync())
                    LapseOffer(turn, registration);
                turn.SeatsChanged();
                return true;
            }, cancel);
        await RemindAsync(now, cancel);
        await EraseWhatIsDueAsync(cancel);
        await ForgetWhatIsOldAsync(cancel);
    }

    private async Task<bool> OffersAreDueAsync(DateTimeOffset now, CancellationToken cancel)
    {
        var state = await RoomState.ReadAsync(db, cancel);
        return now < state.OffersUntil
            && await db.Registrations.AnyAsync(r => r.LineNumber != null && r.Status == RegistrationStatus.Confirmed, cancel)
            && state.SeatsAt(now).Free > 0;
    }

    private async Task RemindAsync(DateTimeOffset now, CancellationToken cancel)
    {
        var state = await RoomState.ReadAsync(db, cancel);
        foreach (var (kind, from) in new[] { (MailKind.Reminder, state.Start.AddDays(-3)), (MailKind.Eve, state.Start.AddDays(-1)) })
        {
            if (now < from || now >= state.Start)
                continue;
            if (await Due(db).AnyAsync(cancel))
                await TurnAsync(async turn =>
                {
                    foreach (var registration in await Due(turn.Db).ToListAsync())
                        turn.Mail(registration, kind, "once");
                    return true;
                }, cancel);

            IQueryable<Registration> Due(WorkshopDb db) => db.Registrations.Where(r => r.Status == RegistrationStatus.Confirmed && !db.Outbox.Any(m => m.RegistrationId == r.Id && m.Kind == kind));
        }
    }

    /// <summary>By real time, in a rehearsal too. The log outlives the people it tells of by number, and is not kept for ever.</summary>
    private async Task ForgetWhatIsOldAsync(CancellationToken cancel)
    {
        var now = realTime.GetUtcNow();
        if (await Log(db).AnyAsync(cancel))
            await TurnAsync(turn => Log(turn.Db).ExecuteDeleteAsync(), cancel);

        IQueryable<AuditEntry> Log(WorkshopDb db)
        {
            var kept = now - LogKept;
            return db.AuditLog.Where(e => e.At < kept);
        }
    }

    /// <summary>What is announced to be erased by now. A rehearsal erases nothing.</summary>
    public async Task EraseWhatIsDueAsync(CancellationToken cancel)
    {
        if (clock.IsRehearsal)
            return;
        var now = clock.GetUtcNow();
        var state = await RoomState.ReadAsync(db, cancel);
        var erased = false;
        if (now >= state.End && (await Needs(db).AnyAsync(cancel) || await Told(db).AnyAsync(cancel) || await Typed(db).AnyAsync(cancel)))
            erased = await TurnAsync(async turn =>
            {
                await Typed(turn.Db).ExecuteUpdateAsync(i => i.SetProperty(x => x.Row, (string?)null));
                foreach (var change in await Told(turn.Db).ToListAsync())
                    change.ForgetNeeds();
                foreach (var registration in await Needs(turn.Db).ToListAsync())
                {
                    registration.ForgetNeeds();
                    turn.Log(Actor.Site, ForgotNeeds, registration, null);
                }
                return true;
            }, cancel);

        var over = now >= state.End + Retention;
        var forgotten = now - Unconfirmed;
        if (await Due(db).AnyAsync(cancel) || over && (await db.Invitations.AnyAsync(cancel) || await db.Batches.AnyAsync(cancel) || await db.Messages.AnyAsync(cancel)))
            erased = await TurnAsync(async turn =>
            {
                if (over)
                    await TakeTotalsAsync(turn);
                foreach (var registration in await Due(turn.Db).ToListAsync())
                {
                    await turn.Db.Outbox.Where(m => m.RegistrationId == registration.Id).ExecuteDeleteAsync();
                    turn.SeatsChanged(registration);
                    turn.Db.Registrations.Remove(registration);
                    turn.Log(Actor.Site, ErasedWhenDue, registration, null);
                }
                if (over)
                {
                    await turn.Db.Outbox.Where(m => m.Kind == MailKind.Invitation).ExecuteDeleteAsync();
                    await turn.Db.Invitations.ExecuteDeleteAsync();
                    await turn.Db.Batches.ExecuteDeleteAsync();
                    await turn.Db.Messages.ExecuteDeleteAsync();
                }
                return true;
            }, cancel);

        if (erased)
            await db.LeaveNoTraceAsync(cancel);

        static IQueryable<Registration> Needs(WorkshopDb db) => db.Registrations.Where(r => r.Details.Diet != null || r.Details.AccessNeeds != null);

        // Lines of an imported file that never came to the desk.
        static IQueryable<BatchItem> Typed(WorkshopDb db) => db.BatchItems.Where(i => i.Row != null);

        static IQueryable<RegistrationChange> Told(WorkshopDb db) => db.RegistrationChanges.Where(c => c.TellsNeeds);

        IQueryable<Registration> Due(WorkshopDb db) => db.Registrations.Where(r => over || r.Status == RegistrationStatus.Pending && r.CreatedAt < forgotten);
    }

    /// <summary>Before the participants are forgotten, how many they were.</summary>
    private async Task TakeTotalsAsync(Turn turn)
    {
        if (!await turn.Db.Registrations.AnyAsync(r => r.Status != RegistrationStatus.Pending))
            return;
        turn.Db.Totals.Add(new()
        {
            TakenAt = realTime.GetUtcNow(),
            Report = await AttendeeReports.FunderAsync(turn.Db, CancellationToken.None),
            Cancelled = await turn.Db.Registrations.CountAsync(r => r.Status == RegistrationStatus.Cancelled),
            Certificates = await turn.Db.Certificates.CountAsync(c => c.RevokedAt == null && c.ReplacedAt == null),
        });
        turn.Log(Actor.Site, "took the totals", null, null);
    }
}
