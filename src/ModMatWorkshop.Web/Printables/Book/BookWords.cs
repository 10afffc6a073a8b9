using ModMatWorkshop.Application.Text;

namespace ModMatWorkshop.Web.Printables;

public static class BookWords
{
    extension(Words words)
    {
        public string BookPurpose =>
            words.Say(
                "Pour chaque participant et pour les archives : tous les résumés, le programme, les index.",
                "For every participant and for the archives: all the abstracts, the programme and the indexes."
            );

        public string PracticalInformation => words.Say("Informations pratiques", "Practical information");

        public string TalksOutsideSessions => words.Say("Hors session", "Outside the sessions");

        public string KeywordIndex => words.Say("Index des mots-clés", "Keyword index");
    }
}
