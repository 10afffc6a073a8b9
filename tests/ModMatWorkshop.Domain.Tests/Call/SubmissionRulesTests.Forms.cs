using ModMatWorkshop.Domain.Call;
using ModMatWorkshop.Domain.Registrations;
using static ModMatWorkshop.Domain.Tests.Call.SubmissionSample;

namespace ModMatWorkshop.Domain.Tests.Call;

/// <summary>What follows from forms and confirmations.</summary>
public sealed partial class SubmissionRulesTests
{
    [Fact]
    public void A_corrected_address_is_in_the_log() =>
        Assert.Equal(new AuditLine("kept a draft", "submission 1, Draft"), Decide(Kept(), Keep(Text, Text, Address("adele"))).Audit);

    [Fact]
    public void A_form_without_an_address_changes_a_submission_that_is_there()
    {
        var submission = Kept();

        Assert.Equal(SubmissionResult.Saved, Decide(submission, Keep(Changed, Text) with { Email = null }).Result);
        Assert.Equal((Changed, "ada@lab.example"), (submission.Draft, submission.Email));
    }

    [Fact]
    public void A_form_that_was_never_kept_or_has_seen_nothing_is_not_compared() =>
        Assert.Equal(
            [SubmissionResult.Submitted, SubmissionResult.Submitted],
            [Decide(null, Submit(Text, Text)).Result, Decide(Kept(), Submit(Changed)).Result]
        );

    [Fact]
    public void Confirming_the_address_of_a_draft_mails_nothing() =>
        Assert.Equal((SubmissionResult.Done, ""), Result(Decide(Kept(), new ConfirmSubmissionAddress(), isByLink: true)));

    [Fact]
    public void A_confirmation_is_mailed_however_many_mails_the_address_got() =>
        Assert.Equal(
            (SubmissionResult.Done, "SubmissionReceived confirmed"),
            Result(Decide(Submitted(), new ConfirmSubmissionAddress(), isByLink: true, hasManyMails: true))
        );

    [Fact]
    public void Receipts_are_one_for_each_version_once_the_address_is_confirmed()
    {
        var (unconfirmed, confirmed) = (Kept(), Kept(isConfirmed: true));

        Assert.Null(Assert.Single(Decide(unconfirmed, Submit(Changed, Text)).Mails).Cause);
        Assert.Equal($"SubmissionReceived v{confirmed.Version + 2}", Mails(Decide(confirmed, Submit(Changed, Text))));
    }
}
