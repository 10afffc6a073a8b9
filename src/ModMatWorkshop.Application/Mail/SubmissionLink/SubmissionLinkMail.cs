using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain.Call;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Mail;

/// <summary>Sends the secret link again.</summary>
public sealed class SubmissionLinkMail() : SubmissionMail(MailKind.SubmissionLink)
{
    public override string Name(Words words) => words.Say("Lien du résumé renvoyé", "Link of the abstract resent");

    public override bool IsStillTrue(Submission submission) => true;
}
