namespace ModMatWorkshop.Domain.Registrations;

/// <summary>Fields about the person.</summary>
public static class PersonFields
{
    private const int MaxName = 100;
    private const int MaxAffiliation = 200;

    public static readonly RegistrationField GivenName = new()
    {
        Key = "given-name",
        Kind = FieldKind.Text,
        Label = new("Prénom", "Given name"),
        Help = new(
            "Si vous n’avez qu’un nom, remplissez un seul des deux champs.",
            "If you have only one name, fill in just one of the two."
        ),
        Section = FormSections.Person,
        IsHalfWidth = true,
        Autocomplete = "given-name",
        MaxLength = MaxName,
        IsPartOfName = true,
        Rule = FieldRules.Name,
        Purpose = FieldPurposes.Names,
        Use = FieldUse.Form | FieldUse.Export | FieldUse.WalkInForm,
        ColumnWidth = 18,
        ImportHeadings = "given name, givenname, first name, firstname, forename, prenom, prenoms, vorname",
        Get = state => state.Details.GivenName,
        Set = (details, text) => details with { GivenName = text },
    };

    public static readonly RegistrationField FamilyName = new()
    {
        Key = "family-name",
        Kind = FieldKind.Text,
        Label = new("Nom", "Family name"),
        Section = FormSections.Person,
        IsHalfWidth = true,
        Autocomplete = "family-name",
        MaxLength = MaxName,
        IsPartOfName = true,
        Rule = FieldRules.Name,
        Purpose = FieldPurposes.Names,
        Use = FieldUse.Form | FieldUse.Export | FieldUse.WalkInForm,
        ColumnWidth = 20,
        ImportHeadings = "family name, familyname, last name, lastname, surname, nom de famille, nachname, familienname",
        Get = state => state.Details.FamilyName,
        Set = (details, text) => details with { FamilyName = text },
    };

    public static readonly RegistrationField Email = new()
    {
        Key = "email",
        Kind = FieldKind.Email,
        Label = new("Adresse électronique", "Email address"),
        Help = new("Le lien de confirmation y est envoyé.", "We will send the confirmation link there."),
        Section = FormSections.Person,
        Autocomplete = "email",
        MaxLength = EmailAddress.MaxLength,
        Rule = FieldRules.Email,
        Purpose = new(
            new(
                "confirmer votre inscription, vous prévenir, retrouver votre lien",
                "to confirm your registration, send updates and recover your link"
            )
        ),
        Use = FieldUse.Form | FieldUse.Export | FieldUse.WalkInForm,
        ColumnWidth = 30,
        ImportHeadings =
            "email, e mail, mail, courriel, email address, e mail address, adresse electronique, "
            + "adresse email, adresse e mail, adresse mail, adresse courriel, mail address, "
            + "e mail adresse, email adresse, emailadresse, mailadresse",
        Get = state => EmailAddress.Display(state.Email),
    };

    public static readonly RegistrationField Affiliation = new()
    {
        Key = "affiliation",
        Kind = FieldKind.Text,
        Label = new("Affiliation", "Affiliation"),
        Help = new("Laboratoire, université ou entreprise.", "Laboratory, university or company."),
        Section = FormSections.Person,
        Autocomplete = "organization",
        MaxLength = MaxAffiliation,
        MayBeLeftOpen = true,
        Rule = FieldRules.Name,
        Purpose = new(new("le badge et le bilan", "the badge and the report")),
        Use = FieldUse.Form | FieldUse.Export | FieldUse.WalkInForm,
        ColumnWidth = 32,
        ImportHeadings =
            "affiliation, institution, institute, laboratoire, laboratory, lab, organisation, organization, organisme, company, societe, "
            + "etablissement, entreprise, university, universite, institut, universitat, einrichtung, firma",
        Get = state => state.Details.Affiliation,
        Set = (details, text) => details with { Affiliation = text },
    };

    public static readonly RegistrationField Country = new()
    {
        Key = "country",
        Kind = FieldKind.Country,
        Label = new("Pays", "Country"),
        Section = FormSections.Person,
        IsHalfWidth = true,
        IsOptional = true,
        Autocomplete = "country",
        NoAnswer = new("Non précisé", "Not specified"),
        Purpose = FieldPurposes.Statistics,
        Use = FieldUse.Form | FieldUse.PersonPage | FieldUse.Export,
        ColumnWidth = 8,
        ImportHeadings = "country, pays, land, country of affiliation, pays de l affiliation",
        Get = state => state.Details.Country ?? "",
        Set = (details, text) => details with { Country = text.Length == 0 ? null : text },
    };

    private static readonly IReadOnlyList<FieldOption> BuiltInPositions =
    [
        new(
            nameof(Registrations.Position.PhdStudent),
            new("Doctorant ou doctorante", "PhD student"),
            "phdstudent, phd student, phd, doctoral student, doctorant, doctorante, doctorant ou doctorante, doctorant e"
        ),
        new(
            nameof(Registrations.Position.Postdoc),
            new("Postdoctorant ou postdoctorante", "Postdoc"),
            "postdoc, post doc, postdoctoral researcher, postdoctorant, postdoctorante, "
                + "postdoctorant ou postdoctorante, post doctorant, post doctorante"
        ),
        new(
            nameof(Registrations.Position.PermanentStaff),
            new("Personnel permanent", "Permanent staff"),
            "permanentstaff, permanent staff, permanent, staff, personnel permanent, permanente"
        ),
        new(nameof(Registrations.Position.Other), new("Autre", "Other"), "other, autre"),
    ];

    public static readonly RegistrationField Position = PositionWith(BuiltInPositions);

    /// <summary>The field with the positions of a workshop. "Other" comes last if the workshop does not name it: imports need it.</summary>
    public static RegistrationField PositionOf(IReadOnlyList<OwnPosition> positions)
    {
        var own = positions.Select(p => new FieldOption(p.Value, p.Name, ImportNamesOf(p))).ToList();
        return PositionWith(own.Exists(o => o.Value == BuiltInPositions[^1].Value) ? own : [.. own, BuiltInPositions[^1]]);
    }

    private static RegistrationField PositionWith(IReadOnlyList<FieldOption> options) =>
        new()
        {
            Key = "position",
            Kind = FieldKind.Choice,
            Label = new("Situation", "Position"),
            Section = FormSections.Person,
            IsHalfWidth = true,
            Rule = FieldRules.Option,
            Options = options,
            OtherValue = nameof(Registrations.Position.Other),
            Purpose = FieldPurposes.Statistics,
            Use = FieldUse.Form | FieldUse.PersonPage | FieldUse.Export | FieldUse.WalkInForm,
            ColumnWidth = 16,
            ImportHeadings = "position, situation, fonction, job title, career stage",
            Get = state => state.Details.OwnPosition ?? state.Details.Position.ToString(),
            Set = (details, text) =>
                Enum.GetNames<Position>().Contains(text)
                    ? details with
                    {
                        Position = Enum.Parse<Position>(text),
                        OwnPosition = null,
                    }
                    : details with
                    {
                        Position = Registrations.Position.Other,
                        OwnPosition = text,
                    },
        };

    private static string ImportNamesOf(OwnPosition position)
    {
        var builtIn = BuiltInPositions.FirstOrDefault(o => o.Value == position.Value)?.ImportNames;
        var names = new[] { position.Key, position.Name.In(Domain.Language.French), position.Name.In(Domain.Language.English) };
        return string.Join(", ", names.Select(Folding.Fold).Append(builtIn).OfType<string>().Distinct());
    }

    /// <summary>Language of pages and mails. Only organisers see this field; the registration page sets it for participants.</summary>
    public static readonly RegistrationField Language = new()
    {
        Key = "language",
        Kind = FieldKind.Choice,
        Label = new("Langue", "Language"),
        Section = FormSections.Person,
        IsOptional = true,
        Rule = FieldRules.Option,
        Options =
        [
            new(Domain.Language.French.Tag(), new("français", "French"), "fr, french, francais"),
            new(Domain.Language.English.Tag(), new("anglais", "English"), "en, english, anglais"),
        ],
        Purpose = FieldPurposes.Names,
        Use = FieldUse.PersonPage | FieldUse.Export,
        ColumnWidth = 9,
        ImportHeadings = "language, langue, locale, sprache",
        Get = state => state.Details.Language.Tag(),
        Set = (details, text) => details with { Language = Languages.FromTag(text) },
    };
}
