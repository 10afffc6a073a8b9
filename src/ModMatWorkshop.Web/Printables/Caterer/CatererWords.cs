using ModMatWorkshop.Application.Text;

namespace ModMatWorkshop.Web.Printables;

public static class CatererWords
{
    extension(Words words)
    {
        public string CatererPurpose =>
            words.Say("Pour le traiteur : des nombres et des régimes, sans noms.", "For the caterer: numbers and diets, without names.");

        public string CatererSheet => words.Say("Fiche du traiteur", "Catering sheet");

        public string CatererLead(int people) =>
            words.Say(
                $"Personnes en salle, inscription confirmée : {words.Amount(people)} en tout. "
                    + "Les régimes sont tels qu’ils ont été écrits, sans nom : relisez-les avant de les transmettre.",
                $"Confirmed in-person participants: {words.Amount(people)} in all. "
                    + "Diets appear as entered, without names. Read them before you pass them on."
            );

        public string CatererWhat => words.Say("Moment", "Occasion");

        public string CatererHour => words.Say("Heure", "Time");

        public string CatererPeople => words.Say("Personnes", "People");

        public string CatererCompanions => words.Say("Accompagnants", "Companions");

        public string CatererTogether => words.Say("En tout", "In all");

        public string CatererWithCompanions => words.Say("(tous, accompagnants compris)", "(all, with companions)");

        public string CatererAnswer => words.Say("Réponse", "Answer");

        public string CatererDiets => words.Say("Régimes", "Diets");

        public string CatererDiet => words.Say("Régime", "Diet");

        public string CatererAllDiets => words.Say("(tous)", "(all)");

        public string CatererNoDiet => words.Say("aucun régime indiqué", "no diet given");

        public string CatererInTheRoom(string half) => words.Say($"En salle, {half}", $"In person, {half}");
    }
}
