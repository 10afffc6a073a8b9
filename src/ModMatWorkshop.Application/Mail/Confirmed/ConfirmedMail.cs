using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Mail;

/// <summary>Informs a participant that the registration is confirmed.</summary>
public sealed class ConfirmedMail() : RegistrationMail(MailKind.Confirmed)
{
    public override string Name(Words words) => words.Say("Inscription confirmée", "Registration confirmed");

    public override bool IsStillTrue(RegistrationMailState state) => state.IsConfirmed;

    public override bool IsPractical => true;
}
