using ModMatWorkshop.Application.Text;

namespace ModMatWorkshop.Web.Printables;

public static class SignInSheetWords
{
    extension(Words words)
    {
        public string SignInSheets => words.Say("Feuilles d’émargement", "Sign-in sheets");

        public string SignInSheetsPurpose =>
            words.Say(
                "À signer par demi-journée, pour les financeurs et les hôtes. Des lignes vides à la fin.",
                "To be signed each half-day, for funders and hosts. With blank lines at the end."
            );

        public string SignInSheet => words.Say("Feuille d’émargement", "Sign-in sheet");

        public string RemoteSheet => words.Say("Relevé des présences à distance", "Record of remote attendance");

        public string SheetDate => words.Say("Date", "Date");

        public string SheetHours => words.Say("Horaires", "Times");

        public string SheetSessions => words.Say("Sessions", "Sessions");

        public string Signature => words.Say("Signature", "Signature");

        public string LogIn => words.Say("Connexion", "Signed in");

        public string LastOnStream => words.Say("Dernière présence", "Last seen");

        public string Heartbeats => words.Say("Signaux", "Signals");

        public string ZoneOfHours => words.Say("Fuseau", "Time zone");

        public string SheetPage(int page, int pages) => words.Say($"Page {page} sur {pages}", $"Page {page} of {pages}");

        public string NoTalks => words.Say("aucune séance", "no sessions");

        public string ByStream => words.Say("en streaming", "by live stream");
    }
}
