using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Domain.Call;

/// <summary>Says which letter with the decision of the committee an author gets.</summary>
public static class LetterRules
{
    /// <summary>The letters, in the order in which organisers send them.</summary>
    public static readonly IReadOnlyList<MailKind> Letters =
    [
        MailKind.DecisionAccepted,
        MailKind.DecisionReserve,
        MailKind.DecisionRejected,
    ];

    /// <summary>The outcome that a letter tells.</summary>
    /// <returns>Null for a mail that tells none.</returns>
    public static CallOutcome? Told(MailKind letter) =>
        letter switch
        {
            MailKind.DecisionAccepted => CallOutcome.Accepted,
            MailKind.DecisionReserve => CallOutcome.Reserve,
            MailKind.DecisionRejected => CallOutcome.Rejected,
            _ => null,
        };

    /// <summary>The letter that is due to the author of a submission; null for none.</summary>
    public static MailKind? DueTo(SubmissionState state, CallOutcome outcome, bool isTold) =>
        state != SubmissionState.Submitted || isTold
            ? null
            : outcome switch
            {
                CallOutcome.Accepted => MailKind.DecisionAccepted,
                CallOutcome.Reserve => MailKind.DecisionReserve,
                CallOutcome.Rejected => MailKind.DecisionRejected,
                _ => null,
            };

    /// <summary>What makes the letter unique: who was on the reserve gets a second one, and nobody gets the same one twice.</summary>
    public static string SuffixOf(CallDecision decision) => $"told-{decision.Key}";
}
