using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Web.Printables;

/// <summary>The data of a letter to a participant.</summary>
/// <param name="Presented">The contributions and interventions that organisers have confirmed. A claim is not stated.</param>
/// <param name="Meals">The meals that the person has chosen, for a person with a seat.</param>
/// <param name="IssuedOn">The date on the site's clock.</param>
public sealed record ParticipantLetter(
    Registration Registration,
    Workshop Workshop,
    IReadOnlyList<Part> Presented,
    IReadOnlyList<ServedMeal> Meals,
    IReadOnlyList<(HalfDayChoice Half, HalfDayHours? Hours)> HalfDays,
    DateOnly IssuedOn
)
{
    public bool IsInTheRoom => Registration.Place == Place.Seat;

    public static async Task<ParticipantLetter> ReadAsync(Registration registration, PrintableRequest request, CancellationToken cancel)
    {
        var schedule = await request.Db.WholeScheduleAsync(cancel);
        var workshop = schedule.Workshop;
        var hours = HalfDayHours.Of(schedule.Sessions, schedule.Slots).ToDictionary(h => h.HalfDay);
        var roles = await RoleQueries.RolesAsync(request.Db, cancel);
        return new(
            registration,
            workshop,
            [.. roles.ConfirmedOf(registration).Where(p => p.Title is not null)],
            [.. (await AttendeeReports.MealsAsync(request.Db, cancel)).Where(m => m.IsTakenBy(registration))],
            [
                .. from half in registration.Details.HalfDays
                let attendance = registration.AttendanceAt(half.Date, half.Half)
                where attendance is not null
                orderby half.Date, half.Half
                select (half with { Attendance = attendance.Value }, hours.GetValueOrDefault(new(half.Date, half.Half))),
            ],
            DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(request.SiteContext.Now, workshop.TimeZone).DateTime)
        );
    }
}
