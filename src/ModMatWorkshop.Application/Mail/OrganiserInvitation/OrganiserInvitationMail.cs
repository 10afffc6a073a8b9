using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Security;
using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Mail;

/// <summary>Invites somebody to set the password of a new account.</summary>
public sealed class OrganiserInvitationMail() : OrganiserMail(MailKind.OrganiserInvitation)
{
    public override string Name(Words words) => words.Say("Invitation à organiser", "Invitation to organise");

    public override TimeSpan? LinkLifetime => OrganiserLinks.InvitationLifetime;

    public override bool IsStillTrue(Organiser organiser) => organiser.PasswordHash is null;
}
