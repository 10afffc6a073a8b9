namespace ModMatWorkshop.Domain.Registrations;

/// <summary>The meaning of a column in an imported list.</summary>
/// <param name="Key">The key of a registration field, or one of the names below.</param>
/// <param name="Part">The key of one half-day, or the slug of one meal, that has its own column.</param>
public sealed record ImportColumn(string Key, string? Part = null)
{
    public static readonly ImportColumn Ignored = new("none");

    /// <summary>Given and family name in one cell.</summary>
    public static readonly ImportColumn FullName = new("full-name");

    /// <summary>An <see cref="ImportedStatus"/>. A list may have several such columns; the strictest counts.</summary>
    public static readonly ImportColumn Status = new("status");

    public static readonly ImportColumn GivenName = Of(PersonFields.GivenName);
    public static readonly ImportColumn FamilyName = Of(PersonFields.FamilyName);
    public static readonly ImportColumn Email = Of(PersonFields.Email);
    public static readonly ImportColumn Position = Of(PersonFields.Position);

    public static ImportColumn Of(RegistrationField field, string? part = null) => new(field.Key, part);

    /// <summary>Null for the three meanings that are no field.</summary>
    public RegistrationField? Field => this == Ignored || this == FullName || this == Status ? null : RegistrationFields.Of(Key);

    public bool IsName => this == FullName || this == GivenName || this == FamilyName;

    public override string ToString() => Part is null ? Key : $"{Key}:{Part}";
}
