using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Text;

// One person, as the organisers see and change them
public sealed partial class Words
{
    public string Yes => Say("oui", "yes");

    public string No => Say("non", "no");

    public string Nothing => Say("rien", "nothing");

    public string InFrench => Say("français", "French");

    public string InEnglish => Say("anglais", "English");

    public string LanguageName(Language of) => of == Language.English ? InEnglish : InFrench;

    public string LanguageOfPerson => Say("Langue", "Language");

    public string PresentsWhat => Say("Présente", "Presents");

    public string OnPublicList => Say("Liste publique", "Public list");

    public string OnPhotographs => Say("Photographies", "Photographs");

    public string ChangedMeanwhile => Say("Ces réponses ont été modifiées entre-temps", "These answers have been changed meanwhile");

    public string ChangedMeanwhileMeans => Say(
        "Rien n’est encore enregistré, et rien n’est perdu : le formulaire réunit les deux. Relisez, puis enregistrez.",
        "Nothing is saved yet, and nothing is lost: the form brings both together. Read it again, then save.");

    public string Clash(string theirs, string mine) => Say(
        $": l’autre a mis « {theirs} », vous « {mine} ». Votre réponse est dans le formulaire.",
        $": the other put “{theirs}”, you “{mine}”. Your answer stands in the form.");

    public string TakenOver(string? before, string theirs) => Say($": « {before} » est devenu « {theirs} », repris dans le formulaire.", $": “{before}” has become “{theirs}”, taken over into the form.");

    public string PersonNumber(int number) => Say($"Inscription {number}", $"Registration {number}");

    public string StandsAs(RegistrationStatus status, SeatOutcome outcome, int? seat, bool reserve, string? until) => (status, outcome.Place) switch
    {
        (RegistrationStatus.Cancelled, _) => Say("Annulée : aucune place.", "Cancelled: no place."),
        (RegistrationStatus.Pending, Domain.Registrations.Place.Seat) => Say($"À confirmer par la personne ; le siège {seat}{Reserve(reserve)} lui est gardé jusqu’au {until}.", $"To be confirmed by the person; seat {seat}{Reserve(reserve)} is kept until {until}."),
        (RegistrationStatus.Pending, Domain.Registrations.Place.WaitingList) => Say($"À confirmer par la personne ; {Rank(outcome.Rank ?? 1)} dans la file d’attente, gardé jusqu’au {until}.", $"To be confirmed by the person; {Rank(outcome.Rank ?? 1)} in line, kept until {until}."),
        (RegistrationStatus.Pending, Domain.Registrations.Place.None) => Say("À confirmer par la personne ; le délai est passé et plus rien ne lui est gardé.", "To be confirmed by the person; the time has passed and nothing is kept any more."),
        (RegistrationStatus.Pending, _) => Say("À confirmer par la personne ; à distance.", "To be confirmed by the person; remote."),
        (_, Domain.Registrations.Place.Seat) => Say($"Confirmée : siège {seat} en salle{Reserve(reserve)}.", $"Confirmed: seat {seat} in the room{Reserve(reserve)}."),
        (_, Domain.Registrations.Place.Offer) => Say($"Confirmée : le siège {seat} est proposé jusqu’au {until} ; à distance d’ici là.", $"Confirmed: seat {seat} is offered until {until}; remote until then."),
        (_, Domain.Registrations.Place.WaitingList) => Say($"Confirmée : à distance, et {Rank(outcome.Rank ?? 1)} dans la file d’attente.", $"Confirmed: remote, and {Rank(outcome.Rank ?? 1)} in line for a seat."),
        _ => Say("Confirmée : à distance.", "Confirmed: remote."),
    };

    public string Status(RegistrationStatus status, Place place) => (status, place) switch
    {
        (RegistrationStatus.Cancelled, _) => Say("annulée", "cancelled"),
        (RegistrationStatus.Pending, _) => Say("à confirmer", "to be confirmed"),
        (_, Domain.Registrations.Place.Seat) => Say("en salle", "in the room"),
        (_, Domain.Registrations.Place.Offer) => Say("place proposée", "seat offered"),
        (_, Domain.Registrations.Place.WaitingList) => Say("en file", "in line"),
        _ => Say("à distance", "remote"),
    };

    public string AnswersOfPerson => Say("Réponses", "Answers");

    public string SecretLink => Say("Lien personnel", "Personal link");

    public string SecretLinkMasked => Say("masqué : seule la personne le reçoit", "masked: only the person is sent it");

    public string NewAddressPending(string address) => Say($"demande à passer à {address}, pas encore confirmé", $"asks to change to {address}, not confirmed yet");

    public string SeatNumber => Say("Siège", "Seat");

    public string WishOfPerson => Say("Souhait", "Wish");

    public string EditAnswersLead => Say("Le formulaire tel que la personne le voit. La place change par les boutons de sa page.", "The form as the person sees it. The place is changed with the buttons of their page.");

    public string LanguageOfPersonMeans => Say("Des messages et des pages", "Of mails and pages");

    public string HalfDays => Say("Demi-journées", "Half-days");

    public string StandsSince => Say("Dates", "Dates");

    public string RegisteredOn(string when) => Say($"inscription le {when}", $"registered on {when}");

    public string ConfirmedOn(string when) => Say($"confirmée le {when}", $"confirmed on {when}");

    public string CancelledOn(string when) => Say($"annulée le {when}", $"cancelled on {when}");

    public string SinceWhen(string when) => Say($"oui, depuis le {when}", $"yes, since {when}");

    public string PreviousPerson => Say("Personne précédente", "Previous person");

    public string NextPerson => Say("Personne suivante", "Next person");

    public string TheList => Say("La liste", "The list");

    public string PositionInList(int place, int of) => Say($"{place} sur {of}", $"{place} of {of}");

    public string ActionsOnPerson => Say("Actions", "Actions");

    public string EditAnswers => Say("Modifier les réponses", "Edit the answers");

    public string CorrectAddress => Say("Corriger l’adresse", "Correct the address");

    public string CorrectAddressMeans => Say(
        "Pour une faute de frappe. La nouvelle adresse compte aussitôt, les liens déjà envoyés meurent, et un nouveau part à la nouvelle adresse.",
        "For a typing error. The new address counts at once, the links sent so far die, and a new one goes to the new address.");

    public string AddressChangedMeanwhile(string address) => Say($"Quelqu’un a mis {address} entre-temps. Renvoyez pour mettre la vôtre à la place.", $"Somebody has put {address} meanwhile. Send again to put yours in its place.");

    public string AddressTaken => Say("Une autre inscription a déjà cette adresse.", "Another registration has this address already.");

    public string OpenThatOne(int number) => Say($"Ouvrir l’inscription {number}", $"Open registration {number}");

    public string ConfirmForThem => Say("Confirmer à sa place", "Confirm on their behalf");

    public string GiveSeat => Say("Donner une place, ou mettre en file", "Give a seat, or put in line");

    public string OfferSeat => Say("Proposer une place", "Offer a seat");

    public string SeatOfReserve(int left) => Say($"Place de la réserve (reste {left})", $"Seat of the reserve ({left} left)");

    public string AcceptForThem => Say("Accepter à sa place", "Accept on their behalf");

    public string MoveToRemote => Say("Passer à distance", "Move to remote");

    public string TakeOutOfLine => Say("Retirer de la file", "Take out of the line");

    public string DeclineForThem => Say("Refuser à sa place", "Decline on their behalf");

    public string Reinstate => Say("Rétablir", "Reinstate");

    public string SendLinkAgainTo => Say("Renvoyer le lien", "Send the link again");

    public string CancelThem => Say("Annuler l’inscription", "Cancel the registration");

    public string CancelThemMeans => Say("La place va à la personne suivante, et un message part. On peut revenir en arrière, sauf pour la place si elle est prise.", "The place goes to the next person, and a mail is sent. It can be undone, except for the seat if it has gone.");

    public string CancelThemNow => Say("Oui, annuler cette inscription", "Yes, cancel this registration");

    public string EraseThem => Say("Effacer", "Erase");

    public string EraseThemMeans => Say("Réponses, historique, notes et messages sont effacés pour de bon, ici et pour tous. Rien ne revient.", "Answers, history, notes and mails are erased for good, here and for everybody. Nothing comes back.");

    public string EraseThemNow => Say("Oui, effacer cette personne", "Yes, erase this person");

    public string Gone => Say("Cette inscription n’existe pas, ou a été effacée", "This registration does not exist, or has been erased");

    /// <summary>What came of an action, by the name under which the redirect carries it; null for any other.</summary>
    public string? Answered(string? key) => key switch
    {
        "done" => Say("C’est fait.", "Done."),
        "saved" => Say("C’est enregistré.", "Saved."),
        "nochange" => Say("C’était déjà le cas.", "It was so already."),
        "queued" => Say("Il n’y avait plus de place libre pour cette personne : elle suit à distance et se trouve dans la file d’attente.", "No seat was free for this person any more: they follow remotely and stand in line."),
        "toolate" => Say("Il est trop tard pour cela : l’offre a expiré, l’atelier a commencé, ou il est terminé.", "It is too late for that: the offer has lapsed, the workshop has begun, or it is over."),
        "invalidstate" => Say("Cela n’est pas possible dans l’état de cette inscription.", "That is not possible in the state of this registration."),
        "addresstaken" => AddressTaken,
        "othersfirst" => Say("D’autres personnes attendent avant celle-ci, et personne n’est dépassé : une place libre va d’elle-même à la tête de la file. Une place de la réserve, ou un nombre de places plus grand, y changerait quelque chose.", "Others wait before this person, and nobody is overtaken: a free seat goes by itself to the head of the line. A seat of the reserve, or a larger number of seats, would make a difference."),
        "full" => Say("Aucune place n’est libre.", "No seat is free."),
        "conflict" => Say("Autre chose a changé entre-temps : rien n’a été fait. Regardez l’historique, puis recommencez s’il le faut.", "Something else has changed meanwhile: nothing was done. Look at the history, then do it again if need be."),
        "notfound" => Say("Cela n’existe plus.", "That does not exist any more."),
        "empty" => Say("La note est vide.", "The note is empty."),
        "toolong" => Say("La note est trop longue, ou contient des signes invisibles.", "The note is too long, or holds invisible signs."),
        _ => null,
    };

    public string AddPerson => Say("Ajouter une personne", "Add somebody");

    public string AddPersonLead => Say(
        "Par le même guichet que tout le monde : une place si elle est libre, sinon à distance et en file. Les dates d’inscription ne comptent pas.",
        "At the same desk as everybody: a seat if one is free, otherwise remote and in line. The dates of registration do not count.");

    public string HowToConfirm => Say("Confirmation", "Confirmation");

    public string ConfirmByMail => Say("La personne confirme par le lien d’un message", "The person confirms from the link in a mail");

    public string ConfirmAtOnce => Say("Confirmée tout de suite : je réponds de l’adresse", "Confirmed at once: I vouch for the address");

    public string AddThem => Say("Inscrire cette personne", "Register this person");

    public string WalkIn => Say("Arrivée sur place", "Walk-in");

    public string WalkInLead => Say(
        "Pour qui se présente à l’accueil sans s’être inscrit. Confirmée tout de suite ; le lien part par courriel.",
        "For somebody who comes to the desk unregistered. Confirmed at once; the link goes by mail.");

    public string WalkInEmailHint => Say("Sans adresse, ni lien, ni direct, ni attestation : elle est nécessaire.", "Without an address there is no link, no stream and no certificate: it is needed.");

    public string SeatsFreeNow(int free, int waiting) => free == 0
        ? Say("La salle est pleine : la personne suivra à distance, en file d’attente.", "The room is full: the person will follow remotely, in line.")
        : free <= waiting
            ? Say("Les places libres reviennent à la file d’attente : la personne suivra à distance, en file.", "The free seats are due to the line: the person will follow remotely, in line.")
            : Say(free - waiting == 1 ? "Il reste une place libre." : $"Il reste {free - waiting} places libres.", free - waiting == 1 ? "One seat is free." : $"{free - waiting} seats are free.");

    private static string Reserve(bool reserve, string text) => reserve ? text : "";

    private string Reserve(bool reserve) => Reserve(reserve, language == Language.English ? " (of the reserve)" : " (de la réserve)");
}
