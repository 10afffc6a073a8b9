using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Registrations;

/// <summary>The attendance of a half-day at one moment.</summary>
/// <param name="InRoom">The number of confirmed people in the room.</param>
/// <param name="Expected">The number of people who are in the room or have said that they attend in person.</param>
/// <param name="OnStream">The number of people who have the stream open and are not in the room.</param>
public sealed record PresenceSummary(int InRoom, int Expected, int OnStream)
{
    /// <summary>A stream page with no heartbeat for this long counts as closed.</summary>
    private static readonly TimeSpan StreamTimeout = Presence.HeartbeatInterval * 1.5;

    /// <summary><see cref="Presence.Attended"/> as an expression for the database.</summary>
    private static readonly Expression<Func<Presence, bool>> IsInTheRoom = p =>
        p.Correction == PresenceCorrection.InPerson || (p.Correction == null && p.CheckedInAt != null);

    /// <inheritdoc cref="IsInTheRoom"/>
    private static readonly Expression<Func<Presence, bool>> IsPresent = p =>
        p.Correction == null ? p.CheckedInAt != null || p.Heartbeats > 0 : p.Correction != PresenceCorrection.Absent;

    /// <inheritdoc cref="IsInTheRoom"/>
    private static readonly Expression<Func<Presence, bool>> IsOnStream = p =>
        p.Correction == null ? p.CheckedInAt == null && p.Heartbeats > 0 : p.Correction == PresenceCorrection.Remote;

    /// <summary>The presences at which somebody was in the room or on the stream.</summary>
    public static IQueryable<Presence> Attended(WorkshopDb db) => db.Presences.Where(IsPresent);

    /// <summary>True when the person has attended a half-day.</summary>
    public static Task<bool> HasAttendedAsync(WorkshopDb db, Guid id, CancellationToken cancel = default) =>
        db.Presences.Where(p => p.RegistrationId == id).AnyAsync(IsPresent, cancel);

    public static async Task<PresenceSummary> ReadAsync(WorkshopDb db, HalfDayId half, DateTimeOffset now, CancellationToken cancel)
    {
        var presences = Of(db, Confirmed(db)).Where(p => p.Date == half.Date && p.Half == half.Half);
        var inTheRoom = presences.Where(IsInTheRoom).Select(p => p.RegistrationId);
        var came = await inTheRoom.CountAsync(cancel);
        var missing = await ExpectedInTheRoom(db, half).CountAsync(r => !inTheRoom.Contains(r.Id), cancel);
        var since = now - StreamTimeout;
        var onStream = await presences.CountAsync(p => p.LastHeartbeat >= since && !inTheRoom.Contains(p.RegistrationId), cancel);
        return new(came, came + missing, onStream);
    }

    /// <summary>
    /// Counts these people's presences at each half-day, in the room and on the stream. The database counts, so the result does not grow
    /// with the number of people.
    /// </summary>
    public static async Task<IReadOnlyDictionary<HalfDayId, PresenceCount>> CountAsync(
        WorkshopDb db,
        IQueryable<Registration> people,
        CancellationToken cancel
    ) =>
        (
            await Of(db, people)
                .GroupBy(p => new { p.Date, p.Half })
                .Select(g => new
                {
                    g.Key.Date,
                    g.Key.Half,
                    There = g.AsQueryable().Count(IsPresent),
                    InTheRoom = g.AsQueryable().Count(IsInTheRoom),
                })
                .ToListAsync(cancel)
        ).ToDictionary(g => new HalfDayId(g.Date, g.Half), g => new PresenceCount(g.Date, g.Half, g.InTheRoom, g.There - g.InTheRoom));

    /// <summary>The people among these who have no presence at a half-day.</summary>
    public static IQueryable<Registration> MissingAt(WorkshopDb db, IQueryable<Registration> people, HalfDayId half)
    {
        var there = db.Presences.Where(p => p.Date == half.Date && p.Half == half.Half).Where(IsPresent).Select(p => p.RegistrationId);
        return people.Where(r => !there.Contains(r.Id));
    }

    /// <summary>The people among these who came, or did not.</summary>
    /// <param name="half">Null for any half-day.</param>
    public static IQueryable<Registration> Who(WorkshopDb db, IQueryable<Registration> people, AttendeePresence came, HalfDayId? half)
    {
        var presences = half is null ? db.Presences : db.Presences.Where(p => p.Date == half.Date && p.Half == half.Half);
        var inTheRoom = presences.Where(IsInTheRoom).Select(p => p.RegistrationId);
        var there = presences.Where(IsPresent).Select(p => p.RegistrationId);
        return came switch
        {
            AttendeePresence.Came => people.Where(r => there.Contains(r.Id)),
            AttendeePresence.Room => people.Where(r => inTheRoom.Contains(r.Id)),
            AttendeePresence.Stream => people.Where(r => presences.Where(IsOnStream).Any(p => p.RegistrationId == r.Id)),
            _ => people.Where(r => !there.Contains(r.Id)),
        };
    }

    public static IQueryable<Registration> Confirmed(WorkshopDb db) =>
        db.Registrations.AsNoTracking().Where(r => r.Status == RegistrationStatus.Confirmed);

    public static IQueryable<Registration> ExpectedInTheRoom(WorkshopDb db, HalfDayId half) =>
        new AttendeeQuery
        {
            Status = RegistrationStatus.Confirmed,
            HalfDay = half.Key,
            HalfDayAttendance = Attendance.InPerson,
        }.Filtered(db);

    private static IQueryable<Presence> Of(WorkshopDb db, IQueryable<Registration> people) =>
        db.Presences.Where(p => people.Any(r => r.Id == p.RegistrationId));
}
