using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Mail;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Text;

// The outbox
public sealed partial class Words
{
    public string OutboxStateName(MailState state) =>
        state switch
        {
            MailState.Waiting => Say("en attente", "waiting"),
            MailState.Sent => Say("parti", "sent"),
            MailState.Failed => Say("en échec", "failed"),
            _ => Say("sans objet", "not needed"),
        };

    public string MailStates(MailState state) =>
        state switch
        {
            MailState.Sent => Say("partis", "sent"),
            _ => OutboxStateName(state),
        };

    public string MailKindName(MailKind kind) => MailList.Find(kind)?.Name(this) ?? kind.ToString();

    public string Retried(int count) =>
        count == 0
            ? Say("Aucun courriel en échec à relancer.", "There were no failed emails to retry.")
            : Some(count, "courriel est relancé.", "courriels sont relancés.", "email is being retried.", "emails are being retried.");

    public string MailsCount(int count) => Some(count, "courriel", "courriels", "email", "emails");

    public string MailOfAccount =>
        Say(
            "Ce courriel concerne un compte d’organisation : seule la personne à qui il est destiné le lit.",
            "This email is about an organiser account: only its recipient can read it."
        );

    public string NoMailMatches => Say("Aucun courriel ne correspond.", "No email matches.");

    public string StateLabel => Say("État", "State");

    public string MailKindLabel => Say("Courriel", "Email");

    public string ToWhom => Say("À", "To");

    public string ErasedPerson => Say("personne effacée", "erased person");

    public string CreatedColumn => Say("Écrit", "Created");

    public string SentColumn => Say("Parti", "Sent");

    public string SentOrNext => Say("Parti, ou prochain essai", "Sent, or next attempt");

    public string NextTryColumn => Say("Prochain essai", "Next attempt");

    public string NextTry(string when) => Say($"essai {when}", $"attempt {when}");

    public string TriesColumn => Say("Essais", "Attempts");

    public string Retry => Say("Réessayer", "Retry");

    public string RetryOne(string name) => Say($"Réessayer le courriel à {name}", $"Retry the email to {name}");

    public string RetryAll(int count) =>
        count == 1
            ? Say("Réessayer le courriel en échec", "Retry the failed email")
            : Say($"Réessayer les {count} en échec", $"Retry the {count} failed emails");

    public string AsWrittenNow => Say("Tel qu’il serait écrit maintenant", "As it would be written now");

    public string ToAddress => Say("À", "To");

    public string SubjectLabel => Say("Objet", "Subject");

    public string AttachmentsLabel => Say("Pièces jointes", "Attachments");

    public string LinksAreMasked =>
        Say("Le lien personnel est masqué : il ouvre l’inscription.", "The personal link is masked, because it opens the registration.");

    public string WouldNotBeWritten =>
        Say(
            "Ce courriel ne serait plus écrit : ce qu’il dirait n’est plus vrai, ou la personne a été effacée.",
            "This email would no longer be written: what it says is out of date, or the person has been erased."
        );

    public string BackToMail => Say("Tous les courriels", "All emails");
}
