using ModMatWorkshop.Application.Text;

namespace ModMatWorkshop.Web.Printables;

public static class BadgeWords
{
    extension(Words words)
    {
        public string Badges => words.Say("Badges", "Badges");

        public string BadgesPurpose =>
            words.Say(
                "Pour les personnes qui ont une place en salle. Quatre par feuille A4, au format A6 ; le code QR est celui du billet, "
                    + "avec le numéro à saisir s’il ne se lit pas.",
                "For people who have a seat. Four A6 badges per A4 sheet; the QR code is the one on the ticket, "
                    + "with the number to type if it cannot be read."
            );

        public string SomeBadges => words.Say("Quelques badges seulement", "Some badges only");

        public string BadgeNumber => words.Say("Numéro d’inscription", "Registration number");

        public string BadgeReprint => words.Say("Réimprimer un badge", "Reprint a badge");

        public string BadgeBlanks => words.Say("Badges vierges", "Blank badges");

        public string BadgeBlanksMake => words.Say("Les préparer", "Make them");

        public string NobodyForThisPrintable =>
            words.Say("Personne : aucune inscription confirmée n’a de place en salle.", "Nobody: no confirmed registration has a seat.");
    }
}
