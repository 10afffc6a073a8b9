namespace ModMatWorkshop.Domain.Registrations;

/// <summary>ORCID iD: sixteen characters in four groups. The last one is a checksum (ISO 7064, MOD 11-2).</summary>
public static class Orcid
{
    private const int Length = 16;

    private static readonly Localized NotAnOrcid = new(
        "Cet identifiant ORCID n’est pas valable. Exemple : 0000-0002-1825-0097.",
        "This is not a valid ORCID iD. For example: 0000-0002-1825-0097."
    );

    public static readonly RegistrationField Field = new()
    {
        Key = "orcid",
        Kind = FieldKind.Text,
        Label = new("Identifiant ORCID", "ORCID iD"),
        Help = new("Par exemple 0000-0002-1825-0097.", "For example 0000-0002-1825-0097."),
        Section = FormSections.Person,
        IsOptional = true,
        MaxLength = 60,
        Rule = Read,
        Link = Address,
        Purpose = new(new("vous distinguer de vos homonymes", "to tell you apart from people with the same name")),
        Use = FieldUse.Form | FieldUse.PersonPage | FieldUse.Export | FieldUse.OwnPage,
        ColumnWidth = 20,
        ImportHeadings = "orcid, orcid id, identifiant orcid",
        Get = state => state.Details.Orcid ?? "",
        Set = (details, text) => details with { Orcid = text.Length == 0 ? null : text },
    };

    /// <summary>Accepts the identifier alone or as a URL, with or without hyphens and spaces. Returns the four groups.</summary>
    public static FieldReading Read(RegistrationField field, string text)
    {
        var compact = text.Replace(" ", "", StringComparison.Ordinal);
        foreach (var prefix in (string[])["https://", "http://", "www.", "orcid.org/"])
            if (compact.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
                compact = compact[prefix.Length..];
        var signs = compact.TrimEnd('/').Replace("-", "", StringComparison.Ordinal).ToUpperInvariant();
        return IsValid(signs) ? new(string.Join('-', signs.Chunk(4).Select(group => new string(group)))) : new(text, NotAnOrcid);
    }

    public static string Address(string orcid) => $"https://orcid.org/{orcid}";

    private static bool IsValid(string signs)
    {
        if (signs.Length != Length || !signs[..^1].All(char.IsAsciiDigit))
            return false;
        var total = signs[..^1].Aggregate(0, (sum, digit) => (sum + digit - '0') * 2);
        var check = (12 - total % 11) % 11;
        return signs[^1] == (check == 10 ? 'X' : (char)('0' + check));
    }
}
