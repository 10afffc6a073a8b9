using ModMatWorkshop.Domain.Call;
using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Domain.Tests.Call;

public sealed class DecisionRulesTests
{
    private static readonly CallDecision Talk = CallDecision.Accepted("oral");
    private static readonly CallDecision Poster = CallDecision.Accepted("poster");

    [Fact]
    public void Every_kind_of_the_workshop_can_be_decided() =>
        Assert.Equal(["oral", "demo", "reserve", "no", "undecided"], CallDecision.Choices(["oral", "demo"]).Select(c => c.Key));

    [Theory]
    [InlineData("oral", CallOutcome.Accepted)]
    [InlineData("no", CallOutcome.Rejected)]
    [InlineData("reserve", CallOutcome.Reserve)]
    [InlineData("undecided", CallOutcome.Undecided)]
    public void Decision_is_found_by_its_key(string key, CallOutcome outcome) =>
        Assert.Equal(outcome, CallDecision.Find(key, ["oral"])!.Outcome);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("tutorial")]
    public void Unknown_key_is_no_decision(string? key) => Assert.Null(CallDecision.Find(key, ["oral"]));

    [Fact]
    public void Decision_changes_what_is_neither_so_nor_told_nor_withdrawn() =>
        Assert.Equal(
            [
                new(1, DecisionResult.Changed, CallDecision.Undecided, Talk),
                new(2, DecisionResult.NoChange, Talk, Talk),
                new(3, DecisionResult.Told, Poster, Talk),
                new(4, DecisionResult.Withdrawn, CallDecision.Undecided, Talk),
                new(5, DecisionResult.Changed, Poster, Talk),
            ],
            DecisionRules.Decide([Work(5, Poster), Work(4, isWithdrawn: true), Work(3, Poster, isTold: true), Work(2, Talk), Work(1)], Talk)
        );

    [Fact]
    public void Told_decision_that_stays_is_no_change() =>
        Assert.Equal(DecisionResult.NoChange, DecisionRules.Decide([Work(1, Talk, isTold: true)], Talk)[0].Result);

    [Fact]
    public void Undo_restores_each_earlier_decision()
    {
        var changes = DecisionRules.Decide([Work(1), Work(2, Poster), Work(3, Talk)], Talk);
        Assert.Equal(
            [new(1, DecisionResult.Changed, Talk, CallDecision.Undecided), new(2, DecisionResult.Changed, Talk, Poster)],
            DecisionRules.Undo(Now(Work(1, Talk), Work(2, Talk), Work(3, Talk)), changes)
        );
    }

    [Fact]
    public void Undo_leaves_what_somebody_has_decided_since() =>
        Assert.Equal(
            [new(1, DecisionResult.DecidedSince, Poster, CallDecision.Undecided)],
            DecisionRules.Undo(Now(Work(1, Poster)), DecisionRules.Decide([Work(1)], Talk))
        );

    [Fact]
    public void Undo_leaves_what_authors_have_been_told() =>
        Assert.Equal(
            [new(1, DecisionResult.Told, Talk, CallDecision.Undecided)],
            DecisionRules.Undo(Now(Work(1, Talk, isTold: true)), DecisionRules.Decide([Work(1)], Talk))
        );

    [Fact]
    public void Undo_ignores_a_submission_that_is_erased() =>
        Assert.Empty(DecisionRules.Undo(Now(), DecisionRules.Decide([Work(1)], Talk)));

    [Fact]
    public void Free_slots_are_those_of_the_kind_without_a_contribution()
    {
        Slot[] slots = [Free(1), Free(2), Free(3), Free(4, SlotKind.Invited), Taken(5), Free(6, cancelled: true), Free(7, SlotKind.Break)];
        Assert.Equal(
            [new("invited", 1, 0), new("oral", 3, 4), new("poster", null, 9)],
            DecisionRules.Capacity(OwnKind.All([]), slots, new Dictionary<string, int> { ["oral"] = 4, ["poster"] = 9 })
        );
    }

    [Fact]
    public void Kinds_that_count_as_talks_share_their_slots()
    {
        OwnKind demo = new("demo", "d", new("Démo", "Demo"), new("Démos", "Demos"), ContributionKind.Oral);
        var capacity = DecisionRules.Capacity(
            OwnKind.All([demo]),
            [Free(1), Free(2), Free(3)],
            new Dictionary<string, int> { ["oral"] = 2, ["demo"] = 2 }
        );
        Assert.Equal([new("invited", 0, 0), new("oral", 1, 2), new("poster", null, 0), new("demo", 1, 2)], capacity);
        Assert.Equal([0, 1, 0, 1], capacity.Select(c => c.Excess));
    }

    private static DecidableSubmission Work(int number, CallDecision? decision = null, bool isTold = false, bool isWithdrawn = false) =>
        new(number, "oral", decision ?? CallDecision.Undecided, isTold, isWithdrawn);

    private static Dictionary<int, DecidableSubmission> Now(params DecidableSubmission[] submissions) =>
        submissions.ToDictionary(s => s.Number);

    private static Slot Free(int number, SlotKind kind = SlotKind.Oral, bool cancelled = false) => SlotOf(number, kind, null, cancelled);

    private static Slot Taken(int number) => SlotOf(number, SlotKind.Oral, "o1", false);

    private static Slot SlotOf(int number, SlotKind kind, string? code, bool cancelled) =>
        new()
        {
            Slug = $"slot-{number}",
            Date = new(2030, 1, 1),
            Start = default,
            End = default,
            Kind = kind,
            ContributionCode = code,
            Cancelled = cancelled,
        };
}
