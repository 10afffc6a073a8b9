using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Domain.Registrations;

/// <summary>What a person tells of themselves and may change at any time.</summary>
public sealed record RegistrationDetails
{
    /// <summary>Without any answer: what the fields are set on.</summary>
    public static readonly RegistrationDetails Empty = new()
    {
        GivenName = "",
        FamilyName = "",
        Affiliation = "",
        Position = Position.Other,
        Language = Language.French,
        HalfDays = [],
        Meals = [],
        MayBeListed = false,
        MayBePhotographed = false,
    };

    public required string GivenName { get; init; }

    public required string FamilyName { get; init; }

    public required string Affiliation { get; init; }

    /// <summary>ISO 3166 code of two letters; null when not told.</summary>
    public string? Country { get; init; }

    public required Position Position { get; init; }

    public string? Orcid { get; init; }

    /// <summary>Of the pages and mails that they read.</summary>
    public required Language Language { get; init; }

    public required IReadOnlyList<HalfDayChoice> HalfDays { get; init; }

    /// <summary>Slugs of the meals and breaks of the timetable that they take part in.</summary>
    public required IReadOnlyList<string> Meals { get; init; }

    public string? Diet { get; init; }

    public string? AccessNeeds { get; init; }

    /// <summary>Code of the contribution that they present. It survives a change of the programme.</summary>
    public string? Presents { get; init; }

    public required bool MayBeListed { get; init; }

    public required bool MayBePhotographed { get; init; }

    public string Name => $"{GivenName} {FamilyName}";

    public RegistrationDetails WithoutNeeds() => RegistrationFields.Needs.Aggregate(this, (details, field) => field.Set!(details, ""));

    /// <summary>The rows of the half-days that the person attends, and of their days what stands in no session, such as a meal.</summary>
    public IReadOnlyList<Slot> TimetableIn(Schedule schedule)
    {
        var sessions = schedule
            .Sessions.Where(s => HalfDays.Any(h => h.Date == s.Date && h.Half == s.HalfDay))
            .Select(s => s.Number)
            .ToHashSet();
        return
        [
            .. schedule.Slots.Where(s => s.SessionNumber is { } session ? sessions.Contains(session) : HalfDays.Any(h => h.Date == s.Date)),
        ];
    }
}
