namespace ModMatWorkshop.Application.Text;

// The dashboard
public sealed partial class Words
{
    public string RegistrationNow(bool open, bool? decided, string when, bool before) =>
        (open, decided) switch
        {
            (true, null) when IsOnApplication => Say($"Candidatures ouvertes jusqu’au {when}.", $"Applications are open until {when}."),
            (true, null) => Say($"Inscriptions ouvertes jusqu’au {when}.", $"Registration is open until {when}."),
            (true, _) => Say("Inscriptions ouvertes, par décision des organisateurs.", "Registration is open: an organiser opened it."),
            (false, false) => Say(
                "Inscriptions fermées, par décision des organisateurs.",
                "Registration is closed: an organiser closed it."
            ),
            _ when before => Say($"Inscriptions ouvertes à partir du {when}.", $"Registration opens on {when}."),
            _ => Say($"Inscriptions closes depuis le {when}.", $"Registration closed on {when}."),
        };

    public string NobodyHasRegistered => Say("Personne n’est encore inscrit", "Nobody has registered yet");

    public string BeforeAnnouncing => Say("Avant d’annoncer l’atelier :", "Before you announce the workshop:");

    public string FirstContent(int problems) =>
        problems == 0
            ? Say("Relire le programme : la vérification ne trouve rien.", "Review the programme: the content check found no problems.")
            : Say(
                $"Compléter le contenu : {Some(problems, "point", "points", "", "")} à regarder.",
                $"Complete the content: {Some(problems, "", "", "problem", "problems")} to look at."
            );

    public string FirstSettings =>
        Say("Régler les places, les dates, l’ouverture des inscriptions.", "Set the seats, the dates and when registration opens.");

    public string FirstInvitations(int presenters) =>
        Say($"Inviter les intervenants : {presenters} au programme.", $"Invite the speakers: {presenters} on the programme.");

    public string FirstForm => Say("Essayer le formulaire soi-même.", "Try the form yourself.");

    public string WhoComes(int inRoom, int remote, int waiting) =>
        Say(
            $"{Some(inRoom + remote, "personne vient", "personnes viennent", "", "")} : "
                + $"{inRoom} en salle, {remote} à distance{(waiting == 0 ? "" : $", dont {waiting} en liste d’attente")}.",
            $"{Some(inRoom + remote, "", "", "person attends", "people attend")}: "
                + $"{inRoom} in person, {remote} remotely{(waiting == 0 ? "" : $", {waiting} of them on the waiting list")}."
        );

    public string SeatsOf(int capacity) => Say($"La salle, {SeatsCount(capacity)}", $"Room: {SeatsCount(capacity)}");

    public string SeatsCount(int capacity) => Some(capacity, "place", "places", "seat", "seats");

    public string SeatsInWords(int confirmed, int pending, int offered, int kept, int free) =>
        Say(
            $"{Some(confirmed, "place confirmée", "places confirmées", "", "")}, {pending} à confirmer, "
                + $"{Some(offered, "proposée", "proposées", "", "")}, {Some(kept, "réservée", "réservées", "", "")}, "
                + $"{Some(free, "libre", "libres", "", "")}.",
            $"{Some(confirmed, "", "", "seat", "seats")} confirmed, {pending} unconfirmed, {offered} offered, {kept} reserved, {free} free."
        );

    public string SeatsConfirmed => Say("confirmées", "confirmed");

    public string SeatsPending => Say("à confirmer", "unconfirmed");

    public string SeatsOffered => Say("proposées", "offered");

    public string SeatsFreed => Say("gardées dix minutes", "kept for ten minutes");

    public string SeatsKept => Say("en réserve", "reserved");

    public string SeatsFree => Say("libres", "free");

    public string MoreThanSeats(int more) =>
        Say(
            $"{Some(more, "personne a une place", "personnes ont une place", "", "")} de plus que la salle : "
                + "personne ne la perd, aucune n’est plus proposée.",
            $"The room is overbooked by {Some(more, "", "", "seat", "seats")}. Nobody loses a seat, and no more are offered."
        );

    public string BesideTheSeats => Say("Hors de la salle", "Without a seat");

    public string FollowRemotely => Say("à distance", "remote");

    public string InLine => Say("en liste d’attente", "on the waiting list");

    public string NotConfirmed => Say("non confirmées", "unconfirmed");

    public string CancelledOnes => Say("annulées", "cancelled");

    public string MailsWaiting => Say("courriels en attente", "emails waiting");

    public string RolesToConfirm => Say("rôles à confirmer", "roles to confirm");

    public string MailsFailed => Say("courriels en échec", "emails failed");

    public string ContentErrors => Say("erreurs de contenu", "content errors");

    public string ContentWarnings => Say("avertissements", "warnings");

    public string RegistrationsByDay => Say("Inscriptions au fil des jours", "Registrations by day");

    public string CurveInWords(string first, string last, int inPerson, int remote) =>
        Say(
            $"Du {first} au {last} : {inPerson} en salle et {remote} à distance, annulations déduites.",
            $"From {first} to {last}: {inPerson} in person and {remote} remote, excluding cancellations."
        );

    public string CurveInPerson(int count) => Say($"en salle {count}", $"in person {count}");

    public string CurveRemote(int count) => Say($"à distance {count}", $"remote {count}");

    public string SameFigures => Say("Les mêmes chiffres en tableau", "The same figures as a table");

    public string CurveTable =>
        Say(
            "Inscriptions non annulées à la fin de chaque jour, en salle ou à distance ; les jours sans changement sont omis.",
            "Registrations at the end of each day, with a seat or remote, excluding cancellations. Days without a change are left out."
        );

    public string DayColumn => Say("Jour", "Day");

    public string Together => Say("Ensemble", "Total");

    public string HalfDaysNow => Say("Par demi-journée", "By half-day");

    public string InRoomShort => Say("en salle", "in person");

    public string RemoteShort => Say("à distance", "remote");

    public string MealsNow => Say("Repas et pauses, en salle", "Meals and breaks, in person");

    public string WithDiet => Say("avec régime", "with a diet");

    public string DietsSpecified => Say("Régimes :", "Diets:");

    public string ByPosition => Say("Par situation", "By position");

    public string ByInstitution => Say("Par institution", "By institution");

    public string ByCountry => Say("Par pays", "By country");

    public string OtherInstitutions(int count) => Some(count, "autre", "autres", "other", "others");

    public string Presenters => Say("Intervenants", "Presenters");

    public string NotRegistered(int count) =>
        Say(
            $"Au programme, pas encore {(count < 2 ? "inscrit" : "inscrits")} : {count}",
            $"On the programme but not registered yet: {count}"
        );

    public string AllPresentersAreThere =>
        Say("Toutes les personnes du programme sont inscrites.", "Everybody on the programme has registered.");

    public string Invite => Say("Inviter", "Invite");

    public string InvitePresenter(string name) => Say($"Inviter {name}", $"Invite {name}");

    public string AndMorePeople(int count) =>
        Say($"et {Some(count, "autre", "autres", "", "")}", $"and {Some(count, "", "", "other", "others")}");

    public string SiteHealth => Say("État du site", "Site status");

    public string Database => Say("Base de données", "Database");

    public string ContentVersion(int version) => Say($"à jour, version {version}", $"up to date, version {version}");

    public string ContentIsCurrent => Say("à jour", "up to date");

    public string ContentIsOlder(int version) =>
        Say($"version {version}, des changements du dossier attendent", $"version {version}, and some changes of the folder wait");

    public string PrintablesHealth => Say("Impression (PDF)", "Printables (PDF)");

    public string WeasyPrintIsMissing =>
        Say(
            "WeasyPrint n’est pas installé : des pages à imprimer remplacent les PDF. Installez :",
            "WeasyPrint is not installed: the site offers printable pages instead of PDFs. Install:"
        );

    public string DrawingsAreMissing =>
        Say(
            "Rien ne dessine la carte des liens partagés ni les petites icônes : ces liens restent sans image. Installez :",
            "Nothing draws the card of shared links and the small icons, so such links have no picture. Install:"
        );

    public string Formulas => Say("Formules", "Formulas");

    public string KatexIsMissing =>
        Say(
            "KaTeX n’est pas installé : les formules nouvelles s’affichent telles qu’elles sont tapées. Installez :",
            "KaTeX is not installed: the site shows new formulas as they are typed. Install:"
        );

    public string MailTrouble => Say("des courriels ne partent pas :", "some emails could not be sent:");

    public string MailStaysInFolder => Say("dans un dossier", "to a folder");

    public string MailStaysInRehearsal => Say("pendant la répétition, aucun courriel ne part.", "no email is sent during the rehearsal.");

    public string MailNeedsServer =>
        Say("aucun courriel ne part tant que Mail:Smtp:Host n’est pas réglé.", "no email is sent until Mail:Smtp:Host is set.");

    public string SiteClockName => Say("Horloge", "Clock");

    public string ClockRehearses => Say("en répétition,", "rehearsal,");

    public string ClockIsReal => Say("heure réelle,", "real time,");
}
