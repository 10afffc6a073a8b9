using ModMatWorkshop.Application.Security;
using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Mail;

/// <summary>Tells the previous address that another one has replaced it. Its owner can stop that.</summary>
public sealed class AddressChangedMail() : RegistrationMail(MailKind.AddressChanged)
{
    public override string Name(Words words) => words.Say("Adresse changée", "Address changed");

    public override bool IsStillTrue(RegistrationMailState state) => state.Registration.PreviousEmailUntil > state.Now;

    public override string AddressOf(Registration registration) => registration.PreviousEmail!;

    public override string TokenOf(Registration registration, SecretLinks links) => links.OfPreviousAddress(registration);

    public override DateTimeOffset? Until(Registration registration) => registration.PreviousEmailUntil;

    protected override bool HasTextOfApplication => true;
}
