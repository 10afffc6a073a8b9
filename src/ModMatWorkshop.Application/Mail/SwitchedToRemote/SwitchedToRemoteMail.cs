using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Mail;

/// <summary>Informs a participant that the registration is now remote.</summary>
public sealed class SwitchedToRemoteMail() : RegistrationMail(MailKind.SwitchedToRemote)
{
    public override string Name(Words words) => words.Say("Passage à distance", "Switched to remote");

    public override bool IsStillTrue(RegistrationMailState state) => state.IsConfirmed && state.Registration.Place == Place.Remote;

    public override bool IsPractical => true;
}
