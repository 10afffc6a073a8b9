using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Content;

/// <summary>Finds names that may belong to two people, because the places where they work have nothing in common.</summary>
internal static class Namesakes
{
    public static void Warn(IReadOnlyList<PersonCollector.Mention> mentions, ProblemList problems)
    {
        var placed = mentions.Where(m => m.Affiliations.Count > 0).ToList();
        if (placed.Count < 2 || placed.TrueForAll(m => m.HasOwnSlug) || placed.TrueForAll(m => m.Orcid is not null))
            return;
        var together = new List<PersonCollector.Mention> { placed[0] };
        while (placed.Find(m => !together.Contains(m) && together.Exists(t => Share(t, m))) is { } next)
            together.Add(next);
        if (placed.Find(m => !together.Contains(m)) is { } other)
            problems.Warn(
                other.Place,
                $"{other.Name.Full} is at “{placed[0].Affiliations[0].Text}” ({FileOf(placed[0])}) and at “{other.Affiliations[0].Text}” "
                    + $"({FileOf(other)}).",
                $"If they are two people, give one a slug: `person: {other.Slug}-2`. If they are one, give all `person: {other.Slug}`."
            );
    }

    private static bool Share(PersonCollector.Mention one, PersonCollector.Mention other) =>
        one.Affiliations.Any(a => other.Affiliations.Any(b => AreSame(a, b)));

    /// <summary>Whether two affiliations have one key, or more than three quarters of the words of one are in the other.</summary>
    private static bool AreSame(Affiliation one, Affiliation other)
    {
        if (one.Key is not null && other.Key is not null)
            return one.Key == other.Key;
        var (words, others) = (WordsOf(one), WordsOf(other));
        return words.Count(others.Contains) > 0.75 * Math.Min(words.Count, others.Count);
    }

    private static HashSet<string> WordsOf(Affiliation affiliation) => [.. Folding.Words(affiliation.Text)];

    private static string FileOf(PersonCollector.Mention mention) => Path.GetFileNameWithoutExtension(mention.Place.File);
}
