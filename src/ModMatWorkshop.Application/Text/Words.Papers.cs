using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Text;

// What is printed, and the page from which organisers print it
public sealed partial class Words
{
    // Who somebody is
    public string RoleName(Role role) => role switch
    {
        Role.Organiser => Say("Organisation", "Organiser"),
        Role.InvitedTalk => Say("Conférence invitée", "Invited talk"),
        Role.Talk => Say("Exposé", "Talk"),
        Role.Poster => Say("Poster", "Poster"),
        _ => Say("Participation", "Participant"),
    };

    // The page of papers
    public string PapersLead => Say(
        "Tout ce qui s’imprime, prêt pour l’imprimante. Ce qui porte des noms n’est jamais conservé sur le serveur ; le journal note qui l’a produit.",
        "All that is printed, ready for the printer. What bears names is never kept on the server; the log notes who made it.");

    public string PaperColumn => Say("Papier", "Paper");

    public string PaperPageColumn => Say("Page", "Page");

    public string PaperName(string name) => name switch
    {
        "book" => Book,
        "programme-a4" => Say("Programme sur une feuille", "Programme on one sheet"),
        "programme-a3" => Say("Programme, affiche", "Programme, poster"),
        "poster-labels" => Say("Étiquettes des panneaux", "Board labels"),
        "badges" => Say("Badges", "Badges"),
        "sign-in" => Say("Feuilles d’émargement", "Sign-in sheets"),
        "certificates" => Say("Attestations de présence", "Certificates of attendance"),
        "door" => DoorList,
        "caterer" => CatererSheet,
        "funder" => FunderReport,
        _ => name,
    };

    public string PaperPurpose(string name) => name switch
    {
        "book" => Say("Pour chaque participant et pour les archives : tous les résumés, le programme, les index.", "For each participant and for the archives: all the abstracts, the programme, the indexes."),
        "programme-a4" => Say("À glisser dans la pochette. Une feuille A4.", "To slip into the folder. One sheet of A4."),
        "programme-a3" => Say("À afficher à l’entrée et près du café. Une feuille A3.", "To put up at the entrance and near the coffee. One sheet of A3."),
        "poster-labels" => Say("Au-dessus de chaque poster : numéro, titre, code QR du résumé. Deux par feuille A4.", "Above each poster: number, title, QR code of the abstract. Two on a sheet of A4."),
        "badges" => Say("Pour les personnes qui ont une place en salle. Quatre par feuille A4, au format A6 ; le code QR est celui du billet.", "For those who have a seat in the room. Four on a sheet of A4, of A6 size; the QR code is that of the ticket."),
        "sign-in" => Say("À signer par demi-journée, pour les financeurs et les hôtes. Des lignes vides à la fin.", "To be signed each half-day, for funders and hosts. Empty lines at the end."),
        "certificates" => Say("Une par personne présente, avec les demi-journées et les heures relevées. Après la dernière demi-journée ; chacun trouve aussi la sienne sur sa page.", "One for each person who was there, with the half-days and hours that were recorded. After the last half-day; everybody finds theirs on their own page too."),
        "door" => Say("Pour l’accueil du bâtiment, jour par jour.", "For the reception of the building, day by day."),
        "caterer" => Say("Pour le traiteur : des nombres et des régimes, sans noms.", "For the caterer: numbers and diets, without names."),
        "funder" => Say("Pour les financeurs, en nombres.", "For funders, in numbers."),
        _ => "",
    };

    public string PaperPage => Say("page", "page");

    public string AllPapers => Say("Tous les papiers dans une archive", "All the papers in one archive");

    public string AllPapersHint => Say("Les PDF se font l’un après l’autre : une page dit où cela en est, puis donne l’archive.", "The PDFs are made one after the other: a page says how far they are, and then hands over the archive.");

    // The page of who waits for one
    public string PaperIsMade(bool archive) => archive
        ? Say("Les PDF se préparent. L’archive arrivera d’elle-même quand le dernier sera prêt.", "The PDFs are being made. The archive comes by itself when the last one is ready.")
        : Say("Le PDF se prépare. Il arrivera de lui-même, en quelques secondes.", "The PDF is being made. It comes by itself, in a few seconds.");

    public string PaperIsReady(bool archive) => archive ? Say("L’archive est prête et arrive.", "The archive is ready and on its way.") : Say("Le PDF est prêt et arrive.", "The PDF is ready and on its way.");

    public string PaperFetch(bool archive) => archive ? Say("Télécharger l’archive", "Download the archive") : Say("Télécharger le PDF", "Download the PDF");

    public string PaperIsNotMade => Say("Rien ne se prépare ici : ce qui l’était a été remis, ou n’a pas été demandé.", "Nothing is being made here: what was has been handed over, or nobody has asked for it.");

    public string PaperMake => Say("Le préparer", "Make it");

    public string PaperMeanwhile => Say("Le lire comme une page", "Read it as a page");

    public string PaperState(string state) => state switch
    {
        "done" => Say("prêt", "ready"),
        "running" => Say("en cours", "being made"),
        "failed" => Say("impossible", "not possible"),
        _ => Say("en attente", "waiting"),
    };

    public string PaperIn(Domain.Language which) => which == Domain.Language.English ? Say("en anglais", "in English") : Say("en français", "in French");

    public string SomeBadges => Say("Quelques badges seulement", "Only some badges");

    public string BadgeNumber => Say("Numéro d’inscription", "Registration number");

    public string BadgeReprint => Say("Refaire un badge", "Make one badge again");

    public string BadgeBlanks => Say("Badges vierges", "Blank badges");

    public string BadgeBlanksMake => Say("Les faire", "Make them");

    public string OneHalfDay => Say("Une seule demi-journée", "One half-day only");

    public string PrintingIsMissing => Say(
        "WeasyPrint n’est pas installé sur ce serveur : les pages s’impriment depuis le navigateur. Pour avoir les PDF :",
        "WeasyPrint is not installed on this server: the pages are printed from the browser. To have the PDFs:");

    public string FontIsMissing(string characters) => Say(
        $"Aucune police du serveur n’a ces caractères, qui manqueraient aux noms sur les PDF : {characters}. Pour le chinois, le japonais et le coréen :",
        $"No font of the server has these characters, which names in PDFs would lack: {characters}. For Chinese, Japanese and Korean:");

    public string PrintingFailed => Say(
        "Le PDF n’a pas pu être produit cette fois ; le journal du serveur dit pourquoi. Réessayez, ou imprimez cette page.",
        "The PDF could not be made this time; the server’s log says why. Try again, or print this page.");

    /// <summary>Why somebody who asked for a PDF sees a page, by the value under which the redirect carries it; null for any other.</summary>
    public string? WhyNoPdf(string? key) => key switch
    {
        "missing" => PdfNotAvailable,
        "failed" => PrintingFailed,
        _ => null,
    };

    public string NotInTheArchive(string names) => Say(
        $"Ces papiers n’ont pas pu être produits : {names}. Le journal du serveur dit pourquoi ; demandez-les un par un depuis la page des papiers.",
        $"These papers could not be made: {names}. The server’s log says why; ask for them one by one on the page of papers.");

    public string PrintHere => Say("Pour le papier : imprimez cette page, sans marges ajoutées.", "For paper: print this page, without added margins.");

    public string BackToPapers => Say("Tous les papiers", "All the papers");

    public string NobodyForThisPaper => Say("Personne : aucune inscription confirmée n’a de place en salle.", "Nobody: no confirmed registration has a seat in the room.");

    public string NoPosters => Say("Le programme n’a pas de poster.", "The programme has no poster.");

    public string OnlyARehearsal => Say("Répétition : ce papier n’est pas réel.", "Rehearsal: this paper is not real.");

    // Labels
    public string BoardWord => Say("Panneau", "Board");

    public string BoardCode => Say("Le résumé, sur votre téléphone", "The abstract, on your telephone");

    // The book
    public string PracticalInformation => Say("Informations pratiques", "Practical information");

    public string KeywordIndex => Say("Index des mots-clés", "Index of keywords");

    // The programme on a sheet
    public string OnlineProgramme => Say("Le programme à jour, avec les résumés", "The programme of the day, with the abstracts");

    // The sign-in sheet
    public string SignInSheet => Say("Feuille d’émargement", "Sign-in sheet");

    public string RemoteSheet => Say("Relevé des présences à distance", "Record of remote attendance");

    public string SheetDate => Say("Date", "Date");

    public string SheetHours => Say("Horaires", "Hours");

    public string SheetPlace => Say("Lieu", "Place");

    public string SheetOrganiser => Say("Organisation", "Organiser");

    public string SheetSessions => Say("Sessions", "Sessions");

    public string Signature => Say("Signature", "Signature");

    public string LogIn => Say("Connexion", "Log-in");

    public string LastOnStream => Say("Dernière présence", "Last seen");

    public string Beats => Say("Signaux", "Beats");

    public string ZoneOfHours => Say("Fuseau", "Time zone");

    public string SheetPage(int page, int pages) => Say($"Page {page} sur {pages}", $"Page {page} of {pages}");

    public string NoTalks => Say("aucune séance", "no session");

    public string ByStream => Say("par streaming", "by streaming");

    // Letters to participants
    public string ConfirmationOfRegistration => Say("Confirmation d’inscription", "Confirmation of registration");

    public string LetterOfInvitation => Say("Lettre d’invitation", "Letter of invitation");

    public string LettersHint => Say("Pour une demande d’ordre de mission, ou pour votre laboratoire.", "For a travel order, or for your laboratory.");

    public string BackToMyRegistration => Say("Mon inscription", "My registration");

    public string DoneAt(string city, string date) => Say($"{city}, le {date}", $"{city}, {date}");

    public string WeConfirm(string workshop) => Say(
        $"Le comité d’organisation confirme l’inscription de la personne nommée ci-dessous à l’atelier « {workshop} ».",
        $"The organising committee confirms that the person named below is registered for the workshop “{workshop}”.");

    public string WeInvite(string workshop, string dates, string where, bool inTheRoom) => inTheRoom
        ? Say($"Le comité d’organisation a le plaisir de vous inviter à l’atelier « {workshop} », qui se tient {dates}, {where}.", $"The organising committee is pleased to invite you to the workshop “{workshop}”, which takes place {dates} at {where}.")
        : Say($"Le comité d’organisation a le plaisir de vous inviter à suivre à distance l’atelier « {workshop} », qui se tient {dates}, {where}.", $"The organising committee is pleased to invite you to follow remotely the workshop “{workshop}”, which takes place {dates} at {where}.");

    public string FromTo(DateOnly start, DateOnly end) => start == end
        ? Say($"le {DayWithYear(start)}", $"on {DayWithYear(start)}")
        : Say($"du {Day(start)} au {DayWithYear(end)}", $"from {Day(start)} to {DayWithYear(end)}");

    public string YouPresent(Role role) => role == Role.Poster ? Say("Vous y présentez un poster :", "You present a poster:") : Say("Vous y donnez un exposé :", "You give a talk:");

    /// <summary>What stands before a title in a sentence, and what after it.</summary>
    public string QuoteOpens => Say("«\u202F", "“");

    public string QuoteCloses => Say("\u202F»", "”");

    public string YourSeat => Say("Une place en salle vous est réservée pour les demi-journées suivantes :", "A seat in the room is kept for you on these half-days:");

    public string YourStream => Say("Votre inscription vaut pour les demi-journées suivantes :", "Your registration holds for these half-days:");

    public string ForTheTravelOrder => Say(
        "Cette lettre peut être jointe à une demande d’ordre de mission, avec le programme. Elle n’engage aucune prise en charge de frais par les organisateurs.",
        "This letter may be enclosed with a request for a travel order, together with the programme. It implies no payment of expenses by the organisers.");

    public string DearParticipant(string name) => Say($"À l’attention de {name}", $"To {name}");

    public string Participant => Say("Participant ou participante", "Participant");

    public string Participation => Say("Participation", "Attendance");

    public string DatesLabel => Say("Dates", "Dates");

    public string Included => Say("Compris", "Included");

    public string IncludedInTheRoom(string meals) => meals.Length == 0
        ? Say("l’accès aux séances et aux posters", "access to the sessions and the posters")
        : Say($"l’accès aux séances et aux posters ; {meals}", $"access to the sessions and the posters; {meals}");

    public string IncludedRemotely => Say("l’accès à la diffusion en direct", "access to the live stream");

    public string Presentation => Say("Communication", "Contribution");

    public string RegistrationLabel => Say("Inscription", "Registration");

    public string RegistrationConfirmedOn(int number, string? when) => when is null ? Say($"n° {number}, confirmée", $"no. {number}, confirmed") : Say($"n° {number}, confirmée le {when}", $"no. {number}, confirmed on {when}");

    public string ForTheCommittee => Say("Pour le comité d’organisation", "For the organising committee");

    public string HeldBy(string network, string sponsors) => sponsors.Length == 0 ? network : Say($"{network}, avec le soutien de {sponsors}", $"{network}, supported by {sponsors}");
}
