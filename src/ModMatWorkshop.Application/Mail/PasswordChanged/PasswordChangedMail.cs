using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Mail;

/// <summary>Informs an organiser that the password has changed.</summary>
public sealed class PasswordChangedMail() : OrganiserMail(MailKind.PasswordChanged)
{
    public override string Name(Words words) => words.Say("Mot de passe changé", "Password changed");
}
