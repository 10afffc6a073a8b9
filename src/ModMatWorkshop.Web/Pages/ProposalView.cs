using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Web.Pages;

/// <summary>Answers that wait until somebody agrees, beside those that count.</summary>
/// <param name="Changes">What differs, as text. Empty if only the attendance does.</param>
/// <param name="Attendance">The attendance that was asked for; null if it is the same.</param>
public sealed record ProposalView(DateTimeOffset SentAt, IReadOnlyList<FieldChange> Changes, Attendance? Attendance)
{
    public static ProposalView Of(AnswerProposal proposal, Registration registration, RegistrationFormDiff diff, bool isIdentityFixed)
    {
        var before = registration.Snapshot();
        return new(
            proposal.SentAt,
            diff.Diff(before, before with { Details = proposal.DetailsFor(registration, isIdentityFixed) }),
            proposal.Attendance == registration.Attendance ? null : proposal.Attendance
        );
    }
}

/// <summary>A change that the organisers decide.</summary>
/// <param name="RefusedAt">Null while it waits.</param>
/// <param name="Reason">Of the refusal; null for none.</param>
public sealed record LateChangeView(ProposalView Asked, DateTimeOffset? RefusedAt, string? Reason)
{
    public static LateChangeView Of(AnswerProposal late, Registration registration, RegistrationFormDiff diff) =>
        new(ProposalView.Of(late, registration, diff, isIdentityFixed: true), late.RefusedAt, late.Reason);
}
