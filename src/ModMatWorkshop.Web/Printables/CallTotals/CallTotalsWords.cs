using ModMatWorkshop.Application.Text;

namespace ModMatWorkshop.Web.Printables;

public static class CallTotalsWords
{
    extension(Words words)
    {
        public string CallTotals => words.Say("Bilan de l’appel", "Report on the call");

        public string CallTotalsPurpose =>
            words.Say(
                "Soumissions par thème, pays, type et décision, en nombres.",
                "Submissions by topic, country, kind and decision, in numbers."
            );

        public string CallTotalsLead =>
            words.Say(
                "Soumissions en nombres, sans aucun nom. Ces nombres restent quand les soumissions sont effacées.",
                "Submissions in numbers, without any name. These figures stay when the submissions are erased."
            );

        public string CallTotalsCountries =>
            words.Say(
                "Le pays est la dernière partie de la première affiliation de la personne qui présente.",
                "The country is the last part of the presenter’s first affiliation."
            );

        public string CallTotalsBy(string criterion) =>
            criterion switch
            {
                "decision" => words.Say("Par décision", "By decision"),
                "kind" => words.Say("Par type souhaité", "By kind wished for"),
                "topic" => words.Say("Par thème", "By topic"),
                "country" => words.Say("Par pays", "By country"),
                _ => words.Say("Ensemble", "All"),
            };

        public string CallTotalsHeading(string criterion) =>
            criterion switch
            {
                "decision" => words.DecisionColumn,
                "kind" => words.WishedKind,
                "topic" => words.Topic,
                "country" => words.Country,
                _ => words.FunderTotal,
            };

        public string SubmittedColumn => words.Say("Soumises", "Submitted");

        public string AcceptedColumn => words.Say("Retenues", "Accepted");

        public string ReserveColumn => words.Say("Réserve", "Reserve");

        public string RejectedColumn => words.Say("Refusées", "Rejected");

        public string UnknownCountry => words.Say("Pays inconnu", "Unknown country");

        /// <param name="fewest">Countries with fewer submissions have no line of their own.</param>
        public string OtherCountries(int fewest) =>
            words.Say($"Pays de moins de {fewest} soumissions", $"Countries with fewer than {fewest} submissions");
    }
}
