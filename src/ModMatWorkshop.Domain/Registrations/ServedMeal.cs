using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Domain.Registrations;

/// <summary>A meal or a break of the timetable, to count for the caterer.</summary>
/// <param name="Half">The half-day that contains a break; null for a meal, which is open to both half-days of its day.</param>
public sealed record ServedMeal(string Slug, Localized Title, DateOnly Date, DateTimeOffset Start, HalfDay? Half)
{
    /// <param name="half">The half-day of the session that the slot belongs to; null for a slot outside sessions.</param>
    public static ServedMeal Of(string slug, Localized title, DateOnly date, DateTimeOffset start, SlotKind kind, HalfDay? half) =>
        new(slug, title, date, start, kind == SlotKind.Break ? half : null);

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
