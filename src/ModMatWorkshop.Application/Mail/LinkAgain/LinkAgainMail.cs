using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Mail;

/// <summary>Sends the secret link again.</summary>
public sealed class LinkAgainMail() : RegistrationMail(MailKind.LinkAgain)
{
    public override string Name(Words words) => words.Say("Lien renvoyé", "Link resent");

    public override bool IsStillTrue(RegistrationMailState state) => true;

    protected override bool HasTextOfApplication => true;
}
