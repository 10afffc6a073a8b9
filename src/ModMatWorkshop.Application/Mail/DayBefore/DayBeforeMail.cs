using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Mail;

/// <summary>Explains on the day before the workshop how to follow the stream.</summary>
public sealed class DayBeforeMail() : RegistrationMail(MailKind.DayBefore)
{
    public override string Name(Words words) => words.Say("La veille", "The day before");

    public override bool IsStillTrue(RegistrationMailState state) => state.IsConfirmed && state.Today <= state.Workshop.Start;
}
