using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Text;

// Printables and their page
public sealed partial class Words
{
    // Roles
    public string RoleName(Role role) =>
        role switch
        {
            Role.Organiser => Say("Organisation", "Organiser"),
            Role.InvitedTalk => Say("Conférence invitée", "Invited talk"),
            Role.Talk => Say("Exposé", "Talk"),
            Role.Poster => Say("Poster", "Poster"),
            _ => Say("Participation", "Participant"),
        };

    // The printables page
    public string PrintablesLead =>
        Say(
            "Tout ce qui s’imprime, prêt pour l’imprimante. Les documents qui portent des noms "
                + "ne sont jamais conservés sur le serveur ; le journal note qui les a produits.",
            "Everything to print, ready for the printer. "
                + "Documents with names are never kept on the server; the audit log records who made them."
        );

    public string PrintableColumn => Say("Document", "Printable");

    public string PrintablePageColumn => Say("Page", "Page");

    public string PrintableName(string name) =>
        name switch
        {
            "book" => Book,
            "programme-a4" => Say("Programme sur une feuille", "Programme on one sheet"),
            "programme-a3" => Say("Programme, affiche", "Programme, wall poster"),
            "poster-labels" => Say("Étiquettes des panneaux", "Board labels"),
            "badges" => Say("Badges", "Badges"),
            "sign-in" => Say("Feuilles d’émargement", "Sign-in sheets"),
            "certificates" => Say("Attestations de présence", "Certificates of attendance"),
            "door" => DoorList,
            "caterer" => CatererSheet,
            "funder" => FunderReport,
            _ => name,
        };

    public string PrintablePurpose(string name) =>
        name switch
        {
            "book" => Say(
                "Pour chaque participant et pour les archives : tous les résumés, le programme, les index.",
                "For every participant and for the archives: all the abstracts, the programme and the indexes."
            ),
            "programme-a4" => Say("À glisser dans la pochette. Une feuille A4.", "For the welcome pack. One A4 sheet."),
            "programme-a3" => Say(
                "À afficher à l’entrée et près du café. Une feuille A3.",
                "For the entrance and the coffee area. One A3 sheet."
            ),
            "poster-labels" => Say(
                "Au-dessus de chaque poster : numéro, titre, code QR du résumé. Deux par feuille A4.",
                "Above each poster: number, title and QR code of the abstract. Two per A4 sheet."
            ),
            "badges" => Say(
                "Pour les personnes qui ont une place en salle. Quatre par feuille A4, au format A6 ; le code QR est celui du billet.",
                "For people who have a seat. Four A6 badges per A4 sheet; the QR code is the one on the ticket."
            ),
            "sign-in" => Say(
                "À signer par demi-journée, pour les financeurs et les hôtes. Des lignes vides à la fin.",
                "To be signed each half-day, for funders and hosts. With blank lines at the end."
            ),
            "certificates" => Say(
                "Une par personne présente, avec les demi-journées et les heures relevées. "
                    + "Après la dernière demi-journée ; chacun trouve aussi la sienne sur sa page.",
                "One for each person who attended, with the half-days and hours recorded. "
                    + "Available after the last half-day; participants also find theirs on their own page."
            ),
            "door" => Say("Pour l’accueil du bâtiment, jour par jour.", "For the building’s reception desk, day by day."),
            "caterer" => Say(
                "Pour le traiteur : des nombres et des régimes, sans noms.",
                "For the caterer: numbers and diets, without names."
            ),
            "funder" => Say("Pour les financeurs, en nombres.", "For funders, in numbers."),
            _ => "",
        };

    public string PrintablePage => Say("page", "page");

    public string AllPrintables => Say("Tous les documents dans une archive", "All printables in one archive");

    public string AllPrintablesHint =>
        Say(
            "Les PDF sont produits l’un après l’autre : une page montre l’avancement, puis télécharge l’archive.",
            "The PDFs are made one after another. A page shows the progress, then downloads the archive."
        );

    // The progress page
    public string PrintableIsMade(bool archive) =>
        archive
            ? Say(
                "Les PDF se préparent. L’archive se téléchargera automatiquement quand le dernier sera prêt.",
                "The PDFs are being made. The archive downloads automatically when the last one is ready."
            )
            : Say(
                "Le PDF se prépare. Il se téléchargera automatiquement dans quelques secondes.",
                "The PDF is being made. It downloads automatically in a few seconds."
            );

    public string PrintableIsReady(bool archive) =>
        archive
            ? Say("L’archive est prête : le téléchargement commence.", "The archive is ready. The download is starting.")
            : Say("Le PDF est prêt : le téléchargement commence.", "The PDF is ready. The download is starting.");

    public string PrintableFetch(bool archive) =>
        archive ? Say("Télécharger l’archive", "Download the archive") : Say("Télécharger le PDF", "Download the PDF");

    public string PrintableIsNotMade =>
        Say(
            "Rien n’est en préparation ici : le document a déjà été téléchargé, ou n’a pas été demandé.",
            "Nothing is being made here. The document has already been downloaded, or nobody has requested it."
        );

    public string PrintableMake => Say("Le préparer", "Make it");

    public string PrintableMeanwhile => Say("Le lire comme une page", "Read it as a web page");

    public string PrintableState(string state) =>
        state switch
        {
            "done" => Say("prêt", "ready"),
            "running" => Say("en cours", "being made"),
            "failed" => Say("échec", "failed"),
            _ => Say("en attente", "waiting"),
        };

    public string PrintableIn(Domain.Language which) =>
        which == Domain.Language.English ? Say("en anglais", "in English") : Say("en français", "in French");

    public string SomeBadges => Say("Quelques badges seulement", "Some badges only");

    public string BadgeNumber => Say("Numéro d’inscription", "Registration number");

    public string BadgeReprint => Say("Réimprimer un badge", "Reprint a badge");

    public string BadgeBlanks => Say("Badges vierges", "Blank badges");

    public string BadgeBlanksMake => Say("Les préparer", "Make them");

    public string OneHalfDay => Say("Une seule demi-journée", "One half-day only");

    public string PrintingIsMissing =>
        Say(
            "WeasyPrint n’est pas installé sur ce serveur : les pages s’impriment depuis le navigateur. Pour avoir les PDF :",
            "WeasyPrint is not installed on this server, so you print the pages from the browser. To get PDFs:"
        );

    public string FontIsMissing(string characters) =>
        Say(
            "Aucune police du serveur n’a ces caractères, qui manqueraient aux noms sur les PDF : "
                + $"{characters}. Pour le chinois, le japonais et le coréen :",
            "No font on the server has these characters, so they would be missing from names in the PDFs: "
                + $"{characters}. For Chinese, Japanese and Korean:"
        );

    public string PrintingFailed =>
        Say(
            "Le PDF n’a pas pu être produit cette fois ; le journal du serveur dit pourquoi. Réessayez, ou imprimez cette page.",
            "The PDF could not be made this time; see the server log. Try again, or print this page."
        );

    /// <summary>Why a page is shown instead of the PDF, by the key in the redirect; null for an unknown key.</summary>
    public string? WhyNoPdf(string? key) =>
        key switch
        {
            "missing" => PdfNotAvailable,
            "failed" => PrintingFailed,
            _ => null,
        };

    public string NotInTheArchive(string names) =>
        Say(
            $"Ces documents n’ont pas pu être produits : {names}. Le journal du serveur dit pourquoi ; "
                + "demandez-les un par un depuis la page « À imprimer ».",
            $"These printables could not be made: {names}. See the server log; request them one by one on the “Printables” page."
        );

    public string PrintHere =>
        Say(
            "Imprimez cette page depuis votre navigateur, sans marges ajoutées.",
            "Print this page from your browser, without added margins."
        );

    public string BackToPrintables => Say("Tous les documents", "All printables");

    public string NobodyForThisPrintable =>
        Say("Personne : aucune inscription confirmée n’a de place en salle.", "Nobody: no confirmed registration has a seat.");

    public string NoPosters => Say("Le programme n’a pas de poster.", "The programme has no posters.");

    public string OnlyARehearsal => Say("Répétition : ce document n’est pas réel.", "Rehearsal: this document is not real.");

    // Labels
    public string BoardWord => Say("Panneau", "Board");

    public string BoardCode => Say("Le résumé, sur votre téléphone", "The abstract on your phone");

    // The book
    public string PracticalInformation => Say("Informations pratiques", "Practical information");

    public string KeywordIndex => Say("Index des mots-clés", "Keyword index");

    // The programme on a sheet
    public string OnlineProgramme => Say("Le programme à jour, avec les résumés", "The current programme, with the abstracts");

    // The sign-in sheet
    public string SignInSheet => Say("Feuille d’émargement", "Sign-in sheet");

    public string RemoteSheet => Say("Relevé des présences à distance", "Record of remote attendance");

    public string SheetDate => Say("Date", "Date");

    public string SheetHours => Say("Horaires", "Times");

    public string SheetPlace => Say("Lieu", "Venue");

    public string SheetOrganiser => Say("Organisation", "Organiser");

    public string SheetSessions => Say("Sessions", "Sessions");

    public string Signature => Say("Signature", "Signature");

    public string LogIn => Say("Connexion", "Signed in");

    public string LastOnStream => Say("Dernière présence", "Last seen");

    public string Heartbeats => Say("Signaux", "Signals");

    public string ZoneOfHours => Say("Fuseau", "Time zone");

    public string SheetPage(int page, int pages) => Say($"Page {page} sur {pages}", $"Page {page} of {pages}");

    public string NoTalks => Say("aucune séance", "no sessions");

    public string ByStream => Say("en streaming", "by live stream");

    // Letters to participants
    public string ConfirmationOfRegistration => Say("Confirmation d’inscription", "Confirmation of registration");

    public string LetterOfInvitation => Say("Lettre d’invitation", "Letter of invitation");

    public string LettersHint =>
        Say("Pour une demande d’ordre de mission, ou pour votre laboratoire.", "For a travel request, or for your laboratory.");

    public string BackToMyRegistration => Say("Mon inscription", "My registration");

    public string DoneAt(string city, string date) => Say($"{city}, le {date}", $"{city}, {date}");

    public string WeConfirm(string workshop) =>
        Say(
            $"Le comité d’organisation confirme l’inscription de la personne nommée ci-dessous à l’atelier « {workshop} ».",
            $"The organising committee confirms that the person named below is registered for the workshop “{workshop}”."
        );

    public string WeInvite(string workshop, string dates, string where, bool inTheRoom) =>
        inTheRoom
            ? Say(
                $"Le comité d’organisation a le plaisir de vous inviter à l’atelier « {workshop} », qui se tient {dates}, {where}.",
                $"The organising committee is pleased to invite you to the workshop “{workshop}”, which takes place {dates} at {where}."
            )
            : Say(
                "Le comité d’organisation a le plaisir de vous inviter à suivre à "
                    + $"distance l’atelier « {workshop} », qui se tient {dates}, {where}.",
                "The organising committee is pleased to invite you to attend the "
                    + $"workshop “{workshop}” remotely. It takes place {dates} at {where}."
            );

    public string FromTo(DateOnly start, DateOnly end) =>
        start == end
            ? Say($"le {DayWithYear(start)}", $"on {DayWithYear(start)}")
            : Say($"du {Day(start)} au {DayWithYear(end)}", $"from {Day(start)} to {DayWithYear(end)}");

    public string YouPresent(Role role) =>
        role == Role.Poster
            ? Say("Vous y présentez un poster :", "You are presenting a poster:")
            : Say("Vous y donnez un exposé :", "You are giving a talk:");

    /// <summary>The opening quotation mark before a title in a sentence.</summary>
    public string QuoteOpens => Say("«\u202F", "“");

    public string QuoteCloses => Say("\u202F»", "”");

    public string YourSeat =>
        Say("Une place en salle vous est réservée pour les demi-journées suivantes :", "A seat is reserved for you on these half-days:");

    public string YourStream =>
        Say("Votre inscription vaut pour les demi-journées suivantes :", "Your registration covers these half-days:");

    public string ForTheTravelOrder =>
        Say(
            "Cette lettre peut être jointe à une demande d’ordre de mission, avec le programme. "
                + "Elle n’engage aucune prise en charge de frais par les organisateurs.",
            "You may enclose this letter and the programme with a travel request. The organisers make no commitment to pay expenses."
        );

    public string DearParticipant(string name) => Say($"À l’attention de {name}", $"To {name}");

    public string Participant => Say("Participant ou participante", "Participant");

    public string Participation => Say("Participation", "Attendance");

    public string DatesLabel => Say("Dates", "Dates");

    public string Included => Say("Compris", "Included");

    public string IncludedInTheRoom(string meals) =>
        meals.Length == 0
            ? Say("l’accès aux séances et aux posters", "access to the sessions and the posters")
            : Say($"l’accès aux séances et aux posters ; {meals}", $"access to the sessions and the posters; {meals}");

    public string IncludedRemotely => Say("l’accès à la diffusion en direct", "access to the live stream");

    public string Presentation => Say("Communication", "Contribution");

    public string RegistrationLabel => Say("Inscription", "Registration");

    public string RegistrationConfirmedOn(int number, string? when) =>
        when is null
            ? Say($"n° {number}, confirmée", $"no. {number}, confirmed")
            : Say($"n° {number}, confirmée le {when}", $"no. {number}, confirmed on {when}");

    public string ForTheCommittee => Say("Pour le comité d’organisation", "For the organising committee");

    public string HeldBy(string network, string sponsors) =>
        sponsors.Length == 0 ? network : Say($"{network}, avec le soutien de {sponsors}", $"{network}, supported by {sponsors}");
}
