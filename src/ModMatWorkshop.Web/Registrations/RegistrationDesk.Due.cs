using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Web.Data;

namespace ModMatWorkshop.Web.Registrations;

/// <content>What happens by itself when its time has come.</content>
public sealed partial class RegistrationDesk
{
    private static readonly TimeSpan Unconfirmed = TimeSpan.FromDays(7);
    private static readonly TimeSpan Retention = TimeSpan.FromDays(90);

    /// <summary>Lapses what is due, offers what is free, announces what is near and erases what is announced to be erased. Cheap when there is nothing to do.</summary>
    public async Task SweepAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (await db.Registrations.AnyAsync(r => r.HoldUntil <= now || r.OfferUntil <= now, cancel) || await OffersAreDueAsync(now, cancel))
            await TurnAsync(async turn =>
            {
                foreach (var registration in await db.Registrations.Where(r => r.HoldUntil <= now).ToListAsync(cancel))
                    LoseHold(turn, registration);
                foreach (var registration in await db.Registrations.Where(r => r.OfferUntil <= now).OrderBy(r => r.SeatNumber).ToListAsync(cancel))
                    LapseOffer(turn, registration);
                turn.SeatsChanged();
                return true;
            }, cancel);
        await RemindAsync(now, cancel);
        if (!clock.IsRehearsal)
            await EraseWhatIsDueAsync(now, cancel);
    }

    private async Task<bool> OffersAreDueAsync(DateTimeOffset now, CancellationToken cancel)
    {
        var state = await RoomState.ReadAsync(db, cancel);
        return now < state.Start
            && await db.Registrations.AnyAsync(r => r.LineNumber != null && r.Status == RegistrationStatus.Confirmed, cancel)
            && state.SeatsOf(await db.Registrations.Where(r => r.SeatNumber != null).Select(r => r.FromReserve).ToListAsync(cancel), now).Free > 0;
    }

    private async Task RemindAsync(DateTimeOffset now, CancellationToken cancel)
    {
        var state = await RoomState.ReadAsync(db, cancel);
        foreach (var (kind, from) in new[] { (MailKind.Reminder, state.Start.AddDays(-3)), (MailKind.Eve, state.Start.AddDays(-1)) })
        {
            if (now < from || now >= state.Start)
                continue;
            var due = db.Registrations.Where(r => r.Status == RegistrationStatus.Confirmed && !db.Outbox.Any(m => m.RegistrationId == r.Id && m.Kind == kind));
            if (await due.AnyAsync(cancel))
                await TurnAsync(async turn =>
                {
                    foreach (var registration in await due.ToListAsync(cancel))
                        turn.Mail(registration, kind, "once");
                    return true;
                }, cancel);
        }
    }

    private async Task EraseWhatIsDueAsync(DateTimeOffset now, CancellationToken cancel)
    {
        var state = await RoomState.ReadAsync(db, cancel);
        var needs = db.Registrations.Where(r => r.Details.Diet != null || r.Details.AccessNeeds != null);
        if (now >= state.End && await needs.AnyAsync(cancel))
            await TurnAsync(async turn =>
            {
                foreach (var registration in await needs.ToListAsync(cancel))
                {
                    registration.ForgetNeeds();
                    turn.Log(Actor.Site, "forgot diet and access needs", registration, null);
                }
                return true;
            }, cancel);

        var over = now >= state.End + Retention;
        var forgotten = now - Unconfirmed;
        var due = db.Registrations.Where(r => over || r.Status == RegistrationStatus.Pending && r.CreatedAt < forgotten);
        if (await due.AnyAsync(cancel))
            await TurnAsync(async turn =>
            {
                foreach (var registration in await due.ToListAsync(cancel))
                {
                    await db.Outbox.Where(m => m.RegistrationId == registration.Id).ExecuteDeleteAsync(cancel);
                    turn.SeatsChanged(registration);
                    db.Registrations.Remove(registration);
                    turn.Log(Actor.Site, "erased when due", registration, null);
                }
                if (over)
                {
                    await db.Invitations.ExecuteDeleteAsync(cancel);
                    await db.Batches.ExecuteDeleteAsync(cancel);
                    await db.Messages.ExecuteDeleteAsync(cancel);
                }
                return true;
            }, cancel);
    }
}
