using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Text;

// Work on many registrations: the preview, the progress. A kind of batch, an answer of the desk and a field of a file come by their names.
public sealed partial class Words
{
    private string People(int count) => count == 1 ? Say("1 personne", "1 person") : Say($"{Count(count)} personnes", $"{Count(count)} people");

    private string Count(int count) => count.ToString("#,0", System.Globalization.CultureInfo.InvariantCulture).Replace(",", language == Language.English ? "," : "\u202F", StringComparison.Ordinal);

    public string BatchTitle(string kind) => kind switch
    {
        "Confirm" => Say("Confirmer des inscriptions", "Confirm registrations"),
        "Cancel" => Say("Annuler des inscriptions", "Cancel registrations"),
        "Remote" => Say("Passer à distance", "Move to remote"),
        "Offer" => Say("Proposer une place", "Offer a seat"),
        "Link" => Say("Renvoyer le lien personnel", "Send the personal link again"),
        "Message" => Say("Envoyer un message", "Send a message"),
        "Import" => Say("Importer un fichier", "Import a file"),
        _ => Say("Annuler une action", "Undo an action"),
    };

    /// <summary>What the action means for those to whom it applies.</summary>
    public string BatchMeans(string kind) => kind switch
    {
        "Confirm" => Say("Chacun reçoit le courriel de confirmation. Les places sont données dans l’ordre de la file, puis des numéros ; la limite de la salle tient.", "Each gets the mail of confirmation. Seats go by the line, then by number; the limit of the room holds."),
        "Cancel" => Say("Qui avait confirmé reçoit le courriel d’annulation. Les places libérées sont aussitôt proposées à la file.", "Who had confirmed gets the mail of cancellation. Seats that are freed are offered to the line at once."),
        "Remote" => Say("Chacun garde une place à distance et en est averti. Les places libérées sont aussitôt proposées à la file.", "Each keeps a remote place and is told so. Seats that are freed are offered to the line at once."),
        "Offer" => Say("Une place se propose à la première personne de la file, jamais à quelqu’un derrière.", "A seat is offered to the first in line, never to somebody behind."),
        _ => Say("Chacun reçoit à nouveau le courriel avec son lien.", "Each gets the mail with their link once more."),
    };

    public string NothingDoneYet(int people) => Say($"{People(people)}. Rien n’est encore fait : voici exactement ce qui se passerait.", $"{People(people)}. Nothing has been done yet: this is exactly what would happen.");

    public string BatchButton(string kind, int people) => kind switch
    {
        "Confirm" => Say($"Confirmer {People(people)}", $"Confirm {People(people)}"),
        "Cancel" => Say($"Annuler l’inscription de {People(people)}", $"Cancel the registration of {People(people)}"),
        "Remote" => Say($"Passer {People(people)} à distance", $"Move {People(people)} to remote"),
        "Offer" => Say($"Proposer une place à {People(people)}", $"Offer a seat to {People(people)}"),
        _ => Say($"Renvoyer le lien à {People(people)}", $"Send the link to {People(people)}"),
    };

    public string BatchTouchesNobody => Say("Cela ne changerait rien pour personne.", "It would change nothing for anybody.");

    public string NobodyChosen => Say("Personne n’est choisi. Revenez à la liste et cochez des lignes.", "Nobody is chosen. Go back to the list and tick some rows.");

    public string NoSuchAction => Say("Cette action n’existe pas. Revenez à la liste et choisissez-en une.", "There is no such action. Go back to the list and choose one.");

    public string NumberHead => Say("N°", "No.");

    public string PersonHead => Say("Personne", "Person");

    public string NowHead => Say("Aujourd’hui", "Today");

    public string ThenHead => Say("Ce qui se passerait", "What would happen");

    public string WhoIsTouched => Say("Les personnes touchées, dans l’ordre où elles le seraient", "Those who would be touched, in the order in which they would be");

    /// <summary>How a registration stands, in two words.</summary>
    public string StandsAs(RegistrationStatus status, Place place, int? rank = null) => status switch
    {
        RegistrationStatus.Cancelled => Say("annulée", "cancelled"),
        RegistrationStatus.Pending => Say($"à confirmer, {PlaceAs(place, rank)}", $"to be confirmed, {PlaceAs(place, rank)}"),
        _ => PlaceAs(place, rank),
    };

    private string PlaceAs(Place place, int? rank) => place switch
    {
        Domain.Registrations.Place.Seat => Say("en salle", "in the room"),
        Domain.Registrations.Place.Offer => Say("place proposée", "seat offered"),
        Domain.Registrations.Place.WaitingList => rank is { } at ? Say($"{Rank(at)} dans la file", $"{Rank(at)} in line") : Say("en file", "in line"),
        Domain.Registrations.Place.Remote => Say("à distance", "remote"),
        _ => Say("sans place", "no place"),
    };

    /// <summary>What would happen to one person, or what has happened.</summary>
    /// <param name="answer">Of the desk.</param>
    public string Comes(string kind, string answer, Place place, int? rank = null, int ahead = 0) => (kind, answer) switch
    {
        ("Confirm", "Done") => Say($"confirmée : {PlaceAs(place, rank)}", $"confirmed: {PlaceAs(place, rank)}"),
        ("Cancel", "Done") => Say("annulée", "cancelled"),
        ("Remote", "Done") => Say("à distance", "remote"),
        ("Offer", "Done") => Say("une place lui est proposée", "a seat is offered"),
        ("Link", "Done") => Say("reçoit son lien", "gets the link"),
        ("Message", "Done") => Say("reçoit le message", "gets the message"),
        ("Undo", "Done") => Say($"rétablie : {PlaceAs(place, rank)}", $"brought back: {PlaceAs(place, rank)}"),
        (_, "Done") => Say("fait", "done"),
        ("Confirm", "NoChange") => Say("déjà confirmée : rien", "already confirmed: nothing"),
        ("Cancel", "NoChange") => Say("déjà annulée : rien", "already cancelled: nothing"),
        ("Remote", "NoChange") => Say("déjà à distance : rien", "already remote: nothing"),
        ("Offer", "NoChange") => place == Domain.Registrations.Place.Offer ? Say("déjà proposée : rien", "already offered: nothing") : Say("a déjà une place : rien", "has a seat already: nothing"),
        (_, "NoChange") => Say("rien à changer", "nothing to change"),
        ("Offer", "InvalidState") => Say("refusé : n’est pas dans la file d’attente, ou n’a pas confirmé", "refused: not in line, or not confirmed"),
        ("Offer", "OthersFirst") when ahead > 0 => Say($"refusé : {People(ahead)} devant dans la file, et personne n’est dépassé", $"refused: {People(ahead)} ahead in line, and nobody is overtaken"),
        ("Undo", "InvalidState") => Say("refusé : quelque chose a changé depuis", "refused: something has changed since"),
        (_, "InvalidState") => Say("refusé : l’inscription est annulée", "refused: the registration is cancelled"),
        (_, "OthersFirst") => Say("refusé : d’autres sont devant dans la file, et personne n’est dépassé", "refused: others are ahead in line, and nobody is overtaken"),
        (_, "Full") => Say("refusé : aucune place n’est libre", "refused: no seat is free"),
        (_, "TooLate") => Say("refusé : il est trop tard, l’atelier a commencé ou est terminé", "refused: it is too late, the workshop has begun or is over"),
        (_, "NotFound") => Say("refusé : cette inscription n’existe plus", "refused: this registration is no more"),
        _ => Say("échec de notre fait ; le journal du serveur en dit la cause", "a fault of ours; the log of the server says why"),
    };

    // The batch itself
    public string Batches => Say("Actions groupées", "Bulk actions");

    public string NoBatchYet => Say("Aucune action groupée pour le moment.", "No bulk action yet.");

    public string BatchStateName(string state) => state switch
    {
        "Running" => Say("en cours", "running"),
        "Paused" => Say("en pause", "paused"),
        _ => Say("terminée", "finished"),
    };

    public string BatchBegan(string who, string when) => Say($"Commencée par {who}, {when}", $"Begun by {who}, {when}");

    public string ProgressLabel => Say("Avancement", "Progress");

    public string ProgressOf(int over, int all) => Say($"{Count(over)} sur {Count(all)}", $"{Count(over)} of {Count(all)}");

    public string DoneCount => Say("faites", "done");

    public string NothingCount => Say("sans changement", "unchanged");

    public string RefusedCount => Say("refusées", "refused");

    public string LeftCount => Say("restent", "left");

    public string Pause => Say("Mettre en pause", "Pause");

    public string Resume => Say("Reprendre", "Resume");

    public string RetryRefused(int count) => Say($"Réessayer : {Count(count)} refusées", $"Try again: {Count(count)} refused");

    public string UndoBatch(int people) => Say($"Défaire pour {People(people)}", $"Undo for {People(people)}");

    public string UndoBatchMeans => Say(
        "Qui avait une place en retrouve une s’il en reste, sinon entre en fin de file ; qui attendait retrouve son rang. Ceux dont l’inscription a changé depuis restent comme ils sont.",
        "Who had a seat gets one if any is left, and joins the end of the line otherwise; who was in line comes back to their place. Those whose registration has changed since stay as they are.");

    public string UndoneBy => Say("Cette action a été défaite par", "This action was undone by");

    public string Undoes => Say("Défait", "Undoes");

    public string BatchNumber(long id) => Say($"action n° {id}", $"action no. {id}");

    public string RefusedCaption => Say("Refusées, et pourquoi", "Refused, and why");

    public string WhyHead => Say("Pourquoi", "Why");

    public string LineHead => Say("Ligne", "Line");

    public string WhatHead => Say("Action", "Action");

    public string WhenHead => Say("Quand", "When");

    public string StateHead => Say("État", "State");

    public string SomebodyErased => Say("inscription effacée", "erased registration");

    public string BatchGoesOn => Say("Vous pouvez fermer cette page : le travail continue, même après un redémarrage.", "You can close this page: the work goes on, also after a restart.");
}
