using ModMatWorkshop.Application.Security;
using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Mail;

/// <summary>Asks a participant to confirm a new address, at that address.</summary>
public sealed class ConfirmNewAddressMail() : RegistrationMail(MailKind.ConfirmNewAddress)
{
    public override string Name(Words words) => words.Say("Nouvelle adresse à confirmer", "New address to confirm");

    public override bool IsStillTrue(RegistrationMailState state) => state.Registration.NewEmail is not null;

    public override string AddressOf(Registration registration) => registration.NewEmail!;

    public override string TokenOf(Registration registration, SecretLinks links) => links.OfNewAddress(registration);

    protected override bool HasTextOfApplication => true;
}
