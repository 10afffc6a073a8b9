using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Mail;

/// <summary>Reminds a person to confirm before the hold ends.</summary>
public sealed class HoldReminderMail() : RegistrationMail(MailKind.HoldReminder)
{
    public override string Name(Words words) => words.Say("Rappel : place à confirmer", "Reminder to confirm");

    public override bool IsStillTrue(RegistrationMailState state) =>
        state.Registration.Status == RegistrationStatus.Pending && DeadlineReminder.IsInTime(state.Registration.HoldUntil, state.Now);
}
