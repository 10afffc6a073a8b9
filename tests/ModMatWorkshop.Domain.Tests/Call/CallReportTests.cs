using ModMatWorkshop.Domain.Call;

namespace ModMatWorkshop.Domain.Tests.Call;

public sealed class CallReportTests
{
    private static readonly CallReport Report = CallReport.Of(
        [
            new("oral", ["a", "b"], "FR", CallDecision.Accepted("oral"), 4),
            new("oral", ["a"], "FR", CallDecision.Rejected, 1),
            new("poster", [], "DE", CallDecision.Reserve, 2),
            new("poster", ["b"], "IT", CallDecision.Undecided, 1),
            new("poster", ["b"], null, CallDecision.Accepted("poster"), 1),
        ],
        withdrawn: 2
    );

    [Fact]
    public void Submissions_are_counted_by_decision_and_kind()
    {
        Assert.Equal((new CallCount(null, 9, 5, 2, 1), 2), (Report.All, Report.Withdrawn));
        Assert.Equal([("oral", 4), ("reserve", 2), ("no", 1), ("poster", 1), ("undecided", 1)], Named(Report.Decisions));
        Assert.Equal([new("oral", 5, 4, 0, 1), new("poster", 4, 1, 2, 0)], Report.Kinds);
    }

    [Fact]
    public void A_submission_with_several_topics_counts_for_each_and_one_without_comes_last() =>
        Assert.Equal([("b", 6), ("a", 5), (null, 2)], Named(Report.Topics));

    [Fact]
    public void Countries_with_few_submissions_are_counted_together() =>
        Assert.Equal([("FR", 5), (CallReport.OtherCountries, 3), (null, 1)], Named(Report.Countries));

    private static IEnumerable<(string? Name, int Submitted)> Named(IEnumerable<CallCount> counts) =>
        counts.Select(c => (c.Name, c.Submitted));
}
