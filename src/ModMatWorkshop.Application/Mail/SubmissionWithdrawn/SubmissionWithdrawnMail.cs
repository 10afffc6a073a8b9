using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain.Call;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Mail;

/// <summary>Confirms that an abstract is withdrawn.</summary>
public sealed class SubmissionWithdrawnMail() : SubmissionMail(MailKind.SubmissionWithdrawn)
{
    public override string Name(Words words) => words.Say("Résumé retiré", "Abstract withdrawn");

    public override bool IsStillTrue(Submission submission) => submission.State == SubmissionState.Withdrawn;
}
