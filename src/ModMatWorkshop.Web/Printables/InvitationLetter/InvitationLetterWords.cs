using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Web.Printables;

public static class InvitationLetterWords
{
    extension(Words words)
    {
        public string DearParticipant(string name) => words.Say($"À l’attention de {name}", $"To {name}");

        public string WeInvite(string workshop, string dates, string where, bool inTheRoom) =>
            inTheRoom
                ? words.Say(
                    $"Le comité d’organisation a le plaisir de vous inviter à l’atelier « {workshop} », qui se tient {dates}, {where}.",
                    $"The organising committee is pleased to invite you to the workshop “{workshop}”, which takes place {dates} at {where}."
                )
                : words.Say(
                    "Le comité d’organisation a le plaisir de vous inviter à suivre à "
                        + $"distance l’atelier « {workshop} », qui se tient {dates}, {where}.",
                    "The organising committee is pleased to invite you to attend the "
                        + $"workshop “{workshop}” remotely. It takes place {dates} at {where}."
                );

        public string YouPresent(Role role) =>
            role == Role.Poster
                ? words.Say("Vous y présentez un poster :", "You are presenting a poster:")
                : words.Say("Vous y donnez un exposé :", "You are giving a talk:");

        public string YourSeat =>
            words.Say(
                "Une place en salle vous est réservée pour les demi-journées suivantes :",
                "A seat is reserved for you on these half-days:"
            );

        public string YourStream =>
            words.Say("Votre inscription vaut pour les demi-journées suivantes :", "Your registration covers these half-days:");

        public string ForTheTravelOrder =>
            words.Say(
                "Cette lettre peut être jointe à une demande d’ordre de mission, avec le programme. "
                    + "Elle n’engage aucune prise en charge de frais par les organisateurs.",
                "You may enclose this letter and the programme with a travel request. The organisers make no commitment to pay expenses."
            );
    }
}
