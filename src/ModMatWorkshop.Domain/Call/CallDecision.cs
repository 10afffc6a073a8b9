using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Domain.Call;

/// <summary>The database stores the number.</summary>
public enum CallOutcome
{
    Undecided,
    Accepted,

    /// <summary>Accepted if somebody else does not come.</summary>
    Reserve,
    Rejected,
}

/// <summary>What the committee decides about a submission.</summary>
/// <param name="Kind">The name in content files of the kind as which it is accepted: <c>oral</c>; empty for every other outcome.</param>
public sealed record CallDecision(CallOutcome Outcome, string Kind = "")
{
    public static readonly CallDecision Undecided = new(CallOutcome.Undecided);
    public static readonly CallDecision Reserve = new(CallOutcome.Reserve);
    public static readonly CallDecision Rejected = new(CallOutcome.Rejected);

    /// <summary>The value in forms: <c>undecided</c>, <c>reserve</c>, <c>no</c>, or the kind, such as <c>poster</c>.</summary>
    public string Key =>
        Outcome switch
        {
            CallOutcome.Accepted => Kind,
            CallOutcome.Reserve => "reserve",
            CallOutcome.Rejected => "no",
            _ => "undecided",
        };

    public static CallDecision Accepted(string kind) => new(CallOutcome.Accepted, kind);

    /// <summary>Everything that can be decided: each kind of the workshop, then reserve, no, and undecided.</summary>
    /// <param name="kinds">The names of the kinds in content files.</param>
    public static IReadOnlyList<CallDecision> Choices(IEnumerable<string> kinds) =>
        [.. kinds.Select(Accepted), Reserve, Rejected, Undecided];

    /// <returns>Null for a key that means none of the choices.</returns>
    public static CallDecision? Find(string? key, IEnumerable<string> kinds) => Choices(kinds).FirstOrDefault(c => c.Key == key);
}

/// <summary>What a decision is made about.</summary>
/// <param name="Number">The number of the submission.</param>
/// <param name="Wished">The kind that its authors wish for.</param>
/// <param name="IsTold">A letter with the decision has gone out.</param>
public sealed record DecidableSubmission(int Number, string Wished, CallDecision Decision, bool IsTold, bool IsWithdrawn);

public enum DecisionResult
{
    Changed,
    NoChange,

    /// <summary>Its authors know the decision.</summary>
    Told,
    Withdrawn,

    /// <summary>Somebody has decided otherwise since.</summary>
    DecidedSince,
}

/// <param name="Before">The decision that an undo restores.</param>
public sealed record DecisionChange(int Number, DecisionResult Result, CallDecision Before, CallDecision After);

/// <summary>The slots of the timetable for one kind of contribution.</summary>
/// <param name="Kind">The name in content files.</param>
/// <param name="Free">The slots without a contribution; null for posters, which need none.</param>
/// <param name="Accepted">The number of accepted submissions.</param>
public sealed record KindCapacity(string Kind, int? Free, int Accepted)
{
    /// <summary>How many more are accepted than there are slots.</summary>
    public int Excess => Free is { } free ? Math.Max(Accepted - free, 0) : 0;
}

/// <summary>Decides about submissions, many at once. Authors learn nothing before the letters go out.</summary>
public static class DecisionRules
{
    /// <summary>What the decision does to each of the submissions.</summary>
    public static IReadOnlyList<DecisionChange> Decide(IEnumerable<DecidableSubmission> submissions, CallDecision decision) =>
        [.. submissions.OrderBy(s => s.Number).Select(s => new DecisionChange(s.Number, ResultFor(s, decision), s.Decision, decision))];

    /// <summary>
    /// What taking back earlier changes does. A submission about which somebody has decided since keeps the later decision.
    /// </summary>
    /// <param name="submissions">As they are now.</param>
    /// <param name="changes">What the earlier decision changed.</param>
    public static IReadOnlyList<DecisionChange> Undo(
        IReadOnlyDictionary<int, DecidableSubmission> submissions,
        IEnumerable<DecisionChange> changes
    ) =>
        [
            .. changes
                .Where(c => c.Result == DecisionResult.Changed && submissions.ContainsKey(c.Number))
                .OrderBy(c => c.Number)
                .Select(c =>
                {
                    var now = submissions[c.Number];
                    var result = now.Decision == c.After ? ResultFor(now, c.Before) : DecisionResult.DecidedSince;
                    return new DecisionChange(c.Number, result, now.Decision, c.Before);
                }),
        ];

    private static DecisionResult ResultFor(DecidableSubmission submission, CallDecision decision) =>
        submission.IsWithdrawn ? DecisionResult.Withdrawn
        : submission.Decision == decision ? DecisionResult.NoChange
        : submission.IsTold && !IsEndOfReserve(submission.Decision, decision) ? DecisionResult.Told
        : DecisionResult.Changed;

    /// <summary>Who has been told of the reserve waits for a second letter, which accepts or refuses.</summary>
    private static bool IsEndOfReserve(CallDecision told, CallDecision decision) =>
        told.Outcome == CallOutcome.Reserve && decision.Outcome is CallOutcome.Accepted or CallOutcome.Rejected;

    /// <summary>
    /// Compares the accepted submissions with the slots that have no contribution. Kinds that count as the same built-in kind share its
    /// slots: each sees what the others leave.
    /// </summary>
    /// <param name="accepted">The number of accepted submissions by kind. Those that have a slot already are not among them.</param>
    public static IReadOnlyList<KindCapacity> Capacity(
        IReadOnlyList<(string Key, string Letters, ContributionKind Kind)> kinds,
        IEnumerable<Slot> slots,
        IReadOnlyDictionary<string, int> accepted
    )
    {
        var free = slots
            .Where(s => s.ContributionCode is null && !s.Cancelled)
            .GroupBy(s => s.Kind)
            .ToDictionary(g => g.Key, g => g.Count());
        return
        [
            .. kinds.Select(kind =>
            {
                var others = kinds
                    .Where(k => k.Key != kind.Key && SameSlots(k.Kind, kind.Kind))
                    .Sum(k => accepted.GetValueOrDefault(k.Key));
                int? left =
                    kind.Kind == ContributionKind.Poster ? null : Math.Max(free.GetValueOrDefault(SlotKinds.Of(kind.Kind)) - others, 0);
                return new KindCapacity(kind.Key, left, accepted.GetValueOrDefault(kind.Key));
            }),
        ];
    }

    private static bool SameSlots(ContributionKind one, ContributionKind other) =>
        one != ContributionKind.Poster && other != ContributionKind.Poster && SlotKinds.Of(one) == SlotKinds.Of(other);
}
