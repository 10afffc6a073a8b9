using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Content;

/// <summary>Reads the kinds of contributions that <c>workshop.md</c> defines.</summary>
internal static class KindReader
{
    private static readonly Dictionary<string, ContributionKind> BuiltIn = Enum.GetValues<ContributionKind>()
        .ToDictionary(ContributionCode.KeyOf);

    public static IReadOnlyList<OwnKind> Read(Fields workshop)
    {
        var kinds = new List<OwnKind>();
        var items = workshop.List("kinds");
        foreach (var fields in items)
        {
            var kind = Kind(fields);
            fields.ReportUnknownKeys();
            if (kinds.Exists(k => k.Key == kind.Key))
                fields.Error("key", $"Two kinds have the key `{kind.Key}`.", "Each kind needs its own key.");
            kinds.Add(kind);
        }
        foreach (var (kind, fields) in kinds.Zip(items).Where(k => k.First.Letters.Length > 0))
            if (OwnKind.All(kinds).FirstOrDefault(k => k.Letters == kind.Letters && k.Key != kind.Key).Key is { } other)
                fields.Error(
                    "letters",
                    $"The codes of `{other}` begin with {kind.Letters.ToUpperInvariant()} too.",
                    "Choose other letters for one of them. A built-in kind takes new ones by an item of `kinds` with its key."
                );
        return kinds;
    }

    private static OwnKind Kind(Fields fields)
    {
        var key = fields.RequiredText("key");
        if (key.Length > 0 && !Slug.IsValid(key))
            fields.Error("key", $"`{key}` is not a slug.", "Lower-case letters, digits and hyphens: `keynote`.");
        var letters = fields.RequiredText("letters").ToLowerInvariant();
        if (letters.Length > 0 && !ContributionCode.AreLetters(letters))
            fields.Error("letters", $"`{letters}` cannot begin a code.", "One or two letters of A to Z: `letters: K`.");
        var name = fields.RequiredLocalized("name");
        var countsAs = BuiltIn.TryGetValue(key, out var itself) ? itself : fields.Choice("counts_as", BuiltIn) ?? ContributionKind.Oral;
        return new(key, letters, name, fields.Localized("names") ?? name, countsAs);
    }
}
