namespace ModMatWorkshop.Application.Text;

// The board
public sealed partial class Words
{
    public string RegistrationNow(bool open, bool? decided, string when, bool before) => (open, decided) switch
    {
        (true, null) => Say($"Inscriptions ouvertes jusqu’au {when}.", $"Registration is open until {when}."),
        (true, _) => Say("Inscriptions ouvertes, par décision.", "Registration is open, by decision."),
        (false, false) => Say("Inscriptions fermées, par décision.", "Registration is closed, by decision."),
        _ when before => Say($"Inscriptions ouvertes à partir du {when}.", $"Registration opens on {when}."),
        _ => Say($"Inscriptions closes depuis le {when}.", $"Registration closed on {when}."),
    };

    public string NobodyHasRegistered => Say("Personne n’est encore inscrit", "Nobody has registered yet");

    public string BeforeAnnouncing => Say("Avant d’annoncer l’atelier :", "Before you announce the workshop:");

    public string FirstContent(int problems) => problems == 0
        ? Say("Relire le programme : la vérification ne trouve rien.", "Read the programme again: the check finds nothing.")
        : Say($"Compléter le contenu : {Some(problems, "point", "points", "", "")} à regarder.", $"Complete the content: {Some(problems, "", "", "thing", "things")} to look at.");

    public string FirstSettings => Say("Régler les places, les dates, l’ouverture des inscriptions.", "Set the seats, the dates, the opening of registration.");

    public string FirstInvitations(int presenters) => Say($"Inviter les intervenants : {presenters} au programme.", $"Invite the speakers: {presenters} on the programme.");

    public string FirstForm => Say("Essayer le formulaire soi-même.", "Try the form yourself.");

    public string WhoComes(int inRoom, int remote, int waiting) => Say(
        $"{Some(inRoom + remote, "personne vient", "personnes viennent", "", "")} : {inRoom} en salle, {remote} à distance{(waiting == 0 ? "" : $", dont {waiting} en file pour une place")}.",
        $"{Some(inRoom + remote, "", "", "person comes", "people come")}: {inRoom} in the room, {remote} remotely{(waiting == 0 ? "" : $", {waiting} of them in line for a seat")}.");

    public string SeatsOf(int capacity) => Say($"La salle, {capacity} places", $"The room, {capacity} seats");

    public string SeatsCount(int capacity) => Some(capacity, "place", "places", "seat", "seats");

    public string SeatsInWords(int confirmed, int pending, int offered, int kept, int free) => Say(
        $"{confirmed} places confirmées, {pending} à confirmer, {offered} proposées, {kept} réservées, {free} libres.",
        $"{confirmed} seats confirmed, {pending} to be confirmed, {offered} offered, {kept} kept back, {free} free.");

    public string SeatsConfirmed => Say("confirmées", "confirmed");

    public string SeatsPending => Say("à confirmer", "to be confirmed");

    public string SeatsOffered => Say("proposées", "offered");

    public string SeatsKept => Say("en réserve", "kept back");

    public string SeatsFree => Say("libres", "free");

    public string MoreThanSeats(int more) => Say(
        $"{Some(more, "personne a une place", "personnes ont une place", "", "")} de plus que la salle : personne ne la perd, aucune n’est plus proposée.",
        $"{Some(more, "", "", "person more holds a seat", "people more hold seats")} than the room has: nobody loses theirs, no more are offered.");

    public string BesideTheSeats => Say("Hors de la salle", "Outside the room");

    public string FollowRemotely => Say("à distance", "remote");

    public string InLine => Say("en file", "in line");

    public string NotConfirmed => Say("non confirmées", "unconfirmed");

    public string CancelledOnes => Say("annulées", "cancelled");

    public string MailsWaiting => Say("courriels en attente", "mails waiting");

    public string MailsFailed => Say("courriels en échec", "mails failed");

    public string ContentErrors => Say("erreurs de contenu", "content errors");

    public string ContentWarnings => Say("avertissements", "warnings");

    public string RegistrationsByDay => Say("Inscriptions au fil des jours", "Registrations day by day");

    public string CurveInWords(string first, string last, int inPerson, int remote) => Say(
        $"Du {first} au {last} : {inPerson} en salle et {remote} à distance, annulations déduites.",
        $"From {first} to {last}: {inPerson} in the room and {remote} remote, cancellations left out.");

    public string CurveInPerson(int count) => Say($"en salle {count}", $"in the room {count}");

    public string CurveRemote(int count) => Say($"à distance {count}", $"remote {count}");

    public string SameFigures => Say("Les mêmes chiffres en tableau", "The same figures as a table");

    public string CurveTable => Say("Inscriptions non annulées à la fin de chaque jour, selon le souhait ; les jours sans changement sont omis.", "Registrations that are not cancelled, at the end of each day, by what was wished; days without a change are left out.");

    public string DayColumn => Say("Jour", "Day");

    public string Together => Say("Ensemble", "Together");

    public string HalfDaysNow => Say("Par demi-journée", "By half-day");

    public string InRoomShort => Say("en salle", "in the room");

    public string RemoteShort => Say("à distance", "remote");

    public string MealsNow => Say("Repas et pauses, en salle", "Meals and breaks, in the room");

    public string WithDiet => Say("avec régime", "with a diet");

    public string DietsTold => Say("Régimes :", "Diets:");

    public string ByPosition => Say("Par situation", "By position");

    public string ByInstitution => Say("Par institution", "By institution");

    public string ByCountry => Say("Par pays", "By country");

    public string OtherInstitutions(int count) => Some(count, "autre", "autres", "other", "others");

    public string Presenters => Say("Intervenants", "Presenters");

    public string NotRegistered(int count) => Say(
        $"Au programme, pas encore {(count < 2 ? "inscrit" : "inscrits")} : {count}",
        $"On the programme, not registered yet: {count}");

    public string AllPresentersAreThere => Say("Toutes les personnes du programme sont inscrites.", "Everybody on the programme has registered.");

    public string Invite => Say("Inviter", "Invite");

    public string InvitePresenter(string name) => Say($"Inviter {name}", $"Invite {name}");

    public string AndMorePeople(int count) => Say($"et {Some(count, "autre", "autres", "", "")}", $"and {Some(count, "", "", "other", "others")}");

    public string SiteHealth => Say("Le site", "The site");

    public string Database => Say("Base de données", "Database");

    public string ContentVersion(int version) => Say($"à jour, version {version}", $"up to date, version {version}");

    public string ContentIsCurrent => Say("à jour", "up to date");

    public string ContentIsOlder(int version) => Say($"le dossier a une erreur : le site montre la version {version}", $"the folder has an error: the site shows version {version}");

    public string PapersHealth => Say("Papiers (PDF)", "Papers (PDF)");

    public string WeasyPrintIsMissing => Say("WeasyPrint manque : les pages à imprimer remplacent les PDF. Installez :", "WeasyPrint is missing: pages to print take the place of PDFs. Install:");

    public string MailTrouble => Say("des courriels ne partent pas :", "mails do not leave:");

    public string MailStaysInFolder => Say("dans un dossier", "into a folder");

    public string MailStaysInRehearsal => Say("pendant la répétition, aucun courriel ne part.", "during the rehearsal no mail leaves.");

    public string MailNeedsServer => Say("aucun courriel ne part tant que Mail:Smtp:Host n’est pas réglé.", "no mail leaves until Mail:Smtp:Host is set.");

    public string SiteClockName => Say("Horloge", "Clock");

    public string ClockRehearses => Say("en répétition,", "rehearsing,");

    public string ClockIsReal => Say("heure réelle,", "real time,");
}
