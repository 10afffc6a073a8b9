using ModMatWorkshop.Domain.Call;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Text;

// The history of one person: changes, emails, notes
public sealed partial class Words
{
    public string History => Say("Historique", "History");

    public string NothingHappened => Say("Rien n’a changé depuis l’inscription.", "Nothing has changed since registration.");

    public string Undo => Say("Annuler cette action", "Undo this action");

    public string UndoMeans =>
        Say(
            "Les réponses sont rétablies. Une place libérée il y a moins de dix minutes par un organisateur est rendue telle quelle ; "
                + "plus tard, si elle est libre et si personne n’est dépassé. Sinon, la personne rejoint la liste d’attente.",
            "The answers are restored. A place that an organiser freed less than ten minutes ago comes back exactly; "
                + "later, if it is free and nobody is overtaken. Otherwise the person joins the waiting list."
        );

    /// <summary>Said instead of an answer that was withdrawn or replaced.</summary>
    public string WithdrawnAnswer => Say("réponse retirée, non conservée", "withdrawn answer, not kept");

    /// <param name="fields">The labels of the fields.</param>
    public string UndoLeavesWithdrawn(IEnumerable<string> fields) =>
        Say(
            $"Ce qui a été retiré n’est pas conservé et ne revient pas : {string.Join(", ", fields)}.",
            $"What was withdrawn is not kept and does not come back: {string.Join(", ", fields)}."
        );

    public string BecomesFrom(string before, string after) => Say($"« {before} » → « {after} »", $"“{before}” → “{after}”");

    public string ChangedWhen => Say("Quand", "When");

    public string ChangedBy => Say("Qui", "Who");

    public string ChangedWhat => Say("Quoi", "What");

    public string StatusLabel => Say("État", "State");

    public string PlaceLabel => Say("Place", "Place");

    public string PlaceName(Place place, int? seat) =>
        place switch
        {
            Domain.Registrations.Place.Seat => Say($"siège {seat}", $"seat {seat}"),
            Domain.Registrations.Place.Offer => Say($"siège {seat} proposé", $"seat {seat} offered"),
            Domain.Registrations.Place.WaitingList => Say("liste d’attente", "waiting list"),
            Domain.Registrations.Place.Remote => Say("à distance", "remote"),
            _ => Say("aucune", "none"),
        };

    public string NewAddressLabel => Say("Adresse demandée", "Requested address");

    /// <param name="actor">As in the audit log.</param>
    /// <param name="organiser">The organiser's name; null when the account has been deleted.</param>
    public string ActorName(string actor, string? organiser) =>
        actor switch
        {
            "participant" => Say("la personne elle-même", "the participant"),
            "author" => Say("l’auteur du résumé", "the author of the abstract"),
            "" => "–",
            _ => organiser ?? Actor(actor),
        };

    /// <summary>An audit log action, in words.</summary>
    public string ActionName(string action) =>
        action switch
        {
            "submitted the form again" => Say("a renvoyé le formulaire", "submitted the form again"),
            "registered" => Say("a refait l’inscription", "registered again"),
            "confirmed" => Say("a confirmé", "confirmed"),
            "requested a seat" => Say("a demandé une place", "requested a seat"),
            "switched to remote" => Say("a choisi le suivi à distance", "switched to remote"),
            "accepted the offer" => Say("a accepté la place proposée", "accepted the offer"),
            "cancelled" => Say("a annulé l’inscription", "cancelled"),
            "changed the details" => Say("a modifié les réponses", "changed the answers"),
            "requested a new address" => Say("a demandé une autre adresse", "requested a new address"),
            "stopped the change of address" => Say("a gardé son ancienne adresse", "kept the previous address"),
            "confirmed the new address" => Say("a confirmé la nouvelle adresse", "confirmed the new address"),
            "the hold lapsed" => Say("n’a plus gardé la place : délai dépassé", "released the seat: the hold had expired"),
            "the offer lapsed" => Say("a retiré la proposition : délai dépassé", "withdrew the offer: it had expired"),
            "offered a seat" => Say("a proposé une place", "offered a seat"),
            "used an invitation" => Say("a utilisé une invitation", "used an invitation"),
            "put down for an added half-day" => Say("a inscrit à une demi-journée ajoutée", "put down for an added half-day"),
            "erased answers that were due" => Say("a effacé les réponses échues", "erased answers that were due"),
            "erased diet and access needs" => Say("a effacé le régime et les besoins", "erased diet and access needs"),
            "corrected the address" => Say("a corrigé l’adresse", "corrected the address"),
            "reinstated" => Say("a rétabli l’inscription", "reinstated the registration"),
            "changed by an import" => Say("a modifié les réponses par un import", "changed the answers by an import"),
            "gave a seat at check-in" => Say("a donné une place à l’accueil", "gave a seat at check-in"),
            PresenterRegistrationRules.RegisteredAction => Say("s’est inscrit pour présenter un travail", "registered as a presenter"),
            PresenterRegistrationRules.LeftAction => Say("ne présente plus de travail", "does not present any more"),
            "gave a reserved seat" => Say("a donné une place de la réserve", "gave a reserved seat"),
            "revoked an invitation" => Say("a révoqué l’invitation", "revoked the invitation"),
            "confirmed a role" => Say("a confirmé un rôle", "confirmed a role"),
            "refused a role" => Say("a refusé ou retiré un rôle", "refused or withdrew a role"),
            "undid the last change" => Say("a annulé l’action précédente", "undid the previous action"),
            _ => action,
        };

    public string MailsTo => Say("Messages envoyés", "Emails");

    public string NoMails => Say("Aucun message.", "No emails.");

    public string RetryMail => Say("Réessayer", "Retry");

    public string MailStateName(string state) =>
        state switch
        {
            "Waiting" => Say("en attente", "waiting"),
            "Sent" => Say("envoyé", "sent"),
            "Failed" => Say("en échec", "failed"),
            _ => Say("sans objet", "not needed"),
        };

    public string Notes => Say("Notes", "Notes");

    public string NoNotes => Say("Aucune note.", "No notes.");

    public string NewNote => Say("Nouvelle note", "New note");

    public string NoteHint =>
        Say(
            "Pour les organisateurs. La personne la reçoit si elle demande ses données, et la note est effacée avec elles.",
            "For the organisers. The person receives it if they request their data, and it is erased with their data."
        );

    public string AddNote => Say("Ajouter la note", "Add note");

    public string DeleteNote => Say("Supprimer la note", "Delete note");
}
