using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain.Call;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Mail;

/// <summary>Confirms that an abstract was received.</summary>
public sealed class SubmissionReceivedMail() : SubmissionMail(MailKind.SubmissionReceived)
{
    public override string Name(Words words) => words.Say("Résumé reçu", "Abstract received");

    public override bool IsStillTrue(Submission submission) => submission.State == SubmissionState.Submitted;
}
