namespace ModMatWorkshop.Domain.Registrations;

/// <summary>The registration fields, in the order of forms and tables.</summary>
public static class RegistrationFields
{
    public static readonly IReadOnlyList<RegistrationField> All =
    [
        PersonFields.GivenName,
        PersonFields.FamilyName,
        PersonFields.Email,
        PersonFields.Affiliation,
        PersonFields.Country,
        PersonFields.Position,
        PersonFields.Language,
        Orcid.Field,
        ParticipationFields.Attendance,
        ParticipationFields.HalfDays,
        ParticipationFields.Meals,
        ParticipationFields.Diet,
        ParticipationFields.AccessNeeds,
        ParticipationFields.Presents,
        ParticipationFields.Listed,
        ParticipationFields.Photographed,
    ];

    /// <summary>Diet, access needs and other fields that are erased when the workshop is over.</summary>
    public static readonly IReadOnlyList<RegistrationField> Needs = [.. All.Where(f => f.Retention == FieldRetention.UntilWorkshopEnds)];

    /// <summary>Needs and consents: an answer that is withdrawn or replaced is not kept anywhere.</summary>
    public static readonly IReadOnlyList<RegistrationField> Withdrawable =
    [
        .. All.Where(f => f.Retention != FieldRetention.WithRegistration),
    ];

    /// <summary>Name and claims, which only organisers change once a presence is recorded.</summary>
    public static readonly IReadOnlyList<RegistrationField> Identity =
    [
        PersonFields.GivenName,
        PersonFields.FamilyName,
        ParticipationFields.Presents,
    ];

    /// <summary>Required fields come first within each section.</summary>
    public static readonly IReadOnlyList<RegistrationField> InFormOrder =
    [
        .. All.GroupBy(f => f.Section).SelectMany(s => s.OrderBy(f => f.IsOptional)),
    ];

    /// <summary>The required answers that an import has left open.</summary>
    public static IReadOnlyList<RegistrationField> OpenIn(RegistrationState state) =>
        [.. All.Where(f => f.MayBeLeftOpen && f.Get(state).Length == 0)];

    private static readonly Dictionary<string, RegistrationField> ByKey = All.ToDictionary(f => f.Key);

    public static RegistrationField Of(string key) => ByKey[key];
}
