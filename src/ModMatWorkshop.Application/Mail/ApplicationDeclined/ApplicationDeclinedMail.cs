using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Mail;

/// <summary>Tells a person that the application is declined.</summary>
public sealed class ApplicationDeclinedMail() : RegistrationMail(MailKind.ApplicationDeclined)
{
    public override string Name(Words words) => words.Say("Candidature refusée", "Application declined");

    public override bool IsStillTrue(RegistrationMailState state) =>
        state.Registration is { Selection: Selection.Declined, Status: not RegistrationStatus.Cancelled };
}
