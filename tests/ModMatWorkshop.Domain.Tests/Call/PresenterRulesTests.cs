using ModMatWorkshop.Domain.Call;
using static ModMatWorkshop.Domain.Tests.Call.SubmissionSample;

namespace ModMatWorkshop.Domain.Tests.Call;

public sealed class PresenterRulesTests
{
    private static readonly Guid Ada = Guid.Parse("00000000-0000-0000-0000-0000000000ad");
    private static readonly Guid Ben = Guid.Parse("00000000-0000-0000-0000-0000000000be");

    [Theory]
    [InlineData(SubmissionState.Submitted, AcceptanceAnswer.Confirmed, "", "ben", false, "ben")]
    [InlineData(SubmissionState.Submitted, AcceptanceAnswer.Confirmed, "ada", "ben", false, "ben")]
    // The registration has another address since.
    [InlineData(SubmissionState.Submitted, AcceptanceAnswer.Confirmed, "ada", "", false, "ada")]
    [InlineData(SubmissionState.Submitted, AcceptanceAnswer.Declined, "ada", "ada", false, "")]
    [InlineData(SubmissionState.Withdrawn, AcceptanceAnswer.Confirmed, "ada", "ada", false, "")]
    // Whose presence is recorded stays, and nobody comes in their place.
    [InlineData(SubmissionState.Submitted, AcceptanceAnswer.Declined, "ada", "ada", true, "ada")]
    [InlineData(SubmissionState.Withdrawn, AcceptanceAnswer.Confirmed, "ada", "", true, "ada")]
    [InlineData(SubmissionState.Submitted, AcceptanceAnswer.Confirmed, "ada", "ben", true, "ada")]
    public void The_answer_gives_a_presenter_and_takes_them_back_until_they_are_present(
        SubmissionState state,
        AcceptanceAnswer answer,
        string linked,
        string found,
        bool hasAttended,
        string expected
    ) => Assert.Equal(Of(expected), PresenterRules.Of(state, answer, Of(linked), Of(found), hasAttended));

    [Theory]
    [InlineData(SubmissionState.Submitted, AcceptanceAnswer.Confirmed, true, false, true)]
    [InlineData(SubmissionState.Submitted, AcceptanceAnswer.Confirmed, false, false, false)]
    [InlineData(SubmissionState.Submitted, AcceptanceAnswer.None, true, false, false)]
    [InlineData(SubmissionState.Submitted, AcceptanceAnswer.Declined, true, false, false)]
    [InlineData(SubmissionState.Withdrawn, AcceptanceAnswer.Confirmed, true, false, false)]
    [InlineData(SubmissionState.Withdrawn, AcceptanceAnswer.Confirmed, false, true, true)]
    [InlineData(SubmissionState.Submitted, AcceptanceAnswer.Declined, true, true, true)]
    public void The_role_needs_a_told_acceptance_and_the_answer_or_a_presence(
        SubmissionState state,
        AcceptanceAnswer answer,
        bool isTold,
        bool hasAttended,
        bool expected
    ) => Assert.Equal(expected, PresenterRules.GivesRole(state, answer, isTold, hasAttended));

    [Theory]
    [InlineData(SubmissionState.Submitted, AcceptanceAnswer.Confirmed, false, true)]
    [InlineData(SubmissionState.Submitted, AcceptanceAnswer.Confirmed, true, false)]
    [InlineData(SubmissionState.Submitted, AcceptanceAnswer.None, false, false)]
    [InlineData(SubmissionState.Withdrawn, AcceptanceAnswer.Confirmed, false, false)]
    public void Who_registers_later_presents_what_has_no_presenter(
        SubmissionState state,
        AcceptanceAnswer answer,
        bool isLinked,
        bool expected
    ) => Assert.Equal(expected, PresenterRules.MayLink(state, answer, isLinked));

    [Fact]
    public void A_withdrawal_unlinks_the_presenter_and_its_undo_links_them_again()
    {
        var submission = Submitted();
        SubmissionFacts facts = new(SubmissionSample.Call, Meanwhile, IsByLink: true, IsToldAccepted: true, Presenter: Ada);
        Apply(new AnswerToAcceptance(AcceptanceAnswer.Confirmed));
        Assert.Equal(Ada, submission.PresenterId);

        Apply(new WithdrawSubmission());
        Assert.Null(submission.PresenterId);

        Apply(new RestoreSubmission());
        Assert.Equal(Ada, submission.PresenterId);

        Apply(new AnswerToAcceptance(AcceptanceAnswer.Declined));
        Assert.Null(submission.PresenterId);

        void Apply(SubmissionCommand command) =>
            Assert.Equal(
                SubmissionResult.Done,
                SubmissionRules.Decide(submission, command, facts, _ => throw new InvalidOperationException()).Result
            );
    }

    private static Guid? Of(string name) =>
        name switch
        {
            "ada" => Ada,
            "ben" => Ben,
            _ => null,
        };
}
