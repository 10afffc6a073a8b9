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

    [Theory]
    [InlineData(null, 0, null)]
    [InlineData(7, 0, "2030-03-25")]
    [InlineData(7, 1, null)]
    public void Authors_are_reminded_after_the_days_of_the_call_until_the_workshop_begins(int? days, int late, string? before)
    {
        var due = AnswerReminder.DueBefore(Closed with { RemindAfter = days }, Now.AddDays(late == 0 ? 1 : 0), Now);
        Assert.Equal(before, due is null ? null : $"{due:yyyy-MM-dd}");
    }

    [Fact]
    public void Authors_know_the_decision_of_the_last_letter_whatever_is_decided_since()
    {
        var assessment = new Assessment { SubmissionId = Guid.Empty };
        assessment.Decide(CallDecision.Reserve, Now);
        Assert.Null(assessment.Told);
        assessment.Tell(Now, ["Good."]);
        assessment.Decide(CallDecision.Accepted("oral"), Now.AddDays(1));
        Assert.Equal((CallDecision.Reserve, "Good."), (assessment.Told, assessment.ToldWords.Single()));
        assessment.Tell(Now.AddDays(2));
        Assert.Equal((CallDecision.Accepted("oral"), 0), (assessment.Told, assessment.ToldWords.Count));
    }

    [Fact]
    public void Words_for_the_authors_say_nothing_of_who_wrote_them_or_of_what_the_committee_reads()
    {
        var reviews = new[] { (9, "A"), (1, "C"), (4, "B"), (5, "") }
            .Select(r =>
            {
                var review = new Review
                {
                    SubmissionId = Guid.Empty,
                    Reviewer = r.Item1,
                    AssignedAt = Now,
                };
                review.Give(Mark.A, new("Secret.", r.Item2), Now);
                return review;
            })
            .ToList();
        Assert.Equal(["A", "B", "C"], LetterRules.WordsOf(reviews));
        reviews[1].IsWithheld = true;
        reviews[2].DeclareConflict(Now);
        Assert.Equal(["A"], LetterRules.WordsOf(reviews));

        // The chair has not read what is written since.
        reviews[1].Keep(new("Other.", "C"));
        Assert.True(reviews[1].IsWithheld);
        reviews[1].Keep(new("Other.", "D"));
        Assert.Equal(["A", "D"], LetterRules.WordsOf(reviews));
        var unmarked = new Review
        {
            SubmissionId = Guid.Empty,
            Reviewer = 2,
            AssignedAt = Now,
        };
        unmarked.Keep(new("", "Half a thought"));
        Assert.Equal([], LetterRules.WordsOf([unmarked]));
    }

    private static EmailAddress Address()
    {
        Assert.True(EmailAddress.TryParse("ada@example.org", out var email));
        return email!;
    }
}
