using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Mail;

/// <summary>Tells a person that the application is confirmed and will be read.</summary>
public sealed class ApplicationReceivedMail() : RegistrationMail(MailKind.ApplicationReceived)
{
    public override string Name(Words words) => words.Say("Candidature reçue", "Application received");

    public override bool IsStillTrue(RegistrationMailState state) => state.Registration.Status == RegistrationStatus.Applied;
}
