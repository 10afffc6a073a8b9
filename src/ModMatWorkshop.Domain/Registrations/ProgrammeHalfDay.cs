using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Domain.Registrations;

/// <summary>A half-day of the programme, with the sessions and slots by which it is recognised after a change of the content.</summary>
public sealed record ProgrammeHalfDay(HalfDayId Id, IReadOnlyList<int> Sessions, IReadOnlyList<string> Slots)
{
    /// <summary>In chronological order.</summary>
    public static IReadOnlyList<ProgrammeHalfDay> Of(IEnumerable<Session> sessions, IEnumerable<Slot> slots)
    {
        var bySession = slots.ToLookup(s => s.SessionNumber, s => s.Slug);
        return
        [
            .. from session in sessions
            group session.Number by new HalfDayId(session.Date, session.HalfDay) into half
            orderby half.Key.Date, half.Key.Half
            select new ProgrammeHalfDay(half.Key, [.. half], [.. half.SelectMany(number => bySession[number])]),
        ];
    }

    /// <summary>
    /// How much of this half-day takes place in another one: above 0 when they share a session or a slot. Slots count more than numbers of
    /// sessions, because a new session can shift the numbers of all that follow.
    /// </summary>
    public double SharedWith(ProgrammeHalfDay other) => 2 * Share(Slots, other.Slots) + Share(Sessions, other.Sessions);

    public bool SharesSlotsWith(ProgrammeHalfDay other) => Slots.Intersect(other.Slots).Any();

    private static double Share<T>(IReadOnlyCollection<T> one, IReadOnlyCollection<T> other) =>
        one.Intersect(other).Count() / Math.Max(1.0, Math.Max(one.Count, other.Count));
}

/// <summary>A half-day that has left the programme. The answers about it are set aside under its number until it returns.</summary>
public sealed record DroppedHalfDay(int Number, ProgrammeHalfDay HalfDay);

/// <summary>The half-days and the meals that people can choose in one version of the programme.</summary>
/// <param name="Meals">The slugs of meals and breaks that take place.</param>
public sealed record ProgrammeChoices(IReadOnlyList<ProgrammeHalfDay> HalfDays, IReadOnlySet<string> Meals)
{
    public static ProgrammeChoices Of(IReadOnlyCollection<Session> sessions, IReadOnlyCollection<Slot> slots) =>
        new(
            ProgrammeHalfDay.Of(sessions, slots),
            slots.Where(s => s is { Kind: SlotKind.Meal or SlotKind.Break, Cancelled: false }).Select(s => s.Slug).ToHashSet()
        );
}
