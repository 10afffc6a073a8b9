using System.Globalization;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Domain.Call;

/// <content>
/// Changes of the address, as for a registration (<see cref="AddressRules"/>). Several submissions may have one address.
/// </content>
public static partial class SubmissionRules
{
    private static SubmissionDecision RequestAddress(Submission submission, EmailAddress address, SubmissionFacts facts)
    {
        if (submission.State == SubmissionState.Withdrawn)
            return new(SubmissionResult.InvalidState, []);
        var result = AddressRules.Request(submission, address, facts.ReceivedAt);
        return Answer(
            result,
            new RequestSubmissionAddress(address),
            submission,
            new MailRequest(MailKind.SubmissionNewAddress, address.Value, true)
        );
    }

    /// <summary>Who follows the link to the new address proves that it is theirs.</summary>
    private static SubmissionDecision ConfirmNewAddress(Submission submission, SubmissionFacts facts)
    {
        var result = AddressRules.Confirm(submission, isTaken: false, facts.ReceivedAt);
        if (result == ChangeResult.Done)
            submission.Confirm(facts.ReceivedAt);
        return Answer(
            result,
            new ConfirmNewSubmissionAddress(),
            submission,
            LinkMail(submission),
            new(MailKind.SubmissionAddressChanged, CauseOf(submission))
        );
    }

    private static SubmissionDecision StopAddressChange(Submission submission, SubmissionFacts facts)
    {
        var result = AddressRules.Stop(submission, isTaken: false, facts.ReceivedAt);
        return Answer(result, new StopSubmissionAddressChange(), submission, LinkMail(submission));
    }

    private static MailRequest LinkMail(Submission submission) => new(MailKind.SubmissionLink, CauseOf(submission));

    private static string CauseOf(Submission submission) => string.Create(CultureInfo.InvariantCulture, $"address-{submission.Generation}");

    private static SubmissionDecision Answer(
        ChangeResult result,
        SubmissionCommand command,
        Submission submission,
        params IReadOnlyList<MailRequest> mails
    ) =>
        result switch
        {
            ChangeResult.Done => new(SubmissionResult.Done, mails, Line(command, submission)),
            ChangeResult.NoChange => new(SubmissionResult.NoChange, []),
            ChangeResult.TooLate => new(SubmissionResult.TooLate, []),
            ChangeResult.AddressJustChanged => new(SubmissionResult.AddressJustChanged, []),
            _ => throw new ArgumentOutOfRangeException(nameof(result), result, "An address of a submission is never taken."),
        };
}
