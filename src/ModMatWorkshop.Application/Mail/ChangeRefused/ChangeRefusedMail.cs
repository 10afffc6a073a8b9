using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Mail;

/// <summary>Tells a person that the organisers have refused a late change.</summary>
public sealed class ChangeRefusedMail() : RegistrationMail(MailKind.ChangeRefused)
{
    public override string Name(Words words) => words.Say("Changement refusé", "Change refused");

    public override bool IsStillTrue(RegistrationMailState state) => state.Registration.Status == RegistrationStatus.Confirmed;
}
