using System.Globalization;
using System.Text.RegularExpressions;

namespace ModMatWorkshop.Domain.Call;

/// <summary>Reads what the audit log says of submissions: <c>submission 3, organiser 4</c>, <c>submissions 1, 2: oral</c>.</summary>
public static partial class SubmissionLines
{
    /// <summary>The numbers of the submissions that a result names.</summary>
    public static IEnumerable<int> NumbersIn(string? result) =>
        result is not null && Beginning().Match(result) is { Success: true } match
            ? Number().Matches(match.Value).Select(n => int.Parse(n.Value, CultureInfo.InvariantCulture))
            : [];

    [GeneratedRegex(@"\Asubmissions? [0-9]{1,9}(?:, [0-9]{1,9})*")]
    private static partial Regex Beginning();

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Number();
}
