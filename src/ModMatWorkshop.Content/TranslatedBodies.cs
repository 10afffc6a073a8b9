using ModMatWorkshop.Domain;

namespace ModMatWorkshop.Content;

/// <summary>
/// Finds the body in the second language of the workshop: <c>name.en.md</c> beside <c>name.md</c>, which is in the first language.
/// </summary>
/// <param name="languages">Null if they are unknown. Nothing is reported then.</param>
public sealed class TranslatedBodies(
    WorkshopLanguages? languages,
    IReadOnlyDictionary<string, SourceFile> files,
    IReadOnlySet<string> unreadable,
    ProblemList problems
)
{
    private readonly HashSet<string> _taken = [];

    public WorkshopLanguages? Languages => languages;

    /// <summary>The language that the name of a file states: English for <c>contact.en.md</c>; null for other names.</summary>
    public static Language? LanguageOf(string name) =>
        Enum.GetValues<Language>()
            .Where(language => name.EndsWith(Suffix(language), StringComparison.Ordinal))
            .Select(l => (Language?)l)
            .FirstOrDefault();

    /// <summary>The file of a body in the second language: <c>contact.en.md</c> for the stem <c>contact</c>.</summary>
    public static string NameOf(string stem, Language language) => stem + Suffix(language);

    /// <summary>The body of a file in the second language. Without one, reports a warning and returns null.</summary>
    public SourceFile? Of(SourceFile file)
    {
        if (languages?.Second is not { } second)
            return null;
        var name = NameOf(file.Name[..^".md".Length], second);
        if (!files.TryGetValue(name, out var twin))
        {
            if (!unreadable.Contains(name) && file.Body.Trim().Length > 0)
                problems.Warn(new(file.Name, file.BodyLine), Missing(second), $"Write it in {name}.");
            return null;
        }
        _taken.Add(name);
        if (twin.FrontMatter is not null)
            problems.Error(new(name), "A translation must not have front matter.", $"Put the keys in {file.Name}, in both languages.");
        return twin;
    }

    /// <summary>Reports the files with a language in their name that no file has taken.</summary>
    public void ReportOrphans()
    {
        foreach (var name in files.Keys.Where(n => !_taken.Contains(n)))
            if (LanguageOf(name) is { } language && languages is not null)
                Report(name, name[..^Suffix(language).Length], language);
    }

    private void Report(string name, string stem, Language language)
    {
        if (!languages!.Has(language))
            problems.Warn(
                new(name),
                language == Language.English
                    ? "Nobody reads this file, because the workshop is not in English."
                    : "Nobody reads this file, because the workshop is not in French.",
                $"Delete it, or add `{language.Tag()}` to `languages` in workshop.md."
            );
        else if (language == languages.First)
            problems.Error(
                new(name),
                "This is the first language of the workshop, whose texts have no language in the name of their file.",
                $"Move the text into {stem}.md."
            );
        else if (!unreadable.Contains(stem + ".md"))
            problems.Error(
                new(name),
                "This translation does not belong to any file.",
                $"It belongs to {stem}.md, which does not exist or cannot be translated."
            );
    }

    private static ProblemText Missing(Language language) =>
        language == Language.English ? "The body has no English translation." : "The body has no French translation.";

    private static string Suffix(Language language) => $".{language.Tag()}.md";
}
