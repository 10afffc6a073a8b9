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

    public string CheckInSearch => Say("Nom ou affiliation", "Name or affiliation");

    public string Find => Say("Chercher", "Search");

    public string CheckInSearchResults(int found, bool isCut) =>
        found == 0 ? Say("Personne de ce nom", "Nobody with that name")
        : isCut ? Say($"Les {found} premiers résultats : précisez le nom", $"First {found} results: type more of the name")
        : Say(found == 1 ? "1 résultat" : $"{found} résultats", found == 1 ? "1 result" : $"{found} results");

    public string CheckInWholeList => Say("Toute la liste", "Full list");

    public string CheckInList => Say("Chercher un nom", "Search by name");

    public string NotArrivedYet(int people) =>
        people == 0 ? Say("Tout le monde est là", "Everybody has arrived") : Say("Encore attendus", "Not arrived yet");

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

    public string NoSeatIsFree => Say("Aucune place libre", "No seat is free");

    public string AskAnOrganiser => Say("Un organisateur peut la rétablir", "An organiser can reinstate it");

    public string UnknownTicket => Say("Billet inconnu", "Unknown ticket");

    public string UnknownTicketLead =>
        Say("Il a été effacé, ou vient d’un autre atelier.", "It was erased, or belongs to another workshop.");

    /// <summary>Why a check-in was refused, by the key in the redirect; null for an unknown key.</summary>
    public string? CheckInNotPossible(string? key) =>
        key switch
        {
            "noseat" => Say("Pas de place en salle : l’arrivée n’est pas notée.", "No seat: not checked in."),
            "full" => Say("La dernière place vient de partir.", "The last seat has just been taken."),
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
        Say("Une action gardée a été refusée : la personne n’a pas de place.", "A saved action was refused: the person has no seat.");
}
