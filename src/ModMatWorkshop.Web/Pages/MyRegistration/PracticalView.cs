using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Security;
using ModMatWorkshop.Domain.Addresses;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Exports;

namespace ModMatWorkshop.Web.Pages.MyRegistration;

/// <summary>What a participant needs on the day, as in the mail that confirms the registration.</summary>
/// <param name="Start">Null while the timetable is empty.</param>
/// <param name="CalendarPath">The path of the person's own calendar; null if the site has none.</param>
public sealed record PracticalView(
    Registration Registration,
    Workshop Workshop,
    PersonalProgramme Programme,
    DateTimeOffset? Start,
    string? CalendarPath
)
{
    public bool IsInTheRoom => Programme.HalfDays.Any(h => h.Choice.Attendance == Attendance.InPerson);

    /// <summary>The address that opens the calendar program to subscribe.</summary>
    public static string Webcal(string address) => $"webcal{address[address.IndexOf(':', StringComparison.Ordinal)..]}";

    public static async Task<PracticalView> ReadAsync(SiteContext siteContext, SecretLinks links, Registration registration)
    {
        var schedule = await siteContext.CachedAsync(db => db.WholeScheduleAsync(CancellationToken.None));
        return new(
            registration,
            schedule.Workshop,
            PersonalProgramme.Of(registration, schedule),
            schedule.Slots.Count > 0 ? schedule.Slots[0].Start : null,
            ExportList.PersonalCalendar is { } calendar ? FileRoute.Fill(calendar.Route.Template, links.OfCalendar(registration)) : null
        );
    }
}
