using ModMatWorkshop.Domain;

namespace ModMatWorkshop.Content;

/// <summary>Reads the languages of the workshop, on which the reading of every other text depends.</summary>
internal static class LanguageReader
{
    public const string Key = "languages";

    private const string Hint = "One or two of `fr` and `en`, the main one first: `languages: [fr, en]`.";

    /// <summary>The languages in the text of <c>workshop.md</c>, or the default ones if they cannot be read.</summary>
    public static WorkshopLanguages Of(string workshop)
    {
        var problems = new ProblemList();
        return Read(SourceFile.Parse(ContentFolder.WorkshopFile, workshop, problems), problems) ?? WorkshopLanguages.Default;
    }

    /// <returns>After an error, the languages that are probably meant. Null without a front matter.</returns>
    public static WorkshopLanguages? Read(SourceFile? workshop, ProblemList problems)
    {
        if (workshop?.FrontMatter is null)
            return null;
        var fields = new Fields(workshop.Name, workshop.FrontMatter, problems, null);
        if (!fields.Has(Key))
            return WorkshopLanguages.Default;
        var tags = fields.TextOrTexts(Key);
        foreach (var tag in tags.Where(tag => Languages.Find(tag) is null))
            fields.Error(Key, $"`{tag}` is not a language of the site.", Hint);
        var languages = tags.Select(Languages.Find).OfType<Language>().Distinct().ToList();
        if (tags.Count == 0)
            fields.Error(Key, "The workshop has no language.", Hint);
        else if (tags.Distinct().Count() < tags.Count)
            fields.Error(Key, "A language is named twice.", Hint);
        return languages switch
        {
            [] => WorkshopLanguages.Default,
            [var only] => new(only),
            [var first, var second, ..] => new(first, second),
        };
    }
}
