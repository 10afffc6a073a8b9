using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Domain.Registrations;

/// <summary>A half-day of the programme, from the first row of its sessions to the last.</summary>
/// <param name="Length">Of its sessions together, pauses within them included.</param>
public sealed record HalfDayHours(HalfDayId HalfDay, DateTimeOffset Start, DateTimeOffset End, TimeSpan Length)
{
    /// <summary>People come before it begins.</summary>
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
            select new HalfDayHours(
                half.Key,
                half.Min(h => h.Start),
                half.Max(h => h.End),
                TimeSpan.FromTicks(half.Sum(h => (h.End - h.Start).Ticks))
            ),
        ];
    }

    /// <summary>The one that people are arriving for or sit in; null between half-days that are far from each other.</summary>
    public static HalfDayHours? At(DateTimeOffset instant, IEnumerable<HalfDayHours> halfDays) =>
        halfDays
            .Where(h => h.Start - CheckInLeadTime <= instant && instant < h.End + SessionHours.Margin)
            .OrderBy(h =>
                h.Runs(instant) ? 0
                : instant < h.Start ? 1
                : 2
            )
            .FirstOrDefault();

    /// <summary>
    /// What the door is about: the half-day that people are arriving for or sit in, else the next one, else the last of all; null without
    /// any.
    /// </summary>
    public static HalfDayHours? ForCheckIn(DateTimeOffset instant, IReadOnlyList<HalfDayHours> halfDays) =>
        At(instant, halfDays) ?? halfDays.FirstOrDefault(h => instant < h.Start) ?? (halfDays.Count > 0 ? halfDays[^1] : null);

    /// <summary>A stream is open a little longer than its session, and who has it open then is there.</summary>
    public bool IsOpen(DateTimeOffset instant) => Start - SessionHours.Margin <= instant && instant < End + SessionHours.Margin;

    private bool Runs(DateTimeOffset instant) => Start <= instant && instant < End;
}
