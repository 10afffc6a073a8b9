using ModMatWorkshop.Application.Security;
using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain.Call;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Mail;

/// <summary>Asks an author to confirm a new address, at that address.</summary>
public sealed class SubmissionNewAddressMail() : SubmissionMail(MailKind.SubmissionNewAddress)
{
    public override string Name(Words words) =>
        words.Say("Nouvelle adresse d’un auteur à confirmer", "New address of an author to confirm");

    public override bool IsStillTrue(Submission submission) => submission.NewEmail is not null;

    public override string AddressOf(Submission submission) => submission.NewEmail!;

    public override string TokenOf(Submission submission, SecretLinks links) => links.OfNewAddress(submission);
}
