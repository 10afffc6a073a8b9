using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Text;

// Check-in. The texts are short, because helpers have little time. French says "arrivée" to avoid gendered forms.
public sealed partial class Words
{
    public string CheckIn => Say("Arrivées", "Check-in");

    public string NoHalfDayForCheckIn => Say("Le programme n’a aucune demi-journée.", "The programme has no half-days.");

    public string CheckInHalfDay => Say("Demi-journée", "Half-day");

    public string OfExpected(int present, int expected) =>
        Say($"{(present < 2 ? "arrivée" : "arrivées")} sur {expected}", $"of {expected} checked in");

    public string CheckInSearch => Say("Nom, affiliation ou numéro du billet", "Name, affiliation or ticket code");

    public string Find => Say("Chercher", "Search");

    public string CheckInSearchResults(int found, bool isCut) =>
        found == 0 ? Say("Personne de ce nom", "Nobody with that name")
        : isCut ? Say($"Les {found} premiers résultats : précisez le nom", $"First {found} results: type more of the name")
        : Say(found == 1 ? "1 résultat" : $"{found} résultats", found == 1 ? "1 result" : $"{found} results");

    public string CheckInWholeList => Say("Toute la liste", "Full list");

    public string CheckInList => Say("Chercher un nom", "Search by name");

    public string NotArrivedYet(int people) =>
        people == 0 ? Say("Tout le monde est là", "Everybody has arrived") : Say("Encore attendus", "Not arrived yet");

    public string NobodyExpected => Say("Personne n’est attendu en salle", "Nobody is expected in the room");

    public string AlreadyArrived => Say("Déjà là", "Checked in");

    public string CheckInWalkIn => Say("Sans inscription", "Not registered");

    // Buttons
    public string Arrived => Say("Arrivée", "Arrived");

    public string NoteArrival => Say("Noter l’arrivée", "Check in");

    public string ConfirmAndNote => Say("Confirmer et noter l’arrivée", "Confirm and check in");

    public string TakeOfferAndNote => Say("Donner la place proposée", "Give the offered seat");

    public string GiveFreeSeat => Say("Donner une place libre", "Give a free seat");

    public string UndoArrival => Say("Annuler", "Undo");

    public string See => Say("Voir", "See");

    public string NextCheckIn => Say("Suivant", "Next");

    // The state of one person
    /// <summary>Bypasses Say, which would widen the spaces in the time.</summary>
    public string ArrivedAt(string hour) => $"{Arrived}, {hour}";

    public string HourOf(DateTimeOffset instant, TimeZoneInfo zone) =>
        Hour(TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime));

    public string ArrivalUndone => Say(" : arrivée annulée", ": check-in undone");

    public string CheckInStateName(CheckInState state, Place place) =>
        state switch
        {
            CheckInState.Cancelled => Say("Inscription annulée", "Registration cancelled"),
            CheckInState.Unconfirmed => Say("Place à confirmer", "Seat unconfirmed"),
            CheckInState.NotAccepted => NotAccepted,
            CheckInState.Offered => Say("Place proposée", "Seat offered"),
            CheckInState.NoSeat => place == Domain.Registrations.Place.WaitingList
                ? Say("Liste d’attente", "Waiting list")
                : Say("À distance", "Remote"),
            _ => Say("Place en salle", "Has a seat"),
        };

    public string CheckInWithoutSeat(int? rank) =>
        rank is { } place
            ? Say($"À distance, {Rank(place)} de la liste d’attente", $"Remote, {Rank(place)} on the waiting list")
            : Say("À distance", "Remote");

    public string FirstTimeHere => Say("Première fois ici", "First time here");

    public string HereBefore(string halfDays) => Say($"Déjà ici : {halfDays}", $"Here before: {halfDays}");

    public string NotExpectedNow => Say("Pas attendu cette demi-journée", "Not expected this half-day");

    // The free seats
    public string SeatsAtDesk(int free, int waiting) =>
        (free == 0 ? Say("Aucune place libre", "No seat is free") : Some(free, "place libre", "places libres", "free seat", "free seats"))
        + (
            waiting == 0
                ? "."
                : $", {Say($"{Some(waiting, "personne", "personnes", "", "")} en liste d’attente.", $"{waiting} on the waiting list.")}"
        );

    public string SeatKeptAtDesk =>
        Say("Une place qu’un organisateur vient de libérer est gardée jusqu’à", "A seat that an organiser has just freed is kept until");

    public string CallInOrder => Say("Appelez dans l’ordre", "Call in order");

    public string HereGiveSeat => Say("Est là", "Is here");

    public string NotThereGiveSeat => Say("Pas là : donner la place", "Not here: give the seat");

    public string AreTheyHere(int people) =>
        people == 1
            ? Say("1 personne avant : est-elle là ?", "1 person ahead: are they here?")
            : Say($"{people} personnes avant : sont-elles là ?", $"{people} people ahead: are they here?");

    /// <param name="keptUntil">The hour until which the freed seat is kept; empty for none.</param>
    public string SeatAtDesk(DeskSeat seat, string keptUntil) =>
        seat.Result switch
        {
            ChangeResult.Done => Say("Une place est libre", "A seat is free"),
            ChangeResult.OthersFirst => Say("Une place est libre, d’autres sont avant", "A seat is free, others come first"),
            ChangeResult.Kept => $"{SeatKeptAtDesk} {keptUntil}",
            ChangeResult.TooLate => Say("L’atelier est terminé", "The workshop is over"),
            _ => Say("Aucune place libre", "No seat is free"),
        };

    public string AskAnOrganiser => Say("Un organisateur peut la rétablir", "An organiser can reinstate it");

    public string TooManyCodes =>
        Say(
            "Trop de numéros inconnus : cherchez par le nom, ou attendez un peu.",
            "Too many unknown codes: search by name, or wait a little."
        );

    public string UnknownTicket => Say("Billet inconnu", "Unknown ticket");

    public string UnknownTicketLead =>
        Say("Il a été effacé, ou vient d’un autre atelier.", "It was erased, or belongs to another workshop.");

    /// <summary>Why a check-in was refused, by the key in the redirect; null for an unknown key.</summary>
    public string? CheckInNotPossible(string? key) =>
        key switch
        {
            "noseat" => Say(
                "Cette personne n’a pas encore de place : l’arrivée n’est pas notée.",
                "This person has not been given a seat yet: not checked in."
            ),
            "full" => Say("La dernière place vient de partir.", "The last seat has just been taken."),
            "kept" => Say(
                "Un organisateur vient de libérer cette place : elle est encore gardée.",
                "An organiser has just freed this seat: it is still kept."
            ),
            "othersfirst" => Say("Les places libres reviennent à la liste d’attente.", "The free seats go to the waiting list first."),
            "toolate" => Say("L’atelier est terminé.", "The workshop is over."),
            _ => null,
        };

    // Actions not sent yet
    public string CheckInIsPending => Say("À envoyer", "Not sent yet");

    public string OneCheckInUnsent => Say("Sans réseau : 1 action attend d’être envoyée.", "No network: 1 action waiting to be sent.");

    /// <summary>The script replaces # by the number.</summary>
    public string CheckInsUnsent => Say("Sans réseau : # actions attendent d’être envoyées.", "No network: # actions waiting to be sent.");

    public string CheckInsKept => Say("Session terminée. Vos actions sont gardées.", "You are signed out. Your actions are kept.");

    public string BackIn => Say("Se reconnecter", "Sign in again");

    public string CheckInRejected =>
        Say(
            "Une action gardée a été refusée : la personne n’a pas encore de place.",
            "A saved action was refused: the person has not been given a seat yet."
        );
}
