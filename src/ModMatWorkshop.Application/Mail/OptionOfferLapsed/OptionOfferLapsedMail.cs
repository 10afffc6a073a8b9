using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Mail;

/// <summary>Informs a participant that the offer of places of an option has lapsed.</summary>
public sealed class OptionOfferLapsedMail() : RegistrationMail(MailKind.OptionOfferLapsed)
{
    public override string Name(Words words) =>
        words.Say("Places d’une option : proposition expirée", "Places of an option: offer expired");

    public override bool IsStillTrue(RegistrationMailState state) => state.IsConfirmed;
}
