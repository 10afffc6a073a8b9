using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Text;

// The list of attendees, its exports, and the papers made from it
public sealed partial class Words
{
    public string ListLead(int matching, int all) => matching == all
        ? all == 1 ? Say("1 inscription", "1 registration") : Say($"{Amount(all)} inscriptions", $"{Amount(all)} registrations")
        : Say($"{Amount(matching)} sur {Amount(all)} inscriptions", $"{Amount(matching)} of {Amount(all)} registrations");

    public string ListShown(int first, int last) => Say($"{Amount(first)} à {Amount(last)}", $"{Amount(first)} to {Amount(last)}");

    /// <summary>With the separator of thousands of the language.</summary>
    public string Amount(int number) => number.ToString("N0", Culture);

    public string NobodyYet => Say("Personne ne s’est encore inscrit.", "Nobody has registered yet.");

    public string NobodyYetLead => Say("Dès la première inscription, elle est ici. Vous pouvez aussi inscrire quelqu’un à la main ou importer une liste.", "The first registration will stand here. You can also register somebody by hand, or import a list.");

    public string NobodyMatches => Say("Personne ne répond à ces filtres.", "Nobody matches these filters.");

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

    public string ListWish => Say("Souhait", "Wish");

    public string ListPosition => Say("Situation", "Position");

    public string ListHalfDay => Say("Demi-journée", "Half-day");

    public string ListHalfDays => Say("Demi-journées", "Half-days");

    public string ListThere => Say("Présence ce jour-là", "How, that half-day");

    public string ListNeeds => Say("Régime, accès", "Diet, access");

    public string ListNeedsTold => Say("avec un régime ou un besoin", "with a diet or a need");

    public string ListPresents => Say("Présente", "Presents");

    public string ListPresenters => Say("un exposé ou un poster", "a talk or a poster");

    public string ListListed => Say("Liste publique", "Public list");

    public string ListPhotos => Say("Photographies", "Photographs");

    public string ListConsent(bool given) => given ? Say("d’accord", "agreed") : Say("pas d’accord", "did not agree");

    public string ListSort => Say("Trier par", "Sort by");

    public string ListDescending => Say("Du dernier au premier", "Last first");

    public string ListNumber => Say("N°", "No.");

    public string ListName => Say("Nom", "Name");

    public string ListMeals => Say("Repas", "Meals");

    public string ListRegistered => Say("Inscrit le", "Registered");

    public string ListChoose => Say("Choisir", "Choose");

    public string ListChoosePerson(string name) => Say($"Choisir {name}", $"Choose {name}");

    public string PlaceWord(Place place) => place switch
    {
        Domain.Registrations.Place.Seat => Say("en salle", "in the room"),
        Domain.Registrations.Place.Offer => Say("place proposée", "seat offered"),
        Domain.Registrations.Place.WaitingList => Say("en file", "in line"),
        Domain.Registrations.Place.Remote => Say("à distance", "remote"),
        _ => Say("aucune", "none"),
    };

    /// <summary>One word for a column.</summary>
    public string PositionShort(Position position) => position switch
    {
        Position.PhdStudent => Say("thèse", "PhD"),
        Position.Postdoc => Say("postdoc", "postdoc"),
        Position.PermanentStaff => Say("permanent", "permanent"),
        _ => Say("autre", "other"),
    };

    public string ListRank(int rank) => Say(rank == 1 ? "1er" : $"{rank}e", $"no. {rank}");

    public string ListHalfDayMark(Attendance? attendance) => attendance switch
    {
        Attendance.InPerson => Say("en salle", "in the room"),
        Attendance.Remote => Say("à distance", "remote"),
        _ => Say("absent", "absent"),
    };

    public string ListMealCount(int meals) => meals == 1 ? Say("1 repas ou pause", "1 meal or break") : Say($"{meals} repas et pauses", $"{meals} meals and breaks");

    public string ListDiet => Say("régime", "diet");

    public string ListAccess => Say("accès", "access");

    public string DayAndMonth(DateOnly day) => First(day, day.ToString("d MMM", Culture));

    // What can be done with them
    public string AddByHand => Say("Inscrire à la main", "Register by hand");

    public string ImportAList => Say("Importer une liste", "Import a list");

    public string WriteToThem(int people) => people == 1 ? Say("Écrire à cette personne", "Write to this person") : Say($"Écrire à ces {Amount(people)} personnes", $"Write to these {Amount(people)} people");

    public string ListActions => Say("Agir sur les personnes choisies", "Do something with those chosen");

    public string ListAll(int people) => Say($"toute la liste : {Amount(people)}", $"the whole list: {Amount(people)}");

    public string ListDo => Say("Action", "Action");

    public string ListAction(string action) => action switch
    {
        "confirm" => Say("Confirmer", "Confirm"),
        "cancel" => Say("Annuler", "Cancel"),
        "remote" => Say("Passer à distance", "Move to remote"),
        "offer" => Say("Proposer une place", "Offer a seat"),
        "message" => Say("Écrire un message", "Write a message"),
        _ => Say("Renvoyer le lien personnel", "Send the personal link again"),
    };

    public string ListActionPreview => Say("Voir qui est concerné", "See who is concerned");

    public string ListActionHint => Say("Rien ne change avant que vous n’ayez vu les noms.", "Nothing changes before you have seen the names.");

    // Exports
    public string Export => Say("Exporter", "Export");

    public string ExportThem(int people) => people == 1 ? Say("Exporter cette inscription", "Export this registration") : Say($"Exporter ces {Amount(people)} inscriptions", $"Export these {Amount(people)} registrations");

    public string ExportWithNeeds => Say("avec les régimes et les besoins d’accessibilité", "with diets and access needs");

    public string ExportIsLogged => Say("Le journal note qui exporte, combien de lignes, et si les besoins y sont.", "The log notes who exports, how many rows, and whether needs are in it.");

    // Papers
    public string Papers => Say("Papiers", "Papers");

    public string CatererSheet => Say("Fiche du traiteur", "Caterer’s sheet");

    public string CatererLead(int people) => Say(
        $"Personnes en salle, inscription confirmée : {Amount(people)} en tout. Les régimes sont tels qu’ils ont été écrits, sans nom : relisez-les avant de les transmettre.",
        $"People in the room, registration confirmed: {Amount(people)} in all. Diets are as they were written, without names: read them before you pass them on.");

    public string CatererWhat => Say("Moment", "Moment");

    public string CatererHour => Say("Heure", "Hour");

    public string CatererPeople => Say("Personnes", "People");

    public string CatererDiets => Say("Régimes", "Diets");

    public string CatererDiet => Say("Régime", "Diet");

    public string CatererAllDiets => Say("(tous)", "(all)");

    public string CatererNoDiet => Say("aucun régime indiqué", "no diet told");

    public string CatererInTheRoom(string half) => Say($"En salle, {half}", $"In the room, {half}");

    public string DoorList => Say("Liste de l’accueil", "Door list");

    public string DoorLead => Say(
        "Pour l’accueil du bâtiment : les personnes attendues en salle, jour par jour. À détruire après l’atelier.",
        "For the reception of the building: the people expected in the room, day by day. To be destroyed after the workshop.");

    public string DoorCount(int people) => people == 1 ? Say("1 personne", "1 person") : Say($"{Amount(people)} personnes", $"{Amount(people)} people");

    public string DoorDay => Say("Jour", "Day");

    public string DoorNobody => Say("Personne n’est attendu en salle ce jour-là.", "Nobody is expected in the room that day.");

    public string DoorArrived => Say("Arrivée", "Arrived");

    public string FunderReport => Say("Bilan des participants", "Report on participants");

    public string FunderLead => Say(
        "Inscriptions confirmées, en nombres. Qui attend une place est compté à distance.",
        "Confirmed registrations, in numbers. Who waits for a seat counts as remote.");

    public string FunderBy(string criterion) => criterion switch
    {
        "position" => Say("Par situation", "By position"),
        "country" => Say("Par pays de l’affiliation", "By country of affiliation"),
        "institution" => Say("Par institution", "By institution"),
        "presence" => Say("Présence, par demi-journée", "Presence, by half-day"),
        _ => Say("Ensemble", "All"),
    };

    public string FunderCriterion => Say("Critère", "Criterion");

    public string FunderInstitution => Say("Institution", "Institution");

    public string FunderShare => Say("Part", "Share");

    public string FunderTotal => Say("Total", "Total");

    public string Percent(int part, int whole) => whole == 0 ? "–" : Say($"{100.0 * part / whole:0} %", $"{100.0 * part / whole:0}%");

    public string PrintIt => Say("Pour le papier : imprimez cette page.", "For paper: print this page.");

    public string MadeOn(string when) => Say($"État du {when}", $"As of {when}");

    public string BackToList => Say("La liste des inscrits", "The list of attendees");
}
