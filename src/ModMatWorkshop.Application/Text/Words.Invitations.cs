namespace ModMatWorkshop.Application.Text;

// The links of those who come on the reserve
public sealed partial class Words
{
    public string Invitations => Say("Invitations", "Invitations");

    public string InvitationsLead => Say(
        "Un lien d’invitation puise d’abord dans les places mises de côté pour les intervenants et le comité. Il vaut pour une personne.",
        "An invitation link draws first on the seats set aside for speakers and the committee. It is good for one person.");

    public string ReserveNow(int kept, int left, string until) => kept == 0
        ? Say("Le contenu ne met aucune place de côté (clé reserved de workshop.md) : une invitation n’ouvre pour l’instant que le formulaire.", "The content sets no seat aside (key reserved of workshop.md): for now an invitation opens no more than the form.")
        : left == 0
            ? Say($"Plus aucune des {kept} places mises de côté n’est disponible.", $"None of the {kept} seats set aside is left.")
            : Say($"Il reste {left} des {kept} places mises de côté, jusqu’au {until}.", $"{left} of the {kept} seats set aside are left, until {until}.");

    public string InviteThem => Say("Inviter", "Invite");

    public string InviteGuest => Say("Inviter quelqu’un", "Invite somebody");

    public string GuestName => Say("Pour qui", "For whom");

    public string GuestEmail => Say("Adresse électronique", "E-mail address");

    public string GuestEmailHint => Say("Vide : le lien s’affiche une fois, à transmettre vous-même.", "Empty: the link is shown once, for you to pass on.");

    public string InvitationMade(string guest) => Say($"L’invitation de {guest} est prête.", $"The invitation of {guest} is ready.");

    public string InvitationMailed(string address) => Say($"Un message part à {address}.", $"A mail goes to {address}.");

    public string CopyLink => Say("Copiez ce lien maintenant : il ne sera plus montré.", "Copy this link now: it will not be shown again.");

    public string Revoke => Say("Révoquer", "Revoke");

    public string RevokeFor(string guest) => Say($"Révoquer l’invitation de {guest}", $"Revoke the invitation of {guest}");

    public string Revoked => Say("L’invitation est révoquée : son lien n’ouvre plus la réserve.", "The invitation is revoked: its link no longer opens the reserve.");

    public string InvitedBy(string who) => Say($"– par {who}", $"– by {who}");

    public string UsedBy => Say("Utilisée par", "Used by");

    public string NotUsed => Say("pas encore utilisée", "not used yet");

    public string MailedTo => Say("Envoyée à", "Mailed to");

    public string ByHand => Say("remise en main propre", "handed over");

    public string NoInvitations => Say("Aucune invitation pour l’instant.", "No invitation yet.");

    public string ErasedGuest => Say("(effacé)", "(erased)");

    public string SpeakersToInvite => Say("Intervenants et comité, ni inscrits ni invités", "Speakers and committee, neither registered nor invited");

    public string Speaks => Say("intervient", "speaks");

    public string AllSpeakersAreIn => Say("Intervenants et comité sont tous inscrits ou invités.", "All speakers and the committee are registered or invited.");

    public string InvitePerson(string name) => Say($"Inviter {name}", $"Invite {name}");
}
