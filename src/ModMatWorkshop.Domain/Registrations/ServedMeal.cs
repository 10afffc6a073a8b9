using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Domain.Registrations;

/// <summary>A meal or a break of the timetable, as the caterer sees it.</summary>
/// <param name="Half">The half-day in the middle of which a break stands; null for a meal, which those of the morning and those of the
/// afternoon share.</param>
public sealed record ServedMeal(string Slug, Localized Title, DateOnly Date, DateTimeOffset Start, HalfDay? Half)
{
    /// <summary>
    /// Whether somebody is there for it: they said so, have a seat, and are in the room then. A form comes with every meal ticked, also on
    /// days that one spends elsewhere.
    /// </summary>
    public bool IsTakenBy(Registration registration) =>
        IsTakenBy(registration.Details.Meals, half => registration.AttendanceAt(Date, half) == Attendance.InPerson);

    /// <inheritdoc cref="IsTakenBy(Registration)"/>
    /// <param name="meals">What they said.</param>
    /// <param name="isInTheRoom">At a half-day of this date.</param>
    public bool IsTakenBy(IReadOnlyList<string> meals, Func<HalfDay, bool> isInTheRoom) =>
        meals.Contains(Slug) && (Half is { } half ? [half] : Enum.GetValues<HalfDay>()).Any(isInTheRoom);
}
