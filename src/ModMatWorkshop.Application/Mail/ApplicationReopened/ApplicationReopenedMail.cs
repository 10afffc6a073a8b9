using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Mail;

/// <summary>Tells a person that a decision on the application was taken back.</summary>
public sealed class ApplicationReopenedMail() : RegistrationMail(MailKind.ApplicationReopened)
{
    public override string Name(Words words) => words.Say("Candidature relue", "Application read again");

    public override bool IsStillTrue(RegistrationMailState state) => state.Registration.Status == RegistrationStatus.Applied;
}
