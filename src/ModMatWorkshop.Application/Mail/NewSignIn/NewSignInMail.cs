using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Mail;

/// <summary>Informs an organiser of a sign-in from a browser that the account has not used before.</summary>
public sealed class NewSignInMail() : OrganiserMail(MailKind.NewSignIn)
{
    public override string Name(Words words) => words.Say("Nouvelle connexion", "New sign-in");
}
