using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Mail;

/// <summary>Informs a participant that the registration is cancelled.</summary>
public sealed class CancelledMail() : RegistrationMail(MailKind.Cancelled)
{
    public override string Name(Words words) => words.Say("Inscription annulée", "Registration cancelled");

    public override bool IsStillTrue(RegistrationMailState state) => state.Registration.Status == RegistrationStatus.Cancelled;

    protected override bool HasTextOfApplication => true;
}
