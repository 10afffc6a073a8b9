namespace ModMatWorkshop.Domain.Programme;

/// <summary>A session from the start of its first slot to the end of its last one, without cancelled slots.</summary>
public sealed record SessionHours(int Number, DateTimeOffset Start, DateTimeOffset End)
{
    /// <summary>A stream opens this long before its session and closes this long after it.</summary>
    public static readonly TimeSpan Margin = TimeSpan.FromMinutes(15);

    public static IReadOnlyList<SessionHours> Of(IEnumerable<Slot> slots) =>
        [
            .. from slot in slots
            where slot is { Cancelled: false, SessionNumber: not null }
            group slot by slot.SessionNumber!.Value into session
            select new SessionHours(session.Key, session.Min(s => s.Start), session.Max(s => s.End)),
        ];

    /// <summary>
    /// The sessions whose streams are open, one for each room: the current one, or else the next one within the margin, or else the last
    /// one within the margin.
    /// </summary>
    public static IReadOnlyList<SessionHours> OpenAt(DateTimeOffset instant, IReadOnlyCollection<Slot> slots) =>
        [
            .. from hours in Of(slots)
            where hours.IsOpen(instant)
            group hours by slots.First(s => s.SessionNumber == hours.Number).Room into room
            select room.OrderBy(s =>
                    s.Runs(instant) ? 0
                    : instant < s.Start ? 1
                    : 2
                )
                .First(),
        ];

    public bool IsOpen(DateTimeOffset instant) => Start - Margin <= instant && instant < End + Margin;

    private bool Runs(DateTimeOffset instant) => Start <= instant && instant < End;
}
