using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Domain.Registrations;

/// <summary>A half-day that a person attends.</summary>
/// <param name="Hours">Null when the programme has no session then.</param>
public sealed record AttendedHalfDay(HalfDayChoice Choice, HalfDayHours? Hours);

/// <summary>A slot of a person's own programme, with how they follow it.</summary>
public sealed record AttendedSlot(Slot Slot, Attendance Attendance);

/// <summary>The part of the programme that one person takes part in: half-days, meals and slots, in order of time.</summary>
/// <param name="Meals">The meals and breaks that the person chose and attends.</param>
public sealed record PersonalProgramme(
    IReadOnlyList<AttendedHalfDay> HalfDays,
    IReadOnlyList<ServedMeal> Meals,
    IReadOnlyList<AttendedSlot> Slots
)
{
    /// <summary>
    /// Follows the programme: a talk that is added to a half-day of the person is part of it. What is outside the sessions has no stream,
    /// so only people in the room take part.
    /// </summary>
    public static PersonalProgramme Of(Registration registration, Schedule schedule)
    {
        var sessions = schedule.Sessions.ToDictionary(s => s.Number);
        var hours = HalfDayHours.Of(schedule.Sessions, schedule.Slots).ToDictionary(h => h.HalfDay);
        return new(
            [
                .. from choice in registration.Details.HalfDays
                let attendance = registration.AttendanceAt(choice.Date, choice.Half, schedule.Workshop.Offer)
                where attendance is not null
                orderby choice.Date, choice.Half
                select new AttendedHalfDay(
                    choice with
                    {
                        Attendance = attendance.Value,
                    },
                    hours.GetValueOrDefault(new(choice.Date, choice.Half))
                ),
            ],
            [.. schedule.Slots.Where(s => !s.Cancelled).Select(MealOf).OfType<ServedMeal>().Where(m => m.IsTakenBy(registration))],
            [
                .. from slot in schedule.Slots
                let attendance = AttendanceOf(slot)
                where attendance is not null
                select new AttendedSlot(slot, attendance.Value),
            ]
        );

        HalfDay? HalfOf(Slot slot) => slot.SessionNumber is { } number && sessions.TryGetValue(number, out var s) ? s.HalfDay : null;

        ServedMeal? MealOf(Slot slot) => ServedMeal.Of(slot, schedule.Sessions, schedule.Workshop.TimeZone);

        Attendance? AttendanceOf(Slot slot) =>
            MealOf(slot) is { } meal
                ? meal.IsTakenBy(registration)
                    ? Attendance.InPerson
                    : null
                : HalfOf(slot) is { } half
                    ? registration.AttendanceAt(slot.Date, half, schedule.Workshop.Offer)
                    : Enum.GetValues<HalfDay>().Any(h => registration.AttendanceAt(slot.Date, h) == Attendance.InPerson)
                        ? Attendance.InPerson
                        : null;
    }
}
