using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Text;

// The door. Few words: they are read standing, in a hurry. French speaks of the arrival, which has one gender, and not of who arrives.
public sealed partial class Words
{
    public string CheckIn => Say("Arrivées", "Check-in");

    public string NoHalfDayAtTheDoor => Say("Le programme n’a aucune demi-journée.", "The programme has no half-day.");

    public string HalfDayAtTheDoor => Say("Demi-journée", "Half-day");

    public string OfExpected(int present, int expected) => Say($"{(present < 2 ? "arrivée" : "arrivées")} sur {expected}", $"in of {expected} expected");

    public string SearchAtTheDoor => Say("Nom ou affiliation", "Name or affiliation");

    public string Find => Say("Chercher", "Search");

    public string FoundAtTheDoor(int found, bool isCut) => found == 0
        ? Say("Personne de ce nom", "Nobody of that name")
        : isCut ? Say($"Les {found} premières réponses : précisez le nom", $"The first {found}: type more of the name") : Say(found == 1 ? "Une réponse" : $"{found} réponses", found == 1 ? "One found" : $"{found} found");

    public string WholeListAtTheDoor => Say("Toute la liste", "The whole list");

    public string TheListAtTheDoor => Say("Chercher un nom", "Search by name");

    public string NotInYet(int people) => people == 0 ? Say("Tout le monde est là", "Everybody is in") : Say("Encore attendus", "Not in yet");

    public string InAlready => Say("Déjà là", "In");

    public string WalkInAtTheDoor => Say("Sans inscription", "Not registered");

    // Buttons
    public string Arrived => Say("Arrivée", "Arrived");

    public string NoteArrival => Say("Noter l’arrivée", "Check in");

    public string ConfirmAndNote => Say("Confirmer et noter l’arrivée", "Confirm and check in");

    public string TakeOfferAndNote => Say("Donner la place proposée", "Give the seat that was offered");

    public string GiveFreeSeat => Say("Donner une place libre", "Give a free seat");

    public string UndoArrival => Say("Annuler", "Undo");

    public string See => Say("Voir", "See");

    public string NextComer => Say("Suivant", "Next");

    // How somebody stands
    /// <summary>Not through Say, as the hour.</summary>
    public string ArrivedAt(string hour) => $"{Arrived}, {hour}";

    public string HourOf(DateTimeOffset instant, TimeZoneInfo zone) => Hour(TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime));

    public string ArrivalUndone => Say(": arrivée annulée", ": arrival undone");

    public string StandsAtTheDoor(AtTheDoor stands, Place place) => stands switch
    {
        AtTheDoor.Cancelled => Say("Inscription annulée", "Registration cancelled"),
        AtTheDoor.Unconfirmed => Say("Place à confirmer", "Seat to be confirmed"),
        AtTheDoor.Offered => Say("Place proposée", "Seat offered"),
        AtTheDoor.Seatless => place == Domain.Registrations.Place.WaitingList ? Say("En file", "In line") : Say("À distance", "Remote"),
        _ => Say("Place en salle", "Seat in the room"),
    };

    public string SeatlessAtTheDoor(int? rank) => rank is { } place ? Say($"À distance, {Rank(place)} dans la file", $"Remote, {Rank(place)} in line") : Say("À distance", "Remote");

    public string FirstTimeHere => Say("Première fois ici", "First time here");

    public string HereBefore(string halfDays) => Say($"Déjà ici : {halfDays}", $"Here before: {halfDays}");

    public string NotExpectedNow => Say("Pas attendu cette demi-journée", "Not expected this half-day");

    public string NoSeatIsFree => Say("Aucune place libre", "No seat is free");

    public string AskAnOrganiser => Say("Un organisateur peut la rétablir", "An organiser can reinstate it");

    public string UnknownTicket => Say("Billet inconnu", "Unknown ticket");

    public string UnknownTicketLead => Say("Effacé, ou d’un autre atelier.", "Erased, or of another workshop.");

    /// <summary>Why nobody was checked in, by the name under which the redirect carries it; null for any other.</summary>
    public string? RefusedAtTheDoor(string? key) => key switch
    {
        "noseat" => Say("Pas de place en salle : l’arrivée n’est pas notée.", "No seat in the room: not checked in."),
        "full" => Say("La dernière place vient de partir.", "The last seat has just gone."),
        "othersfirst" => Say("Les places libres reviennent à la file.", "The free seats are due to the line."),
        "toolate" => Say("L’atelier est terminé.", "The workshop is over."),
        _ => null,
    };

    // What could not be sent
    public string PressWaits => Say("À envoyer", "To be sent");

    public string OnePressUnsent => Say("Sans réseau : 1 appui attend d’être envoyé.", "No network: 1 press waiting to be sent.");

    /// <summary>The script puts the number in the place of #.</summary>
    public string PressesUnsent => Say("Sans réseau : # appuis attendent d’être envoyés.", "No network: # presses waiting to be sent.");

    public string PressesKept => Say("Session terminée. Les appuis sont gardés.", "Signed out. The presses are kept.");

    public string BackIn => Say("Se reconnecter", "Sign in again");

    public string PressRefused => Say("Un appui gardé a été refusé : la personne n’a pas de place.", "A press that was kept has been refused: the person has no seat.");
}
