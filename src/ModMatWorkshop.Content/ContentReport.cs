using System.Globalization;
using System.Text;

namespace ModMatWorkshop.Content;

/// <summary>Formats the report of a content check: one line for each problem, then a summary line.</summary>
public static class ContentReport
{
    public static string Of(WorkshopContent content)
    {
        var report = new StringBuilder();
        foreach (var problem in content.Problems)
            report.Append(problem).Append('\n');
        var errors = content.Problems.Count(p => p.Severity == Severity.Error);
        report.Append(
            CultureInfo.InvariantCulture,
            $"""
            {content.Contributions.Count} contributions, {content.Slots.Count} slots, {content.Contributions.Count(c =>
                c.Remote
            )} remote talks, {content.Persons.Count(p => p.IsAuthor)} authors ({content.Persons.Count} persons), {content.Contributions.Sum(
                c => c.Affiliations.Count
            )} affiliations: {Count(errors, "error")}, {Count(content.Problems.Count - errors, "warning")}
            """
        );
        return report.ToString();
    }

    private static string Count(int number, string thing) =>
        string.Create(CultureInfo.InvariantCulture, $"{number} {thing}{(number == 1 ? "" : "s")}");
}
