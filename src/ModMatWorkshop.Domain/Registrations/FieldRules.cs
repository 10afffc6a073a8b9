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

    public static Localized TooLong(Localized label, int most) =>
        new($"{label.Fr} : {most} caractères au plus.", $"{label.En}: at most {most} characters.");

    public static Localized AtMost(Localized label, int most) => new($"{label.Fr} : {most} au plus.", $"{label.En}: at most {most}.");

    public static Localized NotInAName(Localized label) =>
        new(
            $"{label.Fr} : ni « < », ni « > », ni adresse web, ni caractère invisible.",
            $"{label.En}: no “<”, no “>”, no web address and no invisible characters."
        );

    public static Localized NoInvisible(Localized label) =>
        new($"{label.Fr} : un caractère invisible s’y est glissé.", $"{label.En}: remove the invisible character.");

    public static Localized ChooseOne(Localized label) => new($"{label.Fr} : choisissez une réponse.", $"{label.En}: choose an answer.");

    private static string LowerFirst(string text) => char.ToLowerInvariant(text[0]) + text[1..];
}
