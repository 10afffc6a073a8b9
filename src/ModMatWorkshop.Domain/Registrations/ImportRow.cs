namespace ModMatWorkshop.Domain.Registrations;

/// <summary>How people arrive whom a file names for the first time.</summary>
public enum ImportAs
{
    ConfirmedAndTold,
    ConfirmedSilently,

    /// <summary>Each gets the mail with the link, and confirms.</summary>
    ToBeConfirmed,
}

/// <summary>What a row of an imported file may say about a person.</summary>
public enum ImportField
{
    GivenName,
    FamilyName,
    Affiliation,
    Country,
    Position,
    Attendance,
    Language,
    HalfDays,
    Meals,
    Diet,
    AccessNeeds,
    Presents,
    Listed,
    Photos,
}

/// <summary>
/// A line of an imported file that is as the form would have it. Somebody who is known already is changed only in what the line says.
/// </summary>
/// <param name="Email">In the form of <see cref="EmailAddress"/>.</param>
/// <param name="Details">Of a newcomer.</param>
/// <param name="Given">What the line says; the rest is what the organiser chose for all.</param>
public sealed record ImportRow(string Email, RegistrationDetails Details, Attendance Attendance, IReadOnlyList<ImportField> Given)
{
    /// <summary>What the line changes of somebody who is known.</summary>
    public IReadOnlyList<ImportField> ChangesOf(Registration known) =>
        [
            .. Given.Where(field =>
                field == ImportField.Attendance ? Attendance != known.Attendance : TextOf(field, Details) != TextOf(field, known.Details)
            ),
        ];

    public RegistrationDetails Onto(RegistrationDetails known) =>
        new()
        {
            GivenName = Gives(ImportField.GivenName) ? Details.GivenName : known.GivenName,
            FamilyName = Gives(ImportField.FamilyName) ? Details.FamilyName : known.FamilyName,
            Affiliation = Gives(ImportField.Affiliation) ? Details.Affiliation : known.Affiliation,
            Country = Gives(ImportField.Country) ? Details.Country : known.Country,
            Position = Gives(ImportField.Position) ? Details.Position : known.Position,
            Language = Gives(ImportField.Language) ? Details.Language : known.Language,
            HalfDays = Gives(ImportField.HalfDays) ? Details.HalfDays : known.HalfDays,
            Meals = Gives(ImportField.Meals) ? Details.Meals : known.Meals,
            Diet = Gives(ImportField.Diet) ? Details.Diet : known.Diet,
            AccessNeeds = Gives(ImportField.AccessNeeds) ? Details.AccessNeeds : known.AccessNeeds,
            Presents = Gives(ImportField.Presents) ? Details.Presents : known.Presents,
            MayBeListed = Gives(ImportField.Listed) ? Details.MayBeListed : known.MayBeListed,
            MayBePhotographed = Gives(ImportField.Photos) ? Details.MayBePhotographed : known.MayBePhotographed,
        };

    private bool Gives(ImportField field) => Given.Contains(field);

    private static string? TextOf(ImportField field, RegistrationDetails details) =>
        field switch
        {
            ImportField.GivenName => details.GivenName,
            ImportField.FamilyName => details.FamilyName,
            ImportField.Affiliation => details.Affiliation,
            ImportField.Country => details.Country,
            ImportField.Position => details.Position.ToString(),
            ImportField.Language => details.Language.ToString(),
            ImportField.HalfDays => string.Join(
                ' ',
                details.HalfDays.Select(h => $"{new HalfDayId(h.Date, h.Half).Key} {h.Attendance}").Order(StringComparer.Ordinal)
            ),
            ImportField.Meals => string.Join(' ', details.Meals.Order(StringComparer.Ordinal)),
            ImportField.Diet => details.Diet,
            ImportField.AccessNeeds => details.AccessNeeds,
            ImportField.Presents => details.Presents,
            ImportField.Listed => details.MayBeListed.ToString(),
            ImportField.Photos => details.MayBePhotographed.ToString(),
            _ => throw new ArgumentOutOfRangeException(nameof(field), field, "It is none of the details."),
        };
}
