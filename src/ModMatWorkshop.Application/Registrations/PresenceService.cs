using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Registrations;

/// <summary>The result of a check-in or a correction.</summary>
public enum PresenceResult
{
    Done,

    /// <summary>The presence already had the requested state, for example because a check-in was sent twice.</summary>
    NoChange,

    /// <summary>The registration does not exist or is cancelled.</summary>
    NotFound,

    /// <summary>The person needs a confirmed seat first.</summary>
    NoSeat,
}

/// <summary>
/// Changes presences: check-ins by helpers, heartbeats of stream pages and corrections by organisers. Each change is one short transaction,
/// and repeating it has no effect.
/// </summary>
public sealed partial class PresenceService(WorkshopDb db, WriteLock writeLock, SiteClock clock, TimeProvider realTime, AuditTrail trail)
{
    /// <summary>Shorter than the interval, because some heartbeats arrive early.</summary>
    private static readonly TimeSpan MinHeartbeatInterval = Presence.HeartbeatInterval * 0.8;

    /// <summary>Nobody watches longer without a break; a page may have been forgotten.</summary>
    private static readonly TimeSpan MaxTimeOpen = TimeSpan.FromHours(12);

    public static async Task<IReadOnlyList<HalfDayHours>> HalfDayHoursAsync(WorkshopDb db, CancellationToken cancel) =>
        HalfDayHours.Of(
            await db.Sessions.AsNoTracking().ToListAsync(cancel),
            await db.Slots.AsNoTracking().Where(s => s.SessionNumber != null).ToListAsync(cancel)
        );

    /// <summary>Records that a person has arrived for a half-day.</summary>
    /// <param name="pressedAt">When the helper pressed the button, if the request was delayed. A time in the future counts as now.</param>
    public Task<PresenceResult> CheckInAsync(Guid id, HalfDayId half, DateTimeOffset? pressedAt, Actor actor, CancellationToken cancel) =>
        OfAsync(
            id,
            half,
            (registration, presence) =>
            {
                if (registration is not { Status: RegistrationStatus.Confirmed, Place: Place.Seat })
                    return PresenceResult.NoSeat;
                if (presence.CheckedInAt is not null)
                    return PresenceResult.NoChange;
                var now = clock.GetUtcNow();
                presence.CheckIn(pressedAt < now ? pressedAt.Value : now, actor.Name);
                trail.Add(actor, "checked in", registration.Number, half.Key);
                return PresenceResult.Done;
            },
            cancel
        );

    /// <summary>Removes a check-in that was a mistake.</summary>
    public Task<PresenceResult> UndoCheckInAsync(Guid id, HalfDayId half, Actor actor, CancellationToken cancel) =>
        OfAsync(
            id,
            half,
            (registration, presence) =>
            {
                if (presence.CheckedInAt is null)
                    return PresenceResult.NoChange;
                presence.UndoCheckIn();
                trail.Add(actor, "undid a check-in", registration.Number, half.Key);
                return PresenceResult.Done;
            },
            cancel
        );

    /// <summary>
    /// Counts a heartbeat of a stream page, with the time that the page could not report while it was hidden. Several open pages of one
    /// person count as one; time outside half-days does not count.
    /// </summary>
    /// <param name="halfDays">The half-days of the programme. The caller caches them, because several hundred pages send
    /// heartbeats.</param>
    /// <param name="opened">When the site served the page; null if unknown.</param>
    /// <returns>False when the heartbeat was not counted.</returns>
    public async Task<bool> RecordHeartbeatAsync(
        Guid id,
        IReadOnlyList<HalfDayHours> halfDays,
        DateTimeOffset? opened,
        CancellationToken cancel
    )
    {
        var now = clock.GetUtcNow();
        var since = opened is { } at && at > now - MaxTimeOpen && at < now ? at : now;
        var counted = false;
        foreach (var half in halfDays.Where(h => h.IsOpen(now) || h.Closes > since && h.Closes <= now))
            counted |= await CountHeartbeatAsync(id, half, now, since, cancel);
        return counted;
    }

    private Task<bool> CountHeartbeatAsync(
        Guid id,
        HalfDayHours half,
        DateTimeOffset now,
        DateTimeOffset opened,
        CancellationToken cancel
    ) =>
        writeLock.RunAsync(
            db,
            async () =>
            {
                // Count only if the last heartbeat is old enough, or in the future because the clock was set back.
                var (before, after) = (half.Within(now) - MinHeartbeatInterval, now + MinHeartbeatInterval);
                var mine = db.Presences.Where(p => p.RegistrationId == id && p.Date == half.HalfDay.Date && p.Half == half.HalfDay.Half);
                if (await mine.AnyAsync(p => p.LastHeartbeat > before && p.LastHeartbeat < after, cancel))
                    return false;
                // The lock waits for a helper or an instance that is adding or changing the record.
                if (await LockAsync(db, id, cancel) == 0)
                    return false;
                var presence = await mine.SingleOrDefaultAsync(cancel);
                if (presence?.LastHeartbeat > before && presence.LastHeartbeat < after)
                    return false;
                if (presence is null)
                    db.Presences.Add(presence = Presence.Of(id, half.HalfDay));
                var counts = presence.CountHeartbeat(half, now, opened);
                if (counts)
                    await db.SaveChangesAsync(cancel);
                return counts;
            },
            cancel
        );

    private Task<PresenceResult> OfAsync(
        Guid id,
        HalfDayId half,
        Func<Registration, Presence, PresenceResult> change,
        CancellationToken cancel
    ) =>
        writeLock.RunAsync(
            db,
            async () =>
            {
                var result = await ChangeAsync(db, id, half, clock.GetUtcNow(), change, cancel);
                if (result == PresenceResult.Done)
                    await db.SaveChangesAsync(cancel);
                return result;
            },
            cancel
        );

    /// <summary>Changes a presence in the caller's transaction. The caller saves it.</summary>
    /// <param name="now">On the site's clock: the certificate that the change ends is replaced at this time.</param>
    private static async Task<PresenceResult> ChangeAsync(
        WorkshopDb db,
        Guid id,
        HalfDayId half,
        DateTimeOffset now,
        Func<Registration, Presence, PresenceResult> change,
        CancellationToken cancel
    )
    {
        if (await LockAsync(db, id, cancel) == 0)
            return PresenceResult.NotFound;
        var registration = await db.Registrations.AsNoTracking().SingleAsync(r => r.Id == id, cancel);
        var known = await db.Presences.SingleOrDefaultAsync(
            p => p.RegistrationId == id && p.Date == half.Date && p.Half == half.Half,
            cancel
        );
        var presence = known ?? Presence.Of(id, half);
        var result = change(registration, presence);
        if (result == PresenceResult.Done)
        {
            if (known is null)
                db.Presences.Add(presence);
            await CertificateService.ReplaceAsync(db, [id], now);
        }
        return result;
    }

    /// <summary>Locks a registration, so that two helpers wait for each other, even on different instances.</summary>
    /// <returns>0 when the registration does not exist or is cancelled.</returns>
    private static Task<int> LockAsync(WorkshopDb db, Guid id, CancellationToken cancel) =>
        db
            .Registrations.Where(r => r.Id == id && r.Status != RegistrationStatus.Cancelled)
            .ExecuteUpdateAsync(r => r.SetProperty(x => x.Revision, x => x.Revision), cancel);
}
