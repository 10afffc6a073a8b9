using System.Globalization;
using System.Text;

namespace ModMatWorkshop.Web.Content;

/// <summary>The check's report: every problem on a line, then one line that sums up.</summary>
public static class ContentReport
{
    public static string Of(WorkshopContent content)
    {
        var report = new StringBuilder();
        foreach (var problem in content.Problems)
            report.Append(problem).Append('\n');
        var errors = content.Problems.Count(p => p.Severity == Severity.Error);
        report.Append(CultureInfo.InvariantCulture, $"""
            {content.Contributions.Count} contributions, {content.Slots.Count} slots, {content.Contributions.Count(c => c.Remote)} remote talks, {content.Persons.Count(p => p.IsAuthor)} authors ({content.Persons.Count} persons), {content.Contributions.Sum(c => c.Affiliations.Count)} affiliations: {errors} errors, {content.Problems.Count - errors} warnings
            """);
        return report.ToString();
    }
}
