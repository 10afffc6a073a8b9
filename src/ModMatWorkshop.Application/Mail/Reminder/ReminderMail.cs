using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Mail;

/// <summary>Reminds participants of the workshop some days before it starts.</summary>
public sealed class ReminderMail() : RegistrationMail(MailKind.Reminder)
{
    public override string Name(Words words) => words.Say("Rappel", "Reminder");

    public override bool IsStillTrue(RegistrationMailState state) => state.IsConfirmed && state.Today <= state.Workshop.Start;

    public override bool IsPractical => true;
}
