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
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{contributions} contributions, {slots} créneaux, {remote} exposé{(remote < 2 ? "" : "s")} à distance, "
                        + $"{authors} auteurs ({persons} personnes), {affiliations} affiliations : "
                        + $"{errors} erreur{(errors < 2 ? "" : "s")}, {warnings} avertissement{(warnings < 2 ? "" : "s")}"
                )
            )
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{contributions} contributions, {slots} slots, {remote} remote talks, {authors} authors ({persons} persons), "
                    + $"{affiliations} affiliations: {errors} error{(errors == 1 ? "" : "s")}, "
                    + $"{warnings} warning{(warnings == 1 ? "" : "s")}"
            );
    }
}
