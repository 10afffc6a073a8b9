using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Mail;

/// <summary>Brings the chair of a session the link to its page.</summary>
public sealed class SessionChairMail() : RegistrationMail(MailKind.SessionChair)
{
    public override string Name(Words words) => words.Say("Page de séance", "Page of the session");

    public override bool IsStillTrue(RegistrationMailState state) => state.IsConfirmed && state.Today <= state.Workshop.End.AddDays(1);
}
