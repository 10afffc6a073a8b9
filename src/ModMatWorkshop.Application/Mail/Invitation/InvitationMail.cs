using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Security;
using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Addresses;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Mail;

/// <summary>Invites a guest to register with a seat of the reserve.</summary>
public sealed class InvitationMail() : GuestMail(MailKind.Invitation)
{
    public override string Name(Words words) => words.Say("Invitation", "Invitation");

    public override string LinkOf(Invitation invitation, WorkshopLanguages languages, SecretLinks links) =>
        $"{Routes.Register.Path(languages, invitation.Language)}?invitation={links.OfInvitation(invitation.Id)}";
}
