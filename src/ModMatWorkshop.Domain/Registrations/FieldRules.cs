using System.Globalization;
using System.Text;

namespace ModMatWorkshop.Domain.Registrations;

/// <summary>The validation rules of the fields. An error text is created only when it is needed.</summary>
public static class FieldRules
{
    /// <summary>A single line of text for badges and lists.</summary>
    public static FieldReading Name(RegistrationField field, string text) =>
        new(
            text,
            !text.EnumerateRunes().Any(IsVisible) ? FieldErrors.Missing(field.Label)
                : text.Length > field.MaxLength ? FieldErrors.TooLong(field.Label, field.MaxLength)
                : text.Any(c => UserInput.IsInvisible(c) || c is '<' or '>') || text.Contains("://", StringComparison.Ordinal)
                    ? FieldErrors.NotInAName(field.Label)
                : null
        );

    /// <summary>The error of a person without any name; null if one part is there.</summary>
    public static Localized? WholeName(string given, string family) => given.Length + family.Length > 0 ? null : FieldErrors.MissingName;

    public static FieldReading Text(RegistrationField field, string text) =>
        new(
            text,
            text.Length > field.MaxLength ? FieldErrors.TooLong(field.Label, field.MaxLength)
                : text.Any(c => UserInput.IsInvisible(c) && c is not ('\r' or '\n' or '\t')) ? FieldErrors.NoInvisible(field.Label)
                : null
        );

    public static FieldReading Email(RegistrationField field, string text) =>
        new(
            text,
            text.Length == 0 ? FieldErrors.Missing(field.Label)
                : EmailAddress.TryParse(text, out _) ? null
                : FieldErrors.OfAddress(text)
        );

    public static FieldReading Option(RegistrationField field, string text) =>
        new(text, field.Options.Any(o => o.Value == text) ? null : FieldErrors.ChooseOne(field.Label));

    private static bool IsVisible(Rune rune) =>
        !Rune.IsWhiteSpace(rune) && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format);
}

/// <summary>The error texts of the fields, in both languages.</summary>
public static class FieldErrors
{
    public static readonly Localized NotAnAddress = new(
        "Indiquez une seule adresse électronique valable, comme nom@laboratoire.fr.",
        "Enter one valid email address, like name@laboratory.org."
    );

    public static readonly Localized LettersBeforeAt = new(
        "Avant l’arobase (@), une adresse électronique n’a que des lettres sans accent, des chiffres et quelques signes.",
        "Before the @, an email address can have only letters without accents, digits and a few signs."
    );

    public static readonly Localized MissingName = new(
        "Indiquez votre nom : prénom, nom, ou les deux.",
        "Enter your name: a given name, a family name, or both."
    );

    public static readonly Localized OneHalfDayAtLeast = new("Choisissez au moins une demi-journée.", "Choose at least one half-day.");

    public static readonly Localized ProgrammeChanged = new(
        "Le programme a changé depuis l’ouverture de cette page : indiquez de nouveau vos demi-journées.",
        "The programme has changed since you opened this page. Please choose your half-days again."
    );

    public static readonly Localized WhichHalfDays = new(
        "Dites à quelles demi-journées vous participez : toutes, ou celles que vous choisissez.",
        "Say which half-days you attend: all of them, or those that you choose."
    );

    public static readonly Localized OneHalfDayInTheRoom = new(
        "Vous venez en salle : choisissez-y au moins une demi-journée, ou suivez à distance.",
        "You attend in person: choose at least one half-day in person, or attend remotely."
    );

    public static readonly Localized RoomNeedsSeat = new(
        "Une demi-journée en salle demande une place : choisissez « En salle » plus haut.",
        "A half-day in person needs a seat: choose “In person” above."
    );

    /// <summary>Why a text is not an address.</summary>
    public static Localized OfAddress(string text) => EmailAddress.HasOtherLettersBeforeAt(text) ? LettersBeforeAt : NotAnAddress;

    public static Localized Missing(Localized label) =>
        new($"Indiquez votre {LowerFirst(label.In(Language.French))}.", $"Enter your {LowerFirst(label.In(Language.English))}.");

    public static Localized Unanswered(Localized label) =>
        new($"Répondez à cette question : {label.In(Language.French)}", $"Please answer this question: {label.In(Language.English)}");

    public static Localized Consent(Localized label) =>
        new($"Votre accord est nécessaire : {label.In(Language.French)}", $"You need to agree to this: {label.In(Language.English)}");

    public static Localized FileMissing(Localized label) =>
        new($"Choisissez un fichier : {label.In(Language.French)}", $"Choose a file: {label.In(Language.English)}");

    /// <summary>The site no longer has the file that a form names.</summary>
    public static Localized FileUnknown(Localized label) =>
        new(
            $"{label.In(Language.French)} : choisissez le fichier encore une fois.",
            $"{label.In(Language.English)}: choose the file once more."
        );

    public static Localized NotANumber(Localized label) =>
        new(
            $"{label.In(Language.French)} : indiquez un nombre, comme 12 ou 1,5.",
            $"{label.In(Language.English)}: enter a number, like 12 or 1.5."
        );

    public static Localized NotADate(Localized label) =>
        new(
            $"{label.In(Language.French)} : indiquez une date, comme 2021-09-23 ou 23/09/2021.",
            $"{label.In(Language.English)}: enter a date, like 2021-09-23 or 23/09/2021."
        );

    public static Localized NotInRange(Localized label, decimal? least, decimal? most)
    {
        var (fr, en) = (label.In(Language.French), label.In(Language.English));
        return (least, most) switch
        {
            ({ } from, { } to) => new(
                $"{fr} : indiquez un nombre de {In(from, "fr")} à {In(to, "fr")}.",
                $"{en}: enter a number from {In(from, "en")} to {In(to, "en")}."
            ),
            ({ } from, null) => new($"{fr} : au moins {In(from, "fr")}.", $"{en}: at least {In(from, "en")}."),
            _ => new($"{fr} : au plus {In(most!.Value, "fr")}.", $"{en}: at most {In(most!.Value, "en")}."),
        };

        static string In(decimal number, string language)
        {
            var text = number.ToString("0.############", CultureInfo.InvariantCulture);
            return language == "fr" ? text.Replace('.', ',') : text;
        }
    }

    public static Localized TooLong(Localized label, int most) =>
        new($"{label.In(Language.French)} : {most} caractères au plus.", $"{label.In(Language.English)}: at most {most} characters.");

    public static Localized AtMost(Localized label, int most) =>
        new($"{label.In(Language.French)} : {most} au plus.", $"{label.In(Language.English)}: at most {most}.");

    public static Localized NotInAName(Localized label) =>
        new(
            $"{label.In(Language.French)} : ni « < », ni « > », ni adresse web, ni caractère invisible.",
            $"{label.In(Language.English)}: no “<”, no “>”, no web address and no invisible characters."
        );

    public static Localized NoInvisible(Localized label) =>
        new(
            $"{label.In(Language.French)} : un caractère invisible s’y est glissé.",
            $"{label.In(Language.English)}: remove the invisible character."
        );

    public static Localized ChooseOne(Localized label) =>
        new($"{label.In(Language.French)} : choisissez une réponse.", $"{label.In(Language.English)}: choose an answer.");

    private static string LowerFirst(string text) => char.ToLowerInvariant(text[0]) + text[1..];
}
