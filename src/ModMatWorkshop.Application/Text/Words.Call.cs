using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Application.Text;

// The call for abstracts, as authors read it
public sealed partial class Words
{
    public string Call => Say("Appel à contributions", "Call for abstracts");

    /// <summary>For the menu.</summary>
    public string CallShort => Say("Appel", "Call");

    public string SubmitAnAbstract => Say("Proposer un résumé", "Submit an abstract");

    /// <summary>The name of a kind, by its key in content files.</summary>
    public string KindName(string key, Workshop workshop) =>
        workshop.Kinds.FirstOrDefault(k => k.Key == key) is { } own ? Of(own.Name) : BuiltInKind(key);

    /// <summary>"lundi 15 mars 2027 à 18 h 00 (heure de Paris)"; midnight is the end of the day before.</summary>
    public string CallInstant(DateTimeOffset instant, Workshop workshop, bool isEnd = false)
    {
        var city = ZoneName(workshop.TimeZoneId);
        var when = isEnd ? Until(instant, workshop.TimeZone) : Instant(instant, workshop.TimeZone);
        return language == Domain.Language.English ? $"{when} ({city} time)" : $"{when} (heure de {city})";
    }

    public string CallOpensLead => Say("L’appel ouvrira le", "The call opens on");

    public string CallOpenLead => Say("L’appel est ouvert jusqu’au", "The call is open until");

    public string CallUntilLead => Say("Il fermera le", "It closes on");

    public string CallClosedLead => Say("L’appel est clos depuis le", "The call closed on");

    /// <summary>Before the deadline in the reader's own time zone.</summary>
    public string InYourZone => Say("Chez vous :", "Your time:");

    public string ZoneIsNamed => Say("Les heures sont celles du lieu de l’atelier.", "Times are those of the workshop’s venue.");

    public string HowItWorks => Say("Comment cela se passe", "How it works");

    public string NoAccountNeeded =>
        Say(
            "Pas de compte à créer : dès que vous donnez votre adresse, ce que vous écrivez est gardé, "
                + "et un lien personnel part par courriel pour continuer ici ou sur un autre appareil.",
            "No account is needed: once you enter your address, what you write is kept, "
                + "and we email you a personal link to continue here or on another device."
        );

    public string EditUntilDeadline =>
        Say(
            "Jusqu’à la date limite, vous pouvez modifier votre résumé, le soumettre de nouveau ou le retirer.",
            "Until the deadline you can change your abstract, submit it again or withdraw it."
        );

    public string KindsAskedFor(string kinds) => Say($"On peut proposer : {kinds}.", $"You can propose: {kinds}.");

    public string AbstractLength(int length, int figures) =>
        Say(
            $"Un résumé a au plus {Some(length, "caractère imprimé", "caractères imprimés", "", "")}",
            $"An abstract has at most {Some(length, "", "", "printed character", "printed characters")}"
        )
        + (
            figures == 0
                ? "."
                : Say(
                    $", et {Some(figures, "figure", "figures", "", "")} au plus.",
                    $", and at most {Some(figures, "", "", "figure", "figures")}."
                )
        );

    public string ReviewIsBlind =>
        Say(
            "La relecture est anonyme : les relecteurs ne voient ni les noms ni les laboratoires. Ne vous nommez pas dans le résumé.",
            "Review is blind: reviewers see neither names nor affiliations. Do not name yourself in the abstract."
        );

    public string AnswersBy(string day) => Say($"Le comité répond au plus tard le {day}.", $"The committee answers by {day}.");

    public string CommitteeAnswers =>
        Say("Le comité lit ensuite les résumés et vous écrit.", "The committee then reads the abstracts and writes to you.");

    public string LinkStillShows =>
        Say(
            "Votre lien personnel montre ce que nous avons reçu, et permet encore de le retirer.",
            "Your personal link shows what we have received, and still lets you withdraw it."
        );

    public string SubmittedAlready =>
        Say(
            "Déjà commencé ? Le lien est dans le courriel que vous avez reçu.",
            "Already started? The link is in the email that we sent you."
        );

    public string SendItAgain => Say("Recevoir ce lien de nouveau", "Send the link again");

    // The form
    public string YourAddress => Say("Votre adresse électronique", "Your email address");

    public string YourAddressHint =>
        Say(
            "Le lien de votre résumé et les réponses du comité y arrivent. Elle n’est pas publiée.",
            "The link to your abstract and the answers of the committee go there. It is not published."
        );

    public string AddressToKeep =>
        Say("Pour garder ce texte, il faut une adresse électronique.", "To keep this text, we need an email address.");

    public string KeepDraft => Say("Garder le brouillon", "Keep the draft");

    public string SubmitAbstract => Say("Soumettre", "Submit");

    public string SubmitChanges => Say("Soumettre les changements", "Submit the changes");

    public string AuthorNumber(int number) => Say($"Auteur {number}", $"Author {number}");

    public string AffiliationNumber(int number) => Say($"Laboratoire {number}", $"Affiliation {number}");

    public string AffiliationExample =>
        Say("Laboratoire, ville : Institut de physique, Lyon", "Laboratory, town: Institute of Physics, Lyon");

    public string WorksAt => Say("Laboratoires", "Affiliations");

    public string WorksAtNumbers => Say("Numéros des laboratoires", "Numbers of the affiliations");

    public string PresentsTheWork => Say("présente le travail", "presents the work");

    public string AddAuthor => Say("Ajouter un auteur", "Add an author");

    public string AddAffiliation => Say("Ajouter un laboratoire", "Add an affiliation");

    public string RemoveAuthor(int number) => Say($"Retirer l’auteur {number}", $"Remove author {number}");

    public string MoveAuthorUp(int number) => Say($"Monter l’auteur {number}", $"Move up author {number}");

    public string RemoveAffiliation(int number) => Say($"Retirer le laboratoire {number}", $"Remove affiliation {number}");

    public string RemoveShort => Say("Retirer", "Remove");

    public string UpShort => Say("Monter", "Move up");

    public string PasteAuthors => Say("Coller une ligne d’auteurs", "Paste a line of authors");

    public string PasteAuthorsHint =>
        Say(
            "Comme dans un article : A. Durand¹, B. Müller¹˒² et C. Kim², puis les laboratoires, un par ligne : "
                + "1 Institut de physique, Lyon.",
            "As in a paper: A. Durand¹, B. Müller¹˒² and C. Kim², then the affiliations, one a line: 1 Institute of Physics, Lyon."
        );

    public string ReadAuthors => Say("Lire cette ligne", "Read this line");

    public string NoAuthorsInLine => Say("Cette ligne ne contient aucun nom.", "This line has no names.");

    public string AuthorsRead(int authors, int affiliations) =>
        Say(
            $"Lu : {Some(authors, "auteur", "auteurs", "", "")}, {Some(affiliations, "laboratoire", "laboratoires", "", "")}. Relisez-les.",
            $"Read: {Some(authors, "", "", "author", "authors")}, "
                + $"{Some(affiliations, "", "", "affiliation", "affiliations")}. Please check them."
        );

    public string RowRemoved => Say("La ligne est retirée.", "The row is removed.");

    public string AbstractCleaned => Say("Le texte collé est nettoyé. Voyez l’aperçu.", "The pasted text is cleaned. See the preview.");

    public string UndoIt => Say("Annuler", "Undo");

    public string Undone => Say("C’est annulé.", "Undone.");

    public string PrintedCount(int printed, int most) =>
        Say($"Longueur imprimée : {printed} sur {most}", $"Printed length: {printed} of {most}");

    public string SubmissionPreviewTitle => Say("Aperçu", "Preview");

    public string PreviewIsThePage => Say("Votre résumé comme le site le montrera.", "Your abstract as the site will show it.");

    public string NothingWrittenYet => Say("Rien n’est encore écrit.", "Nothing is written yet.");

    public string Untitled => Say("Sans titre", "Untitled");

    // After sending
    public string DraftKept(string email) =>
        Say(
            $"Le brouillon est gardé. Un lien pour continuer est parti à {email}. Il n’est pas encore soumis.",
            $"The draft is kept. A link to continue has been sent to {email}. It is not submitted yet."
        );

    public string DraftKeptAgain =>
        Say("Le brouillon est gardé. Il n’est pas encore soumis.", "The draft is kept. It is not submitted yet.");

    public string ChangesKept =>
        Say(
            "Les changements sont gardés, mais pas encore soumis : ce qui compte est la version soumise.",
            "Your changes are kept but not submitted yet: what counts is the submitted version."
        );

    public string KeptButIncomplete => Say("C’est gardé comme brouillon, mais pas soumis.", "It is kept as a draft but not submitted.");

    public string AbstractReceived => Say("Votre résumé est reçu", "We have received your abstract");

    public string ReceivedMeans =>
        Say(
            "Ouvrez le lien de ce courriel pour confirmer votre adresse. Il sert aussi à modifier ou à retirer le résumé.",
            "Open the link in that email to confirm your address. It also lets you change or withdraw the abstract."
        );

    public string CallIsClosedForText =>
        Say(
            "La date limite est passée : rien n’a été enregistré. Votre texte est ci-dessous, copiez-le si vous voulez le garder.",
            "The deadline has passed: nothing was saved. Your text is below; copy it if you want to keep it."
        );

    public string CallIsNotOpenYet =>
        Say("L’appel n’est pas encore ouvert : rien n’a été enregistré.", "The call is not open yet: nothing was saved.");

    public string TakenFromOtherDevice(string fields) =>
        Say(
            $"Un autre appareil avait changé : {fields}. Les deux sont réunis ; relisez.",
            $"Another device had changed: {fields}. Both are put together; please check."
        );

    public string ChangedOnOtherDevice => Say("Un autre appareil a changé les mêmes champs", "Another device has changed the same fields");

    public string ChangedOnOtherDeviceMeans =>
        Say(
            "Rien n’est encore enregistré. Vos textes sont dans le formulaire, ceux de l’autre appareil ci-dessous. "
                + "Enregistrez de nouveau : le formulaire l’emporte.",
            "Nothing is saved yet. Your texts are in the form, those of the other device below. Save again: the form wins."
        );

    public string OtherDeviceHas => Say("L’autre appareil a :", "The other device has:");

    public string NothingThere => Say("rien", "nothing");
}
