using System.Linq.Expressions;
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

    /// <summary>The outcome that a letter tells, or of which a reminder speaks.</summary>
    /// <returns>Null for a mail that speaks of none.</returns>
    public static CallOutcome? Told(MailKind letter) =>
        letter switch
        {
            MailKind.DecisionAccepted or MailKind.AnswerReminder => CallOutcome.Accepted,
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

    /// <summary>
    /// What reviewers write to the authors, without their names, and in an order that says nothing of them. Only those who gave a mark.
    /// </summary>
    public static IReadOnlyList<string> WordsOf(IEnumerable<Review> reviews) =>
        [.. reviews.Where(r => CompiledHasWords(r) && !r.IsWithheld).Select(r => r.ForAuthors).Order(StringComparer.Ordinal)];

    /// <summary>Whether a review has words that may go into a letter.</summary>
    public static readonly Expression<Func<Review, bool>> HasWords = r => r.Mark != null && r.ConflictAt == null && r.ForAuthors != "";

    private static readonly Func<Review, bool> CompiledHasWords = HasWords.Compile();

    /// <summary>What makes the letter unique: who was on the reserve gets a second one, and nobody gets the same one twice.</summary>
    public static string SuffixOf(CallDecision decision) => $"told-{decision.Key}";
}
