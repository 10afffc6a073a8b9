using System.Globalization;
using System.Text.RegularExpressions;

namespace ModMatWorkshop.Domain.Registrations;

/// <summary>
/// What a letter for a visa states about a passport. It exists while the letter is made, and nothing stores it.
/// </summary>
/// <param name="Nationality">ISO 3166 code of two letters.</param>
public sealed record Passport(string Name, string Nationality, string Number, DateOnly Born, DateOnly Expires);

/// <summary>The passport data as typed. A field that is wrong keeps what was typed.</summary>
public sealed partial record PassportForm(string Name, string Nationality, string Number, string Born, string Expires)
{
    public const string NameField = "passport-name";
    public const string NationalityField = "nationality";
    public const string NumberField = "passport-number";
    public const string BornField = "born";
    public const string ExpiresField = "expires";
    public const int MaxName = 200;
    public const int MaxNumber = 20;

    public static readonly PassportForm Empty = new("", "", "", "", "");

    private static readonly Localized NameLabel = new("le nom complet", "the full name");

    /// <summary>Cleans what was typed. A passport prints its number in capitals and without spaces.</summary>
    public static PassportForm Of(string name, string nationality, string number, string born, string expires) =>
        new(
            UserInput.CleanLine(name),
            UserInput.CleanLine(nationality).ToUpperInvariant(),
            UserInput.CleanLine(number).Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant(),
            UserInput.CleanLine(born),
            UserInput.CleanLine(expires)
        );

    /// <param name="today">The date at the workshop.</param>
    /// <param name="end">The last day of the workshop: the passport must still be valid then.</param>
    /// <param name="isCountry">Whether there is a country with this code.</param>
    /// <returns>The passport; null with the faults by field.</returns>
    public (Passport? Passport, IReadOnlyList<(string Field, Localized Fault)> Faults) Read(
        DateOnly today,
        DateOnly end,
        Func<string, bool> isCountry
    )
    {
        var faults = new List<(string, Localized)>();
        if (Name.Length == 0)
            faults.Add((NameField, FieldErrors.Missing(NameLabel)));
        else if (Name.Length > MaxName || Name.Any(UserInput.IsInvisible) || Name.Any(c => c is '<' or '>'))
            faults.Add((NameField, new("Ce nom ne peut pas être imprimé : vérifiez-le.", "This name cannot be printed: please check it.")));
        if (!isCountry(Nationality))
            faults.Add((NationalityField, new("Choisissez une nationalité.", "Choose a nationality.")));
        if (!DocumentNumber().IsMatch(Number))
            faults.Add(
                (
                    NumberField,
                    new("Un numéro de passeport a de 5 à 20 lettres et chiffres.", "A passport number has 5 to 20 letters and digits.")
                )
            );
        if (DayIn(Born) is not { } born || born >= today || born.Year < 1900)
            faults.Add((BornField, new("Indiquez une date de naissance qui existe.", "Give a date of birth that exists.")));
        if (DayIn(Expires) is not { } expires)
            faults.Add((ExpiresField, new("Indiquez une date d’expiration qui existe.", "Give a date of expiry that exists.")));
        else if (expires < end)
            faults.Add(
                (
                    ExpiresField,
                    new("Ce passeport expire avant la fin de l’atelier.", "This passport expires before the end of the workshop.")
                )
            );
        return faults.Count > 0 ? (null, faults) : (new(Name, Nationality, Number, DayIn(Born)!.Value, DayIn(Expires)!.Value), faults);
    }

    private static DateOnly? DayIn(string text) =>
        DateOnly.TryParseExact(
            text,
            ["yyyy-MM-dd", "dd/MM/yyyy", "d/M/yyyy"],
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var day
        )
            ? day
            : null;

    [GeneratedRegex(@"\A[A-Z0-9]{5,20}\z", RegexOptions.CultureInvariant)]
    private static partial Regex DocumentNumber();
}
