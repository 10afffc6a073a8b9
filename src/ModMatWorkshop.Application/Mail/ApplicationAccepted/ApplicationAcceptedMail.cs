using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Mail;

/// <summary>Tells a person that the application is accepted, and which place that gives.</summary>
public sealed class ApplicationAcceptedMail() : RegistrationMail(MailKind.ApplicationAccepted)
{
    public override string Name(Words words) => words.Say("Candidature acceptée", "Application accepted");

    public override bool IsStillTrue(RegistrationMailState state) =>
        state.IsConfirmed && state.Registration.Selection == Selection.Accepted;

    public override bool IsPractical => true;
}
