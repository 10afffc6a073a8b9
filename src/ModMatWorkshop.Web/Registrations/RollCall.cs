using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Web.Data;

namespace ModMatWorkshop.Web.Registrations;

/// <summary>A half-day at one moment.</summary>
/// <param name="In">Confirmed people who are in the room.</param>
/// <param name="Expected">Who is in the room, and who said they would be.</param>
/// <param name="OnStream">Who has the stream open now, and is not in the room.</param>
public sealed record RollCall(int In, int Expected, int OnStream)
{
    /// <summary>A page whose last beat is older is closed.</summary>
    private static readonly TimeSpan StillOpen = Presence.BeatInterval * 1.5;

    /// <summary>What <see cref="Presence.Attended"/> says, as a database is asked for it.</summary>
    public static readonly Expression<Func<Presence, bool>> IsInTheRoom = p => p.Correction == PresenceCorrection.InPerson || (p.Correction == null && p.CheckedInAt != null);

    /// <inheritdoc cref="IsInTheRoom"/>
    public static readonly Expression<Func<Presence, bool>> IsThere = p => p.Correction == null ? p.CheckedInAt != null || p.Beats > 0 : p.Correction != PresenceCorrection.Absent;

    public static async Task<RollCall> ReadAsync(WorkshopDb db, HalfDayOf half, DateTimeOffset now, CancellationToken cancel)
    {
        var presences = db.Presences.Where(p => p.Date == half.Date && p.Half == half.Half && db.Registrations.Any(r => r.Id == p.RegistrationId && r.Status == RegistrationStatus.Confirmed));
        var inTheRoom = presences.Where(IsInTheRoom).Select(p => p.RegistrationId);
        var came = await inTheRoom.CountAsync(cancel);
        var missing = await ExpectedInTheRoom(db, half).CountAsync(r => !inTheRoom.Contains(r.Id), cancel);
        var since = now - StillOpen;
        var onStream = await presences.CountAsync(p => p.LastBeat >= since && !inTheRoom.Contains(p.RegistrationId), cancel);
        return new(came, came + missing, onStream);
    }

    public static IQueryable<Registration> ExpectedInTheRoom(WorkshopDb db, HalfDayOf half) =>
        new AttendeeQuery { Status = RegistrationStatus.Confirmed, HalfDay = half.Key, There = Attendance.InPerson }.Filtered(db);
}
