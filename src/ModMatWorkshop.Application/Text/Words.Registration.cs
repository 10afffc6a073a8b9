using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Text;

public sealed partial class Words
{
    public string Registration => Say("Inscription", "Registration");

    public string Register => Say("S’inscrire", "Register");

    // Before anyone types
    public string RegistrationIsFree => Say("L’inscription est gratuite et prend moins d’une minute.", "Registration is free and takes less than a minute.");

    public string OpensOn(string when) => Say($"Les inscriptions ouvriront le {when}.", $"Registration will open on {when}.");

    public string ClosedOn(string when) => Say($"Les inscriptions sont closes depuis le {when}.", $"Registration has been closed since {when}.");

    public string RegistrationIsClosed => Say("Les inscriptions sont closes.", "Registration is closed.");

    public string ClosedNow => Say("Les inscriptions sont closes pour le moment.", "Registration is closed for now.");

    public string RoomNow(SeatsLeft left) => left switch
    {
        SeatsLeft.Many => Say("Il reste plus de dix places en salle.", "More than ten seats are left in the room."),
        SeatsLeft.Few => Say("Les dernières places en salle.", "The last seats in the room."),
        _ => Say("La salle est complète ; l’inscription à distance reste ouverte.", "The room is full; remote registration is open."),
    };

    public string SeatFiftyOne(int seats) => Say(
        $"La salle a {seats} places. Au-delà, personne n’est refusé : vous suivez à distance, et vous êtes en file pour la première place qui se libère.",
        $"The room has {seats} seats. Beyond them nobody is turned away: you follow remotely, and stand in line for the first seat that is freed.");

    // The form
    public string YourNames => Say("Vous", "You");

    public string GivenName => Say("Prénom", "Given name");

    public string FamilyName => Say("Nom", "Family name");

    public string Email => Say("Adresse électronique", "E-mail address");

    public string EmailHint => Say("Le lien de confirmation y est envoyé.", "The confirmation link is sent there.");

    public string Affiliation => Say("Affiliation", "Affiliation");

    public string AffiliationHint => Say("Laboratoire, université ou entreprise.", "Laboratory, university or company.");

    public string Country => Say("Pays", "Country");

    public string Optional => Say("facultatif", "optional");

    public string NotTold => Say("Non précisé", "Not told");

    public string PositionLabel => Say("Situation", "Position");

    public string PositionName(Position position) => position switch
    {
        Position.PhdStudent => Say("Doctorant ou doctorante", "PhD student"),
        Position.Postdoc => Say("Postdoctorant ou postdoctorante", "Postdoc"),
        Position.PermanentStaff => Say("Personnel permanent", "Permanent staff"),
        _ => Say("Autre", "Other"),
    };

    public string HowYouAttend => Say("Votre participation", "How you attend");

    public string AttendanceName(Attendance attendance) => attendance == Attendance.InPerson ? Say("En salle", "In the room") : Say("À distance", "Remotely");

    public string InPersonMeans(SeatsLeft left) => left == SeatsLeft.None
        ? Say("Complet : vous suivez à distance et vous entrez dans la file.", "Full: you follow remotely and join the line.")
        : Say("Une place vous est gardée, avec les pauses et le buffet.", "A seat is kept for you, with the breaks and the buffet.");

    public string RemoteMeans => Say("Le direct s’ouvre depuis votre lien personnel. Sans limite de places.", "The stream opens from your personal link. No limit on places.");

    public string WhichHalfDays => Say("Demi-journées", "Half-days");

    public string HalfDaysHint => Say("Par exemple en salle le jeudi et à distance le vendredi : cela fait une seule place.", "For example in the room on Thursday and remotely on Friday: that is one seat.");

    public string HalfDayName(DateOnly date, HalfDay half) => Say($"{Day(date)}, {Half(half)}", $"{Day(date)}, {Half(half)}");

    public string AsAbove => Say("Comme ci-dessus", "As above");

    public string Absent => Say("Absent", "Absent");

    public string Meals => Say("Repas et pauses", "Meals and breaks");

    public string MealsHint => Say("Pour qui vient en salle : le traiteur en a besoin.", "For those who come to the room: the caterer needs it.");

    public string Diet => Say("Régime alimentaire", "Diet");

    public string AccessNeeds => Say("Besoins d’accessibilité", "Access needs");

    public string ErasedAfter(string when) => Say($"Lu par les seuls organisateurs, effacé après le {when}.", $"Read by the organisers only, erased after {when}.");

    public string DietErasedAfter(string when) => Say($"Lu par les organisateurs, transmis au traiteur sans votre nom, effacé après le {when}.", $"Read by the organisers, passed on to the caterer without your name, erased after {when}.");

    public string IPresent => Say("Je présente", "I present");

    public string PresentsNothing => Say("Rien cette fois", "Nothing this time");

    public string YourConsent => Say("Avec votre accord", "With your consent");

    public string MayBeListed => Say("Mon nom et mon affiliation peuvent figurer sur la liste publique des participants.", "My name and affiliation may stand on the public list of participants.");

    public string MayBePhotographed => Say("Je peux figurer sur des photographies de l’atelier.", "I may appear on photographs of the workshop.");

    public string Send => Say("Envoyer mon inscription", "Send my registration");

    public string Save => Say("Enregistrer", "Save");

    // What is wrong with it
    public string PutRight(int faults) => faults == 1 ? Say("Un point est à corriger", "One thing to put right") : Say($"{faults} points sont à corriger", $"{faults} things to put right");

    public string TellUs(string what) => Say($"Indiquez votre {LowerFirst(what)}.", $"Enter your {LowerFirst(what)}.");

    public string TooLong(string what, int most) => Say($"{what} : {most} caractères au plus.", $"{what}: {most} characters at most.");

    public string NotInAName(string what) => Say($"{what} : ni « < », ni « > », ni adresse web, ni caractère invisible.", $"{what}: no “<”, no “>”, no web address, no invisible character.");

    public string NoInvisible(string what) => Say($"{what} : un caractère invisible s’y est glissé.", $"{what}: an invisible character has crept in.");

    public string NotAnAddress => Say("Cette adresse électronique n’en est pas une : nom@laboratoire.fr, une seule.", "This is not an e-mail address: name@laboratory.org, one only.");

    public string ChooseOne(string what) => Say($"{what} : choisissez une réponse.", $"{what}: choose an answer.");

    public string OneHalfDayAtLeast => Say("Choisissez au moins une demi-journée.", "Choose at least one half-day.");

    public string OneHalfDayInTheRoom => Say("Vous venez en salle : choisissez-y au moins une demi-journée, ou suivez à distance.", "You come to the room: choose at least one half-day there, or follow remotely.");

    public string RoomNeedsSeat => Say("Une demi-journée en salle demande une place : choisissez « En salle » plus haut.", "A half-day in the room needs a seat: choose “In the room” above.");

    public string FormIsOld => Say("Ce formulaire était ouvert depuis trop longtemps, ou venait d’ailleurs. Rien n’est perdu : relisez et renvoyez.", "This form had been open for too long, or came from elsewhere. Nothing is lost: read it again and send it.");

    // The answer
    public string AlmostDone => Say("Plus qu’un geste", "One more step");

    public string WeWroteTo => Say("Nous venons d’écrire à", "We have just written to");

    public string FollowTheLink(string until) => Say(
        $"Suivez le lien de ce message et appuyez sur « Confirmer ». Voici ce qui vous est gardé jusqu’au {until} :",
        $"Follow the link in that message and press “Confirm”. This is kept for you until {until}:");

    public string FollowTheLinkRemote => Say("Suivez le lien de ce message et appuyez sur « Confirmer ».", "Follow the link in that message and press “Confirm”.");

    public string NotYours => Say("Ce n’est pas votre adresse ?", "Not your address?");

    public string CorrectIt => Say("La corriger", "Correct it");

    public string Outcome(SeatOutcome outcome) => outcome.Place switch
    {
        Domain.Registrations.Place.Seat => Say("Une place en salle.", "A seat in the room."),
        Domain.Registrations.Place.WaitingList => Say($"À distance pour l’instant, et {Rank(outcome.Rank ?? 1)} dans la file d’attente.", $"Remote for now, and {Rank(outcome.Rank ?? 1)} in line for a seat."),
        Domain.Registrations.Place.Remote => Say("Une place à distance.", "A remote place."),
        _ => Say("Aucune place n’est gardée.", "No place is kept."),
    };

    public string Rank(int rank) => Say(
        rank == 1 ? "au 1er rang" : $"au {rank}e rang",
        (rank % 100) is >= 11 and <= 13 ? $"{rank}th" : (rank % 10) switch { 1 => $"{rank}st", 2 => $"{rank}nd", 3 => $"{rank}rd", _ => $"{rank}th" });

    // My registration
    public string MyRegistration => Say("Mon inscription", "My registration");

    public string LinkIsDead => Say("Ce lien n’ouvre aucune inscription", "This link opens no registration");

    public string LinkIsDeadLead => Say(
        "Il est incomplet, il a été remplacé par un plus récent, ou l’inscription a été effacée.",
        "It is incomplete, a newer one has taken its place, or the registration has been erased.");

    public string SendLinkAgain => Say("Recevoir mon lien à nouveau", "Send me my link again");

    public string Status(RegistrationStatus status) => status switch
    {
        RegistrationStatus.Pending => Say("à confirmer", "to be confirmed"),
        RegistrationStatus.Confirmed => Say("confirmée", "confirmed"),
        _ => Say("annulée", "cancelled"),
    };

    public string Standing(RegistrationStatus status, SeatOutcome outcome, string? until) => (status, outcome.Place) switch
    {
        (RegistrationStatus.Cancelled, _) => Say("Votre inscription est annulée.", "Your registration is cancelled."),
        (RegistrationStatus.Pending, Domain.Registrations.Place.None) => Say("Le délai est passé et la place n’est plus gardée. Confirmez : vous prendrez ce qui est libre, ou entrerez dans la file.", "The time has passed and the place is no longer kept. Confirm: you will take what is free, or join the line."),
        (RegistrationStatus.Pending, Domain.Registrations.Place.Seat) => Say($"Une place en salle vous est gardée jusqu’au {until}. Confirmez votre inscription.", $"A seat in the room is kept for you until {until}. Confirm your registration."),
        (RegistrationStatus.Pending, Domain.Registrations.Place.WaitingList) => Say($"Vous êtes {Rank(outcome.Rank ?? 1)} dans la file d’attente, gardé jusqu’au {until}. Confirmez votre inscription.", $"You are {Rank(outcome.Rank ?? 1)} in line, kept until {until}. Confirm your registration."),
        (RegistrationStatus.Pending, _) => Say("Confirmez votre inscription à distance.", "Confirm your remote registration."),
        (_, Domain.Registrations.Place.Seat) => Say("Vous avez une place en salle.", "You have a seat in the room."),
        (_, Domain.Registrations.Place.Offer) => Say($"Une place en salle vous est proposée ; elle vous est gardée jusqu’au {until}. En attendant, vous suivez à distance.", $"A seat in the room is offered to you and kept until {until}. Meanwhile you follow remotely."),
        (_, Domain.Registrations.Place.WaitingList) => Say($"Vous suivez à distance, et vous êtes {Rank(outcome.Rank ?? 1)} dans la file d’attente.", $"You follow remotely, and you are {Rank(outcome.Rank ?? 1)} in line for a seat."),
        _ => Say("Vous suivez à distance.", "You follow remotely."),
    };

    public string Confirm => Say("Confirmer", "Confirm");

    public string Accept => Say("Prendre la place", "Take the seat");

    public string Decline => Say("Rester à distance", "Stay remote");

    public string ComeToTheRoom => Say("Demander une place en salle", "Ask for a seat in the room");

    public string SwitchToRemote => Say("Passer à distance", "Switch to remote");

    public string SwitchToRemoteMeans => Say("Votre place va à la personne suivante.", "Your seat goes to the next person.");

    public string LeaveTheLine => Say("Quitter la file d’attente", "Leave the line");

    public string Change => Say("Modifier mes réponses", "Change my answers");

    public string ChangeAddress => Say("Changer d’adresse électronique", "Change my e-mail address");

    public string NewAddressAsked(string address) => Say($"Un message attend à {address} ; l’adresse actuelle reste valable d’ici là.", $"A message waits at {address}; the present address stays until then.");

    public string ConfirmNewAddress => Say("Confirmer la nouvelle adresse", "Confirm the new address");

    public string CancelRegistration => Say("Annuler mon inscription", "Cancel my registration");

    public string CancelMeans => Say("Votre place est libérée pour quelqu’un d’autre. Vous pourrez vous réinscrire tant que les inscriptions sont ouvertes.", "Your place is freed for somebody else. You can register again while registration is open.");

    public string CancelNow => Say("Oui, annuler", "Yes, cancel");

    public string YourData => Say("Vos données", "Your data");

    public string DownloadData => Say("Ce que nous avons sur vous (JSON)", "What we hold about you (JSON)");

    public string EraseMe => Say("Effacer mes données", "Erase my data");

    public string EraseMeans => Say("Inscription, réponses et messages sont effacés pour de bon, et ce lien ne s’ouvrira plus.", "Registration, answers and messages are erased for good, and this link will open no more.");

    public string CertificateStays => Say(
        "Une attestation déjà établie reste vérifiable : ce qu’elle dit est gardé scellé, et ne se lit qu’avec son numéro.",
        "A certificate that has been issued can still be verified: what it says is kept sealed, and is read with its number only.");

    public string EraseNow => Say("Oui, tout effacer", "Yes, erase everything");

    public string Erased => Say("Vos données sont effacées.", "Your data are erased.");

    public string Ticket => Say("Votre billet", "Your ticket");

    public string TicketHint => Say("À montrer à l’accueil, sur l’écran ou imprimé.", "To be shown at the desk, on the screen or printed.");

    public string MyCalendar => Say("Mes demi-journées dans mon agenda", "My half-days in my calendar");

    public string LiveHint => Say("Pendant l’atelier, cette page montre la diffusion et ce qui se passe en salle.", "During the workshop, this page shows the stream and what is on in the room.");

    public string GoToLive => Say("Le direct", "The live stream");

    public string KeepThisLink => Say("Cette page est votre compte : gardez son adresse pour vous.", "This page is your account: keep its address to yourself.");

    /// <summary>What came of a button, by the name under which the redirect carries it; null for any other.</summary>
    public string? Said(string? key) => key switch
    {
        "done" => Say("C’est fait.", "Done."),
        "nochange" => Say("C’était déjà le cas.", "It was so already."),
        "toolate" => Say("Il est trop tard pour cela : l’offre a expiré, ou l’atelier est terminé.", "It is too late for that: the offer has lapsed, or the workshop is over."),
        "invalidstate" => Say("Cela n’est pas possible dans l’état de cette inscription.", "That is not possible in the state of this registration."),
        "mailed" => Say("Un message est parti à la nouvelle adresse : suivez-en le lien.", "A message is on its way to the new address: follow its link."),
        _ => null,
    };

    // A lost link
    public string LostLink => Say("Retrouver mon lien", "Find my link again");

    public string LostLinkLead => Say("Donnez l’adresse de votre inscription : si elle est connue, le lien y est envoyé.", "Give the address of your registration: if it is known, the link is sent to it.");

    public string LostLinkSent => Say("Si une inscription existe à cette adresse, son lien vient d’y être envoyé.", "If there is a registration under this address, its link has just been sent to it.");

    public string SendLink => Say("Envoyer le lien", "Send the link");

    // The public list
    public string Participants => Say("Participants", "Participants");

    public string ParticipantsLead => Say("Les personnes inscrites qui ont accepté d’y figurer.", "Those registered who agreed to be named.");

    public string NobodyListed => Say("Personne n’y figure encore.", "Nobody is named yet.");

    public string TooMany => Say("Trop de demandes d’un coup", "Too many requests at once");

    public string TooManyLead => Say("Beaucoup de formulaires sont arrivés de votre réseau en peu de temps. Attendez quelques minutes, puis renvoyez.", "Many forms have come from your network in a short time. Wait a few minutes, then send again.");

    public string TooLarge => Say("Ce formulaire est trop grand", "This form is too large");

    public string TooLargeLead => Say("Aucun champ n’en demande autant. Raccourcissez vos réponses, puis renvoyez.", "No field asks for that much. Shorten your answers, then send again.");

    // The notice of article 13
    public string NoticeTitle => Say("Ce que deviennent vos réponses", "What becomes of your answers");

    public string NoticeController(string who) => Say($"Responsable : {who}.", $"Controller: {who}.");

    public string NoticeOrganisers(string name) => Say($"le comité d’organisation de {name}", $"the organising committee of {name}");

    public string NoticeBasis => Say(
        "Base légale : votre demande de participer (article 6.1 b du RGPD) ; votre consentement pour la liste publique, les photographies, le régime alimentaire et l’accessibilité, que vous retirez quand vous voulez.",
        "Legal basis: your wish to take part (article 6.1 b of the GDPR); your consent for the public list, the photographs, diet and access needs, which you withdraw whenever you like.");

    public string NoticeRecipients => Say(
        "Destinataires : les organisateurs et leurs aides à l’entrée ; pour les repas, le traiteur reçoit des nombres et des régimes, sans noms ; l’accueil du bâtiment reçoit les noms des personnes qui viennent en salle ; les financeurs et les hôtes, les feuilles d’émargement.",
        "Recipients: the organisers and their helpers at the door; for meals, the caterer receives numbers and diets, without names; the reception of the building receives the names of those who come to the room; funders and hosts, the sign-in sheets.");

    /// <param name="backups">How many nights a backup is kept; null where none is taken.</param>
    public string NoticeRetention(string erased, int? backups) => Say(
        $"Durée : tout est effacé le {erased} ; une inscription jamais confirmée l’est après sept jours{(backups is null ? "" : $" ; les sauvegardes suivent sous {backups} jour{(backups > 1 ? "s" : "")}")}. {CertificateStays}",
        $"Kept until: everything is erased on {erased}; a registration never confirmed after seven days{(backups is null ? "" : $"; backups follow within {backups} day{(backups > 1 ? "s" : "")}")}. {CertificateStays}");

    public string NoticeRights => Say(
        "Vos droits : voir, corriger, télécharger, effacer, depuis votre lien personnel, sans rien demander à personne. Réclamation possible auprès de la CNIL.",
        "Your rights: see, correct, download, erase, from your personal link, without asking anybody. You may complain to the CNIL.");

    public string NoticeFields => Say("Ce qui est demandé, et pourquoi", "What is asked, and why");

    public string Why(string field) => field switch
    {
        "names" => Say("la liste des inscrits, le badge, l’attestation", "the list of those registered, the badge, the certificate"),
        "email" => Say("confirmer, prévenir, rendre le lien", "to confirm, to tell, to give the link back"),
        "affiliation" => Say("le badge et le bilan", "the badge and the report"),
        "statistics" => Say("le bilan, en nombres", "the report, in numbers"),
        "attendance" => Say("les places, les feuilles de présence, l’attestation", "the seats, the attendance sheets, the certificate"),
        "meals" => Say("le traiteur, en nombres", "the caterer, in numbers"),
        "consent" => Say("la liste publique des participants, les photographies de l’atelier", "the public list of participants, the photographs of the workshop"),
        "needs" => Say("vous accueillir comme il faut", "to receive you as is right"),
        _ => Say("relier l’inscription au programme", "to tie the registration to the programme"),
    };
}
