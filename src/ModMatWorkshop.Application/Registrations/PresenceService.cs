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
public sealed class PresenceService(WorkshopDb db, WriteLock writeLock, SiteClock clock, TimeProvider realTime, AuditTrail trail)
{
    /// <summary>Shorter than the interval, because some heartbeats arrive early.</summary>
    private static readonly TimeSpan MinHeartbeatInterval = Presence.HeartbeatInterval * 0.8;

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
            async (registration, presence) =>
            {
                if (registration is not { Status: RegistrationStatus.Confirmed, Place: Place.Seat })
                    return PresenceResult.NoSeat;
                if (presence.CheckedInAt is not null)
                    return PresenceResult.NoChange;
                var now = clock.GetUtcNow();
                presence.CheckIn(pressedAt < now ? pressedAt.Value : now, actor.Name);
                await trail.WriteAsync(actor, "checked in", registration.Number, half.Key, cancel);
                return PresenceResult.Done;
            },
            cancel
        );

    /// <summary>Removes a check-in that was a mistake.</summary>
    public Task<PresenceResult> UndoCheckInAsync(Guid id, HalfDayId half, Actor actor, CancellationToken cancel) =>
        OfAsync(
            id,
            half,
            async (registration, presence) =>
            {
                if (presence.CheckedInAt is null)
                    return PresenceResult.NoChange;
                presence.UndoCheckIn();
                await trail.WriteAsync(actor, "undid a check-in", registration.Number, half.Key, cancel);
                return PresenceResult.Done;
            },
            cancel
        );

    /// <summary>Sets an organiser's correction. The recorded presence is kept.</summary>
    /// <param name="correction">Null removes the correction, so that the recorded presence counts.</param>
    public Task<PresenceResult> CorrectAsync(
        Guid id,
        HalfDayId half,
        PresenceCorrection? correction,
        Actor actor,
        CancellationToken cancel
    ) =>
        OfAsync(
            id,
            half,
            async (registration, presence) =>
            {
                if (presence.Correction == correction)
                    return PresenceResult.NoChange;
                presence.Correct(correction, actor.Name, realTime.GetUtcNow());
                await trail.WriteAsync(
                    actor,
                    "corrected a presence",
                    registration.Number,
                    $"{half.Key} {correction?.ToString() ?? "as recorded"}",
                    cancel
                );
                return PresenceResult.Done;
            },
            cancel
        );

    /// <summary>
    /// Counts a heartbeat of a stream page. Several open pages of one person count as one; heartbeats outside half-days do not count.
    /// </summary>
    /// <param name="halfDays">The half-days of the programme. The caller caches them, because several hundred pages send
    /// heartbeats.</param>
    /// <returns>False when the heartbeat was not counted.</returns>
    public async Task<bool> RecordHeartbeatAsync(Guid id, IReadOnlyList<HalfDayHours> halfDays, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (halfDays.FirstOrDefault(h => h.IsOpen(now))?.HalfDay is not { } half)
            return false;
        // Count only if the last heartbeat is old enough, or in the future because the clock was set back.
        var (before, after) = (now - MinHeartbeatInterval, now + MinHeartbeatInterval);
        return await writeLock.RunAsync(
            db,
            async () =>
            {
                var mine = db.Presences.Where(p => p.RegistrationId == id && p.Date == half.Date && p.Half == half.Half);
                if (await CountAsync())
                    return true;
                // Either the record is missing or the heartbeat is too early. The lock waits for a helper or an instance that is adding the
                // record.
                if (await mine.AnyAsync(cancel) || await LockAsync(id, cancel) == 0)
                    return false;
                if (await CountAsync())
                    return true;
                if (await mine.AnyAsync(cancel))
                    return false;
                db.Presences.Add(Presence.StartedOnStream(id, half, now));
                await db.SaveChangesAsync(cancel);
                return true;

                async Task<bool> CountAsync() =>
                    await mine.Where(p => p.LastHeartbeat == null || p.LastHeartbeat <= before || p.LastHeartbeat >= after)
                        .ExecuteUpdateAsync(
                            p =>
                                p.SetProperty(x => x.Heartbeats, x => x.Heartbeats + 1)
                                    .SetProperty(x => x.FirstHeartbeat, x => x.FirstHeartbeat ?? now)
                                    .SetProperty(x => x.LastHeartbeat, now),
                            cancel
                        ) == 1;
            },
            cancel
        );
    }

    private Task<PresenceResult> OfAsync(
        Guid id,
        HalfDayId half,
        Func<Registration, Presence, Task<PresenceResult>> change,
        CancellationToken cancel
    ) =>
        writeLock.RunAsync(
            db,
            async () =>
            {
                if (await LockAsync(id, cancel) == 0)
                    return PresenceResult.NotFound;
                var registration = await db.Registrations.AsNoTracking().SingleAsync(r => r.Id == id, cancel);
                var presence = await db.Presences.SingleOrDefaultAsync(
                    p => p.RegistrationId == id && p.Date == half.Date && p.Half == half.Half,
                    cancel
                );
                if (presence is null)
                    db.Presences.Add(
                        presence = new()
                        {
                            RegistrationId = id,
                            Date = half.Date,
                            Half = half.Half,
                        }
                    );
                var answer = await change(registration, presence);
                if (answer == PresenceResult.Done)
                    await db.SaveChangesAsync(cancel);
                return answer;
            },
            cancel
        );

    /// <summary>Locks a registration, so that two helpers wait for each other, even on different instances.</summary>
    /// <returns>0 when the registration does not exist or is cancelled.</returns>
    private Task<int> LockAsync(Guid id, CancellationToken cancel) =>
        db
            .Registrations.Where(r => r.Id == id && r.Status != RegistrationStatus.Cancelled)
            .ExecuteUpdateAsync(r => r.SetProperty(x => x.Revision, x => x.Revision), cancel);
}
