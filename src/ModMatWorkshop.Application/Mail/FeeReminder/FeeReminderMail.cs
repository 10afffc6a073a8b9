using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Mail;

/// <summary>Reminds a person who has not paid. It is not sent to somebody who has paid in the meantime.</summary>
public sealed class FeeReminderMail() : RegistrationMail(MailKind.FeeReminder)
{
    public override string Name(Words words) => words.Say("Rappel : frais d’inscription", "Reminder of the fee");

    public override bool IsStillTrue(RegistrationMailState state) => state.IsConfirmed;
}
