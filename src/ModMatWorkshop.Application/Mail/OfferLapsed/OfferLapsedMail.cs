using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Mail;

/// <summary>Informs a participant that the offer of a seat has lapsed.</summary>
public sealed class OfferLapsedMail() : RegistrationMail(MailKind.OfferLapsed)
{
    public override string Name(Words words) => words.Say("Proposition expirée", "Offer expired");

    public override bool IsStillTrue(RegistrationMailState state) =>
        state.Workshop.Offer.HasStream()
            ? state.IsConfirmed && state.Registration.Place == Place.Remote
            : state.Registration.Status == RegistrationStatus.Cancelled;
}
