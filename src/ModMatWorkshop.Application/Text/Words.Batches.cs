using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Text;

// Batches: preview and progress. Kinds of batch and results are passed by name.
public sealed partial class Words
{
    private string People(int count) =>
        Say($"{Count(count)} {(count < 2 ? "personne" : "personnes")}", $"{Count(count)} {(count == 1 ? "person" : "people")}");

    private string Count(int count) =>
        count
            .ToString("#,0", System.Globalization.CultureInfo.InvariantCulture)
            .Replace(",", language == Language.English ? "," : "\u202F", StringComparison.Ordinal);

    public string BatchTitle(string kind) =>
        kind switch
        {
            "Confirm" => Say("Confirmer des inscriptions", "Confirm registrations"),
            "Cancel" => Say("Annuler des inscriptions", "Cancel registrations"),
            "Remote" => Say("Passer à distance", "Move to remote"),
            "Offer" => Say("Proposer une place", "Offer a seat"),
            "Link" => Say("Renvoyer le lien personnel", "Resend the personal link"),
            "Message" => Say("Envoyer un message", "Send a message"),
            "Import" => Say("Importer un fichier", "Import a file"),
            "Presence" => Say("Corriger des présences", "Correct attendance"),
            "Accept" => Say("Accepter des candidatures", "Accept applications"),
            "Decline" => Say("Refuser des candidatures", "Decline applications"),
            "DeclineWithStream" => Say("Refuser des candidatures, avec accès au direct", "Decline applications, with access to the stream"),
            "ApproveChange" => Say("Accepter des changements tardifs", "Approve late changes"),
            "RefuseChange" => Say("Refuser des changements tardifs", "Refuse late changes"),
            _ => Say("Annuler une action", "Undo an action"),
        };

    /// <summary>What the action does to each person.</summary>
    public string BatchMeans(string kind) =>
        kind switch
        {
            "Confirm" => Say(
                "Chacun reçoit le courriel de confirmation. Les places sont données dans "
                    + "l’ordre de la liste d’attente, puis des numéros, dans la limite de la salle.",
                "Each person gets the confirmation email. Seats go to the waiting list "
                    + "in order, then by registration number, within the capacity of the room."
            ),
            "Cancel" => Say(
                "Les personnes qui avaient confirmé reçoivent le courriel d’annulation. " + FreedSeatsAreKept,
                "People who had confirmed get the cancellation email. " + FreedSeatsAreKept
            ),
            "Remote" => Say(
                "Chacun garde une place à distance et en est averti. " + FreedSeatsAreKept,
                "Each person keeps a remote place and gets an email. " + FreedSeatsAreKept
            ),
            "Offer" => Say(
                "Une place n’est proposée qu’à la première personne de la liste d’attente.",
                "A seat is offered only to the first person on the waiting list."
            ),
            "Accept" or "Decline" or "DeclineWithStream" => SelectionMeans(kind),
            "ApproveChange" => Say(
                "Ce que chacun a demandé vaut aussitôt, et chacun en est averti par courriel.",
                "What each person asked for counts at once, and each person gets an email."
            ),
            "RefuseChange" => Say(
                "Les inscriptions restent comme elles sont, et chacun en est averti par courriel.",
                "The registrations stay as they are, and each person gets an email."
            ),
            _ => Say("Chacun reçoit à nouveau le courriel avec son lien.", "Each person gets the email with their link again."),
        };

    private string FreedSeatsAreKept =>
        Say(
            "Les places libérées sont gardées dix minutes, le temps de tout défaire ; elles vont ensuite à la liste d’attente.",
            "Freed seats are kept for ten minutes, so that you can undo everything; then they go to the waiting list."
        );

    public string NothingDoneYet(int people) =>
        Say(
            $"{People(people)}. Rien n’est encore fait : voici exactement ce qui se passerait.",
            $"{People(people)}. Nothing has changed yet. This is exactly what would happen."
        );

    public string BatchButton(string kind, int people) =>
        kind switch
        {
            "Confirm" => Say($"Confirmer {People(people)}", $"Confirm {People(people)}"),
            "Cancel" => Say($"Annuler l’inscription de {People(people)}", $"Cancel the registration of {People(people)}"),
            "Remote" => Say($"Passer {People(people)} à distance", $"Move {People(people)} to remote"),
            "Offer" => Say($"Proposer une place à {People(people)}", $"Offer a seat to {People(people)}"),
            "Accept" => Say($"Accepter {People(people)}", $"Accept {People(people)}"),
            "Decline" or "DeclineWithStream" => Say($"Refuser {People(people)}", $"Decline {People(people)}"),
            "ApproveChange" => Say($"Accepter pour {People(people)}", $"Approve for {People(people)}"),
            "RefuseChange" => Say($"Refuser pour {People(people)}", $"Refuse for {People(people)}"),
            _ => Say($"Renvoyer le lien à {People(people)}", $"Resend the link to {People(people)}"),
        };

    public string BatchTouchesNobody => Say("Cela ne changerait rien pour personne.", "This would not change anything for anybody.");

    public string NobodyChosen =>
        Say(
            "Aucune personne n’est choisie. Revenez à la liste et cochez des lignes.",
            "Nobody is selected. Go back to the list and select some rows."
        );

    public string NoSuchAction =>
        Say(
            "Cette action n’existe pas. Revenez à la liste et choisissez-en une.",
            "This action does not exist. Go back to the list and choose one."
        );

    public string NumberHead => Say("N°", "No.");

    public string PersonHead => Say("Personne", "Person");

    public string NowHead => Say("Actuellement", "Now");

    public string ThenHead => Say("Ce qui se passerait", "What would happen");

    public string WhoIsTouched =>
        Say("Les personnes concernées, dans l’ordre de traitement", "The people affected, in the order of processing");

    /// <summary>The status and the place of a registration, for a table cell.</summary>
    public string StandsAs(RegistrationStatus status, Place place, int? rank = null) =>
        status switch
        {
            RegistrationStatus.Cancelled => Say("annulée", "cancelled"),
            RegistrationStatus.Applied or RegistrationStatus.Declined => Status(status),
            RegistrationStatus.Pending => Say($"à confirmer, {PlaceAs(place, rank)}", $"unconfirmed, {PlaceAs(place, rank)}"),
            _ => PlaceAs(place, rank),
        };

    private string PlaceAs(Place place, int? rank) =>
        place switch
        {
            Domain.Registrations.Place.Seat => Say("en salle", "in person"),
            Domain.Registrations.Place.Offer => Say("place proposée", "seat offered"),
            Domain.Registrations.Place.WaitingList => rank is { } at
                ? Say($"{Rank(at)} de la liste d’attente", $"{Rank(at)} on the waiting list")
                : Say("liste d’attente", "waiting list"),
            Domain.Registrations.Place.Remote => Say("à distance", "remote"),
            _ => Say("sans place", "no place"),
        };

    /// <summary>The result for one person, in the preview or after the batch.</summary>
    /// <param name="result">The result of the registration change, by name.</param>
    public string BatchResult(string kind, string result, Place place, int? rank = null) =>
        (kind, result) switch
        {
            ("Confirm", "Done") => Say($"confirmée : {PlaceAs(place, rank)}", $"confirmed: {PlaceAs(place, rank)}"),
            ("Cancel", "Done") => Say("annulée", "cancelled"),
            ("Remote", "Done") => Say("à distance", "remote"),
            ("Offer", "Done") => Say("une place lui est proposée", "a seat is offered"),
            ("Link", "Done") => Say("reçoit son lien", "gets the link"),
            ("Message", "Done") => Say("reçoit le message", "gets the message"),
            ("Accept", "Done" or "Queued") => Say($"acceptée : {PlaceAs(place, rank)}", $"accepted: {PlaceAs(place, rank)}"),
            ("Decline", "Done") => Say("refusée", "declined"),
            ("DeclineWithStream", "Done") => Say("refusée, avec accès au direct", "declined, with access to the stream"),
            ("Accept" or "Decline" or "DeclineWithStream", "NoChange") => Say(
                "déjà décidée ainsi : aucun changement",
                "already decided so: no change"
            ),
            ("Accept" or "Decline" or "DeclineWithStream", "InvalidState") => Say(
                "refusé : pas de candidature confirmée à décider",
                "refused: there is no confirmed application to decide"
            ),
            ("Accept" or "Decline" or "DeclineWithStream", "Conflict") => Say(
                "refusé : quelqu’un en a décidé autrement",
                "refused: somebody has decided otherwise"
            ),
            (_, "NotAccepted") => Say("refusé : la candidature n’est pas acceptée", "refused: the application is not accepted"),
            ("ApproveChange", "Done" or "Queued") => Say($"accepté : {PlaceAs(place, rank)}", $"approved: {PlaceAs(place, rank)}"),
            ("RefuseChange", "Done") => Say("refusé", "refused"),
            ("ApproveChange" or "RefuseChange", "NoChange") => Say("rien n’attend de décision", "nothing waits for a decision"),
            ("Undo", "Done") => Say($"rétablie : {PlaceAs(place, rank)}", $"restored: {PlaceAs(place, rank)}"),
            (_, "Done") => Say("fait", "done"),
            ("Confirm", "NoChange") => Say("déjà confirmée : aucun changement", "already confirmed: no change"),
            ("Cancel", "NoChange") => Say("déjà annulée : aucun changement", "already cancelled: no change"),
            ("Remote", "NoChange") => Say("déjà à distance : aucun changement", "already remote: no change"),
            ("Offer", "NoChange") => place == Domain.Registrations.Place.Offer
                ? Say("déjà proposée : aucun changement", "already offered: no change")
                : Say("a déjà une place : aucun changement", "already has a seat: no change"),
            (_, "NoChange") => Say("rien à changer", "nothing to change"),
            ("Offer", "InvalidState") => Say(
                "refusé : n’est pas sur la liste d’attente, ou n’a pas confirmé",
                "refused: not on the waiting list, or unconfirmed"
            ),
            ("Undo", "InvalidState") => Say("refusé : quelque chose a changé depuis", "refused: something has changed since"),
            (_, "InvalidState") => Say("refusé : l’inscription est annulée", "refused: the registration is cancelled"),
            (_, "OthersFirst") => Say(
                "refusé : d’autres sont avant sur la liste d’attente, et personne n’est dépassé",
                "refused: others are ahead on the waiting list, and nobody may be overtaken"
            ),
            (_, "Full") => Say("refusé : aucune place n’est libre", "refused: no seat is free"),
            (_, "Kept") => Say(
                "refusé : la place libérée est gardée dix minutes, le temps de pouvoir revenir en arrière",
                "refused: the freed seat is kept for ten minutes, so that freeing it can be undone"
            ),
            (_, "TooLate") => Say(
                "refusé : il est trop tard, l’atelier a commencé ou est terminé",
                "refused: too late, the workshop has started or is over"
            ),
            (_, "NotFound") => Say("refusé : cette inscription n’existe plus", "refused: this registration no longer exists"),
            _ => Say("échec : erreur interne ; voir le journal du serveur", "failed: internal error; see the server log"),
        };

    // One batch
    public string Batches => Say("Actions groupées", "Batches");

    public string NoBatchYet => Say("Aucune action groupée pour le moment.", "No batches yet.");

    public string BatchStateName(string state) =>
        state switch
        {
            "Running" => Say("en cours", "running"),
            "Paused" => Say("en pause", "paused"),
            _ => Say("terminée", "finished"),
        };

    public string BatchBegan(string who, string when) => Say($"Commencée par {who}, {when}", $"Started by {who}, {when}");

    public string ProgressLabel => Say("Avancement", "Progress");

    public string ProgressOf(int over, int all) => Say($"{Count(over)} sur {Count(all)}", $"{Count(over)} of {Count(all)}");

    public string DoneCount => Say("faites", "done");

    public string NothingCount => Say("sans changement", "unchanged");

    public string RefusedCount => Say("refusées", "refused");

    public string LeftCount => Say("restantes", "remaining");

    public string Pause => Say("Mettre en pause", "Pause");

    public string Resume => Say("Reprendre", "Resume");

    public string RetryRefused(int count) =>
        Say($"Réessayer : {Count(count)} {(count < 2 ? "refusée" : "refusées")}", $"Retry: {Count(count)} refused");

    public string UndoBatch(int people) => Say($"Défaire pour {People(people)}", $"Undo for {People(people)}");

    public string UndoBatchMeans =>
        Say(
            "Pendant dix minutes, chacun retrouve exactement son siège, son rang et ses réponses. Ensuite, les personnes qui avaient "
                + "une place en retrouvent une s’il en reste, sinon elles passent en fin de liste d’attente. "
                + "Les inscriptions modifiées depuis restent comme elles sont.",
            "For ten minutes, everybody gets back exactly their seat, position and answers. After that, people who had a seat get one "
                + "if any is left; otherwise they join the end of the waiting list. Registrations that have changed since stay as they are."
        );

    public string UndoPresencesMeans =>
        Say(
            "Chaque présence redevient ce qu’elle était avant cette action.",
            "Each attendance record becomes what it was before this batch."
        );

    public string UndoneBy => Say("Cette action a été défaite par", "This action was undone by");

    public string Undoes => Say("Défait", "Undoes");

    public string BatchNumber(long id) => Say($"action n° {id}", $"batch no. {id}");

    public string RefusedCaption => Say("Refusées, et pourquoi", "Refused, and why");

    public string WhyHead => Say("Pourquoi", "Why");

    public string LineHead => Say("Ligne", "Line");

    public string WhatHead => Say("Action", "Action");

    public string WhenHead => Say("Quand", "When");

    public string StateHead => Say("État", "State");

    public string SomebodyErased => Say("inscription effacée", "erased registration");

    public string BatchGoesOn =>
        Say(
            "Vous pouvez fermer cette page : le travail continue, même après un redémarrage.",
            "You can close this page. The batch continues, even after a restart."
        );
}
