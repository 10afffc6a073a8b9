namespace ModMatWorkshop.Domain.Programme;

/// <summary>
/// A person's name in reading order (<c>Stefano de Gironcoli</c>), with its family name for sorting and citations. Unless given, the family
/// name is the last word with the lower-case particles before it.
/// </summary>
public sealed record PersonName
{
    private static readonly string[] Particles =
    [
        "da",
        "de",
        "del",
        "della",
        "den",
        "der",
        "di",
        "do",
        "dos",
        "du",
        "la",
        "le",
        "ten",
        "van",
        "von",
    ];

    public PersonName(string full, string? family = null)
    {
        Full = full;
        Family = family ?? GuessFamily(full);
        Given = full.EndsWith(Family, StringComparison.Ordinal) ? full[..^Family.Length].TrimEnd() : "";
    }

    public string Full { get; }

    public string Family { get; }

    /// <summary>Given names or initials; empty for a person with a single name.</summary>
    public string Given { get; }

    /// <summary><c>de Gironcoli, Stefano</c>, as BibTeX, RIS and the citation tags require.</summary>
    public string Inverted => Given.Length == 0 ? Family : $"{Family}, {Given}";

    /// <summary>Sorts by family name, then given name, ignoring accents.</summary>
    public string SortKey => Folding.Fold($"{Family} {Given}");

    private static string GuessFamily(string full)
    {
        var words = full.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var first = words.Length - 1;
        while (first > 1 && Particles.Contains(words[first - 1]))
            first--;
        return first < 0 ? full : string.Join(' ', words[first..]);
    }
}
