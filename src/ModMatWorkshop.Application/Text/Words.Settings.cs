namespace ModMatWorkshop.Application.Text;

// Settings
public sealed partial class Words
{
    public string SettingsLead =>
        Say(
            "Ce que vous changez ici l’emporte sur les fichiers, jusqu’au « retour au fichier ».",
            "What you set here overrides the files, until you choose “Back to the file”."
        );

    public string OnThisPage => Say("Sur cette page", "On this page");

    public string? SettingsDone(string? what) =>
        what switch
        {
            "registration" => Say("C’est fait : les inscriptions suivent votre choix.", "Saved: registration now follows your choice."),
            "capacity" => Say("Le nombre de places est enregistré.", "The number of seats is saved."),
            "dates" => Say("Les dates sont enregistrées.", "The dates are saved."),
            "streams" => Say(
                "La diffusion est enregistrée : les pages ouvertes la suivent en moins d’une demi-minute.",
                "The stream is saved. Open pages update within 30 seconds."
            ),
            "code" => Say("Le code court est enregistré.", "The short code is saved."),
            _ => null,
        };

    public string NothingWasSaved =>
        Say("Rien n’est enregistré : un champ est à corriger.", "Nothing was saved: one field needs correcting.");

    public string AreOpen => Say("ouvertes", "open");

    public string AreClosed => Say("fermées", "closed");

    public string ByTheDates(string opens, string closes) =>
        Say($"selon les dates, du {opens} au {closes}.", $"according to the dates, from {opens} to {closes}.");

    public string ByDecision =>
        Say("par décision des organisateurs, quelles que soient les dates.", "set by an organiser, whatever the dates.");

    public string WorkshopIsOverNobodyRegisters =>
        Say("L’atelier est terminé : personne ne s’inscrit plus.", "The workshop is over: nobody can register any more.");

    public string OpenNow => Say("Ouvrir maintenant", "Open now");

    public string CloseNow => Say("Fermer maintenant", "Close now");

    public string FollowTheDates => Say("Suivre les dates", "Follow the dates");

    public string SeatsName => Say("Places", "Seats");

    public string NumberOfSeats => Say("Nombre de places", "Number of seats");

    public string SeatsNow(int held, int capacity, int pending, int kept, int free, int waiting) =>
        Say(
            $"{Some(held, "occupée", "occupées", "", "")} sur {capacity}{(pending == 0 ? "" : $", dont {pending} à confirmer")}"
                + $"{(kept == 0 ? "" : $" ; {kept} en réserve")} ; {free} {(free < 2 ? "libre" : "libres")} ; {waiting} en liste "
                + $"d’attente.",
            $"{held} of {capacity} held{(pending == 0 ? "" : $", {pending} of them unconfirmed")}"
                + $"{(kept == 0 ? "" : $"; {kept} reserved")}; {free} free; {waiting} on the waiting list."
        );

    public string PreviewChange => Say("Que se passerait-il ?", "What would happen?");

    public string SetSeats => Say("Régler", "Set");

    public string WouldMean(int seats, int offers, int over) =>
        Say(
            $"Avec {Some(seats, "place", "places", "", "")} : "
                + (
                    offers == 0
                        ? "aucune place n’est proposée"
                        : $"{Some(offers, "place est proposée", "places sont proposées", "", "")} aussitôt à la liste d’attente"
                )
                + " ; personne ne perd la sienne"
                + (
                    over == 0 ? "."
                    : over == 1 ? ", et celle de trop n’est plus proposée quand elle se libère."
                    : $", et les {over} de trop ne sont plus proposées quand elles se libèrent."
                ),
            $"With {Some(seats, "", "", "seat", "seats")}: "
                + (
                    offers == 0
                        ? "no seat is offered"
                        : $"{Some(offers, "", "", "seat is", "seats are")} offered to the waiting list at once"
                )
                + "; nobody loses a seat"
                + (over == 0 ? "." : $", and {Some(over, "", "", "extra seat is", "extra seats are")} not offered again when free.")
        );

    public string SeatsSetMeanwhile(string? by, int seats, int asked) =>
        Say(
            $"{(by is null ? "Une autre personne" : by)} a réglé {Some(seats, "place", "places", "", "")} entre-temps ; "
                + $"vous demandez {Some(asked, "place", "places", "", "")}. Rien n’est enregistré : "
                + "réglez à nouveau pour que votre nombre l’emporte.",
            $"{(by is null ? "Somebody else" : by)} has set {Some(seats, "", "", "seat", "seats")} in the meantime; "
                + $"you asked for {Some(asked, "", "", "seat", "seats")}. Nothing was saved: set it again if your number should stand."
        );

    public string DatesSetMeanwhile =>
        Say(
            "Un autre organisateur a changé ces réglages entre-temps : rien n’est enregistré. Sous chaque champ qui diffère, "
                + "vous voyez sa valeur. Enregistrez à nouveau pour que les vôtres l’emportent.",
            "Another organiser has changed these settings in the meantime, so nothing was saved. Their value is under each field "
                + "that differs. Save again if yours should stand."
        );

    public string NowSetTo(string what) => Say($"réglé entre-temps : {what}", $"set in the meantime: {what}");

    public string ReservedLabel => Say("Places de la réserve", "Seats of the reserve");

    public string SeatsMean =>
        Say(
            "Plus de places : elles sont aussitôt proposées à la liste d’attente. Moins : personne ne perd la sienne.",
            "More seats: the waiting list is offered them at once. Fewer: nobody loses a seat."
        );

    public string FileSays(string what) => Say($"fichier : {what}", $"file: {what}");

    public string BackToFile(string what) => Say($"Retour au fichier : {what}", $"Back to the file: {what}");

    public string BackToFileShort => Say("Retour au fichier", "Back to the file");

    public string AllBackToFile => Say("Tout comme dans le fichier", "Everything as in the file");

    public string AsInFile => Say("comme dans le fichier", "as in the file");

    public string DatesName => Say("Dates", "Dates");

    public string EmptyIsFile =>
        Say("Un champ vide suit le fichier, ou la valeur par défaut.", "An empty field uses the file’s value, or the default.");

    public string OpensLabel => Say("Ouverture des inscriptions", "Registration opens");

    public string ClosesLabel => Say("Dernier jour des inscriptions", "Last day of registration");

    public string ReservedUntilLabel => Say("Réserve gardée jusqu’au", "Reserve kept until");

    public string UntilRegistrationCloses => Say("fichier : jusqu’à la fin des inscriptions", "file: until registration closes");

    public string OffersUntilLabel => Say("Dernier jour des propositions de places", "Last day for offering seats");

    public string UsuallyUntilTheStart => Say("par défaut : jusqu’au début de l’atelier", "default: until the workshop starts");

    public string OfferHoursLabel => Say("Durée d’une proposition, en heures", "How long an offer lasts, in hours");

    public string LastOfferHoursLabel => Say("Durée dans les trois derniers jours", "How long in the last three days");

    public string UsuallyHours(int hours) =>
        Say($"par défaut : {hours} h, jamais au-delà du début", $"default: {hours} h, never past the start");

    public string ClosesBeforeItOpens =>
        Say("Les inscriptions ne peuvent pas finir avant d’avoir commencé.", "Registration cannot close before it opens.");

    public string NotADate => Say("Indiquez une date comme 2021-09-20.", "Enter a date like 2021-09-20.");

    public string WholeNumber(int least, int most) =>
        Say($"Indiquez un nombre entier de {least} à {most}.", $"Enter a whole number from {least} to {most}.");

    public string Streams => Say("Diffusion", "Streams");

    public string StreamsLead =>
        Say(
            "L’adresse n’est montrée qu’ici et sur la page du direct, aux personnes confirmées, d’un "
                + "quart d’heure avant la session à un quart d’heure après. Un champ vide : pas de diffusion.",
            "The address is shown only here and on the live page, to confirmed participants, from "
                + "15 minutes before the session to 15 minutes after it. An empty field means no stream."
        );

    public string SaveStream(int session) =>
        Say($"Enregistrer la diffusion de la session {session}", $"Save the stream of session {session}");

    public string StreamBack(int session) => Say($"Session {session} : retour au fichier", $"Session {session}: back to the file");

    public string StreamMustBeHttps =>
        Say("Indiquez une adresse complète qui commence par https://.", "Enter a full address that starts with https://.");

    public string NoAddress => Say("aucune adresse", "no address");

    public string NoAddressAnywhere => Say("aucune adresse, ni ici ni dans le fichier", "no address, here or in the file");

    public string ShortCodeName => Say("Code court", "Short code");

    public string ShortCodeLead(string address) =>
        Say(
            $"À lire à voix haute pour les personnes qui ont perdu leur lien : il ouvre {address}, ce jour-là seulement. "
                + "Un nouveau code déconnecte celles qui sont entrées avec le précédent.",
            $"Read it out for people who have lost their link: it opens {address}, on that day only. "
                + "A new code signs out anybody who used the previous one."
        );

    public string CodeIsFor(string day, int when) =>
        when switch
        {
            0 => Say("valable aujourd’hui", "valid today"),
            > 0 => Say($"valable le {day}", $"valid on {day}"),
            _ => Say($"expiré : valable le {day}", $"expired: it was valid on {day}"),
        };

    public string NoCode => Say("aucun code", "no code");

    public string GoodOn => Say("Valable le", "Valid on");

    public string MakeCode => Say("Tirer un code", "Generate a code");

    public string AnotherCode => Say("Tirer un autre code", "Generate another code");

    public string SwitchCodeOff => Say("Supprimer le code", "Remove the code");

    public string OwnCode => Say("ou un code à vous", "or a code of your own");

    public string UseThisCode => Say("Utiliser celui-ci", "Use this code");

    public string CodeMustHaveDigits(int digits) =>
        Say($"Un code a {digits} chiffres ; les espaces ne comptent pas.", $"A code has {digits} digits; spaces are ignored.");
}
