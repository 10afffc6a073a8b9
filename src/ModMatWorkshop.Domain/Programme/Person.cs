namespace ModMatWorkshop.Domain.Programme;

/// <summary>A person of the programme: an author, a speaker or a committee member. Two people cannot have the same name.</summary>
public sealed class Person
{
    public required string Slug { get; init; }

    /// <summary>The name under which the site shows this person.</summary>
    public required string Name { get; init; }

    public required string Family { get; init; }

    public required string SortKey { get; init; }

    /// <summary>Other spellings, from a printed booklet. Search finds them; no page shows them.</summary>
    public IReadOnlyList<string> OtherNames { get; init; } = [];

    /// <summary>Affiliation as a committee member; null for somebody who is not a member.</summary>
    public string? CommitteeAffiliation { get; init; }

    /// <summary>True for somebody who gives a talk or presents a poster.</summary>
    public bool Speaks { get; init; }

    public bool IsAuthor { get; init; }

    public string? Orcid { get; init; }

    public Picture? Portrait { get; init; }

    /// <summary>A line or two about the person.</summary>
    public Localized? Bio { get; init; }

    public PersonName FullName => new(Name, Family);
}

/// <summary>Links a person to a contribution: the position among its authors, from 1, and whether they present it.</summary>
public sealed class Authorship
{
    public required string ContributionCode { get; init; }

    public required string PersonSlug { get; init; }

    public required int Position { get; init; }

    public required bool Presents { get; init; }
}
