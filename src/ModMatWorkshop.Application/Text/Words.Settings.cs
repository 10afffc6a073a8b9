namespace ModMatWorkshop.Application.Text;

// The settings
public sealed partial class Words
{
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
        $"{held} tenues sur {capacity}{(pending == 0 ? "" : $", dont {pending} à confirmer")}{(kept == 0 ? "" : $" ; {kept} en réserve")} ; {free} {(free == 1 ? "libre" : "libres")} ; {waiting} en file.",
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
}
