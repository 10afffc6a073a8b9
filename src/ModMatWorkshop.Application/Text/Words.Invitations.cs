using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Text;

// Invitation links, which use the reserved seats
public sealed partial class Words
{
    public string Invitations => Say("Invitations", "Invitations");

    public string InvitationsLead =>
        Say(
            "Un lien d’invitation puise d’abord dans les places mises de "
                + "côté pour les intervenants et le comité. Il vaut pour une personne.",
            "An invitation link first uses the seats reserved for speakers and the committee. It is valid for one person."
        );

    public string ReserveNow(int kept, int left, string until) =>
        kept == 0
            ? Say(
                "Le contenu ne met aucune place de côté (clé reserved de workshop.md) : "
                    + "une invitation n’ouvre pour l’instant que le formulaire.",
                "The content reserves no seats (key reserved in workshop.md): for now, an invitation only opens the form."
            )
        : left == 0
            ? Say(
                kept == 1
                    ? "La place mise de côté n’est plus disponible."
                    : $"Plus aucune des {kept} places mises de côté n’est disponible.",
                kept == 1 ? "The reserved seat is not left." : $"None of the {kept} reserved seats is left."
            )
        : Say(
            kept == 1
                ? $"La place mise de côté reste disponible, jusqu’au {until}."
                : $"Il reste {left} des {kept} places mises de côté, jusqu’au {until}.",
            kept == 1
                ? $"The reserved seat is left, until {until}."
                : $"{left} of the {kept} reserved seats {(left == 1 ? "is" : "are")} left, until {until}."
        );

    public string InviteThem => Say("Inviter", "Invite");

    public string InviteGuest => Say("Inviter quelqu’un", "Invite somebody");

    public string GuestName => Say("Nom de la personne", "Name of the guest");

    public string GuestEmail => Say("Adresse électronique", "Email address");

    public string GuestEmailHint =>
        Say(
            "Si ce champ est vide, le lien s’affiche une fois ; à vous de le transmettre.",
            "If you leave this empty, the link is shown once, for you to pass on."
        );

    public string InvitationMade(string guest) => Say($"L’invitation de {guest} est prête.", $"The invitation for {guest} is ready.");

    public string InvitationMailed(string address) => Say($"Un message part à {address}.", $"An email is on its way to {address}.");

    public string CopyLink => Say("Copiez ce lien maintenant : il ne sera plus montré.", "Copy this link now: it will not be shown again.");

    public string Revoke => Say("Révoquer", "Revoke");

    public string RevokeFor(string guest) => Say($"Révoquer l’invitation de {guest}", $"Revoke the invitation for {guest}");

    public string Revoked =>
        Say(
            "L’invitation est révoquée : son lien ne donne plus droit à une place réservée.",
            "The invitation is revoked: its link no longer gives a reserved seat."
        );

    public string InvitedBy(string who) => Say($"– par {who}", $"– by {who}");

    public string UsedBy => Say("Utilisée par", "Used by");

    public string NotUsed => Say("pas encore utilisée", "not used yet");

    public string MailedTo => Say("Envoyée à", "Emailed to");

    public string ByHand => Say("personne : lien à transmettre", "nobody: a link to pass on");

    public string NoInvitations => Say("Aucune invitation pour l’instant.", "No invitations yet.");

    public string ErasedGuest => Say("(effacé)", "(erased)");

    public string SpeakersToInvite =>
        Say("Intervenants et comité, ni inscrits ni invités", "Speakers and committee members not yet registered or invited");

    public string Speaks => Say("intervient", "speaker");

    public string AllSpeakersAreIn =>
        Say("Intervenants et comité sont tous inscrits ou invités.", "All speakers and committee members are registered or invited.");

    // For the guest: on the page behind the link and in the mail
    public string InvitedAs(Role role) =>
        role switch
        {
            Role.Organiser => Say(
                "Nous vous invitons comme membre du comité d’organisation.",
                "You are invited as a member of the organising committee."
            ),
            Role.Poster => Say("Nous vous invitons pour votre poster :", "You are invited to present a poster:"),
            _ => Say("Nous vous invitons pour votre exposé :", "You are invited as a speaker:"),
        };

    /// <summary>The whole sentence in plain text, with the title of a talk or poster.</summary>
    public string InvitedAs(Part part) =>
        part.Title is null ? InvitedAs(part.Role) : $"{InvitedAs(part.Role)} {QuoteOpens}{part.Title}{QuoteCloses}.";

    public string InvitePerson(string name) => Say($"Inviter {name}", $"Invite {name}");
}
