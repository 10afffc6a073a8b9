using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Primitives;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain.Call;
using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Application.Call;

/// <summary>A submission with what the committee has made of it.</summary>
public sealed class CallRow
{
    public required Submission Submission { get; init; }

    /// <summary>Null before anybody has been assigned and nothing decided.</summary>
    public Assessment? Assessment { get; init; }
}

/// <summary>What a list shows of a submission: the draft of its author, which is as long as the text, is not read.</summary>
public sealed record CallLine(
    int Number,
    SubmissionState State,
    string Kind,
    bool IsConfirmed,
    IReadOnlyList<string> Laboratories,
    SubmissionText Text,
    Assessment? Assessment
);

public enum CallOrder
{
    Number,
    Kind,

    /// <summary>The best first.</summary>
    Mean,

    /// <summary>Those about which the reviewers disagree first.</summary>
    Spread,

    /// <summary>Those that lack most reviews first.</summary>
    Missing,
    Decision,
}

/// <summary>
/// The submissions that organisers select: the query string of their list and of its exports. Unknown values are ignored. Drafts are their
/// authors' own and in no list.
/// </summary>
public sealed record SubmissionQuery
{
    /// <summary>Submitted or withdrawn; null for both.</summary>
    public SubmissionState? State { get; init; }

    /// <summary>The name of a kind in content files.</summary>
    public string? Kind { get; init; }

    /// <summary>The key of a topic.</summary>
    public string? Topic { get; init; }

    /// <summary>The key of a decision (<see cref="CallDecision.Key"/>).</summary>
    public string? Decision { get; init; }

    /// <summary><c>complete</c>, <c>missing</c> (a review is), or <c>none</c> (no reviewer); null for all.</summary>
    public string? Reading { get; init; }

    public CallOrder Order { get; init; }

    public static readonly IReadOnlyList<string> ReadingStates = ["complete", "missing", "none"];

    public static SubmissionQuery Read(IReadOnlyDictionary<string, StringValues> query)
    {
        return new()
        {
            State = Text("state") switch
            {
                "submitted" => SubmissionState.Submitted,
                "withdrawn" => SubmissionState.Withdrawn,
                _ => null,
            },
            Kind = Text("kind"),
            Topic = Text("topic"),
            Decision = Text("decision"),
            Reading = ReadingStates.FirstOrDefault(state => state == Text("read")),
            Order = Enum.GetValues<CallOrder>().FirstOrDefault(order => KeyOf(order) == Text("sort")),
        };

        string? Text(string name) =>
            query.TryGetValue(name, out var value) && value.ToString() is { Length: > 0 } text && Slug.IsValid(text) ? text : null;
    }

    public IEnumerable<KeyValuePair<string, string?>> Pairs
    {
        get
        {
            if (State is { } state)
                yield return new("state", state.ToString().ToLowerInvariant());
            if (Kind is not null)
                yield return new("kind", Kind);
            if (Topic is not null)
                yield return new("topic", Topic);
            if (Decision is not null)
                yield return new("decision", Decision);
            if (Reading is not null)
                yield return new("read", Reading);
            if (Order != CallOrder.Number)
                yield return new("sort", KeyOf(Order));
        }
    }

    /// <summary>The query with its <c>?</c>; empty for all.</summary>
    public string ToQueryString() => QueryHelpers.AddQueryString("", Pairs);

    /// <summary>The name of an order in the address.</summary>
    public static string KeyOf(CallOrder order) => order.ToString().ToLowerInvariant();

    /// <param name="own">Submissions that the reader of the list must not see (<see cref="OwnSubmissions"/>).</param>
    public IQueryable<CallRow> Filtered(WorkshopDb db, IReadOnlyCollection<int> own)
    {
        var found =
            from submission in db.Submissions.AsNoTracking()
            where submission.State != SubmissionState.Draft && submission.SentAt != null
            join assessment in db.Assessments.AsNoTracking() on submission.Id equals assessment.SubmissionId into assessments
            from assessment in assessments.DefaultIfEmpty()
            select new CallRow { Submission = submission, Assessment = assessment };
        if (own.Count > 0)
            found = found.Where(r => !own.Contains(r.Submission.Number));
        if (State is { } state)
            found = found.Where(r => r.Submission.State == state);
        if (Kind is { } kind)
            found = found.Where(r => r.Submission.Kind == kind);
        if (Topic is { } topic)
        {
            var key = $" {topic} ";
            found = found.Where(r => r.Submission.Topics.Contains(key));
        }
        return Read(Decided(found));
    }

    /// <inheritdoc cref="Filtered"/>
    public IQueryable<CallRow> In(WorkshopDb db, IReadOnlyCollection<int> own)
    {
        var found = Filtered(db, own);
        return Order switch
        {
            CallOrder.Kind => found.OrderBy(r => r.Submission.Kind).ThenBy(r => r.Submission.Number),
            CallOrder.Mean => found
                .OrderByDescending(r => r.Assessment!.Mean ?? 0)
                .ThenBy(r => r.Assessment!.Spread)
                .ThenBy(r => r.Submission.Number),
            CallOrder.Spread => found.OrderByDescending(r => (int?)r.Assessment!.Spread ?? 0).ThenBy(r => r.Submission.Number),
            CallOrder.Missing => found
                .OrderByDescending(r => ((int?)r.Assessment!.Assigned ?? 0) - ((int?)r.Assessment!.Read ?? 0))
                .ThenBy(r => (int?)r.Assessment!.Assigned ?? 0)
                .ThenBy(r => r.Submission.Number),
            CallOrder.Decision => found
                .OrderBy(r => (CallOutcome?)r.Assessment!.Outcome ?? CallOutcome.Undecided)
                .ThenBy(r => r.Assessment!.DecidedKind)
                .ThenBy(r => r.Submission.Number),
            _ => found.OrderBy(r => r.Submission.Number),
        };
    }

    /// <summary>One page of the list. Sorting moves the numbers alone; the texts of the page are read afterwards.</summary>
    public async Task<IReadOnlyList<CallLine>> LinesAsync(
        WorkshopDb db,
        IReadOnlyCollection<int> own,
        int skip,
        int take,
        CancellationToken cancel
    )
    {
        var numbers = await In(db, own).Select(r => r.Submission.Number).Skip(skip).Take(take).ToListAsync(cancel);
        var found = await Filtered(db, own)
            .Where(r => numbers.Contains(r.Submission.Number))
            .Select(r => new CallLine(
                r.Submission.Number,
                r.Submission.State,
                r.Submission.Kind,
                r.Submission.ConfirmedAt != null,
                r.Submission.Laboratories,
                r.Submission.Sent!,
                r.Assessment
            ))
            .ToDictionaryAsync(line => line.Number, cancel);
        return [.. numbers.Where(found.ContainsKey).Select(number => found[number])];
    }

    private IQueryable<CallRow> Decided(IQueryable<CallRow> found) =>
        CallDecision.Find(Decision, []) is { } decision
            ? decision.Outcome == CallOutcome.Undecided
                ? found.Where(r => r.Assessment == null || r.Assessment.Outcome == CallOutcome.Undecided)
                : found.Where(r => r.Assessment!.Outcome == decision.Outcome)
            : Decision is { } kind
                ? found.Where(r => r.Assessment!.Outcome == CallOutcome.Accepted && r.Assessment.DecidedKind == kind)
                : found;

    private IQueryable<CallRow> Read(IQueryable<CallRow> found) =>
        Reading switch
        {
            "complete" => found.Where(r => r.Assessment!.Assigned > 0 && r.Assessment.Read == r.Assessment.Assigned),
            "missing" => found.Where(r => r.Assessment!.Read < r.Assessment.Assigned),
            "none" => found.Where(r => r.Assessment == null || r.Assessment.Assigned == 0),
            _ => found,
        };
}
