namespace ModMatWorkshop.Domain.Registrations;

/// <summary>The sections of the form, in the order of the fields.</summary>
public static class FormSections
{
    public static readonly FormSection Person = new("person", new("Vous", "About you"));
    public static readonly FormSection Attendance = new("attendance");
    public static readonly FormSection HalfDays = new("half-days");
    public static readonly FormSection Meals = new("meals", new("Repas et pauses", "Meals and breaks"), IsInPersonOnly: true);
    public static readonly FormSection Access = new("access");
    public static readonly FormSection Presents = new("presents", new("Je présente", "I am presenting"));
    public static readonly FormSection Options = new("options", new("Options", "Options"));
    public static readonly FormSection Questions = new("questions", new("Autres questions", "Other questions"));
    public static readonly FormSection Consent = new("consent", new("Avec votre accord", "With your consent"));
}

/// <summary>The purposes that several fields share.</summary>
public static class FieldPurposes
{
    public static readonly FieldPurpose Names = new(
        new("la liste des inscrits, le badge, l’attestation", "the attendee list, the badge and the certificate")
    );

    public static readonly FieldPurpose Statistics = new(new("le bilan, en nombres", "statistics for the report"));

    public static readonly FieldPurpose Seats = new(
        new("les places, les feuilles d’émargement, l’attestation", "places, sign-in sheets and the certificate")
    );

    public static readonly FieldPurpose Needs = new(new("vous accueillir comme il faut", "to meet your needs"));

    public static readonly FieldPurpose Consent = new(
        new(
            "la liste publique des participants, les photographies de l’atelier",
            "the public list of participants and photographs of the workshop"
        ),
        FormSections.Consent.Legend
    );
}
