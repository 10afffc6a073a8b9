using System.Text.RegularExpressions;

namespace ModMatWorkshop.Content;

/// <content>Sentences that had their values before they came to the report, such as those about formulas.</content>
public static partial class FrenchProblems
{
    /// <summary>The sentences with values, those with the most words first.</summary>
    private static readonly Lazy<IReadOnlyList<(Regex English, string French)>> Patterns = new(() =>
        [
            .. Sentences
                .Where(s => s.Key.Contains("{0}", StringComparison.Ordinal) && s.Key.Length > 10)
                .OrderByDescending(s => Place().Replace(s.Key, "").Length)
                .Select(s => (PatternOf(s.Key), s.Value)),
        ]
    );

    /// <summary>The sentence in French; null if there is none.</summary>
    /// <param name="sentence">In English, with <c>{0}</c> or with the values themselves.</param>
    public static string? Of(string sentence)
    {
        if (Sentences.TryGetValue(sentence, out var known))
            return known;
        foreach (var (english, french) in Patterns.Value)
            if (english.Match(sentence) is { Success: true } match)
                return Place().Replace(french, place => Of(match.Groups[GroupOf(place)].Value) ?? match.Groups[GroupOf(place)].Value);
        return null;
    }

    private static Regex PatternOf(string english)
    {
        var named = new HashSet<string>();
        var pattern = Place()
            .Replace(Regex.Escape(english).Replace("\\{", "{", StringComparison.Ordinal), place =>
                named.Add(place.Value) ? $"(?<{GroupOf(place)}>.+?)" : $"\\k<{GroupOf(place)}>"
            );
        return new($"\\A{pattern}\\z", RegexOptions.CultureInvariant | RegexOptions.Singleline);
    }

    private static string GroupOf(Match place) => $"v{place.Groups[1].Value}";

    [GeneratedRegex(@"\{([0-9])\}", RegexOptions.CultureInvariant)]
    private static partial Regex Place();
}
