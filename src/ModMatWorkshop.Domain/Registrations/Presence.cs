using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Domain.Registrations;

/// <summary>An organiser's correction of a half-day. It overrides check-in and heartbeats.</summary>
public enum PresenceCorrection
{
    InPerson,
    Remote,
    Absent,
}

/// <summary>One registration at one half-day: check-in, heartbeats and correction in one record.</summary>
public sealed class Presence
{
    /// <summary>The interval of heartbeats. Each one counts until the next one is due.</summary>
    public static readonly TimeSpan HeartbeatInterval = TimeSpan.FromMinutes(3);

    public long Id { get; init; }

    public required Guid RegistrationId { get; init; }

    public required DateOnly Date { get; init; }

    public required HalfDay Half { get; init; }

    /// <summary>The time of check-in, on the site's clock; null without a check-in.</summary>
    public DateTimeOffset? CheckedInAt { get; private set; }

    /// <summary>The helper's name as in the audit log.</summary>
    public string? CheckedInBy { get; private set; }

    /// <summary>At most one for each <see cref="HeartbeatInterval"/>, however many pages are open.</summary>
    public int Heartbeats { get; private set; }

    /// <summary>How long a stream page was open, in seconds. Time with several open pages counts once.</summary>
    public int StreamSeconds { get; private set; }

    public DateTimeOffset? FirstHeartbeat { get; private set; }

    public DateTimeOffset? LastHeartbeat { get; private set; }

    public PresenceCorrection? Correction { get; private set; }

    public string? CorrectedBy { get; private set; }

    /// <summary>Real time, as in the audit log, not the time of the rehearsal clock.</summary>
    public DateTimeOffset? CorrectedAt { get; private set; }

    /// <summary>How the person attended; null if absent. A check-in takes precedence over heartbeats.</summary>
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
    /// Attended time. In person it is the whole half-day; remotely it is the time on the stream. A correction to remote without heartbeats
    /// counts as the whole half-day.
    /// </summary>
    public TimeSpan LengthOf(HalfDayHours half) =>
        Attended switch
        {
            Attendance.InPerson => half.Length,
            Attendance.Remote when Heartbeats == 0 => half.Length,
            Attendance.Remote => StreamTime < half.Length ? StreamTime : half.Length,
            _ => TimeSpan.Zero,
        };

    public static Presence StartedOnStream(Guid registration, HalfDayId half, DateTimeOffset now)
    {
        var presence = Of(registration, half);
        (presence.Heartbeats, presence.StreamSeconds) = (1, (int)HeartbeatInterval.TotalSeconds);
        (presence.FirstHeartbeat, presence.LastHeartbeat) = (now, now);
        return presence;
    }

    public static Presence Of(Guid registration, HalfDayId half) =>
        new()
        {
            RegistrationId = registration,
            Date = half.Date,
            Half = half.Half,
        };

    public TimeSpan StreamTime => TimeSpan.FromSeconds(StreamSeconds);

    /// <summary>
    /// Counts a heartbeat: the time since the page was opened, which a hidden page could not report, and the time until the next heartbeat
    /// is due. Nothing counts twice: not what an earlier heartbeat or another page has covered, and nothing outside the half-day.
    /// </summary>
    /// <param name="opened">When the site served the page; null if unknown, for example without script.</param>
    /// <returns>False if the heartbeat adds nothing.</returns>
    public bool CountHeartbeat(HalfDayHours half, DateTimeOffset now, DateTimeOffset? opened)
    {
        // The last heartbeat is in the future after the clock was set back, and then covers nothing.
        var covered = LastHeartbeat <= now ? half.Within(LastHeartbeat.Value + HeartbeatInterval) : half.Opens;
        var from = half.Within(opened < now ? opened.Value : now);
        var to = half.Within(now + HeartbeatInterval);
        if (from < covered)
            from = covered;
        if (to <= from)
            return false;
        StreamSeconds += (int)(to - from).TotalSeconds;
        Heartbeats++;
        FirstHeartbeat ??= from;
        LastHeartbeat = half.Within(now);
        return true;
    }

    public void CheckIn(DateTimeOffset at, string by) => (CheckedInAt, CheckedInBy) = (at, by);

    public void UndoCheckIn() => (CheckedInAt, CheckedInBy) = (null, null);

    /// <param name="correction">Null removes the correction, so that check-in and heartbeats count again.</param>
    public void Correct(PresenceCorrection? correction, string by, DateTimeOffset realNow) =>
        (Correction, CorrectedBy, CorrectedAt) = (correction, by, realNow);
}
