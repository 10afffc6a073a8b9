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
        // Many mentions may have few affiliations, so these are compared and not those.
        var words = placed.SelectMany(m => m.Affiliations).Distinct().ToDictionary(a => a, WordsOf);
        var together = placed[0].Affiliations.ToHashSet();
        for (var known = 0; known < together.Count; )
        {
            known = together.Count;
            together.UnionWith(words.Keys.Where(a => together.Any(t => AreSame(a, t, words))).ToList());
            foreach (var mention in placed.Where(m => m.Affiliations.Any(together.Contains)))
                together.UnionWith(mention.Affiliations);
        }
        if (placed.Find(m => !m.Affiliations.Any(together.Contains)) is { } other)
            problems.Warn(
                other.Place,
                $"{other.Name.Full} is at “{placed[0].Affiliations[0].Text}” ({FileOf(placed[0])}) and at “{other.Affiliations[0].Text}” "
                    + $"({FileOf(other)}).",
                $"If they are two people, give one a slug: `person: {other.Slug}-2`. If they are one, give all `person: {other.Slug}`."
            );
    }

    /// <summary>Whether two affiliations have one key, or more than three quarters of the words of one are in the other.</summary>
    private static bool AreSame(Affiliation one, Affiliation other, Dictionary<Affiliation, HashSet<string>> wordsOf)
    {
        if (one.Key is not null && other.Key is not null)
            return one.Key == other.Key;
        var (words, others) = (wordsOf[one], wordsOf[other]);
        return words.Count(others.Contains) > 0.75 * Math.Min(words.Count, others.Count);
    }

    private static HashSet<string> WordsOf(Affiliation affiliation) => [.. Folding.Words(affiliation.Text)];

    private static string FileOf(PersonCollector.Mention mention) => Path.GetFileNameWithoutExtension(mention.Place.File);
}
