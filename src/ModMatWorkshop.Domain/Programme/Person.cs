namespace ModMatWorkshop.Domain.Programme;

/// <summary>
/// Somebody of the programme: an author, the speaker of an intervention, a member of the committee. One name is one person.
/// </summary>
public sealed class Person
{
    public required string Slug { get; init; }

    /// <summary>The one name under which the site shows this person.</summary>
    public required string Name { get; init; }

    public required string Family { get; init; }

    public required string SortKey { get; init; }

    /// <summary>Other spellings, as printed in a booklet: found by search, never shown.</summary>
    public IReadOnlyList<string> OtherNames { get; init; } = [];

    /// <summary>Affiliation in the committee; null for those who are not of it.</summary>
    public string? CommitteeAffiliation { get; init; }

    /// <summary>True for those who stand in front of the room or beside a poster.</summary>
    public bool Speaks { get; init; }

    public bool IsAuthor { get; init; }

    public string? Orcid { get; init; }

    public PersonName FullName => new(Name, Family);
}

/// <summary>That a person signs a contribution, in which place (from 1), and whether they present it.</summary>
public sealed class Authorship
{
    public required string ContributionCode { get; init; }

    public required string PersonSlug { get; init; }

    public required int Position { get; init; }

    public required bool Presents { get; init; }
}
