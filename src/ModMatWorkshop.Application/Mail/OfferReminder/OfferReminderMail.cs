using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Mail;

/// <summary>Reminds a person to answer an offer before it ends.</summary>
public sealed class OfferReminderMail() : RegistrationMail(MailKind.OfferReminder)
{
    public override string Name(Words words) => words.Say("Rappel : place proposée", "Reminder of an offer");

    public override bool IsStillTrue(RegistrationMailState state) =>
        state.IsConfirmed && state.Registration.Place == Place.Offer && DeadlineReminder.IsInTime(state.Registration.OfferUntil, state.Now);

    public override DateTimeOffset? Until(Registration registration) => registration.OfferUntil;
}
