namespace ModMatWorkshop.Domain.Call;

/// <summary>Submissions that have in common what the totals count by.</summary>
/// <param name="Topics">Keys of topics.</param>
/// <param name="Country">The ISO 3166 code; null for an unknown one.</param>
public sealed record CountedSubmissions(string Kind, IReadOnlyList<string> Topics, string? Country, CallDecision Decision, int Number);

/// <param name="Name">The key of a kind, a topic or a decision, or the code of a country; null for an unknown or an absent one.</param>
public sealed record CallCount(string? Name, int Submitted, int Accepted, int Reserve, int Rejected);

/// <summary>The call in numbers. It is all that remains of submissions after their erasure.</summary>
/// <param name="Decisions">By key of the decision.</param>
/// <param name="Topics">A submission with several topics counts for each.</param>
public sealed record CallReport(
    CallCount All,
    int Withdrawn,
    IReadOnlyList<CallCount> Decisions,
    IReadOnlyList<CallCount> Kinds,
    IReadOnlyList<CallCount> Topics,
    IReadOnlyList<CallCount> Countries
)
{
    /// <summary>
    /// Countries with fewer submissions are counted together: a single submission from a country, with its decision, would tell who was
    /// rejected.
    /// </summary>
    public const int FewestOfCountry = 3;

    /// <summary>The name of the line of countries with few submissions. It is no code of ISO 3166.</summary>
    public const string OtherCountries = "ZZ";

    public static CallReport Of(IReadOnlyCollection<CountedSubmissions> submissions, int withdrawn)
    {
        var few = submissions
            .GroupBy(s => s.Country)
            .Where(g => g.Key is not null && g.Sum(s => s.Number) < FewestOfCountry)
            .Select(g => g.Key)
            .ToHashSet();
        return new(
            Count(null, submissions),
            withdrawn,
            Grouped(submissions.Select(s => ((string?)s.Decision.Key, s))),
            Grouped(submissions.Select(s => ((string?)s.Kind, s))),
            Grouped(submissions.SelectMany(s => s.Topics.Select(t => ((string?)t, s)).DefaultIfEmpty((null, s)))),
            Grouped(submissions.Select(s => (few.Contains(s.Country) ? OtherCountries : s.Country, s)))
        );
    }

    /// <summary>The largest first; the countries with few and the unknown ones last.</summary>
    private static IReadOnlyList<CallCount> Grouped(IEnumerable<(string? Name, CountedSubmissions Submission)> named) =>
        [
            .. named
                .GroupBy(n => n.Name, n => n.Submission)
                .Select(g => Count(g.Key, g))
                .OrderBy(c => c.Name is null)
                .ThenBy(c => c.Name == OtherCountries)
                .ThenByDescending(c => c.Submitted)
                .ThenBy(c => c.Name, StringComparer.Ordinal),
        ];

    private static CallCount Count(string? name, IEnumerable<CountedSubmissions> submissions)
    {
        var by = submissions.ToLookup(s => s.Decision.Outcome, s => s.Number);
        return new(
            name,
            by.Sum(g => g.Sum()),
            by[CallOutcome.Accepted].Sum(),
            by[CallOutcome.Reserve].Sum(),
            by[CallOutcome.Rejected].Sum()
        );
    }
}
