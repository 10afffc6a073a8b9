using ModMatWorkshop.Application.Data.Mapping;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Registrations;

/// <content>Filters by half-days, positions, answers to questions of the workshop and travel support.</content>
public sealed partial record AttendeeQuery
{
    /// <summary>The key of a position that the content names; null for none.</summary>
    public string? OwnPosition { get; init; }

    /// <summary>The id of a question and one of its answers: <c>size_choice:xl</c>; null for none.</summary>
    public string? Answer { get; init; }

    /// <summary>Selects people who ask for travel support: to decide, granted or declined.</summary>
    public TravelSupportDecision? TravelSupport { get; init; }

    /// <summary>The same query for a position, built-in or of the content.</summary>
    public AttendeeQuery At(string position) =>
        Enum.TryParse<Position>(position, out var builtIn) ? this with { Position = builtIn } : this with { OwnPosition = position };

    private static string? OwnPositionIn(string? text) => text is not null && Slug.IsValid(text) ? text : null;

    private static string? AnswerIn(string? text) =>
        text?.Split(':') is [var id, var value]
        && id.Split('_') is [var key, var kind, ..]
        && Slug.IsValid(key)
        && Question.Kinds.ContainsKey(kind)
        && id.Length <= 2 * Slug.MaxLength
        && Slug.IsValid(value)
            ? text
            : null;

    private IQueryable<Registration> AtPosition(IQueryable<Registration> all) =>
        Position is { } position ? all.Where(r => r.Details.Position == position && r.Details.OwnPosition == null)
        : OwnPosition is { } own ? all.Where(r => r.Details.OwnPosition == own)
        : all;

    /// <summary>People who have asked; to decide are those who can be told.</summary>
    private IQueryable<Registration> WithTravelSupport(IQueryable<Registration> all)
    {
        if (TravelSupport is not { } decision)
            return all;
        var asked = Json.Text(new { TravelSupportRules.Id }).TrimEnd('}');
        all = all.Where(r => r.TravelSupport == decision && ((string)(object)r.Details.Answers).Contains(asked));
        return decision == TravelSupportDecision.None
            ? all.Where(r => r.Status == RegistrationStatus.Confirmed || r.Status == RegistrationStatus.Applied)
            : all;
    }

    /// <summary>Searches the JSON text of the answers for the beginning of one, as <see cref="AtHalfDay"/> does.</summary>
    private IQueryable<Registration> WithAnswer(IQueryable<Registration> all)
    {
        if (Answer?.Split(':') is not [var id, var value])
            return all;
        var answer = Json.Text(new { Id = id, Value = value }).TrimEnd('}');
        return all.Where(r => ((string)(object)r.Details.Answers).Contains(answer));
    }

    /// <summary>
    /// Searches the JSON text of the half-days for the exact text of a choice. It works on both databases, and takes a few milliseconds for
    /// ten thousand registrations.
    /// </summary>
    private IQueryable<Registration> AtHalfDay(IQueryable<Registration> all, HalfDayId half)
    {
        var inTheRoom = Json.Text(new HalfDayChoice(half.Date, half.Half, Domain.Registrations.Attendance.InPerson));
        var remotely = Json.Text(new HalfDayChoice(half.Date, half.Half, Domain.Registrations.Attendance.Remote));
        return HalfDayAttendance switch
        {
            Domain.Registrations.Attendance.InPerson => all.Where(r =>
                r.Place == Domain.Registrations.Place.Seat && ((string)(object)r.Details.HalfDays).Contains(inTheRoom)
            ),
            Domain.Registrations.Attendance.Remote => all.Where(r =>
                r.Place != Domain.Registrations.Place.None
                && (
                    ((string)(object)r.Details.HalfDays).Contains(remotely)
                    || r.Place != Domain.Registrations.Place.Seat && ((string)(object)r.Details.HalfDays).Contains(inTheRoom)
                )
            ),
            _ => all.Where(r =>
                r.Place != Domain.Registrations.Place.None
                && (((string)(object)r.Details.HalfDays).Contains(inTheRoom) || ((string)(object)r.Details.HalfDays).Contains(remotely))
            ),
        };
    }
}
