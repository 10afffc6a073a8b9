using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Mail;

/// <summary>Asks a person to confirm a new registration.</summary>
public sealed class ConfirmAddressMail() : RegistrationMail(MailKind.ConfirmAddress)
{
    public override string Name(Words words) => words.Say("Confirmez votre inscription", "Confirm your registration");

    public override bool IsStillTrue(RegistrationMailState state) => state.Registration.Status == RegistrationStatus.Pending;

    protected override bool HasTextOfApplication => true;
}
