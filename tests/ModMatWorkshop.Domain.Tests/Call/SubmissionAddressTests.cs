using ModMatWorkshop.Domain.Call;
using static ModMatWorkshop.Domain.Tests.Call.SubmissionSample;

namespace ModMatWorkshop.Domain.Tests.Call;

/// <summary>How the address of an author changes: <c>ada@lab.example</c> becomes <c>new@lab.example</c>.</summary>
public sealed class SubmissionAddressTests
{
    [Fact]
    public void A_new_address_is_asked_for_confirmed_and_told_to_the_previous_one()
    {
        var submission = Submitted(isConfirmed: true);

        Assert.Equal("Done: SubmissionNewAddress", Outcome(submission, new RequestSubmissionAddress(Address("new"))));
        Assert.Equal(("ada@lab.example", "new@lab.example", 0), (submission.Email, submission.NewEmail, submission.Generation));

        Assert.Equal("Done: SubmissionLink, SubmissionAddressChanged", Outcome(submission, new ConfirmNewSubmissionAddress()));
        Assert.Equal(("new@lab.example", null, 1), (submission.Email, submission.NewEmail, submission.Generation));
        Assert.Equal(("ada@lab.example", Meanwhile.AddDays(2)), (submission.PreviousEmail, submission.PreviousEmailUntil));
    }

    [Theory]
    [InlineData(-1, "Done: SubmissionLink", "ada@lab.example")]
    [InlineData(0, "TooLate: ", "new@lab.example")]
    public void The_previous_address_can_stop_the_change_for_two_days(int seconds, string expected, string email)
    {
        var submission = Moved();

        Assert.Equal(expected, Outcome(submission, new StopSubmissionAddressChange(), Meanwhile.AddDays(2).AddSeconds(seconds)));
        Assert.Equal(email, submission.Email);
    }

    [Fact]
    public void A_change_that_was_stopped_cannot_be_stopped_again()
    {
        var submission = Moved();
        Outcome(submission, new StopSubmissionAddressChange());

        Assert.Equal("NoChange: ", Outcome(submission, new StopSubmissionAddressChange()));
        Assert.Equal(("ada@lab.example", null, 2), (submission.Email, submission.PreviousEmail, submission.Generation));
    }

    [Theory]
    [InlineData(-1, "AddressJustChanged: ")]
    [InlineData(0, "Done: SubmissionNewAddress")]
    public void A_second_change_waits_until_the_first_cannot_be_stopped_any_more(int seconds, string expected) =>
        Assert.Equal(expected, Outcome(Moved(), new RequestSubmissionAddress(Address("third")), Meanwhile.AddDays(2).AddSeconds(seconds)));

    [Fact]
    public void Neither_the_same_address_nor_one_that_nobody_asked_for_changes_anything()
    {
        Assert.Equal("NoChange: ", Outcome(Submitted(isConfirmed: true), new RequestSubmissionAddress(Address())));
        Assert.Equal("NoChange: ", Outcome(Submitted(isConfirmed: true), new ConfirmNewSubmissionAddress()));
        Assert.Equal("NoChange: ", Outcome(Submitted(isConfirmed: true), new StopSubmissionAddressChange()));
    }

    [Fact]
    public void A_withdrawn_submission_keeps_its_address()
    {
        var submission = Submitted(isConfirmed: true);
        submission.Withdraw(Meanwhile);

        Assert.Equal("InvalidState: ", Outcome(submission, new RequestSubmissionAddress(Address("new"))));
    }

    [Fact]
    public void Who_confirms_a_new_address_has_confirmed_an_address()
    {
        var submission = Submitted();
        Outcome(submission, new RequestSubmissionAddress(Address("new")));
        Assert.False(submission.IsConfirmed);

        Outcome(submission, new ConfirmNewSubmissionAddress());
        Assert.True(submission.IsConfirmed);
    }

    private static Submission Moved()
    {
        var submission = Submitted(isConfirmed: true);
        Outcome(submission, new RequestSubmissionAddress(Address("new")));
        Outcome(submission, new ConfirmNewSubmissionAddress());
        return submission;
    }

    private static string Outcome(Submission submission, SubmissionCommand command, DateTimeOffset? at = null)
    {
        var decision = Decide(submission, command, at, isByLink: true);
        return $"{decision.Result}: {string.Join(", ", decision.Mails.Select(m => m.Kind))}";
    }
}
