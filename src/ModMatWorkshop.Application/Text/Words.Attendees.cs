using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Text;

// The attendee list, its exports and its reports
public sealed partial class Words
{
    public string ListLead(int matching, int all) => SomeOf(matching, all, "inscription", "inscriptions", "registration", "registrations");

    public string ListShown(int first, int last) => Say($"{Amount(first)} à {Amount(last)}", $"{Amount(first)} to {Amount(last)}");

    /// <summary>The number with the thousands separator of the language.</summary>
    public string Amount(int number) => number.ToString("N0", Culture);

    public string NobodyYet => Say("Personne ne s’est encore inscrit.", "Nobody has registered yet.");

    public string NobodyYetLead =>
        Say(
            "Les inscriptions apparaîtront ici. Vous pouvez aussi inscrire quelqu’un à la main ou importer une liste.",
            "Registrations will appear here. You can also add a person or import a list."
        );

    public string NobodyMatches => Say("Aucune inscription ne correspond à ces filtres.", "No registration matches these filters.");

    public string ShowEverybody => Say("Tout le monde", "Everybody");

    public string ListSearch => Say("Nom, adresse, affiliation ou numéro", "Name, address, affiliation or number");

    public string ListFilters => Say("Filtres", "Filters");

    public string ListActiveFilters => Say("Filtres actifs", "Active filters");

    public string ListApply => Say("Filtrer", "Filter");

    public string ListAny => Say("tous", "all");

    public string ListChip(string name, string value) => Say($"{name} : {value}", $"{name}: {value}");

    public string ListRemove(string chip) => Say($"Retirer le filtre {chip}", $"Remove the filter {chip}");

    public string ListSearched(string text) => Say($"« {text} »", $"“{text}”");

    public string ListStatus => Say("Inscription", "Registration");

    public string ListPlace => Say("Place", "Place");

    public string ListWish => Say("Souhait", "Requested");

    public string ListAnswer => Say("Réponse", "Answer");

    public string ListPosition => Say("Situation", "Position");

    public string ListHalfDay => Say("Demi-journée", "Half-day");

    public string ListHalfDays => Say("Demi-journées", "Half-days");

    public string ListThere => Say("Participation à cette demi-journée", "Attendance that half-day");

    public string ListCame => Say("Présence", "Attendance");

    public string ListCameAt => Say("Présence à cette demi-journée", "Attended at this half-day");

    public string CameWord(AttendeePresence came) =>
        came switch
        {
            AttendeePresence.Came => Say("sur place ou sur le direct", "in the room or on the stream"),
            AttendeePresence.Room => Say("sur place", "in the room"),
            AttendeePresence.Stream => Say("sur le direct", "on the stream"),
            _ => Say("pas là", "did not come"),
        };

    public string ListNeeds => Say("Régime, accès", "Diet, access");

    public string ListNeedsSpecified => Say("avec un régime ou un besoin", "with dietary or access needs");

    public string ListPresents => Say("Présente", "Presents");

    public string ListPresenters => Say("un exposé ou un poster", "a talk or a poster");

    public string ListListed => Say("Liste publique", "Public list");

    public string ListPhotos => Say("Photographies", "Photographs");

    public string ListConsent(bool given) => given ? Say("d’accord", "agreed") : Say("pas d’accord", "did not agree");

    public string ListSort => Say("Trier par", "Sort by");

    public string ListDescending => Say("Ordre décroissant", "Descending order");

    public string ListNumber => Say("N°", "No.");

    public string ListName => Say("Nom", "Name");

    public string ListMeals => Say("Repas", "Meals");

    public string ListRegistered => Say("Inscrit le", "Registered");

    public string ListChoose => Say("Choisir", "Select");

    public string ListChoosePerson(string name) => Say($"Choisir {name}", $"Select {name}");

    public string PlaceWord(Place place) =>
        place switch
        {
            Domain.Registrations.Place.Seat => Say("en salle", "in person"),
            Domain.Registrations.Place.Offer => Say("place proposée", "seat offered"),
            Domain.Registrations.Place.WaitingList => Say("liste d’attente", "waiting list"),
            Domain.Registrations.Place.Remote => Say("à distance", "remote"),
            _ => Say("aucune", "none"),
        };

    /// <summary>One word, for a table column.</summary>
    public string PositionShort(Position position) =>
        position switch
        {
            Position.PhdStudent => Say("thèse", "PhD"),
            Position.Postdoc => Say("postdoc", "postdoc"),
            Position.PermanentStaff => Say("permanent", "permanent"),
            _ => Say("autre", "other"),
        };

    public string ListRank(int rank) => Say(rank == 1 ? "1er" : $"{rank}e", $"no. {rank}");

    public string ListHalfDayMark(Attendance? attendance) =>
        attendance switch
        {
            Attendance.InPerson => Say("en salle", "in person"),
            Attendance.Remote => Say("à distance", "remote"),
            _ => Say("absent", "absent"),
        };

    public string ListMealCount(int meals) => Some(meals, "repas ou pause", "repas et pauses", "meal or break", "meals and breaks");

    public string ListDiet => Say("régime", "diet");

    public string ListAccess => Say("accès", "access");

    public string DayAndMonth(DateOnly day) => First(day, day.ToString("d MMM", Culture));

    // Actions on attendees
    public string AddByHand => Say("Inscrire à la main", "Add a person");

    public string ImportAList => Say("Importer une liste", "Import a list");

    public string WriteToThem(int people) =>
        people == 1
            ? Say("Écrire à cette personne", "Write to this person")
            : Say($"Écrire à ces {Amount(people)} personnes", $"Write to these {Amount(people)} people");

    public string ListActions => Say("Agir sur les personnes choisies", "Actions for the selected people");

    public string ListAll(int people) => Say($"toute la liste : {Amount(people)}", $"the whole list: {Amount(people)}");

    public string ListDo => Say("Action", "Action");

    public string ListAction(string action) =>
        action switch
        {
            "confirm" => Say("Confirmer", "Confirm"),
            "cancel" => Say("Annuler", "Cancel"),
            "remote" => Say("Passer à distance", "Move to remote"),
            "offer" => Say("Proposer une place", "Offer a seat"),
            "message" => Say("Écrire un message", "Write a message"),
            "accept" => Say("Accepter", "Accept"),
            "decline" => Say("Refuser", "Decline"),
            "approve-change" => ApproveChange,
            "refuse-change" => RefuseChange,
            "decline-with-stream" => Say("Refuser, sauf le direct", "Decline, but allow the stream"),
            _ => Say("Renvoyer le lien personnel", "Resend the personal link"),
        };

    public string ListActionPreview => Say("Voir qui est concerné", "See who is affected");

    public string ListActionHint =>
        Say("Rien ne change avant que vous n’ayez vu les noms.", "Nothing changes until you have seen the names.");

    // Exports
    public string Export => Say("Exporter", "Export");

    public string ExportThem(int people) =>
        people == 1
            ? Say("Exporter cette inscription", "Export this registration")
            : Say($"Exporter ces {Amount(people)} inscriptions", $"Export these {Amount(people)} registrations");

    public string ExportWithNeeds => Say("avec les régimes et les besoins d’accessibilité", "with diets and access needs");

    public string ExportIsLogged =>
        Say(
            "Le journal note qui exporte, combien de lignes, et si les régimes et les besoins y figurent.",
            "The audit log records who exports, how many rows, and whether diets and access needs are included."
        );

    // Reports
    public string Printables => Say("À imprimer", "Printables");

    public string Percent(int part, int whole) => whole == 0 ? "–" : Say($"{100.0 * part / whole:0} %", $"{100.0 * part / whole:0}%");

    public string PrintIt => Say("Imprimez cette page depuis votre navigateur.", "Print this page from your browser.");

    public string MadeOn(string when) => Say($"État du {when}", $"As of {when}");

    public string BackToList => Say("La liste des inscrits", "Attendee list");
}
