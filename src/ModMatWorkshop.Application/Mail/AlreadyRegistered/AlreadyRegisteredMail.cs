using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Mail;

/// <summary>Tells a confirmed person that somebody has sent the registration form with their address.</summary>
public sealed class AlreadyRegisteredMail() : RegistrationMail(MailKind.AlreadyRegistered)
{
    public override string Name(Words words) => words.Say("Déjà une inscription", "Already registered");

    public override bool IsStillTrue(RegistrationMailState state) =>
        state.Registration.Status is not (RegistrationStatus.Pending or RegistrationStatus.Cancelled);

    protected override bool HasTextOfApplication => true;
}
