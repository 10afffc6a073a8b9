using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain.Call;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Mail;

/// <summary>Tells the author of a new draft how to come back to it.</summary>
public sealed class SubmissionDraftMail() : SubmissionMail(MailKind.SubmissionDraft)
{
    public override string Name(Words words) => words.Say("Brouillon gardé", "Draft kept");

    public override bool IsStillTrue(Submission submission) => submission.State == SubmissionState.Draft;
}
