using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Text;

// The queue of mails
public sealed partial class Words
{
    public string OutboxStateName(MailState state) => state switch
    {
        MailState.Waiting => Say("en attente", "waiting"),
        MailState.Sent => Say("parti", "sent"),
        MailState.Failed => Say("en échec", "failed"),
        _ => Say("sans objet", "moot"),
    };

    public string MailStates(MailState state) => state switch
    {
        MailState.Sent => Say("partis", "sent"),
        _ => OutboxStateName(state),
    };

    public string MailKindName(MailKind kind) => kind switch
    {
        MailKind.ConfirmAddress => Say("Confirmez votre inscription", "Confirm your registration"),
        MailKind.Confirmed => Say("Inscription confirmée", "Registration confirmed"),
        MailKind.WaitingList => Say("En file d’attente", "In line for a seat"),
        MailKind.Offer => Say("Une place proposée", "A seat offered"),
        MailKind.OfferLapsed => Say("Proposition échue", "Offer lapsed"),
        MailKind.SwitchedToSeat => Say("Passage en salle", "Into the room"),
        MailKind.SwitchedToRemote => Say("Passage à distance", "To remote"),
        MailKind.Cancelled => Say("Inscription annulée", "Registration cancelled"),
        MailKind.LinkAgain => Say("Le lien, à nouveau", "The link again"),
        MailKind.ConfirmNewAddress => Say("Nouvelle adresse à confirmer", "New address to confirm"),
        MailKind.Reminder => Say("Rappel", "Reminder"),
        MailKind.Eve => Say("La veille", "The eve"),
        MailKind.Message => Say("Message des organisateurs", "Message of the organisers"),
        MailKind.Invitation => Say("Invitation", "Invitation"),
        MailKind.OrganiserInvitation => Say("Invitation à organiser", "Invitation to organise"),
        MailKind.PasswordReset => Say("Nouveau mot de passe", "New password"),
        MailKind.PasswordChanged => Say("Mot de passe changé", "Password changed"),
        MailKind.SecondFactorChanged => Say("Second facteur changé", "Second factor changed"),
        MailKind.NewSignIn => Say("Nouvelle connexion", "New sign-in"),
        _ => kind.ToString(),
    };

    public string Retried(int count) => count == 0
        ? Say("Aucun courriel en échec à relancer.", "There was no failed mail to try again.")
        : Some(count, "courriel est relancé.", "courriels sont relancés.", "mail is tried again.", "mails are tried again.");

    public string MailsCount(int count) => Some(count, "courriel", "courriels", "mail", "mails");

    public string MailOfAccount => Say("Ce courriel concerne un compte d’organisation : seule la personne à qui il est destiné le lit.", "This mail is about an organiser’s account: only its recipient reads it.");

    public string NoMailMatches => Say("Aucun courriel ne correspond.", "No mail matches.");

    public string StateLabel => Say("État", "State");

    public string MailKindLabel => Say("Courriel", "Mail");

    public string ToWhom => Say("À", "To");

    public string ErasedPerson => Say("personne effacée", "erased person");

    public string CreatedColumn => Say("Écrit", "Written");

    public string SentColumn => Say("Parti", "Sent");

    public string SentOrNext => Say("Parti, ou prochain essai", "Sent, or next try");

    public string NextTryColumn => Say("Prochain essai", "Next try");

    public string NextTry(string when) => Say($"essai {when}", $"try {when}");

    public string TriesColumn => Say("Essais", "Tries");

    public string Retry => Say("Réessayer", "Try again");

    public string RetryOne(string name) => Say($"Réessayer le courriel à {name}", $"Try the mail to {name} again");

    public string RetryAll(int count) => Say($"Réessayer les {count} en échec", $"Try the {count} failed ones again");

    public string AsWrittenNow => Say("Tel qu’il serait écrit maintenant", "As it would be written now");

    public string ToAddress => Say("À", "To");

    public string SubjectLabel => Say("Objet", "Subject");

    public string AttachmentsLabel => Say("Pièces jointes", "Attachments");

    public string LinksAreMasked => Say("Le lien personnel est masqué : il est le compte du participant.", "The personal link is masked: it is the participant’s account.");

    public string WouldNotBeWritten => Say("Il ne serait plus écrit : ce qu’il dirait n’est plus vrai, ou la personne a été effacée.", "It would not be written any more: what it says is no longer so, or the person has been erased.");

    public string BackToMail => Say("Tous les courriels", "All mails");
}
