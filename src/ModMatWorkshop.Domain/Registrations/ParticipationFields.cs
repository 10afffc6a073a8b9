namespace ModMatWorkshop.Domain.Registrations;

/// <summary>Fields about attendance and needs.</summary>
public static class ParticipationFields
{
    /// <summary>Bounds the work that a request can ask for.</summary>
    private const int MostPresented = 50;

    private const int MaxText = 500;
    private const string Yes = "yes";

    public static readonly RegistrationField Attendance = new()
    {
        Key = "attendance",
        Kind = FieldKind.Attendance,
        Label = new("Votre participation", "Your attendance"),
        Section = FormSections.Attendance,
        Rule = FieldRules.Option,
        Options =
        [
            new(
                AttendanceWords.InPerson,
                new("En salle", "In person"),
                "in person, inperson, in the room, room, on site, onsite, en salle, salle, sur place, presentiel, en presentiel"
            ),
            new(
                AttendanceWords.Remote,
                new("À distance", "Remotely"),
                "remote, remotely, online, virtual, a distance, distance, distanciel, en distanciel, en ligne, visio, visioconference"
            ),
        ],
        Purpose = FieldPurposes.Seats,
        Use = FieldUse.Form | FieldUse.PersonPage | FieldUse.Export,
        ColumnWidth = 11,
        ImportHeadings =
            "attendance, participation, mode, presence, attendance mode, mode de "
            + "participation, votre participation, how you attend, your attendance",
        Get = state => state.Attendance.Word(),
    };

    /// <summary>The text form is a list of <see cref="HalfDayChoice.ToText"/>, separated by spaces.</summary>
    public static readonly RegistrationField HalfDays = new()
    {
        Key = "half-days",
        Kind = FieldKind.HalfDays,
        Label = new("Demi-journées", "Half-days"),
        Help = new(
            "Par exemple en salle le jeudi et à distance le vendredi : cela compte pour une seule place.",
            "For example, in person on Thursday and remotely on Friday: this counts as one seat."
        ),
        Section = FormSections.HalfDays,
        Purpose = FieldPurposes.Seats,
        Use = FieldUse.Form | FieldUse.PersonPage | FieldUse.Export,
        ColumnWidth = 12,
        ImportHeadings = "half days, half day, demi journees, demi journee",
        Get = state => string.Join(' ', state.Details.HalfDays.Select(h => h.ToText())),
        Set = (details, text) => details with { HalfDays = [.. Parts(text).Select(HalfDayChoice.FromText)] },
    };

    /// <summary>The text form is a list of slugs, separated by spaces.</summary>
    public static readonly RegistrationField Meals = new()
    {
        Key = "meals",
        Kind = FieldKind.Meals,
        Label = FormSections.Meals.Legend!,
        Help = new("Si vous venez en salle : le traiteur en a besoin.", "If you attend in person: the caterer needs to know."),
        Section = FormSections.Meals,
        IsOptional = true,
        Purpose = new(new("le traiteur, en nombres", "numbers for the caterer")),
        Use = FieldUse.Form | FieldUse.PersonPage | FieldUse.Export,
        ColumnWidth = 12,
        ImportHeadings = "meals, repas, meals and breaks, repas et pauses",
        Get = state => string.Join(' ', state.Details.Meals),
        Set = (details, text) => details with { Meals = Parts(text) },
    };

    public static readonly RegistrationField Diet = new()
    {
        Key = "diet",
        Kind = FieldKind.LongText,
        Label = new("Régime alimentaire", "Dietary requirements"),
        Help = new(
            "Lu par les organisateurs, transmis au traiteur sans votre nom, effacé après le {end}.",
            "The organisers read this and pass it to the caterer without your name; we erase it after {end}."
        ),
        Section = FormSections.Meals,
        IsOptional = true,
        MaxLength = MaxText,
        Rule = FieldRules.Text,
        Purpose = FieldPurposes.Needs,
        Retention = FieldRetention.UntilWorkshopEnds,
        Use = FieldUse.Form | FieldUse.PersonPage | FieldUse.Export,
        ColumnWidth = 30,
        ImportHeadings = "diet, regime, regime alimentaire, dietary requirements, dietary restrictions, dietary needs",
        Column = details => details.Diet,
        Get = state => state.Details.Diet ?? "",
        Set = (details, text) => details with { Diet = text.Length == 0 ? null : text },
    };

    public static readonly RegistrationField AccessNeeds = new()
    {
        Key = "access",
        Kind = FieldKind.LongText,
        Label = new("Besoins d’accessibilité", "Access needs"),
        Help = new("Lu par les seuls organisateurs, effacé après le {end}.", "Only the organisers read this; we erase it after {end}."),
        Section = FormSections.Access,
        IsOptional = true,
        MaxLength = MaxText,
        Rule = FieldRules.Text,
        Purpose = FieldPurposes.Needs,
        Retention = FieldRetention.UntilWorkshopEnds,
        Use = FieldUse.Form | FieldUse.PersonPage | FieldUse.Export,
        ColumnWidth = 30,
        ImportHeadings =
            "access, access needs, accessibilite, besoins d accessibilite, accessibility, accessibility needs, accessibility requirements",
        Column = details => details.AccessNeeds,
        Get = state => state.Details.AccessNeeds ?? "",
        Set = (details, text) => details with { AccessNeeds = text.Length == 0 ? null : text },
    };

    /// <summary>The codes in what was chosen or typed, each once, separated by spaces; no more than anybody presents.</summary>
    public static string CodesIn(IEnumerable<string?> texts) =>
        string.Join(' ', texts.SelectMany(text => Parts(text ?? "")).Distinct().Take(MostPresented));

    /// <summary>
    /// A claim, which gives no role. The text form is a list of codes, separated by spaces; codes that have left the programme stay.
    /// </summary>
    public static readonly RegistrationField Presents = new()
    {
        Key = "presents",
        Kind = FieldKind.Contribution,
        Label = FormSections.Presents.Legend!,
        ShortLabel = new("Présente", "Presents"),
        Section = FormSections.Presents,
        IsOptional = true,
        NoAnswer = new("Rien cette fois", "Nothing this time"),
        Help = new(
            "Les organisateurs le confirment avant que lettres, badge et attestation ne le disent. "
                + "Votre nom et ce choix ne changent plus une fois votre présence enregistrée.",
            "The organisers confirm it before your letters, badge and certificate mention it. "
                + "Your name and this choice no longer change once your attendance is recorded."
        ),
        Purpose = new(new("relier l’inscription au programme", "to link your registration to the programme")),
        Use = FieldUse.Form | FieldUse.PersonPage | FieldUse.Export,
        ColumnWidth = 9,
        ImportHeadings = "presents, presente, je presente, i present, i am presenting, contribution, presentation",
        Get = state => state.Details.Presents ?? "",
        Set = (details, text) => details with { Presents = CodesIn([text]) is { Length: > 0 } codes ? codes : null },
    };

    public static readonly RegistrationField Listed = new()
    {
        Key = "listed",
        Kind = FieldKind.YesNo,
        Label = new(
            "Mon nom et mon affiliation peuvent figurer sur la liste publique des participants.",
            "My name and affiliation may appear on the public list of participants."
        ),
        ShortLabel = new("Liste publique", "Public list"),
        Section = FormSections.Consent,
        IsOptional = true,
        Purpose = FieldPurposes.Consent,
        Retention = FieldRetention.UntilWithdrawn,
        Use = FieldUse.Form | FieldUse.PersonPage | FieldUse.Export,
        ColumnWidth = 7,
        ImportHeadings = "listed, public list, liste publique, may be listed",
        Get = state => state.Details.MayBeListed ? Yes : "",
        Set = (details, text) => details with { MayBeListed = text == Yes },
    };

    public static readonly RegistrationField Photographed = new()
    {
        Key = "photos",
        Kind = FieldKind.YesNo,
        Label = new("Je peux figurer sur des photographies de l’atelier.", "I may appear in photographs of the workshop."),
        ShortLabel = new("Photographies", "Photographs"),
        Section = FormSections.Consent,
        IsOptional = true,
        Purpose = FieldPurposes.Consent,
        Retention = FieldRetention.UntilWithdrawn,
        Use = FieldUse.Form | FieldUse.PersonPage | FieldUse.Export,
        ColumnWidth = 7,
        ImportHeadings = "photos, photographs, photographies, may be photographed",
        Get = state => state.Details.MayBePhotographed ? Yes : "",
        Set = (details, text) => details with { MayBePhotographed = text == Yes },
    };

    private static string[] Parts(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
