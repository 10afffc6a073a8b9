using ModMatWorkshop.Application.Security;
using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Mail;

/// <summary>Sends an organiser a link for setting a new password.</summary>
public sealed class PasswordResetMail() : OrganiserMail(MailKind.PasswordReset)
{
    public override string Name(Words words) => words.Say("Nouveau mot de passe", "New password");

    public override TimeSpan? LinkLifetime => OrganiserLinks.ResetLifetime;
}
