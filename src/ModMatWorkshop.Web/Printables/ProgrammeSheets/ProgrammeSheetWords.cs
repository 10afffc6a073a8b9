using ModMatWorkshop.Application.Text;

namespace ModMatWorkshop.Web.Printables;

public static class ProgrammeSheetWords
{
    extension(Words words)
    {
        public string ProgrammeA4 => words.Say("Programme sur une feuille", "Programme on one sheet");

        public string ProgrammeA4Purpose => words.Say("À glisser dans la pochette. Une feuille A4.", "For the welcome pack. One A4 sheet.");

        public string ProgrammeA3 => words.Say("Programme, affiche", "Programme, wall poster");

        public string ProgrammeA3Purpose =>
            words.Say("À afficher à l’entrée et près du café. Une feuille A3.", "For the entrance and the coffee area. One A3 sheet.");

        public string OnlineProgramme => words.Say("Le programme à jour, avec les résumés", "The current programme, with the abstracts");
    }
}
