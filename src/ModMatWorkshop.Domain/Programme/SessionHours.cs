namespace ModMatWorkshop.Domain.Programme;

/// <summary>A session from the beginning of its first row to the end of its last, cancelled rows left out.</summary>
public sealed record SessionHours(int Number, DateTimeOffset Start, DateTimeOffset End)
{
    /// <summary>How long before its session a stream is open, and how long after.</summary>
    public static readonly TimeSpan Margin = TimeSpan.FromMinutes(15);

    public static IReadOnlyList<SessionHours> Of(IEnumerable<Slot> slots) =>
        [
            .. from slot in slots
            where slot is { Cancelled: false, SessionNumber: not null }
            group slot by slot.SessionNumber!.Value into session
            select new SessionHours(session.Key, session.Min(s => s.Start), session.Max(s => s.End)),
        ];

    /// <summary>
    /// The session whose stream is open: the one that runs, else the one that is about to begin, else the one that has just ended.
    /// </summary>
    public static SessionHours? OpenAt(DateTimeOffset instant, IEnumerable<Slot> slots) =>
        Of(slots)
            .Where(s => s.IsOpen(instant))
            .OrderBy(s =>
                s.Runs(instant) ? 0
                : instant < s.Start ? 1
                : 2
            )
            .FirstOrDefault();

    public bool IsOpen(DateTimeOffset instant) => Start - Margin <= instant && instant < End + Margin;

    private bool Runs(DateTimeOffset instant) => Start <= instant && instant < End;
}
