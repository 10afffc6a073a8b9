using System.Globalization;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Web.Data;

namespace ModMatWorkshop.Web.Text;

// The board, the settings, the log, the queue of mails, the content, the site at another instant
public sealed partial class Words
{
    /// <summary>A number of things, in the singular for one, and in French for none.</summary>
    private string Some(int count, string frenchOne, string frenchMore, string englishOne, string englishMore) =>
        Say($"{count} {(count < 2 ? frenchOne : frenchMore)}", $"{count} {(count == 1 ? englishOne : englishMore)}");

    public string ShortDate(DateOnly day) => First(day, day.ToString("d MMM", Culture));

    public string ShortHalfDay(HalfDayOf half) => $"{half.Date.ToString("ddd d MMM", Culture)}, {Half(half.Half)}";

    /// <summary>A moment of the log: 2021-09-01 09:07, in the zone it is given in.</summary>
    public string Stamp(DateTimeOffset local) => local.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    public string PeopleColumn => Say("Personnes", "People");

    public string Registrations => Say("Inscriptions", "Registration");

    public string CountryName(string code) => Countries.All(Language).FirstOrDefault(c => c.Code == code) is { Name: { } name } ? name : code;

    // The board
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

    // How the site does
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

    // The settings
    public string SettingsLead => Say("Ce que vous changez ici l’emporte sur les fichiers, jusqu’au « retour au fichier ».", "What you change here wins over the files, until “back to the file”.");

    public string OnThisPage => Say("Sur cette page", "On this page");

    public string? SettingsDone(string? what) => what switch
    {
        "registration" => Say("C’est fait : les inscriptions suivent votre choix.", "Done: registration follows your choice."),
        "capacity" => Say("Le nombre de places est enregistré.", "The number of seats is saved."),
        "dates" => Say("Les dates sont enregistrées.", "The dates are saved."),
        "streams" => Say("La diffusion est enregistrée : les pages ouvertes la suivent en moins d’une demi-minute.", "The stream is saved: open pages follow within half a minute."),
        "code" => Say("Le code court est enregistré.", "The short code is saved."),
        _ => null,
    };

    public string NothingWasSaved => Say("Rien n’est enregistré : un champ est à corriger.", "Nothing was saved: a field is to be put right.");

    public string AreOpen => Say("ouvertes", "open");

    public string AreClosed => Say("fermées", "closed");

    public string ByTheDates(string opens, string closes) => Say($"selon les dates, du {opens} au {closes}.", $"by the dates, from {opens} to {closes}.");

    public string ByDecision => Say("par décision, quelles que soient les dates.", "by decision, whatever the dates say.");

    public string WorkshopIsOverNobodyRegisters => Say("L’atelier est terminé : personne ne s’inscrit plus.", "The workshop is over: nobody registers any more.");

    public string OpenNow => Say("Ouvrir maintenant", "Open now");

    public string CloseNow => Say("Fermer maintenant", "Close now");

    public string FollowTheDates => Say("Suivre les dates", "Follow the dates");

    public string SeatsName => Say("Places", "Seats");

    public string NumberOfSeats => Say("Nombre de places", "Number of seats");

    public string SeatsStand(int held, int capacity, int pending, int kept, int free, int waiting) => Say(
        $"{held} tenues sur {capacity}{(pending == 0 ? "" : $", dont {pending} à confirmer")}{(kept == 0 ? "" : $" ; {kept} en réserve")} ; {free} libres ; {waiting} en file.",
        $"{held} held of {capacity}{(pending == 0 ? "" : $", {pending} of them to be confirmed")}{(kept == 0 ? "" : $"; {kept} kept back")}; {free} free; {waiting} in line.");

    public string WhatWouldItMean => Say("Que se passerait-il ?", "What would it mean?");

    public string SetSeats => Say("Régler", "Set");

    public string WouldMean(int seats, int offers, int over) => Say(
        $"Avec {Some(seats, "place", "places", "", "")} : {(offers == 0 ? "aucune place n’est proposée" : $"{Some(offers, "place est proposée", "places sont proposées", "", "")} aussitôt à la tête de la file")} ; personne ne perd la sienne{(over == 0 ? "" : $", et les {over} de trop ne sont plus proposées quand elles se libèrent")}.",
        $"With {Some(seats, "", "", "seat", "seats")}: {(offers == 0 ? "no seat is offered" : $"{Some(offers, "", "", "seat is", "seats are")} offered at once to the head of the line")}; nobody loses theirs{(over == 0 ? "" : $", and the {over} too many are not offered again when they are freed")}.");

    public string SeatsMean => Say("Plus de places : la tête de la file en reçoit la proposition aussitôt. Moins : personne ne perd la sienne.", "More seats: the head of the line is offered them at once. Fewer: nobody loses theirs.");

    public string FileSays(string what) => Say($"fichier : {what}", $"file: {what}");

    public string BackToFile(string what) => Say($"Retour au fichier : {what}", $"Back to the file: {what}");

    public string BackToFileShort => Say("Retour au fichier", "Back to the file");

    public string AllBackToFile => Say("Tout comme au fichier", "All as in the file");

    public string AsInFile => Say("comme au fichier", "as in the file");

    public string DatesName => Say("Dates", "Dates");

    public string EmptyIsFile => Say("Un champ vide suit le fichier, ou l’usage.", "An empty field follows the file, or what is usual.");

    public string OpensLabel => Say("Ouverture des inscriptions", "Registration opens");

    public string ClosesLabel => Say("Dernier jour des inscriptions", "Last day of registration");

    public string ReservedUntilLabel => Say("Réserve gardée jusqu’au", "Reserve kept until");

    public string UntilRegistrationCloses => Say("fichier : jusqu’à la fin des inscriptions", "file: until registration closes");

    public string OffersUntilLabel => Say("Dernier jour des propositions de places", "Last day on which seats are offered");

    public string UsuallyUntilTheStart => Say("d’usage : jusqu’au début de l’atelier", "usual: until the workshop begins");

    public string OfferHoursLabel => Say("Durée d’une proposition, en heures", "How long an offer lasts, in hours");

    public string LastOfferHoursLabel => Say("Durée dans les trois derniers jours", "… in the last three days");

    public string UsuallyHours(int hours) => Say($"d’usage : {hours} h, jamais au-delà du début", $"usual: {hours} h, never past the beginning");

    public string ClosesBeforeItOpens => Say("Les inscriptions ne peuvent pas finir avant d’avoir commencé.", "Registration cannot close before it has opened.");

    public string NotADate => Say("Indiquez une date comme 2021-09-20.", "Give a date like 2021-09-20.");

    public string WholeNumber(int least, int most) => Say($"Indiquez un nombre entier de {least} à {most}.", $"Give a whole number from {least} to {most}.");

    public string Streams => Say("Diffusion", "Streams");

    public string StreamsLead => Say(
        "L’adresse n’est montrée qu’ici et sur la page du direct, aux personnes confirmées, d’un quart d’heure avant la session à un quart d’heure après. Un champ vide : pas de diffusion.",
        "The address is shown here and on the live page only, to confirmed people, from a quarter of an hour before the session to a quarter of an hour after it. An empty field: no stream.");

    public string SaveStream(int session) => Say($"Enregistrer la diffusion de la session {session}", $"Save the stream of session {session}");

    public string StreamBack(int session) => Say($"Session {session} : retour au fichier", $"Session {session}: back to the file");

    public string StreamMustBeHttps => Say("Indiquez une adresse entière qui commence par https://.", "Give a whole address that begins with https://.");

    public string NoAddress => Say("aucune adresse", "no address");

    public string NoAddressAnywhere => Say("aucune adresse, ni ici ni au fichier", "no address, neither here nor in the file");

    public string ShortCodeName => Say("Code court", "Short code");

    public string ShortCodeLead(string address) => Say(
        $"À lire à voix haute pour qui a perdu son lien : il ouvre {address}, ce jour-là seulement. Un autre code ferme la porte à qui est entré avec le précédent.",
        $"To be read out to those who lost their link: it opens {address}, on that day only. Another code shuts out who came in with the one before.");

    public string CodeIsFor(string day, int when) => when switch
    {
        0 => Say("valable aujourd’hui", "good today"),
        > 0 => Say($"valable le {day}", $"good on {day}"),
        _ => Say($"échu : valait le {day}", $"expired: it was for {day}"),
    };

    public string NoCode => Say("aucun code", "no code");

    public string GoodOn => Say("Valable le", "Good on");

    public string MakeCode => Say("Tirer un code", "Draw a code");

    public string AnotherCode => Say("Tirer un autre code", "Draw another code");

    public string SwitchCodeOff => Say("Supprimer le code", "Switch the code off");

    public string OwnCode => Say("ou un code à vous", "or a code of your own");

    public string UseThisCode => Say("Prendre celui-ci", "Use this one");

    public string CodeMustHaveDigits(int digits) => Say($"Un code a {digits} chiffres ; les espaces ne comptent pas.", $"A code has {digits} digits; spaces do not count.");

    // The short code, to who comes to the stream
    public string IHaveACode => Say("J’ai un code", "I have a code");

    public string CodeHint => Say("Les chiffres que l’organisation a lus aujourd’hui.", "The digits that the organisers have read out today.");

    public string OpenTheStream => Say("Ouvrir le direct", "Open the stream");

    public string WrongShortCode => Say("Ce code n’ouvre rien aujourd’hui.", "This code opens nothing today.");

    // The site at another instant
    public string Preview => Say("Le site à un autre moment", "The site at another instant");

    public string PreviewLead => Say("Vous seul verrez les pages publiques telles qu’elles seront ; rien d’autre ne change.", "You alone will see the public pages as they will be; nothing else changes.");

    public string PreviewBanner(string instant) => Say($"Aperçu, pour vous seul : ici, il est {instant}.", $"Preview, for you alone: here it is {instant}.");

    public string EndPreview => Say("Revenir à maintenant", "Back to now");

    public string OtherInstant => Say("Un autre moment", "Another instant");

    public string HourLabel => Say("Heure", "Hour");

    public string InZone(string zone) => Say($"Fuseau : {zone}.", $"Zone: {zone}.");

    public string FirstPage => Say("Page", "Page");

    public string LookThen => Say("Regarder", "Look");

    public string NoSuchInstant => Say("Indiquez un jour et une heure, comme 2021-09-22 et 13:20.", "Give a day and an hour, like 2021-09-22 and 13:20.");

    public string Moments => Say("Moments choisis", "Chosen moments");

    public string Moment(string kind, int? session) => kind switch
    {
        "opens" => Say("Ouverture des inscriptions", "Registration opens"),
        "closes" => Say("Fin des inscriptions", "Registration closes"),
        "over" => Say("Après l’atelier", "After the workshop"),
        _ => Say($"Début de la session {session}", $"Session {session} begins"),
    };

    public string PageName(Route route) =>
        route == Routes.Home ? Home : route == Routes.Programme ? Programme : route == Routes.Register ? Registration : route == Routes.Live ? Live : route == Routes.Participants ? Participants
        : route == Routes.News ? News : route == Routes.Abstracts ? Abstracts : route == Routes.Posters ? Posters : route == Routes.Speakers ? Speakers : PracticalInfo;

    // The log
    public string LogLead => Say("Qui a fait quoi, quand et d’où. Les participants y sont des numéros.", "Who did what, when and from where. Participants stand in it by number.");

    public string WhenColumn => Say("Quand", "When");

    public string WhoColumn => Say("Qui", "Who");

    public string WhatColumn => Say("Quoi", "What");

    public string RegistrationNumber => Say("Inscription", "Registration");

    public string ResultColumn => Say("Résultat", "Result");

    public string NetworkColumn => Say("Réseau", "Network");

    public IReadOnlyList<string> LogColumns => [WhenColumn, WhoColumn, WhatColumn, RegistrationNumber, ResultColumn, NetworkColumn];

    public string Everybody => Say("Tout le monde", "Everybody");

    public string Everything => Say("Tout", "Everything");

    public string FromDay => Say("Du", "From");

    public string ToDay => Say("Au", "To");

    public string NoFilter => Say("Sans filtre", "No filter");

    public string AsCsv => Say("En CSV", "As CSV");

    public string Lines(int count) => Some(count, "ligne", "lignes", "line", "lines");

    public string NoLines => Say("Aucune ligne ne correspond.", "No line matches.");

    public string Actor(string actor) => actor switch
    {
        "participant" => Say("un participant", "a participant"),
        "site" => Say("le site", "the site"),
        "command line" => Say("la ligne de commande", "the command line"),
        _ when actor.StartsWith("organiser ", StringComparison.Ordinal) => Say($"organisateur {actor[10..]}", actor),
        _ => actor,
    };

    /// <summary>What stands in the log, in words; as it stands there when it is not known here.</summary>
    public string Action(string action) => ActionWords.TryGetValue(action, out var words) ? Say(words.French, words.English) : action;

    private static readonly Dictionary<string, (string French, string English)> ActionWords = new()
    {
        ["registered"] = ("s’inscrit", "registered"),
        ["confirmed"] = ("confirme", "confirmed"),
        ["asked for a seat"] = ("demande une place", "asked for a seat"),
        ["follows remotely"] = ("passe à distance", "follows remotely"),
        ["accepted the offer"] = ("prend la place proposée", "accepted the offer"),
        ["cancelled"] = ("annule", "cancelled"),
        ["changed the details"] = ("modifie les réponses", "changed the details"),
        ["asked for another address"] = ("demande une autre adresse", "asked for another address"),
        ["took the new address"] = ("prend la nouvelle adresse", "took the new address"),
        ["erased"] = ("efface", "erased"),
        ["invited"] = ("invite", "invited"),
        ["used an invitation"] = ("utilise une invitation", "used an invitation"),
        ["offered a seat"] = ("propose une place", "offered a seat"),
        ["the offer lapsed"] = ("la proposition est échue", "the offer lapsed"),
        ["the hold lapsed"] = ("la place n’est plus gardée", "the hold lapsed"),
        ["forgot diet and access needs"] = ("oublie régime et besoins", "forgot diet and access needs"),
        ["erased when due"] = ("efface à l’échéance", "erased when due"),
        ["set the capacity"] = ("règle le nombre de places", "set the number of seats"),
        ["set registration"] = ("ouvre ou ferme les inscriptions", "opened or closed registration"),
        ["set when registration opens"] = ("règle l’ouverture des inscriptions", "set when registration opens"),
        ["set when registration closes"] = ("règle la fin des inscriptions", "set when registration closes"),
        ["set until when the reserve is kept"] = ("règle la fin de la réserve", "set until when the reserve is kept"),
        ["set until when seats are offered"] = ("règle la fin des propositions", "set until when seats are offered"),
        ["set how long an offer lasts"] = ("règle la durée d’une proposition", "set how long an offer lasts"),
        ["set how long a late offer lasts"] = ("règle la durée d’une proposition tardive", "set how long a late offer lasts"),
        ["set the stream"] = ("règle la diffusion", "set the stream"),
        ["set the short code"] = ("règle le code court", "set the short code"),
        ["read the content again"] = ("relit le contenu", "read the content again"),
        ["exported the log"] = ("exporte le journal", "exported the log"),
        ["retried a mail"] = ("relance un courriel", "retried a mail"),
        ["retried all failed mails"] = ("relance tous les courriels en échec", "retried all failed mails"),
        ["signed in"] = ("se connecte", "signed in"),
        ["signed out"] = ("se déconnecte", "signed out"),
        ["session ended"] = ("ferme une session", "ended a session"),
        ["other sessions ended"] = ("ferme les autres sessions", "ended the other sessions"),
        ["exported the list"] = ("exporte la liste", "exported the list"),
        ["imported"] = ("importe", "imported"),
        ["changed by an import"] = ("change par un import", "changed by an import"),
        ["added"] = ("ajoute", "added"),
        ["corrected the address"] = ("corrige l’adresse", "corrected the address"),
        ["noted something"] = ("écrit une note", "noted something"),
        ["deleted a note"] = ("supprime une note", "deleted a note"),
        ["gave a seat of the reserve"] = ("donne une place de la réserve", "gave a seat of the reserve"),
        ["reinstated"] = ("rétablit", "reinstated"),
        ["revoked an invitation"] = ("révoque une invitation", "revoked an invitation"),
        ["sent the link again"] = ("renvoie le lien", "sent the link again"),
        ["sent the link"] = ("envoie le lien", "sent the link"),
        ["undid the last change"] = ("défait le dernier changement", "undid the last change"),
        ["took back"] = ("défait une action groupée", "undid a bulk action"),
        ["saved a message"] = ("enregistre un message", "saved a message"),
    };

    /// <summary>What came of it, in words where they are known.</summary>
    public string ActionResult(string? result) => result switch
    {
        null => "",
        nameof(Domain.Registrations.Place.Seat) => Say("en salle", "in the room"),
        nameof(Domain.Registrations.Place.Remote) => Say("à distance", "remote"),
        nameof(Domain.Registrations.Place.WaitingList) => Say("en file", "in line"),
        nameof(Domain.Registrations.Place.Offer) => Say("place proposée", "offered a seat"),
        nameof(Domain.Registrations.Place.None) => Say("sans place", "without a place"),
        "AlreadySo" => Say("c’était déjà fait", "it was so already"),
        "TooLate" => Say("trop tard", "too late"),
        "NotNow" => Say("impossible dans cet état", "not possible as it stands"),
        "Unknown" => Say("inconnu", "unknown"),
        "as in the content" => AsInFile,
        "open" => AreOpen,
        "closed" => AreClosed,
        "off" => Say("supprimé", "switched off"),
        "errors" => Say("erreurs", "errors"),
        _ => string.Join(", ", result.Split(' ') is [var wish, var place] && Enum.TryParse<Attendance>(wish, out _) && Enum.TryParse<Place>(place, out _) ? [ActionResult(place)] : new[] { result }),
    };

    // The queue of mails
    public string OutboxStateName(MailState state) => state switch
    {
        MailState.Waiting => Say("en attente", "waiting"),
        MailState.Sent => Say("parti", "sent"),
        MailState.Failed => Say("en échec", "failed"),
        _ => Say("sans objet", "moot"),
    };

    public string MailStates(MailState state) => state switch
    {
        MailState.Sent => Say("partis", "sent"),
        _ => OutboxStateName(state),
    };

    public string MailKindName(MailKind kind) => kind switch
    {
        MailKind.ConfirmAddress => Say("Confirmez votre inscription", "Confirm your registration"),
        MailKind.Confirmed => Say("Inscription confirmée", "Registration confirmed"),
        MailKind.WaitingList => Say("En file d’attente", "In line for a seat"),
        MailKind.Offer => Say("Une place proposée", "A seat offered"),
        MailKind.OfferLapsed => Say("Proposition échue", "Offer lapsed"),
        MailKind.SwitchedToSeat => Say("Passage en salle", "Into the room"),
        MailKind.SwitchedToRemote => Say("Passage à distance", "To remote"),
        MailKind.Cancelled => Say("Inscription annulée", "Registration cancelled"),
        MailKind.LinkAgain => Say("Le lien, à nouveau", "The link again"),
        MailKind.ConfirmNewAddress => Say("Nouvelle adresse à confirmer", "New address to confirm"),
        MailKind.Reminder => Say("Rappel", "Reminder"),
        MailKind.Eve => Say("La veille", "The eve"),
        MailKind.Message => Say("Message des organisateurs", "Message of the organisers"),
        MailKind.Invitation => Say("Invitation", "Invitation"),
        MailKind.OrganiserInvitation => Say("Invitation à organiser", "Invitation to organise"),
        MailKind.PasswordReset => Say("Nouveau mot de passe", "New password"),
        MailKind.PasswordChanged => Say("Mot de passe changé", "Password changed"),
        MailKind.SecondFactorChanged => Say("Second facteur changé", "Second factor changed"),
        MailKind.NewSignIn => Say("Nouvelle connexion", "New sign-in"),
        _ => kind.ToString(),
    };

    public string Retried(int count) => count == 0
        ? Say("Aucun courriel en échec à relancer.", "There was no failed mail to try again.")
        : Some(count, "courriel est relancé.", "courriels sont relancés.", "mail is tried again.", "mails are tried again.");

    public string MailsCount(int count) => Some(count, "courriel", "courriels", "mail", "mails");

    public string MailOfAccount => Say("Ce courriel concerne un compte d’organisation : seule la personne à qui il est destiné le lit.", "This mail is about an organiser’s account: only its recipient reads it.");

    public string NoMailMatches => Say("Aucun courriel ne correspond.", "No mail matches.");

    public string StateLabel => Say("État", "State");

    public string MailKindLabel => Say("Courriel", "Mail");

    public string ToWhom => Say("À", "To");

    public string ErasedPerson => Say("personne effacée", "erased person");

    public string CreatedColumn => Say("Écrit", "Written");

    public string SentColumn => Say("Parti", "Sent");

    public string SentOrNext => Say("Parti, ou prochain essai", "Sent, or next try");

    public string NextTryColumn => Say("Prochain essai", "Next try");

    public string NextTry(string when) => Say($"essai {when}", $"try {when}");

    public string TriesColumn => Say("Essais", "Tries");

    public string Retry => Say("Réessayer", "Try again");

    public string RetryOne(string name) => Say($"Réessayer le courriel à {name}", $"Try the mail to {name} again");

    public string RetryAll(int count) => Say($"Réessayer les {count} en échec", $"Try the {count} failed ones again");

    public string AsWrittenNow => Say("Tel qu’il serait écrit maintenant", "As it would be written now");

    public string ToAddress => Say("À", "To");

    public string SubjectLabel => Say("Objet", "Subject");

    public string AttachmentsLabel => Say("Pièces jointes", "Attachments");

    public string LinksAreMasked => Say("Le lien personnel est masqué : il est le compte du participant.", "The personal link is masked: it is the participant’s account.");

    public string WouldNotBeWritten => Say("Il ne serait plus écrit : ce qu’il dirait n’est plus vrai, ou la personne a été effacée.", "It would not be written any more: what it says is no longer so, or the person has been erased.");

    public string BackToMail => Say("Tous les courriels", "All mails");

    // The content
    public string ContentLead => Say("Ce que dit le dossier des fichiers, et ce qui y manque.", "What the folder of files says, and what it lacks.");

    public string VersionLabel => Say("Version", "Version");

    public string ImportedLabel => Say("Lu le", "Read on");

    public string ReadAgain => Say("Relire maintenant", "Read again now");

    public string ReadsByItself => Say("Un changement est lu de lui-même en deux secondes.", "A change is read by itself within two seconds.");

    public string ReadDone(int added, int changed, int removed) => added + changed + removed == 0
        ? Say("Relu : rien n’a changé.", "Read again: nothing has changed.")
        : Say($"Relu : {added} ajoutés, {changed} changés, {removed} retirés.", $"Read again: {added} added, {changed} changed, {removed} removed.");

    public string ReadBroken => Say("Le dossier a une erreur : rien n’est pris, le site reste comme il était.", "The folder has an error: nothing is taken, the site stays as it was.");

    public string ProblemsCount(int errors, int warnings) => errors + warnings == 0
        ? Say("Rien à signaler", "Nothing to report")
        : Say($"{Some(errors, "erreur", "erreurs", "", "")}, {Some(warnings, "avertissement", "avertissements", "", "")}", $"{Some(errors, "", "", "error", "errors")}, {Some(warnings, "", "", "warning", "warnings")}");

    public string ErrorWord => Say("erreur", "error");

    public string WarningWord => Say("avertissement", "warning");

    public string FileColumn => Say("Fichier, ligne, colonne", "File, line, column");

    public string ProblemColumn => Say("Ce qui ne va pas, que faire", "What is wrong, what to do");
}
