using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Call;
using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain.Call;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Exports;

namespace ModMatWorkshop.Web.Printables;

/// <param name="Id">The id of the table in the page.</param>
/// <param name="Heading">The heading of the first column.</param>
public sealed record CallTotalsTable(string Id, string Title, string Heading, IReadOnlyList<CallCount> Counts);

/// <param name="Tables">With all names in the reader's language. The first has one row, the total.</param>
public sealed record CallTotalsContent(CallReport Report, IReadOnlyList<CallTotalsTable> Tables);

/// <summary>The call in numbers, by several criteria. It names nobody.</summary>
public sealed class CallTotalsPrintable() : Report("call")
{
    public override string Style => "css/printables/funder.css";

    public override string Title(Words words) => words.CallTotals;

    public override string Purpose(Words words) => words.CallTotalsPurpose;

    /// <summary>A workshop without a call has none.</summary>
    public override async Task<bool> IsReadyAsync(PrintableRequest request, CancellationToken cancel) =>
        await request.Db.CallTotals.AnyAsync(cancel)
        || await request.Db.Submissions.AnyAsync(s => s.State != SubmissionState.Draft, cancel);

    public override async Task<PrintableDocument?> ReadAsync(PrintableRequest request, CancellationToken cancel) =>
        Document(request, "/Printables/CallTotals/CallTotals.cshtml", await ContentAsync(request, cancel));

    public override async Task<ReportTable> TableAsync(PrintableRequest request, CancellationToken cancel)
    {
        var words = request.Words;
        var content = await ContentAsync(request, cancel);
        return new(
            words.CallTotals,
            [
                new(words.FunderCriterion, 28),
                new(words.ListName, 40),
                new(words.SubmittedColumn, 12),
                new(words.AcceptedColumn, 12),
                new(words.ReserveColumn, 12),
                new(words.RejectedColumn, 12),
            ],
            [
                .. from table in content.Tables
                from count in table.Counts
                select (IReadOnlyList<Cell>)[table.Title, count.Name, count.Submitted, count.Accepted, count.Reserve, count.Rejected],
                [words.CallTotalsBy("all"), words.SubmissionStateName(SubmissionState.Withdrawn), content.Report.Withdrawn, 0, 0, 0],
            ]
        );
    }

    private static async Task<CallTotalsContent> ContentAsync(PrintableRequest request, CancellationToken cancel)
    {
        var report = await CallReports.ReadAsync(request.Db, cancel);
        return new(report, Tables(report, request.Words, await request.SiteContext.WorkshopAsync()));
    }

    private static IReadOnlyList<CallTotalsTable> Tables(CallReport report, Words words, Workshop workshop)
    {
        return
        [
            Table("all", [report.All], _ => words.CallTotalsBy("all")),
            Table("decision", report.Decisions, name => DecisionName(name!)),
            Table("kind", report.Kinds, name => words.KindName(name!, workshop)),
            Table("topic", report.Topics, TopicName),
            Table("country", report.Countries, name => name is null ? words.UnknownCountry
                : name == CallReport.OtherCountries ? words.OtherCountries(CallReport.FewestOfCountry)
                : Countries.Name(name, words.Language)),
        ];

        CallTotalsTable Table(string id, IReadOnlyList<CallCount> counts, Func<string?, string> nameOf) =>
            new(id, words.CallTotalsBy(id), words.CallTotalsHeading(id), [.. counts.Select(c => c with { Name = nameOf(c.Name) })]);

        string DecisionName(string key) =>
            words.DecisionName(CallDecision.Find(key, workshop.AllKinds.Select(k => k.Key)) ?? CallDecision.Accepted(key), workshop);

        // A topic that has left the content keeps its key.
        string TopicName(string? key) =>
            key is null ? words.NotSpecified
            : workshop.Call?.Topics.FirstOrDefault(t => t.Key == key) is { } topic ? words.Of(topic.Name)
            : key;
    }
}
