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

    public string AllNews => Say("Toutes les actualités", "All news");

    public string DayByDay => Say("Jour par jour", "Day by day");

    public string TalkCount(int talks) => Some(talks, "exposé", "exposés", "talk", "talks");

    public string SeatsInTheRoom(int seats, AttendanceOffer offer) =>
        offer.HasStream()
            ? Say(
                $"{Some(seats, "place", "places", "", "")} en salle ; tous les autres suivent en direct.",
                $"{SeatsCount(seats)}; everybody else attends by live stream."
            )
            : Say($"{Some(seats, "place", "places", "", "")} en salle.", $"{SeatsCount(seats)} in the room.");

    public string RegistrationDates(string opens, string closes) =>
        IsOnApplication
            ? Say($"Candidatures du {opens} au {closes}.", $"Applications from {opens} to {closes}.")
            : Say($"Inscriptions du {opens} au {closes}.", $"Registration from {opens} to {closes}.");

    public string WorkshopHasEnded =>
        Say("L’atelier est terminé : ce site en est l’archive.", "The workshop is over: this site is its archive.");

    // Programme
    public string ProgrammeLead(string zone) => Say($"Toutes les heures sont celles de {zone}.", $"All times are in {zone}.");

    public string HoursIn(string zone) => Say($"Heures affichées : {zone}.", $"Times in {zone}.");

    public string ShowHoursIn => Say("Heures de", "Times in");

    public string Show => Say("Afficher", "Show");

    public string Days => Say("Jours", "Days");

    public string Print => Say("Imprimer", "Print");

    public string CalendarOfTheDay(string day) => Say($"Calendrier du {day}", $"Calendar for {day}");

    /// <summary>A link that a calendar program follows, so that it learns of changes.</summary>
    public string Subscribe => Say("S’abonner", "Subscribe");

    public string ToTheDay(string day) => Say($"au calendrier du {day}", $"to the calendar for {day}");

    public string SubscribeToCalendar => Say("S’abonner au calendrier", "Subscribe to the calendar");

    public string Calendar => Say("Calendrier", "Calendar");

    public string ToCalendar(string what) => Say($"Ajouter au calendrier : {what}", $"Add to calendar: {what}");

    public string NoPosters => Say("Aucun poster n’est annoncé.", "No posters have been announced.");

    public string NothingYet => Say("Le programme n’est pas encore publié.", "The programme is not published yet.");

    public string Offline => Say("Le programme, sans réseau", "The programme, offline");

    // Abstracts
    public string AbstractsLead(int count) =>
        Say(
            $"{Some(count, "contribution", "contributions", "", "")} : conférences invitées, exposés et posters.",
            $"{Some(count, "", "", "contribution", "contributions")}: invited talks, contributed talks and posters."
        );

    public string FilterTitle => Say("Filtrer les résumés", "Filter the abstracts");

    public string Session => Say("Session", "Session");

    public string KindLabel => Say("Type", "Kind");

    public string Keyword => Say("Mot-clé", "Keyword");

    public string LanguageLabel => Say("Langue", "Language");

    public string Place => Say("Lieu", "Location");

    public string All => Say("Tous", "All");

    public string AllFeminine => Say("Toutes", "All");

    public string InRoom => Say("en salle", "in person");

    public string Filter => Say("Filtrer", "Filter");

    public string RemoveFilters => Say("Enlever les filtres", "Clear filters");

    public string Matching(int count) =>
        count switch
        {
            0 => Say("Aucun résumé ne correspond.", "No abstract matches."),
            1 => Say("1 résumé", "1 abstract"),
            _ => Say($"{count} résumés", $"{count} abstracts"),
        };

    public string WithoutSession => Say("Posters", "Posters");

    public string NameOfLanguage(string tag) =>
        tag switch
        {
            "fr" => Say("français", "French"),
            "en" => Say("anglais", "English"),
            _ => CultureInfo.GetCultureInfo(tag).NativeName,
        };

    // One abstract
    public string CondensedText =>
        Say(
            "Texte condensé par l’équipe du site d’après le résumé des auteurs ; ce ne sont pas leurs mots.",
            "This text was condensed by the editors of this site from the authors’ abstract; the words are not theirs."
        );

    public string WrittenIn(string tag) => Say($"Résumé en {NameOfLanguage(tag)}.", $"Abstract in {NameOfLanguage(tag)}.");

    public string Keywords => Say("Mots-clés", "Keywords");

    public string References => Say("Références", "References");

    public string ContributedEqually => Say("Contributions égales.", "These authors contributed equally.");

    public string Correspondence => Say("Correspondance\u00A0:", "Correspondence:");

    public string PresentAddress => Say("Adresse actuelle\u00A0:", "Present address:");

    public string Figure(int number) => Say($"Figure {number}.", $"Figure {number}.");

    public string ImageNotAvailable =>
        Say("Image non disponible : seule sa légende nous est parvenue.", "Image not available: we received only its caption.");

    public string AddToCalendar => Say("Ajouter au calendrier", "Add to calendar");

    public string Cite => Say("Citer :", "Cite:");

    public string Affiliations => Say("Affiliations", "Affiliations");

    public string PresentedBy(string name) => Say($"Présenté par {name}", $"Presented by {name}");

    public string PresenterInferred => Say("orateur supposé : premier auteur", "presumed presenter: first author");

    public string Previous => Say("Précédent", "Previous");

    public string Next => Say("Suivant", "Next");

    public string Neighbours => Say("Résumés voisins", "Neighbouring abstracts");

    public string Materials => Say("Documents", "Materials");

    /// <summary>"PDF, 1,2 Mo"</summary>
    public string FileFacts(MaterialFile file) => $"{Path.GetExtension(file.Name)[1..].ToUpperInvariant()}, {FileSize(file.Bytes)}";

    /// <summary>With metric prefixes: "340 ko", "1,2 Mo".</summary>
    public string FileSize(long bytes)
    {
        var (size, unit) =
            bytes < 1_000_000 ? (Math.Max(1, bytes / 1000m), "k")
            : bytes < 1_000_000_000 ? (bytes / 1_000_000m, "M")
            : (bytes / 1_000_000_000m, "G");
        var rounded = decimal.Round(size, size < 10 && unit != "k" ? 1 : 0).ToString(Culture);
        return $"{rounded}\u00A0{unit}{(language == Domain.Language.English ? "B" : "o")}";
    }

    public string DuringPosterSessions => Say("Affiché pendant :", "On display during:");

    public string BackToProgramme => Say("Dans le programme", "In the programme");

    public string AndOthers => Say("et coll.", "et al.");

    // Posters
    public string PostersLead =>
        Say(
            "Chaque poster a son panneau ; ses auteurs vous y attendent pendant les sessions posters.",
            "Each poster has its own board. Meet the authors there during the poster sessions."
        );

    public string WhenPostersHang => Say("Quand les voir", "When to see them");

    // Speakers
    public string SpeakersLead(int persons) =>
        Say(
            $"{Some(persons, "personne", "personnes", "", "")} : celles qui présentent, les autres auteurs, le comité.",
            $"{Some(persons, "", "", "person", "people")}: those who present, the other authors, the committee."
        );

    public string Presenting => Say("Présentent un exposé ou un poster", "Presenting a talk or a poster");

    public string OtherAuthors => Say("Autres auteurs", "Other authors");

    public string Contributions => Say("Contributions", "Contributions");

    public string Presents => Say("présente", "presents");

    public string CoAuthor => Say("coauteur", "co-author");

    public string CommitteeMember(string affiliation) =>
        Say($"Comité d’organisation, {affiliation}", $"Organising committee, {affiliation}");

    // Search
    public string SearchLabel => Say("Un mot, un nom, une formule", "A word, a name, a formula");

    public string SearchHint =>
        Say(
            "Les accents et les majuscules ne comptent pas ; le début d’un mot suffit.",
            "Accents and capitals do not matter; the beginning of a word is enough."
        );

    public string SearchFor(string query) => Say($"Rechercher : {query}", $"Search: {query}");

    public string Hits(long count, string query) =>
        count switch
        {
            0 => Say($"Rien ne correspond à « {query} ».", $"Nothing matches “{query}”."),
            1 => Say($"1 résultat pour « {query} »", $"1 result for “{query}”"),
            _ => Say($"{count} résultats pour « {query} »", $"{count} results for “{query}”"),
        };

    public string SearchTooLong(int limit) =>
        Say(
            $"La recherche s’arrête à {limit} caractères : seul le début du texte a été cherché.",
            $"A search is limited to {limit} characters: only the beginning of the text was searched."
        );

    public string SearchAdvice =>
        Say(
            "Essayez un mot plus court, un nom de famille ou un élément chimique, ou parcourez le programme.",
            "Try a shorter word, a family name or a chemical element, or browse the programme."
        );

    // Practical information
    public string Address => Say("Adresse", "Address");

    public string GeoLink => Say("Ouvrir dans une application de cartes", "Open in a maps app");

    public string TrueIn(string month) => Say($"Informations valables en {month}.", $"Correct as of {month}.");

    // News
    public string NewsLead => Say("Ce qui a changé, du plus récent au plus ancien.", "What has changed, newest first.");

    public string NoNews => Say("Rien de nouveau pour le moment.", "No news yet.");

    public string AtomFeed => Say("Fil Atom", "Atom feed");

    // Book
    public string BookLead =>
        Say("Tous les résumés dans l’ordre du programme, à lire ou à imprimer.", "All the abstracts in programme order, to read or print.");

    public string BookPdf => Say("Télécharger en PDF", "Download as PDF");

    public string BookBibTeX => Say("Références BibTeX", "BibTeX references");

    public string BookRis => Say("Références RIS", "RIS references");

    public string Contents => Say("Table des matières", "Contents");

    public string Introduction => Say("Introduction", "Introduction");

    public string AuthorIndex => Say("Index des auteurs", "Author index");

    public string PdfNotAvailable =>
        Say(
            "Le PDF ne peut pas être produit sur ce serveur : cette page s’imprime tout aussi bien.",
            "This server cannot produce the PDF, but you can print this page."
        );

    // Paging
    public string Pages => Say("Pages", "Pages");

    public string PageOf(int page, int pages) => Say($"Page {page} sur {pages}", $"Page {page} of {pages}");
}
