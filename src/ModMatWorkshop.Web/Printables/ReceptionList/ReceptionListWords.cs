using ModMatWorkshop.Application.Text;

namespace ModMatWorkshop.Web.Printables;

public static class ReceptionListWords
{
    extension(Words words)
    {
        public string ReceptionListPurpose =>
            words.Say("Pour l’accueil du bâtiment, jour par jour.", "For the building’s reception desk, day by day.");

        public string ReceptionList => words.Say("Liste de l’accueil", "Reception list");

        public string ReceptionListLead =>
            words.Say(
                "Pour l’accueil du bâtiment : les personnes attendues en salle, jour par jour. À détruire après l’atelier.",
                "For the building’s reception desk: the people expected in person, day by day. Destroy it after the workshop."
            );

        public string ReceptionListCount(int people) =>
            people < 2
                ? words.Say($"{people} personne", people == 1 ? "1 person" : "0 people")
                : words.Say($"{words.Amount(people)} personnes", $"{words.Amount(people)} people");

        public string ReceptionListNobody =>
            words.Say("Personne n’est attendu en salle ce jour-là.", "Nobody is expected in person that day.");

        public string ReceptionListArrived => words.Say("Arrivée", "Arrived");
    }
}
