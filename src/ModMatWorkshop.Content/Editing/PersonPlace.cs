namespace ModMatWorkshop.Content.Editing;

/// <summary>What somebody is where a file names them.</summary>
public enum PersonPlaceKind
{
    Author,

    /// <summary>Of a contribution, whose authors give the slug.</summary>
    Speaker,

    /// <summary>Of a slot without a contribution.</summary>
    SlotSpeaker,
    Moderator,
    Chair,
    Committee,

    /// <summary>Of certificates.</summary>
    Signatory,
}

/// <summary>A place where a file names a person.</summary>
/// <param name="Path">The path of the name: <c>authors.2.name</c>, <c>chair</c>.</param>
/// <param name="Name">As readers see it.</param>
/// <param name="Entry">The map with more about the person: <c>authors.2</c>; empty for the file itself. Null for a name alone.</param>
public sealed record PersonPlace(string File, PersonPlaceKind Kind, FieldPath Path, string Name, FieldPath? Entry = null)
{
    /// <summary>The slug that the file gives; null if it follows from the name.</summary>
    public string? OwnSlug { get; init; }

    /// <summary>The family name that the file gives; null if it follows from the name.</summary>
    public string? Family { get; init; }

    /// <summary>Whether the map may have family name, ORCID and another printed name.</summary>
    public bool IsDescribed => Kind is PersonPlaceKind.Author or PersonPlaceKind.Committee;

    /// <summary>Whether the map may have portrait and lines about the person.</summary>
    public bool Speaks => Kind is PersonPlaceKind.Speaker or PersonPlaceKind.SlotSpeaker;

    /// <summary>Whether the map may give the slug of the person.</summary>
    public bool MayHaveSlug => IsDescribed || Kind is PersonPlaceKind.SlotSpeaker;

    /// <summary>Whether a value of the file is about the person here.</summary>
    internal bool Has(FieldPath path) =>
        path == Path || Entry is { Parts.Count: > 0 } entry && path.ToString().StartsWith($"{entry}.", StringComparison.Ordinal);
}

/// <summary>A person with all places that name them.</summary>
/// <param name="Slug">The address of the person's page, if they have one.</param>
/// <param name="Places">In the order of the files and of their lines; at least one.</param>
public sealed record NamedPerson(string Slug, IReadOnlyList<PersonPlace> Places)
{
    /// <summary>The spelling of most places.</summary>
    public string Name { get; } = Spelled(Places)[0];

    /// <summary>All spellings, that of most places first.</summary>
    public IReadOnlyList<string> Spellings => Spelled(Places);

    /// <summary>The family name that a place gives; null if none does.</summary>
    public string? Family => Places.Select(p => p.Family).FirstOrDefault(f => f is not null);

    private static List<string> Spelled(IReadOnlyList<PersonPlace> places) =>
        [.. places.GroupBy(p => p.Name).OrderByDescending(g => g.Count()).Select(g => g.Key)];
}
