using ModMatWorkshop.Application.Text;

namespace ModMatWorkshop.Web.Printables;

public static class FunderWords
{
    extension(Words words)
    {
        public string FunderPurpose => words.Say("Pour les financeurs, en nombres.", "For funders, in numbers.");

        public string FunderReport => words.Say("Bilan des participants", "Participation report");

        public string FunderRegistered => words.Say("Compter toutes les inscriptions", "Count all registrations");

        public string FunderLead(bool came) =>
            came
                ? words.Say(
                    "Personnes venues, en nombres : en salle, au moins une fois ; à distance, les autres.",
                    "People who came, in numbers: in person if they were there at least once; the others remotely."
                )
                : words.Say(
                    "Inscriptions confirmées, en nombres. Les personnes en liste d’attente sont comptées à distance.",
                    "Confirmed registrations, in numbers. People on the waiting list count as remote."
                );

        public string FunderBy(string criterion) =>
            criterion switch
            {
                "position" => words.Say("Par situation", "By position"),
                "country" => words.Say("Par pays de l’affiliation", "By country of affiliation"),
                "institution" => words.Say("Par institution", "By institution"),
                "option" => words.Say("Options choisies", "Options chosen"),
                "presence" => words.Say("Présence, par demi-journée", "Attendance by half-day"),
                _ => words.Say("Ensemble", "All"),
            };

        public string FunderCriterion => words.Say("Critère", "Criterion");

        public string FunderOption => words.Say("Option", "Option");

        public string FunderAsked => words.Say("demandée", "asked for");

        public string FunderGranted => words.Say("accordée", "granted");

        public string FunderInstitution => words.Say("Institution", "Institution");

        public string FunderShare => words.Say("Part", "Share");

        public string FunderTotal => words.Say("Total", "Total");
    }
}
