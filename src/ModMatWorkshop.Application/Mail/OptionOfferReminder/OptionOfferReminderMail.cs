using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Mail;

/// <summary>Reminds a person to answer an offer of places of an option before it ends.</summary>
public sealed class OptionOfferReminderMail() : RegistrationMail(MailKind.OptionOfferReminder)
{
    public override string Name(Words words) => words.Say("Rappel : places d’une option", "Reminder of places of an option");

    public override bool IsStillTrue(RegistrationMailState state) =>
        state.IsConfirmed && DeadlineReminder.IsInTime(state.Registration.FirstOptionDeadline, state.Now);

    public override DateTimeOffset? Until(Registration registration) => registration.FirstOptionDeadline;
}
