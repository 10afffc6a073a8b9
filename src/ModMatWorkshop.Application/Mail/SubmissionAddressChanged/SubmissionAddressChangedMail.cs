using ModMatWorkshop.Application.Security;
using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain.Call;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Mail;

/// <summary>Tells the previous address of an author that another one has replaced it. Its owner can stop that.</summary>
public sealed class SubmissionAddressChangedMail() : SubmissionMail(MailKind.SubmissionAddressChanged)
{
    public override string Name(Words words) => words.Say("Adresse d’un auteur changée", "Address of an author changed");

    public override bool IsStillTrue(Submission submission) => submission.PreviousEmail is not null;

    public override string AddressOf(Submission submission) => submission.PreviousEmail!;

    public override string TokenOf(Submission submission, SecretLinks links) => links.OfPreviousAddress(submission);
}
