using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Domain.Registrations;

/// <summary>A meal or a break of the timetable, to count for the caterer.</summary>
/// <param name="Half">The half-day that contains a break; null for a meal, which is open to both half-days of its day.</param>
public sealed record ServedMeal(string Slug, Localized Title, DateOnly Date, DateTimeOffset Start, HalfDay? Half)
{
    /// <summary>Null for a slot that is neither a meal nor a break.</summary>
    public static ServedMeal? Of(Slot slot, IReadOnlyCollection<Session> sessions, TimeZoneInfo zone) =>
        slot.Kind is SlotKind.Meal or SlotKind.Break
            ? new(slot.Slug, slot.Title!, slot.Date, slot.Start, slot.Kind == SlotKind.Break ? HalfOf(slot, sessions, zone) : null)
            : null;

    /// <summary>
    /// The half-day of the session that contains the break. A break outside sessions, which interrupts all rooms, belongs to the half-day
    /// of its hour, if that one has a session.
    /// </summary>
    private static HalfDay? HalfOf(Slot slot, IReadOnlyCollection<Session> sessions, TimeZoneInfo zone)
    {
        if (slot.SessionNumber is { } number)
            return sessions.FirstOrDefault(s => s.Number == number)?.HalfDay;
        var half = HalfDays.Of(TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(slot.Start, zone).DateTime));
        return sessions.Any(s => s.Date == slot.Date && s.HalfDay == half) ? half : null;
    }

    /// <summary>
    /// Whether a person takes part: they chose it and attend in person at that time. A choice stays when its person changes half-days or
    /// attends remotely.
    /// </summary>
    public bool IsTakenBy(Registration registration) =>
        IsTakenBy(registration.Details.Meals, half => registration.AttendanceAt(Date, half) == Attendance.InPerson);

    /// <inheritdoc cref="IsTakenBy(Registration)"/>
    /// <param name="meals">The slugs that the person chose.</param>
    /// <param name="isInTheRoom">Whether the person attends a half-day of this date in person.</param>
    public bool IsTakenBy(IReadOnlyList<string> meals, Func<HalfDay, bool> isInTheRoom) =>
        meals.Contains(Slug) && (Half is { } half ? [half] : Enum.GetValues<HalfDay>()).Any(isInTheRoom);
}
