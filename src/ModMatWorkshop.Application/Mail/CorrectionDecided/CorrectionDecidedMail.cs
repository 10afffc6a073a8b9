using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain.Call;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Mail;

/// <summary>Tells what became of a correction.</summary>
public sealed class CorrectionDecidedMail() : SubmissionMail(MailKind.CorrectionDecided)
{
    public override string Name(Words words) => words.Say("Correction traitée", "Correction decided");

    public override bool IsStillTrue(Submission submission) => submission.State == SubmissionState.Submitted;
}
