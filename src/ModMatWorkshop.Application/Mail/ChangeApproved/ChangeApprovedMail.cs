using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Mail;

/// <summary>Tells a person that the organisers have approved a late change.</summary>
public sealed class ChangeApprovedMail() : RegistrationMail(MailKind.ChangeApproved)
{
    public override string Name(Words words) => words.Say("Changement accepté", "Change approved");

    public override bool IsStillTrue(RegistrationMailState state) => state.Registration.Status == RegistrationStatus.Confirmed;
}
