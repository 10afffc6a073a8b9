using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Web.Printables;

/// <summary>The data of a letter to a participant.</summary>
/// <param name="Presented">The contributions and interventions that organisers have confirmed. A claim is not stated.</param>
/// <param name="IssuedOn">The date on the site's clock.</param>
public sealed record ParticipantLetter(
    Registration Registration,
    Workshop Workshop,
    IReadOnlyList<Part> Presented,
    PersonalProgramme Programme,
    DateOnly IssuedOn
)
{
    public bool IsInTheRoom => Registration.Place == Place.Seat;

    public static async Task<ParticipantLetter> ReadAsync(Registration registration, PrintableRequest request, CancellationToken cancel)
    {
        var schedule = await request.Db.WholeScheduleAsync(cancel);
        var workshop = schedule.Workshop;
        var roles = await RoleQueries.RolesAsync(request.Db, cancel);
        return new(
            registration,
            workshop,
            [.. roles.ConfirmedOf(registration).Where(p => p.Title is not null)],
            PersonalProgramme.Of(registration, schedule),
            DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(request.SiteContext.Now, workshop.TimeZone).DateTime)
        );
    }
}
