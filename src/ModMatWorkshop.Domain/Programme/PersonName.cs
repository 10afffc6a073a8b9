using System.Collections.Frozen;

namespace ModMatWorkshop.Domain.Programme;

/// <summary>
/// A person's name in reading order (<c>Stefano de Gironcoli</c>), with its family name for sorting and citations. Unless given, the family
/// name is the last word with the particles before it (<see cref="NameParts"/>), or the last words if they alone are in capitals.
/// </summary>
public sealed record PersonName
{
    public PersonName(string full, string? family = null)
    {
        Full = full;
        var isWhole = family is { Length: > 0 } && full.EndsWith(family, StringComparison.Ordinal);
        (var core, Suffix) = isWhole ? (full, "") : CutSuffix(full);
        Family = family ?? GuessFamily(core);
        Given = core.EndsWith(Family, StringComparison.Ordinal) ? core[..^Family.Length].TrimEnd() : "";
    }

    public string Full { get; }

    public string Family { get; }

    /// <summary>Given names or initials; empty for a person with a single name.</summary>
    public string Given { get; }

    /// <summary><c>Jr.</c> or <c>III</c>, which follows the family name; empty for most people.</summary>
    public string Suffix { get; }

    /// <summary><c>de Gironcoli, Stefano</c> or <c>King, Martin, Jr.</c>, as RIS and the citation tags require.</summary>
    public string Inverted => string.Join(", ", new[] { Family, Given, Suffix }.Where(part => part.Length > 0));

    /// <summary>Sorts by family name, then given name, ignoring accents.</summary>
    public string SortKey => Folding.Fold($"{Family} {Given} {Suffix}");

    /// <summary>An academic title or a degree within the name (<c>Dr.</c>, <c>PhD</c>), which belongs to no name; null for none.</summary>
    public string? Title => Words(Full).FirstOrDefault(word => NameParts.Titles.Contains(word.TrimEnd(',')));

    /// <summary>The name without the academic titles before it.</summary>
    public static string WithoutTitles(string full) =>
        string.Join(' ', Words(full).SkipWhile(word => NameParts.Titles.Contains(word))) is { Length: > 0 } name ? name : full;

    /// <summary>Whether the family name was guessed from a word that can also be a given name: Van, Ben, Di.</summary>
    public bool IsUncertain => Given.Length > 0 && NameParts.Uncertain.Contains(Words(Family)[0]) && Words(Family).Length > 1;

    /// <summary>The name without what follows the family name: <c>Martin King</c> and <c>Jr.</c></summary>
    private static (string Core, string Suffix) CutSuffix(string full)
    {
        var words = Words(full);
        var last = words.Length;
        while (last > 1 && (NameParts.Suffixes.Contains(words[last - 1]) || NameParts.Titles.Contains(words[last - 1].TrimEnd(','))))
            last--;
        return last == words.Length ? (full, "") : (string.Join(' ', words[..last]).TrimEnd(','), string.Join(' ', words[last..]));
    }

    private static string GuessFamily(string core)
    {
        var words = Words(core);
        if (words.Length == 0)
            return core;
        var first = words.Length - 1;
        if (NameParts.Generations.Contains(words[first]) && first > 1)
            first--;
        if (!IsInCapitals(words[0]))
            while (first > 1 && IsInCapitals(words[first]) && IsInCapitals(words[first - 1]))
                first--;
        while (first > 1)
            if (NameParts.Particles.Contains(words[first - 1]))
                first--;
            else if (first > 2 && NameParts.Conjunctions.Contains(words[first - 1]))
                first -= 2;
            else
                break;
        return string.Join(' ', words[first..]);
    }

    private static bool IsInCapitals(string word) => word.Count(char.IsLetter) > 1 && word.Where(char.IsLetter).All(char.IsUpper);

    private static string[] Words(string name) => name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>The words of names that are neither a given nor a family name by themselves.</summary>
internal static class NameParts
{
    /// <summary>Words that begin a family name. Those in capitals are part of names such as Le Gall and Della Porta.</summary>
    public static readonly FrozenSet<string> Particles = Set(
        "af al am an ap auf av bin bint da dal dalla dalle das de degli dei del della delle dello den der des di do dos du el ibn im in la "
            + "las le les lo "
            + "los op ten ter thoe tot und v. van vande vanden vander vom von zu zum zur 't ’t 's ’s "
            + "Abu Al Ben Bin Da Dal Dalla Dalle Das De Degli Dei Del Della Delle Dello Den Der Des Di Do Dos Du El Ibn La "
            + "Las Le Les Lo Los "
            + "Mac Nic Ní Ó San Santa Saint St. Te Ten Ter Uí Van Vande Vanden Vander Vom Von Zu Zum Zur 'T ’T"
    );

    /// <summary>Words between two family names: Ejemplo y Prueba.</summary>
    public static readonly FrozenSet<string> Conjunctions = Set("e i y");

    /// <summary>Words that end a family name: Silva Neto.</summary>
    public static readonly FrozenSet<string> Generations = Set("Filho Júnior Neto Netto Sobrinho");

    public static readonly FrozenSet<string> Suffixes = Set("Jr Jr. Jnr Jnr. Sr Sr. Snr Snr. II III IV VI VII VIII 2nd 3rd 4th");

    /// <summary>Particles that are given names as well.</summary>
    public static readonly FrozenSet<string> Uncertain = Set("Abu Al Ben Da Di Do Lo Mac San Te Ten Van");

    /// <summary>"M." is not among them: it is an initial more often than a title.</summary>
    public static readonly FrozenSet<string> Titles = Set(
        "Dr Dr. Doctor Prof Prof. Professor Pr Pr. Mr Mr. Mrs Mrs. Ms Ms. Mme Mlle Ing. Dipl.-Ing. PhD Ph.D Ph.D. MSc M.Sc. BSc MD M.D. "
            + "DSc "
            + "D.Sc. HDR"
    );

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
