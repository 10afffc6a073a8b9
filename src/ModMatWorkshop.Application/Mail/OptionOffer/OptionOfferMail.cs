using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Mail;

/// <summary>Offers free places of options until a deadline.</summary>
public sealed class OptionOfferMail() : RegistrationMail(MailKind.OptionOffer)
{
    public override string Name(Words words) => words.Say("Places d’une option proposées", "Places of an option offered");

    public override bool IsStillTrue(RegistrationMailState state) =>
        state.IsConfirmed && state.Registration.FirstOptionDeadline > state.Now;

    public override DateTimeOffset? Until(Registration registration) => registration.FirstOptionDeadline;
}
