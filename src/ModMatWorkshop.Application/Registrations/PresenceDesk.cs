using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Application.Data;

namespace ModMatWorkshop.Application.Registrations;

/// <summary>What came of a press at the door or of a correction.</summary>
public enum PresenceAnswer
{
    Done,

    /// <summary>It was so already: the same press sent twice.</summary>
    NoChange,

    /// <summary>There is no such registration, or it is cancelled.</summary>
    Unknown,

    /// <summary>The person has no confirmed seat: that comes first.</summary>
    NoSeat,
}

/// <summary>The one door to every change of a presence: the press of a helper, the beat of a live page, the correction of an organiser. Each is one short transaction, and the same one twice is one.</summary>
public sealed class PresenceDesk(WorkshopDb db, WriteTurns turns, SiteClock clock, TimeProvider realTime, AuditTrail trail)
{
    /// <summary>Beats come a little early as often as late.</summary>
    private static readonly TimeSpan LeastBetweenBeats = Presence.BeatInterval * 0.8;

    public static async Task<IReadOnlyList<HalfDayHours>> HalfDayHoursAsync(WorkshopDb db, CancellationToken cancel) =>
        HalfDayHours.Of(await db.Sessions.AsNoTracking().ToListAsync(cancel), await db.Slots.AsNoTracking().Where(s => s.SessionNumber != null).ToListAsync(cancel));

    /// <summary>Somebody has come into the room for a half-day.</summary>
    /// <param name="pressedAt">When the helper pressed, where the press could not be sent at once; never later than now.</param>
    public Task<PresenceAnswer> CheckInAsync(Guid id, HalfDayOf half, DateTimeOffset? pressedAt, Actor actor, CancellationToken cancel) => OfAsync(id, half, async (registration, presence) =>
    {
        if (registration is not { Status: RegistrationStatus.Confirmed, Place: Place.Seat })
            return PresenceAnswer.NoSeat;
        if (presence.CheckedInAt is not null)
            return PresenceAnswer.NoChange;
        var now = clock.GetUtcNow();
        presence.CheckIn(pressedAt < now ? pressedAt.Value : now, actor.Name);
        await trail.WriteAsync(actor, "checked in", registration.Number, half.Key, cancel);
        return PresenceAnswer.Done;
    }, cancel);

    /// <summary>The press was a mistake.</summary>
    public Task<PresenceAnswer> UndoCheckInAsync(Guid id, HalfDayOf half, Actor actor, CancellationToken cancel) => OfAsync(id, half, async (registration, presence) =>
    {
        if (presence.CheckedInAt is null)
            return PresenceAnswer.NoChange;
        presence.UndoCheckIn();
        await trail.WriteAsync(actor, "undid a check-in", registration.Number, half.Key, cancel);
        return PresenceAnswer.Done;
    }, cancel);

    /// <summary>An organiser knows better; what was recorded stays beside it.</summary>
    /// <param name="correction">Null: what was recorded counts again.</param>
    public Task<PresenceAnswer> CorrectAsync(Guid id, HalfDayOf half, PresenceCorrection? correction, Actor actor, CancellationToken cancel) => OfAsync(id, half, async (registration, presence) =>
    {
        if (presence.Correction == correction)
            return PresenceAnswer.NoChange;
        presence.Correct(correction, actor.Name, realTime.GetUtcNow());
        await trail.WriteAsync(actor, "corrected a presence", registration.Number, $"{half.Key} {correction?.ToString() ?? "as recorded"}", cancel);
        return PresenceAnswer.Done;
    }, cancel);

    /// <summary>A live page is open. Two pages of one person beat as one; outside the hours of a half-day nothing is counted.</summary>
    /// <param name="halfDays">Of the programme, which whoever asks keeps: five hundred pages beat.</param>
    /// <returns>False when it was not counted.</returns>
    public async Task<bool> BeatAsync(Guid id, IReadOnlyList<HalfDayHours> halfDays, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (halfDays.FirstOrDefault(h => h.IsOpen(now))?.HalfDay is not { } half)
            return false;
        // The last beat is long enough ago, or of a clock that has been set back since.
        var (before, after) = (now - LeastBetweenBeats, now + LeastBetweenBeats);
        return await turns.TakeAsync(db, async () =>
        {
            var mine = db.Presences.Where(p => p.RegistrationId == id && p.Date == half.Date && p.Half == half.Half);
            if (await CountAsync())
                return true;
            // The first beat of a half-day, or one too soon. Whoever else begins the record, a helper or another instance, is waited for.
            if (await mine.AnyAsync(cancel) || await LockAsync(id, cancel) == 0)
                return false;
            if (await CountAsync())
                return true;
            if (await mine.AnyAsync(cancel))
                return false;
            db.Presences.Add(Presence.BegunOnStream(id, half, now));
            await db.SaveChangesAsync(cancel);
            return true;

            async Task<bool> CountAsync() => await mine.Where(p => p.LastBeat == null || p.LastBeat <= before || p.LastBeat >= after).ExecuteUpdateAsync(
                p => p.SetProperty(x => x.Beats, x => x.Beats + 1).SetProperty(x => x.FirstBeat, x => x.FirstBeat ?? now).SetProperty(x => x.LastBeat, now), cancel) == 1;
        }, cancel);
    }

    private Task<PresenceAnswer> OfAsync(Guid id, HalfDayOf half, Func<Registration, Presence, Task<PresenceAnswer>> change, CancellationToken cancel) => turns.TakeAsync(db, async () =>
    {
        if (await LockAsync(id, cancel) == 0)
            return PresenceAnswer.Unknown;
        var registration = await db.Registrations.AsNoTracking().SingleAsync(r => r.Id == id, cancel);
        var presence = await db.Presences.SingleOrDefaultAsync(p => p.RegistrationId == id && p.Date == half.Date && p.Half == half.Half, cancel);
        if (presence is null)
            db.Presences.Add(presence = new() { RegistrationId = id, Date = half.Date, Half = half.Half });
        var answer = await change(registration, presence);
        if (answer == PresenceAnswer.Done)
            await db.SaveChangesAsync(cancel);
        return answer;
    }, cancel);

    /// <summary>Two helpers at one person wait for each other here, on whichever instance they are.</summary>
    /// <returns>0 when there is no such registration, or it is cancelled.</returns>
    private Task<int> LockAsync(Guid id, CancellationToken cancel) =>
        db.Registrations.Where(r => r.Id == id && r.Status != RegistrationStatus.Cancelled).ExecuteUpdateAsync(r => r.SetProperty(x => x.Revision, x => x.Revision), cancel);
}
