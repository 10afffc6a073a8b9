using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Registrations;

/// <summary>What came of a press at the door or of a correction.</summary>
public enum PresenceResult
{
    Done,

    /// <summary>It was so already: the same press sent twice.</summary>
    NoChange,

    /// <summary>There is no such registration, or it is cancelled.</summary>
    NotFound,

    /// <summary>The person has no confirmed seat: that comes first.</summary>
    NoSeat,
}

/// <summary>
/// The one door to every change of a presence: the press of a helper, the beat of a live page, the correction of an organiser. Each is one
/// short transaction, and the same one twice is one.
/// </summary>
public sealed class PresenceService(WorkshopDb db, WriteLock writeLock, SiteClock clock, TimeProvider realTime, AuditTrail trail)
{
    /// <summary>Heartbeats come a little early as often as late.</summary>
    private static readonly TimeSpan MinHeartbeatInterval = Presence.HeartbeatInterval * 0.8;

    public static async Task<IReadOnlyList<HalfDayHours>> HalfDayHoursAsync(WorkshopDb db, CancellationToken cancel) =>
        HalfDayHours.Of(
            await db.Sessions.AsNoTracking().ToListAsync(cancel),
            await db.Slots.AsNoTracking().Where(s => s.SessionNumber != null).ToListAsync(cancel)
        );

    /// <summary>Somebody has come into the room for a half-day.</summary>
    /// <param name="pressedAt">When the helper pressed, where the press could not be sent at once; never later than now.</param>
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

    /// <summary>The press was a mistake.</summary>
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

    /// <summary>An organiser knows better; what was recorded stays beside it.</summary>
    /// <param name="correction">Null: what was recorded counts again.</param>
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

    /// <summary>A live page is open. Two pages of one person beat as one; outside the hours of a half-day nothing is counted.</summary>
    /// <param name="halfDays">Of the programme, which whoever asks keeps: five hundred pages beat.</param>
    /// <returns>False when it was not counted.</returns>
    public async Task<bool> RecordHeartbeatAsync(Guid id, IReadOnlyList<HalfDayHours> halfDays, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (halfDays.FirstOrDefault(h => h.IsOpen(now))?.HalfDay is not { } half)
            return false;
        // The last beat is long enough ago, or of a clock that has been set back since.
        var (before, after) = (now - MinHeartbeatInterval, now + MinHeartbeatInterval);
        return await writeLock.RunAsync(
            db,
            async () =>
            {
                var mine = db.Presences.Where(p => p.RegistrationId == id && p.Date == half.Date && p.Half == half.Half);
                if (await CountAsync())
                    return true;
                // The first beat of a half-day, or one too soon. Whoever else begins the record, a helper or another instance, is waited
                // for.
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

    /// <summary>Two helpers at one person wait for each other here, on whichever instance they are.</summary>
    /// <returns>0 when there is no such registration, or it is cancelled.</returns>
    private Task<int> LockAsync(Guid id, CancellationToken cancel) =>
        db
            .Registrations.Where(r => r.Id == id && r.Status != RegistrationStatus.Cancelled)
            .ExecuteUpdateAsync(r => r.SetProperty(x => x.Revision, x => x.Revision), cancel);
}
