using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Mail;

/// <summary>Offers a free seat until a deadline.</summary>
public sealed class OfferMail() : RegistrationMail(MailKind.Offer)
{
    public override string Name(Words words) => words.Say("Place proposée", "Seat offered");

    public override bool IsStillTrue(RegistrationMailState state) =>
        state.IsConfirmed && state.Registration.Place == Place.Offer && state.Registration.OfferUntil > state.Now;

    public override DateTimeOffset? Until(Registration registration) => registration.OfferUntil;
}
