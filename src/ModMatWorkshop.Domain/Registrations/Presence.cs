using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Domain.Registrations;

/// <summary>What an organiser says of somebody's half-day, whatever was pressed or beaten.</summary>
public enum PresenceCorrection
{
    InPerson,
    Remote,
    Absent,
}

/// <summary>
/// Somebody at one half-day, in the room and on the stream, in one record: what helpers pressed, what the live page beat, what an organiser
/// put right.
/// </summary>
public sealed class Presence
{
    /// <summary>How often an open live page says so. A presence on the stream is as long as its beats.</summary>
    public static readonly TimeSpan HeartbeatInterval = TimeSpan.FromMinutes(3);

    public long Id { get; init; }

    public required Guid RegistrationId { get; init; }

    public required DateOnly Date { get; init; }

    public required HalfDay Half { get; init; }

    /// <summary>When a helper pressed, on the site's clock; null when nobody has.</summary>
    public DateTimeOffset? CheckedInAt { get; private set; }

    /// <summary>As the log names them.</summary>
    public string? CheckedInBy { get; private set; }

    /// <summary>One in every <see cref="HeartbeatInterval"/> at most, however many pages are open.</summary>
    public int Heartbeats { get; private set; }

    public DateTimeOffset? FirstHeartbeat { get; private set; }

    public DateTimeOffset? LastHeartbeat { get; private set; }

    public PresenceCorrection? Correction { get; private set; }

    public string? CorrectedBy { get; private set; }

    /// <summary>Real time, as in the log.</summary>
    public DateTimeOffset? CorrectedAt { get; private set; }

    /// <summary>
    /// How the half-day was attended; null for not at all. Who was in the room and had the stream open besides was in the room.
    /// </summary>
    public Attendance? Attended =>
        Correction switch
        {
            PresenceCorrection.InPerson => Attendance.InPerson,
            PresenceCorrection.Remote => Attendance.Remote,
            PresenceCorrection.Absent => null,
            _ => CheckedInAt is not null ? Attendance.InPerson
            : Heartbeats > 0 ? Attendance.Remote
            : null,
        };

    /// <summary>
    /// How much of the half-day: all of it in the room, on the stream as much as was beaten. What an organiser says was attended remotely,
    /// without a beat, counts whole.
    /// </summary>
    public TimeSpan LengthOf(HalfDayHours half) =>
        Attended switch
        {
            Attendance.InPerson => half.Length,
            Attendance.Remote when Heartbeats == 0 => half.Length,
            Attendance.Remote => TimeSpan.FromTicks(Math.Min(half.Length.Ticks, HeartbeatInterval.Ticks * Heartbeats)),
            _ => TimeSpan.Zero,
        };

    public static Presence StartedOnStream(Guid registration, HalfDayId half, DateTimeOffset now) =>
        new()
        {
            RegistrationId = registration,
            Date = half.Date,
            Half = half.Half,
            Heartbeats = 1,
            FirstHeartbeat = now,
            LastHeartbeat = now,
        };

    public void CheckIn(DateTimeOffset at, string by) => (CheckedInAt, CheckedInBy) = (at, by);

    public void UndoCheckIn() => (CheckedInAt, CheckedInBy) = (null, null);

    /// <param name="correction">Null to let what was recorded count again.</param>
    public void Correct(PresenceCorrection? correction, string by, DateTimeOffset realNow) =>
        (Correction, CorrectedBy, CorrectedAt) = (correction, by, realNow);
}
