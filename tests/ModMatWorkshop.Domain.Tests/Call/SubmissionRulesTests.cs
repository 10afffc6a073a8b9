using ModMatWorkshop.Domain.Call;
using ModMatWorkshop.Domain.Registrations;
using static ModMatWorkshop.Domain.Tests.Call.SubmissionSample;

namespace ModMatWorkshop.Domain.Tests.Call;

public sealed partial class SubmissionRulesTests
{
    private static readonly SubmissionText Changed = Text with { Title = "Another title" };

    [Fact]
    public void A_draft_is_kept_with_the_first_address_and_its_link_is_mailed()
    {
        var decision = Decide(null, Keep(new() { Title = "Half a" }));

        Assert.Equal((SubmissionResult.Saved, "SubmissionDraft address-0"), (decision.Result, Mails(decision)));
        Assert.Equal(new AuditLine("kept a draft", "submission 1, Draft"), decision.Audit);
    }

    [Fact]
    public void Keeping_a_draft_again_sends_no_mail_and_writes_no_line()
    {
        var decision = Decide(Kept(), Keep(Changed, Text));

        Assert.Equal((SubmissionResult.Saved, "", null), (decision.Result, Mails(decision), decision.Audit));
    }

    [Fact]
    public void Without_an_address_nothing_is_kept() =>
        Assert.Equal(SubmissionResult.Unreadable, Decide(null, Keep(Text) with { Email = null }).Result);

    [Theory]
    [InlineData(-1, SubmissionResult.TooEarly)]
    [InlineData(0, SubmissionResult.Submitted)]
    public void The_call_opens_at_its_instant(int ticks, SubmissionResult expected) =>
        Assert.Equal(expected, Decide(null, Submit(Text), Opens.AddTicks(ticks)).Result);

    [Theory]
    [InlineData(-1, SubmissionResult.Submitted)]
    [InlineData(0, SubmissionResult.TooLate)]
    [InlineData(1, SubmissionResult.TooLate)]
    public void What_is_received_before_the_deadline_counts(int ticks, SubmissionResult expected)
    {
        var submission = Kept();

        var decision = Decide(submission, Submit(Changed, Text), Closes.AddTicks(ticks));

        Assert.Equal((expected, expected == SubmissionResult.Submitted ? Changed : null), (decision.Result, submission.Sent));
    }

    [Fact]
    public void An_abstract_is_submitted_at_once_and_its_receipt_is_mailed()
    {
        var decision = Decide(null, Submit(Text));

        Assert.Equal(
            (SubmissionResult.Submitted, "SubmissionReceived limited", "submission 1, Submitted"),
            (decision.Result, Mails(decision), decision.Audit?.Result)
        );
    }

    [Fact]
    public void A_text_that_lacks_something_is_kept_and_not_submitted()
    {
        var submission = Kept();
        var incomplete = Text with { Abstract = "" };

        var decision = Decide(submission, Submit(incomplete, Text));

        Assert.Equal(
            (SubmissionResult.Incomplete, SubmissionState.Draft, incomplete, null),
            (decision.Result, submission.State, submission.Draft, submission.Sent)
        );
    }

    [Fact]
    public void Later_changes_do_not_count_until_they_are_submitted()
    {
        var submission = Submitted(isConfirmed: true);

        Decide(submission, Keep(Changed, Text), isByLink: true);
        Assert.Equal((SubmissionState.Submitted, Text, true), (submission.State, submission.Sent, submission.HasUnsentChanges));

        Decide(submission, Submit(Changed, Changed), isByLink: true);
        Assert.Equal((Changed, false), (submission.Sent, submission.HasUnsentChanges));
    }

    [Fact]
    public void A_text_that_is_too_long_is_not_even_kept()
    {
        var submission = Kept();

        var decision = Decide(submission, Keep(Text with { Abstract = new('a', 40_001) }, Text));

        Assert.Equal((SubmissionResult.Unreadable, Text), (decision.Result, submission.Draft));
    }

    [Fact]
    public void Two_devices_that_change_different_fields_are_put_together_and_nothing_is_submitted()
    {
        var submission = Kept(Text with { Keywords = "from the telephone" });

        var decision = Decide(submission, Submit(Changed, Text));

        Assert.Equal(
            (SubmissionResult.Merged, "Another title", "from the telephone", SubmissionState.Draft),
            (decision.Result, submission.Draft.Title, submission.Draft.Keywords, submission.State)
        );
    }

    [Fact]
    public void Two_devices_that_change_the_same_field_lose_nothing()
    {
        var submission = Kept(Text with { Title = "From the telephone" });

        var decision = Decide(submission, Keep(Changed, Text));

        Assert.Equal(
            (SubmissionResult.Conflict, "From the telephone", "Another title", "title"),
            (
                decision.Result,
                submission.Draft.Title,
                decision.Merged!.Text.Title,
                string.Join(' ', decision.Merged.Conflicts.Select(f => f.Key))
            )
        );
    }

    [Fact]
    public void A_mistyped_address_is_corrected_and_the_link_that_went_to_it_dies()
    {
        var submission = Kept();

        var decision = Decide(submission, Keep(Text, Text, Address("adele")));

        Assert.Equal(("adele@lab.example", 1, "SubmissionDraft address-1"), (submission.Email, submission.Generation, Mails(decision)));
    }

    [Fact]
    public void A_confirmed_address_stays()
    {
        var submission = Kept(isConfirmed: true);

        Decide(submission, Keep(Text, Text, Address("stranger")));

        Assert.Equal(("ada@lab.example", 0), (submission.Email, submission.Generation));
    }

    [Fact]
    public void Through_the_link_the_address_stays()
    {
        var submission = Kept();

        Decide(submission, Keep(Text, Text, Address("adele")), isByLink: true);

        Assert.Equal(("ada@lab.example", 0), (submission.Email, submission.Generation));
    }

    [Fact]
    public void What_was_not_withdrawn_is_not_restored() =>
        Assert.Equal(SubmissionResult.NoChange, Decide(Submitted(), new RestoreSubmission(), isByLink: true).Result);

    [Fact]
    public void Saving_through_the_link_confirms_the_address()
    {
        var submission = Kept();

        Decide(submission, Keep(Text, Text), isByLink: true);

        Assert.Equal(Meanwhile, submission.ConfirmedAt);
    }

    [Fact]
    public void Confirming_the_address_of_a_submitted_abstract_mails_what_was_sent_once()
    {
        var submission = Submitted();

        Assert.Equal("SubmissionReceived confirmed", Mails(Decide(submission, new ConfirmSubmissionAddress(), isByLink: true)));
        Assert.Equal(SubmissionResult.NoChange, Decide(submission, new ConfirmSubmissionAddress(), isByLink: true).Result);
    }

    [Fact]
    public void An_address_that_nobody_confirms_does_not_get_mail_after_mail() =>
        Assert.Equal((SubmissionResult.Submitted, ""), Result(Decide(null, Submit(Text), hasManyMails: true)));

    [Fact]
    public void A_withdrawn_abstract_takes_no_change()
    {
        var submission = Submitted();
        Decide(submission, new WithdrawSubmission(), isByLink: true);

        Assert.Equal(SubmissionResult.InvalidState, Decide(submission, Submit(Changed, Text), isByLink: true).Result);
        Assert.Equal(SubmissionResult.NoChange, Decide(submission, new WithdrawSubmission(), isByLink: true).Result);
        Assert.Equal(SubmissionState.Withdrawn, submission.State);
    }

    [Theory]
    [InlineData(60, 0, SubmissionResult.Done)]
    [InlineData(60, 59, SubmissionResult.Done)]
    [InlineData(5, 6, SubmissionResult.Done)]
    [InlineData(5, 11, SubmissionResult.TooLate)]
    public void A_withdrawal_is_taken_back_while_the_call_is_open(int minutesBefore, int minutesLater, SubmissionResult expected) =>
        Assert.Equal(expected, RestoredAt(Closes.AddMinutes(-minutesBefore), minutesLater));

    [Theory]
    [InlineData(10, SubmissionResult.Done)]
    [InlineData(11, SubmissionResult.TooLate)]
    public void After_the_deadline_it_is_taken_back_for_ten_minutes(int minutesLater, SubmissionResult expected) =>
        Assert.Equal(expected, RestoredAt(Closes.AddDays(1), minutesLater));

    [Fact]
    public void A_restored_abstract_is_what_it_was()
    {
        var (draft, submitted) = (Kept(), Submitted());
        foreach (var submission in new[] { draft, submitted })
        {
            Decide(submission, new WithdrawSubmission(), isByLink: true);
            Decide(submission, new RestoreSubmission(), isByLink: true);
        }

        Assert.Equal((SubmissionState.Draft, SubmissionState.Submitted), (draft.State, submitted.State));
    }

    [Fact]
    public void An_abstract_is_withdrawn_after_the_deadline_too() =>
        Assert.Equal(SubmissionResult.Done, Decide(Submitted(), new WithdrawSubmission(), Closes.AddDays(30), isByLink: true).Result);

    [Fact]
    public void There_is_nothing_to_withdraw_restore_or_confirm_without_a_submission() =>
        Assert.Equal(
            [SubmissionResult.NotFound, SubmissionResult.NotFound, SubmissionResult.NotFound],
            new SubmissionCommand[] { new WithdrawSubmission(), new RestoreSubmission(), new ConfirmSubmissionAddress() }.Select(command =>
                Decide(null, command).Result
            )
        );

    [Fact]
    public void Every_change_raises_the_version()
    {
        var submission = Kept();
        var versions = new List<int> { submission.Version };
        foreach (
            var command in new SubmissionCommand[]
            {
                Keep(Changed, Text),
                Submit(Changed, Changed),
                new WithdrawSubmission(),
                new RestoreSubmission(),
            }
        )
        {
            Decide(submission, command);
            versions.Add(submission.Version);
        }

        Assert.Equal(versions.Distinct().Order(), versions);
    }

    [Fact]
    public void Lists_read_kind_topics_and_laboratories_of_what_was_submitted()
    {
        var submission = Submitted();
        Decide(submission, Keep(Text with { Kind = "poster", Topics = ["data"] }, Text));

        Assert.Equal(
            ("oral", " methods ", "LAAS-CNRS, Navy"),
            (submission.Kind, submission.Topics, string.Join(", ", submission.Laboratories))
        );
    }

    private static SubmissionResult RestoredAt(DateTimeOffset withdrawn, int minutesLater)
    {
        var submission = Submitted();
        Decide(submission, new WithdrawSubmission(), withdrawn, isByLink: true);
        return Decide(submission, new RestoreSubmission(), withdrawn.AddMinutes(minutesLater), isByLink: true).Result;
    }

    private static (SubmissionResult, string) Result(SubmissionDecision decision) => (decision.Result, Mails(decision));

    private static string Mails(SubmissionDecision decision) =>
        string.Join(", ", decision.Mails.Select(m => $"{m.Kind} {(m.IsRateLimited ? "limited" : m.Cause)}"));
}
