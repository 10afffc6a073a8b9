using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Web.Printables;

public static class VisaLetterWords
{
    extension(Words words)
    {
        public string VisaLetterTitle => words.Say("Lettre d’invitation pour un visa", "Letter of invitation for a visa");

        public string ToTheConsulate(string country) => words.Say($"Au service des visas – {country}", $"To the visa section – {country}");

        public string WeInviteForVisa(string workshop, string dates, string where) =>
            words.Say(
                "Le comité d’organisation confirme qu’il invite la personne suivante à l’atelier "
                    + $"« {workshop} », qui se tient {dates}, {where}.",
                $"The organising committee confirms that it invites the following person to the workshop “{workshop}”, which takes place "
                    + $"{dates} at {where}."
            );

        public string PassportName => words.Say("Nom complet, comme dans le passeport", "Full name, as in the passport");

        public string Nationality => words.Say("Nationalité", "Nationality");

        public string PassportNumber => words.Say("Numéro du passeport", "Passport number");

        public string DateOfBirth => words.Say("Date de naissance", "Date of birth");

        public string DateOfExpiry => words.Say("Date d’expiration du passeport", "Date of expiry of the passport");

        public string RegisteredAs(string name, string affiliation) =>
            affiliation.Length == 0
                ? words.Say($"Cette personne a une place confirmée, au nom de {name}.", $"This person has a confirmed seat, as {name}.")
                : words.Say(
                    $"Cette personne a une place confirmée, au nom de {name} ({affiliation}).",
                    $"This person has a confirmed seat, as {name} ({affiliation})."
                );

        public string ThisPersonPresents(Role role) =>
            role == Role.Poster
                ? words.Say("Cette personne y présente un poster :", "This person is presenting a poster:")
                : words.Say("Cette personne y donne un exposé :", "This person is giving a talk:");

        public string VisaLetterCosts =>
            words.Say(
                "Cette lettre n’engage aucune prise en charge de frais par les organisateurs.",
                "By this letter, the organisers make no commitment to pay expenses."
            );

        public string VisaLetterLead =>
            words.Say(
                "Indiquez ce que dit votre passeport : la lettre le reprend. Le site fait la lettre aussitôt et n’enregistre rien de ce "
                    + "que vous tapez ici : téléchargez-la, et recommencez s’il vous en faut une autre.",
                "Type what your passport says, for the letter to repeat it. The site makes the letter at once and stores nothing of what "
                    + "you type here: download it, and start again if you need another one."
            );

        public string MakeVisaLetter => words.Say("Télécharger la lettre (PDF)", "Download the letter (PDF)");

        public string VisaLetterFailed =>
            words.Say(
                "La lettre n’a pas pu être faite. Rien n’est perdu : réessayez dans une minute, ou écrivez aux organisateurs.",
                "The letter could not be made. Nothing is lost: try again in a minute, or write to the organisers."
            );
    }
}
