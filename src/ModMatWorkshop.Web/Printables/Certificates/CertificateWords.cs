using ModMatWorkshop.Application.Text;

namespace ModMatWorkshop.Web.Printables;

public static class CertificateWords
{
    extension(Words words)
    {
        public string Certificates => words.Say("Attestations de présence", "Certificates of attendance");

        public string CertificatesPurpose =>
            words.Say(
                "Une par personne présente, avec les demi-journées et les heures relevées. "
                    + "Après la dernière demi-journée ; chacun trouve aussi la sienne sur sa page.",
                "One for each person who attended, with the half-days and hours recorded. "
                    + "Available after the last half-day; participants also find theirs on their own page."
            );

        public string NothingToCertify =>
            words.Say(
                "Rien à attester : aucune présence n’est enregistrée, ou l’atelier n’est pas terminé.",
                "Nothing to certify: no attendance is recorded, or the workshop is not over."
            );

        public string WeCertifyThat => words.Say("Le comité d’organisation atteste que", "The organising committee certifies that");

        public string TookPartIn(string title, string dates, string venue) =>
            words.Say(
                $"a suivi l’atelier « {title} », {dates}, {venue}, aux demi-journées et selon les modalités que voici.",
                $"attended the workshop “{title}”, {dates}, {venue}, on the half-days and in the manner stated below."
            );

        public string ParticipationColumn => words.Say("Participation", "Attendance");

        public string DurationColumn => words.Say("Durée", "Duration");

        public string NoCreditsPromised =>
            words.Say(
                "Présence relevée par demi-journée, à l’accueil ou par la page du direct. "
                    + "Chaque école doctorale décide de ce qu’elle en retient.",
                "Attendance recorded for each half-day, at check-in or on the live page. Each doctoral school decides what credit to give."
            );

        public string VerifiableAt =>
            words.Say("Vérifiable, tant que ce site existe, à l’adresse", "Verifiable, for as long as this site exists, at");
    }
}
