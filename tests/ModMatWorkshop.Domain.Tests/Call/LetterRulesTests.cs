using ModMatWorkshop.Domain.Call;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Domain.Tests.Call;

public sealed class LetterRulesTests
{
    private static readonly DateTimeOffset Now = new(2030, 4, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly CallForAbstracts Closed = new()
    {
        Opens = Now.AddDays(-30),
        Closes = Now.AddDays(-10),
        Kinds = ["oral"],
        Languages = [Language.English],
        ErasedOn = new(2030, 9, 1),
    };

    [Theory]
    [InlineData(SubmissionState.Submitted, CallOutcome.Accepted, false, MailKind.DecisionAccepted)]
    [InlineData(SubmissionState.Submitted, CallOutcome.Reserve, false, MailKind.DecisionReserve)]
    [InlineData(SubmissionState.Submitted, CallOutcome.Rejected, false, MailKind.DecisionRejected)]
    [InlineData(SubmissionState.Submitted, CallOutcome.Undecided, false, null)]
    [InlineData(SubmissionState.Submitted, CallOutcome.Accepted, true, null)]
    [InlineData(SubmissionState.Withdrawn, CallOutcome.Accepted, false, null)]
    [InlineData(SubmissionState.Draft, CallOutcome.Rejected, false, null)]
    public void Letter_is_due_once_for_a_decision_on_what_is_submitted(
        SubmissionState state,
        CallOutcome outcome,
        bool isTold,
        MailKind? letter
    ) => Assert.Equal(letter, LetterRules.DueTo(state, outcome, isTold));

    [Fact]
    public void Each_letter_tells_the_outcome_for_which_it_is_due() =>
        Assert.All(LetterRules.Letters, letter =>
            Assert.Equal(letter, LetterRules.DueTo(SubmissionState.Submitted, LetterRules.Told(letter)!.Value, false))
        );

    [Theory]
    [InlineData("reserve", "oral", DecisionResult.Changed)]
    [InlineData("reserve", "no", DecisionResult.Changed)]
    [InlineData("reserve", "undecided", DecisionResult.Told)]
    [InlineData("oral", "poster", DecisionResult.Told)]
    [InlineData("no", "oral", DecisionResult.Told)]
    public void Told_decision_stays_except_that_a_reserve_is_accepted_or_refused(string told, string later, DecisionResult result)
    {
        var (before, after) = (Read(told), Read(later));
        Assert.Equal(result, DecisionRules.Decide([new(1, "oral", before, IsTold: true, IsWithdrawn: false)], after)[0].Result);

        static CallDecision Read(string key) => CallDecision.Find(key, ["oral", "poster"])!;
    }

    [Fact]
    public void Answer_is_kept_only_for_what_is_told_accepted_and_can_be_changed()
    {
        var submission = Submission.New(Guid.NewGuid(), 1, Address(), Now);
        submission.Submit(Now);
        Assert.Equal(SubmissionResult.InvalidState, Answer(AcceptanceAnswer.Confirmed, isTold: false));
        Assert.Equal(AcceptanceAnswer.None, submission.Answer);

        Assert.Equal(SubmissionResult.Done, Answer(AcceptanceAnswer.Confirmed));
        Assert.Equal(SubmissionResult.NoChange, Answer(AcceptanceAnswer.Confirmed));
        Assert.Equal(SubmissionResult.Done, Answer(AcceptanceAnswer.Declined));
        Assert.Equal(SubmissionResult.InvalidState, Answer(AcceptanceAnswer.None));
        Assert.Equal((AcceptanceAnswer.Declined, true), (submission.Answer, submission.IsConfirmed));

        submission.Withdraw(Now);
        Assert.Equal(SubmissionResult.InvalidState, Answer(AcceptanceAnswer.Confirmed));

        SubmissionResult Answer(AcceptanceAnswer answer, bool isTold = true) =>
            SubmissionRules
                .Decide(submission, new AnswerToAcceptance(answer), new(Closed, Now, IsByLink: true, IsToldAccepted: isTold), _ =>
                    throw new InvalidOperationException()
                )
                .Result;
    }

    private static EmailAddress Address()
    {
        Assert.True(EmailAddress.TryParse("ada@example.org", out var email));
        return email!;
    }
}
