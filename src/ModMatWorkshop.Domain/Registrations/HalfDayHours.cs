using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Domain.Registrations;

/// <summary>A half-day of the programme, from the start of its first slot to the end of its last one.</summary>
/// <param name="Length">The time during which a session runs, including breaks within it. Sessions side by side count once.</param>
public sealed record HalfDayHours(HalfDayId HalfDay, DateTimeOffset Start, DateTimeOffset End, TimeSpan Length)
{
    /// <summary>People arrive up to this long before the half-day starts.</summary>
    private static readonly TimeSpan CheckInLeadTime = TimeSpan.FromMinutes(90);

    public static IReadOnlyList<HalfDayHours> Of(IEnumerable<Session> sessions, IEnumerable<Slot> slots)
    {
        var hours = SessionHours.Of(slots).ToDictionary(h => h.Number);
        return
        [
            .. from session in sessions
            where hours.ContainsKey(session.Number)
            group hours[session.Number] by new HalfDayId(session.Date, session.HalfDay) into half
            orderby half.Key.Date, half.Key.Half
            select new HalfDayHours(half.Key, half.Min(h => h.Start), half.Max(h => h.End), LengthOf(half)),
        ];
    }

    /// <summary>The half-day that people attend or arrive for; null between half-days that are far apart.</summary>
    public static HalfDayHours? At(DateTimeOffset instant, IEnumerable<HalfDayHours> halfDays) =>
        halfDays
            .Where(h => h.Start - CheckInLeadTime <= instant && instant < h.End + SessionHours.Margin)
            .OrderBy(h =>
                h.Runs(instant) ? 0
                : instant < h.Start ? 1
                : 2
            )
            .FirstOrDefault();

    /// <summary>The half-day to show at check-in: the current one, or else the next one, or else the last one; null without any.</summary>
    public static HalfDayHours? ForCheckIn(DateTimeOffset instant, IReadOnlyList<HalfDayHours> halfDays) =>
        At(instant, halfDays) ?? halfDays.FirstOrDefault(h => instant < h.Start) ?? (halfDays.Count > 0 ? halfDays[^1] : null);

    /// <summary>The stream is open a little longer than its session.</summary>
    public DateTimeOffset Opens => Start - SessionHours.Margin;

    /// <inheritdoc cref="Opens"/>
    public DateTimeOffset Closes => End + SessionHours.Margin;

    /// <summary>Whether a heartbeat counts for this half-day.</summary>
    public bool IsOpen(DateTimeOffset instant) => Opens <= instant && instant < Closes;

    /// <summary>The instant, or the nearest one at which the stream is open.</summary>
    public DateTimeOffset Within(DateTimeOffset instant) =>
        instant < Opens ? Opens
        : instant > Closes ? Closes
        : instant;

    private static TimeSpan LengthOf(IEnumerable<SessionHours> sessions)
    {
        var (length, covered) = (TimeSpan.Zero, DateTimeOffset.MinValue);
        foreach (var session in sessions.OrderBy(s => s.Start))
        {
            var from = session.Start > covered ? session.Start : covered;
            if (session.End <= from)
                continue;
            length += session.End - from;
            covered = session.End;
        }
        return length;
    }

    private bool Runs(DateTimeOffset instant) => Start <= instant && instant < End;
}
