using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Text;

// What happened to one person: changes, mails, notes
public sealed partial class Words
{
    public string History => Say("Historique", "History");

    public string NothingHappened => Say("Rien n’a changé depuis l’inscription.", "Nothing has changed since the registration.");

    public string Undo => Say("Annuler cette action", "Undo this");

    public string UndoMeans => Say(
        "Les réponses reviennent, la place aussi si elle est libre et si personne n’est dépassé ; sinon, la personne rejoint la file.",
        "The answers come back, and so does the place if it is free and nobody is overtaken; otherwise the person joins the line.");

    public string BecomesFrom(string before, string after) => Say($"« {before} » → « {after} »", $"“{before}” → “{after}”");

    public string ChangedWhen => Say("Quand", "When");

    public string ChangedBy => Say("Qui", "Who");

    public string ChangedWhat => Say("Quoi", "What");

    public string StatusLabel => Say("État", "State");

    public string PlaceLabel => Say("Place", "Place");

    public string PlaceName(Place place, int? seat) => place switch
    {
        Domain.Registrations.Place.Seat => Say($"siège {seat}", $"seat {seat}"),
        Domain.Registrations.Place.Offer => Say($"siège {seat} proposé", $"seat {seat} offered"),
        Domain.Registrations.Place.WaitingList => Say("file d’attente", "in line"),
        Domain.Registrations.Place.Remote => Say("à distance", "remote"),
        _ => Say("aucune", "none"),
    };

    public string NewAddressLabel => Say("Adresse demandée", "Address asked for");

    /// <param name="actor">As the log names them.</param>
    /// <param name="organiser">The name of the organiser; null for one who has no account any more.</param>
    public string ActorName(string actor, string? organiser) => actor switch
    {
        "participant" => Say("la personne elle-même", "the person"),
        "" => "–",
        _ => organiser ?? Actor(actor),
    };

    /// <summary>What somebody did, out of the log.</summary>
    public string ActionName(string action) => action switch
    {
        "sent the form again" => Say("a renvoyé le formulaire", "sent the form again"),
        "registered" => Say("a refait l’inscription", "registered again"),
        "confirmed" => Say("a confirmé", "confirmed"),
        "asked for a seat" => Say("a demandé une place", "asked for a seat"),
        "follows remotely" => Say("a choisi le suivi à distance", "chose to follow remotely"),
        "accepted the offer" => Say("a accepté la place proposée", "accepted the offer"),
        "cancelled" => Say("a annulé l’inscription", "cancelled"),
        "changed the details" => Say("a modifié les réponses", "changed the answers"),
        "asked for another address" => Say("a demandé une autre adresse", "asked for another address"),
        "took the new address" => Say("a confirmé la nouvelle adresse", "confirmed the new address"),
        "the hold lapsed" => Say("n’a plus gardé la place : délai passé", "no longer kept the place: the time had passed"),
        "the offer lapsed" => Say("a retiré l’offre : délai passé", "withdrew the offer: the time had passed"),
        "offered a seat" => Say("a proposé une place", "offered a seat"),
        "used an invitation" => Say("a utilisé une invitation", "used an invitation"),
        "forgot diet and access needs" => Say("a oublié le régime et les besoins", "forgot diet and needs"),
        "corrected the address" => Say("a corrigé l’adresse", "corrected the address"),
        "reinstated" => Say("a rétabli l’inscription", "reinstated the registration"),
        "gave a seat of the reserve" => Say("a donné une place de la réserve", "gave a seat of the reserve"),
        "undid the last change" => Say("a annulé l’action précédente", "undid the action before"),
        _ => action,
    };

    public string MailsTo => Say("Messages envoyés", "Mails");

    public string NoMails => Say("Aucun message.", "No mail.");

    public string RetryMail => Say("Réessayer", "Try again");

    public string MailStateName(string state) => state switch
    {
        "Waiting" => Say("en attente", "waiting"),
        "Sent" => Say("envoyé", "sent"),
        "Failed" => Say("en échec", "failed"),
        _ => Say("sans objet", "moot"),
    };

    public string Notes => Say("Notes", "Notes");

    public string NoNotes => Say("Aucune note.", "No note.");

    public string NewNote => Say("Nouvelle note", "New note");

    public string NoteHint => Say("Pour les organisateurs. La personne la reçoit si elle demande ses données, et elle s’efface avec elles.", "For the organisers. The person gets it with their data when they ask, and it is erased with them.");

    public string AddNote => Say("Ajouter la note", "Add the note");

    public string DeleteNote => Say("Supprimer la note", "Delete the note");
}
