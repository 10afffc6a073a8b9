using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Content;
using ModMatWorkshop.Domain;

namespace ModMatWorkshop.Web.Pages.Admin;

/// <summary>The facts of one content file that are not known yet and therefore hidden from readers.</summary>
public sealed record UnknownFacts(string File, IReadOnlyList<string> Names)
{
    /// <summary>By file. A text in the other language repeats the facts of this one, so it is left out.</summary>
    public static IReadOnlyList<UnknownFacts> In(IReadOnlyList<Problem> problems, WorkshopLanguages languages, Words words) =>
        [
            .. problems
                .Where(p => p.UnknownFact is not null && IsInLanguage(p.File, languages, languages.OrFirst(words.Language)))
                .GroupBy(p => p.File, p => words.NameOfFact(p.UnknownFact!))
                .Select(g => new UnknownFacts(g.Key, [.. g])),
        ];

    private static bool IsInLanguage(string file, WorkshopLanguages languages, Language language) =>
        !file.StartsWith("pages/", StringComparison.Ordinal) || (TranslatedBodies.LanguageOf(file) ?? languages.First) == language;
}
