using ModMatWorkshop.Application.Text;

namespace ModMatWorkshop.Web.Printables;

public static class ConfirmationLetterWords
{
    extension(Words words)
    {
        public string WeConfirm(string workshop) =>
            words.Say(
                $"Le comité d’organisation confirme l’inscription de la personne nommée ci-dessous à l’atelier « {workshop} ».",
                $"The organising committee confirms that the person named below is registered for the workshop “{workshop}”."
            );

        public string Participant => words.Say("Participant ou participante", "Participant");

        public string Participation => words.Say("Participation", "Attendance");

        public string DatesLabel => words.Say("Dates", "Dates");

        public string Included => words.Say("Compris", "Included");

        public string IncludedInTheRoom(string meals) =>
            meals.Length == 0
                ? words.Say("l’accès aux séances et aux posters", "access to the sessions and the posters")
                : words.Say($"l’accès aux séances et aux posters ; {meals}", $"access to the sessions and the posters; {meals}");

        public string IncludedRemotely => words.Say("l’accès à la diffusion en direct", "access to the live stream");

        public string Presentation => words.Say("Communication", "Contribution");

        public string RegistrationLabel => words.Say("Inscription", "Registration");

        public string RegistrationConfirmedOn(int number, string? when) =>
            when is null
                ? words.Say($"n° {number}, confirmée", $"no. {number}, confirmed")
                : words.Say($"n° {number}, confirmée le {when}", $"no. {number}, confirmed on {when}");
    }
}
