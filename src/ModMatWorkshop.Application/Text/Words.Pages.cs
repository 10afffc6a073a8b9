using System.Globalization;
using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Application.Text;

public sealed partial class Words
{
    // Home
    public string FullProgramme => Say("Tout le programme", "Full programme");

    public string InvitedSpeakers => Say("Conférences invitées", "Invited talks");

    public string About => Say("L’atelier", "The workshop");

    public string Committee => Say("Comité d’organisation", "Organising committee");

    public string Sponsors => Say("Avec le soutien de", "Supported by");

    public string LatestNews => Say("Dernières nouvelles", "Latest news");

    public string AllNews => Say("Toutes les actualités", "All the news");

    public string DayByDay => Say("Jour par jour", "Day by day");

    public string TalkCount(int talks) => Say(talks == 1 ? "1 exposé" : $"{talks} exposés", talks == 1 ? "1 talk" : $"{talks} talks");

    public string PosterCount(int posters) => Say(posters == 1 ? "1 poster" : $"{posters} posters", posters == 1 ? "1 poster" : $"{posters} posters");

    public string SeatsInTheRoom(int seats) => Say(
        $"{seats} places en salle ; tous les autres suivent en direct.",
        $"{seats} seats in the room; everybody else follows by streaming.");

    public string RegistrationDates(string opens, string closes) => Say(
        $"Inscriptions du {opens} au {closes}.",
        $"Registration from {opens} to {closes}.");

    public string ItIsOver => Say("L’atelier est terminé : ce site en est l’archive.", "The workshop is over: this site is its archive.");

    // Programme
    public string ProgrammeLead(string zone) => Say($"Toutes les heures sont celles de {zone}.", $"All hours are those of {zone}.");

    public string HoursIn(string zone) => Say($"Heures affichées : {zone}.", $"Hours shown: {zone}.");

    public string ShowHoursIn => Say("Heures de", "Hours of");

    public string Show => Say("Afficher", "Show");

    public string Days => Say("Jours", "Days");

    public string Print => Say("Imprimer", "Print");

    public string CalendarOfTheDay(string day) => Say($"Calendrier du {day}", $"Calendar of {day}");

    public string Calendar => Say("Calendrier", "Calendar");

    public string ToCalendar(string what) => Say($"Ajouter au calendrier : {what}", $"Add to calendar: {what}");

    public string NothingYet => Say("Le programme n’est pas encore publié.", "The programme is not published yet.");

    public string Offline => Say("Le programme, sans réseau", "The programme, offline");

    // Abstracts
    public string AbstractsLead(int count) => Say(
        $"{count} contributions, invitées, orales et affichées.",
        $"{count} contributions, invited, oral and posters.");

    public string FilterTitle => Say("Filtrer les résumés", "Filter the abstracts");

    public string Session => Say("Session", "Session");

    public string KindLabel => Say("Type", "Kind");

    public string Keyword => Say("Mot-clé", "Keyword");

    public string LanguageLabel => Say("Langue", "Language");

    public string Place => Say("Lieu", "Place");

    public string All => Say("Tous", "All");

    public string AllFeminine => Say("Toutes", "All");

    public string InRoom => Say("en salle", "in the room");

    public string Filter => Say("Filtrer", "Filter");

    public string RemoveFilters => Say("Enlever les filtres", "Clear the filters");

    public string Matching(int count) => count switch
    {
        0 => Say("Aucun résumé ne correspond.", "No abstract matches."),
        1 => Say("1 résumé", "1 abstract"),
        _ => Say($"{count} résumés", $"{count} abstracts"),
    };

    public string WithoutSession => Say("Posters", "Posters");

    public string NameOfLanguage(string tag) => tag switch
    {
        "fr" => Say("français", "French"),
        "en" => Say("anglais", "English"),
        _ => CultureInfo.GetCultureInfo(tag).NativeName,
    };

    // One abstract
    public string CondensedText => Say(
        "Texte condensé par l’équipe du site d’après le résumé des auteurs ; ce ne sont pas leurs mots.",
        "A text condensed by the editors of this site from the authors’ abstract; the words are not theirs.");

    public string WrittenIn(string tag) => Say($"Résumé en {NameOfLanguage(tag)}.", $"Abstract in {NameOfLanguage(tag)}.");

    public string Keywords => Say("Mots-clés", "Keywords");

    public string References => Say("Références", "References");

    public string Figure(int number) => Say($"Figure {number}.", $"Figure {number}.");

    public string ImageNotAvailable => Say("Image non disponible : seule sa légende nous est parvenue.", "Image not available: only its caption has come down to us.");

    public string AddToCalendar => Say("Ajouter au calendrier", "Add to calendar");

    public string Cite => Say("Citer :", "Cite:");

    public string Affiliations => Say("Affiliations", "Affiliations");

    public string PresentedBy(string name) => Say($"Présenté par {name}", $"Presented by {name}");

    public string PresenterInferred => Say("orateur supposé : premier auteur", "presenter assumed: first author");

    public string Previous => Say("Précédent", "Previous");

    public string Next => Say("Suivant", "Next");

    public string Neighbours => Say("Résumés voisins", "Neighbouring abstracts");

    public string Materials => Say("Documents", "Materials");

    /// <summary>"PDF, 1,2 Mo"</summary>
    public string FileFacts(MaterialFile file) => $"{Path.GetExtension(file.Name)[1..].ToUpperInvariant()}, {FileSize(file.Bytes)}";

    /// <summary>In units of a thousand, as the metric prefixes say: "340 ko", "1,2 Mo".</summary>
    public string FileSize(long bytes)
    {
        var (size, unit) = bytes < 1_000_000 ? (Math.Max(1, bytes / 1000m), "k") : bytes < 1_000_000_000 ? (bytes / 1_000_000m, "M") : (bytes / 1_000_000_000m, "G");
        return $"{decimal.Round(size, size < 10 && unit != "k" ? 1 : 0).ToString(Culture)}\u00A0{unit}{(language == Domain.Language.English ? "B" : "o")}";
    }

    public string DuringPosterSessions => Say("Affiché pendant :", "On display during:");

    public string BackToProgramme => Say("Dans le programme", "In the programme");

    public string AndOthers => Say("et coll.", "et al.");

    // Posters
    public string PostersLead => Say(
        "Chaque poster a son panneau ; ses auteurs vous y attendent pendant les sessions posters.",
        "Every poster has its board, where its authors wait for you during the poster sessions.");

    public string WhenPostersHang => Say("Quand les voir", "When to see them");

    // Speakers
    public string SpeakersLead(int persons) => Say(
        $"{persons} personnes signent, présentent ou organisent. Les noms en gras présentent.",
        $"{persons} people sign, present or organise. Names in bold present.");

    public string Contributions => Say("Contributions", "Contributions");

    public string Presents => Say("présente", "presents");

    public string CoAuthor => Say("coauteur", "co-author");

    public string CommitteeMember(string affiliation) => Say($"Comité d’organisation, {affiliation}", $"Organising committee, {affiliation}");

    // Search
    public string SearchLabel => Say("Un mot, un nom, une formule", "A word, a name, a formula");

    public string SearchHint => Say(
        "Les accents et les majuscules ne comptent pas ; le début d’un mot suffit.",
        "Accents and capitals do not matter; the beginning of a word is enough.");

    public string SearchFor(string query) => Say($"Rechercher : {query}", $"Search: {query}");

    public string Hits(long count, string query) => count switch
    {
        0 => Say($"Rien ne correspond à « {query} ».", $"Nothing matches “{query}”."),
        1 => Say($"1 résultat pour « {query} »", $"1 result for “{query}”"),
        _ => Say($"{count} résultats pour « {query} »", $"{count} results for “{query}”"),
    };

    public string SearchTooLong(int limit) => Say(
        $"La recherche s’arrête à {limit} caractères : le début du texte a été cherché.",
        $"A search stops at {limit} characters: the beginning of the text was searched.");

    public string SearchAdvice => Say(
        "Essayez un mot plus court, un nom de famille ou un élément chimique, ou parcourez le programme.",
        "Try a shorter word, a family name or a chemical element, or browse the programme.");

    // Practical information
    public string Address => Say("Adresse", "Address");

    public string Room(string? name) => name ?? Say("Salle : à compléter", "Room: to be completed");

    public string TrueIn(string month) => Say($"Informations valables en {month}.", $"Information of {month}.");

    public string TheWay => Say("Le chemin depuis le métro", "The way from the metro");

    // News
    public string NewsLead => Say("Ce qui a changé, du plus récent au plus ancien.", "What has changed, latest first.");

    public string NoNews => Say("Rien de nouveau pour le moment.", "Nothing new for now.");

    public string AtomFeed => Say("Fil Atom", "Atom feed");

    // Book
    public string BookLead => Say("Tous les résumés dans l’ordre du programme, à lire ou à imprimer.", "All the abstracts in the order of the programme, to read or to print.");

    public string BookPdf => Say("Télécharger en PDF", "Download as PDF");

    public string BookBibTeX => Say("Références BibTeX", "BibTeX references");

    public string Contents => Say("Table des matières", "Contents");

    public string Introduction => Say("Introduction", "Introduction");

    public string AuthorIndex => Say("Index des auteurs", "Index of authors");

    public string PdfNotAvailable => Say(
        "Le PDF ne peut pas être produit sur ce serveur : cette page s’imprime tout aussi bien.",
        "The PDF cannot be made on this server: this page prints just as well.");

    // Pages of results
    public string Pages => Say("Pages", "Pages");

    public string PageOf(int page, int pages) => Say($"Page {page} sur {pages}", $"Page {page} of {pages}");

    // Errors
    public string NotFoundTitle => Say("Cette page n’existe pas", "This page does not exist");

    public string NotFoundLead => Say("L’adresse est peut-être ancienne ou mal recopiée. Cherchez ce que vous vouliez lire :", "The address may be old or mistyped. Search for what you wanted to read:");

    public string ErrorTitle => Say("Le site n’a pas pu répondre", "The site could not answer");

    public string ErrorLead => Say("L’erreur est la nôtre et elle est notée. Réessayez dans un instant ; le programme reste à sa place.", "The mistake is ours and has been noted. Try again in a moment; the programme is where it was.");

    public string AwayTitle => Say("Le site ne peut rien enregistrer en ce moment", "The site cannot save anything right now");

    public string AwayLead => Say(
        "Rien de votre envoi n’est enregistré. Cela passe d’ordinaire en quelques secondes : renvoyez, rien de ce que vous avez écrit n’est perdu.",
        "Nothing of what you sent is saved. This usually passes within seconds: send it again, nothing of what you wrote is lost.");

    public string AwayWithoutFormLead => Say(
        "Rien de votre envoi n’est enregistré. Cela passe d’ordinaire en quelques secondes : revenez à la page précédente et renvoyez.",
        "Nothing of what you sent is saved. This usually passes within seconds: go back to the page before and send it again.");

    public string AwayReadingLead => Say("Cette page revient d’ordinaire en quelques secondes : rechargez-la. Le programme reste à sa place.", "This page usually comes back within seconds: load it again. The programme is where it was.");

    public string SendAgain => Say("Renvoyer", "Send again");

    public string ConflictTitle => Say("Quelqu’un a été plus rapide", "Somebody was faster");

    public string ConflictLead => Say(
        "Ce que vous changiez a changé au même moment. Rien de votre envoi n’est enregistré : revenez à la page, relisez, recommencez.",
        "What you were changing has changed at the same moment. Nothing of what you sent is saved: go back to the page, read it again, try again.");

    public string BadRequestTitle => Say("Cette demande n’est pas comprise", "This request is not understood");

    public string BadRequestLead => Say("Quelque chose dans l’adresse ou dans le formulaire n’est pas comme il devrait. Reprenez depuis l’accueil ou cherchez :", "Something in the address or in the form is not as it should be. Start again from the home page, or search:");
}
