using System.Globalization;
using System.Text;
using ModMatWorkshop.Domain;

namespace ModMatWorkshop.Content;

/// <summary>Formats the report of a content check: one line for each problem, then a summary line.</summary>
public static class ContentReport
{
    public static string Of(WorkshopContent content, Language language)
    {
        var report = new StringBuilder();
        foreach (var problem in content.Problems)
            report.Append(problem.In(language)).Append('\n');
        return report.Append(Summary(content, language)).ToString();
    }

    private static string Summary(WorkshopContent content, Language language)
    {
        var (contributions, slots, remote) = (content.Contributions.Count, content.Slots.Count, content.Contributions.Count(c => c.Remote));
        var (authors, persons) = (content.Persons.Count(p => p.IsAuthor), content.Persons.Count);
        var affiliations = content.Contributions.Sum(c => c.Affiliations.Count);
        var errors = content.Problems.Count(p => p.Severity == Severity.Error);
        var warnings = content.Problems.Count - errors;
        return language == Language.French
            ? Typography.French(
                $"{French(contributions, "contribution")}, {French(slots, "créneau", "créneaux")}, "
                    + $"{French(remote, "exposé")} à distance, {French(authors, "auteur")} ({French(persons, "personne")}), "
                    + $"{French(affiliations, "affiliation")} : {French(errors, "erreur")}, {French(warnings, "avertissement")}"
            )
            : $"{English(contributions, "contribution")}, {English(slots, "slot")}, {English(remote, "remote talk")}, "
                + $"{English(authors, "author")} ({English(persons, "person")}), "
                + $"{English(affiliations, "affiliation")}: {English(errors, "error")}, {English(warnings, "warning")}";

        static string French(int count, string one, string? more = null) => Some(count, count < 2 ? one : more ?? one + "s");

        static string English(int count, string one) => Some(count, count == 1 ? one : one + "s");

        static string Some(int count, string what) => string.Create(CultureInfo.InvariantCulture, $"{count} {what}");
    }
}
