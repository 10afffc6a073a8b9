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

    public string PrintQueueFull => Say("Trop de PDF à la fois", "Too many PDFs at once");

    public string PrintQueueFullLead =>
        Say(
            "Beaucoup de PDF sont déjà en préparation. Redemandez le vôtre dans une minute.",
            "Many PDFs are already being made. Request yours again in a minute."
        );

    /// <summary>The reason why a page is shown instead of the PDF, by the key in the redirect; null for an unknown key.</summary>
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

    public string OnlyARehearsal => Say("Répétition : ce document n’est pas réel.", "Rehearsal: this document is not real.");

    // Shared by the sign-in sheets and the confirmation
    public string SheetPlace => Say("Lieu", "Venue");

    public string SheetOrganiser => Say("Organisation", "Organiser");

    // Letters to participants
    public string ConfirmationOfRegistration => Say("Confirmation d’inscription", "Confirmation of registration");

    public string LetterOfInvitation => Say("Lettre d’invitation", "Letter of invitation");

    public string LettersHint =>
        Say("Pour une demande d’ordre de mission, ou pour votre laboratoire.", "For a travel request, or for your laboratory.");

    public string BackToMyRegistration => Say("Mon inscription", "My registration");

    public string DoneAt(string city, string date) => Say($"{city}, le {date}", $"{city}, {date}");

    public string FromTo(DateOnly start, DateOnly end) =>
        start == end
            ? Say($"le {DayWithYear(start)}", $"on {DayWithYear(start)}")
            : Say($"du {Day(start)} au {DayWithYear(end)}", $"from {Day(start)} to {DayWithYear(end)}");

    /// <summary>The opening quotation mark before a title in a sentence.</summary>
    public string QuoteOpens => Say("«\u202F", "“");

    public string QuoteCloses => Say("\u202F»", "”");

    public string ForTheCommittee => Say("Pour le comité d’organisation", "For the organising committee");
}
