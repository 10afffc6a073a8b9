using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Text;

public sealed partial class Words
{
    // A change of address, and how the previous address stops it
    public string ChangeAddress => Say("Changer d’adresse électronique", "Change my email address");

    public string NewAddressAsked(string address) =>
        Say(
            $"Un message a été envoyé à {address} ; l’adresse actuelle reste valable jusqu’à votre confirmation.",
            $"We have sent a message to {address}. Your current address stays valid until you confirm the new one."
        );

    public string ConfirmNewAddress => Say("Confirmer la nouvelle adresse", "Confirm the new address");

    public string AddressWasChanged =>
        IsOnApplication
            ? Say("Cette candidature a changé d’adresse", "This application has a new email address")
            : Say("Cette inscription a changé d’adresse", "This registration has a new email address");

    public string NewEmail => Say("Nouvelle adresse", "New address");

    public string NewAddressMeans(string address) =>
        Say(
            $"Les messages sur cette soumission arriveront à {address}, et les liens envoyés à l’adresse d’avant ne s’ouvriront plus.",
            $"Messages about this submission will come to {address}, and the links sent to the old address will stop working."
        );

    public string SubmissionAddressWasChanged => Say("Cette soumission a changé d’adresse", "This submission has a new email address");

    public string AddressWasChangedLead(string until) =>
        Say(
            $"Si ce n’est pas vous, gardez votre adresse : c’est possible jusqu’au {until}.",
            $"If this was not you, keep your address. You can do so until {until}."
        );

    public string KeepAddressMeans =>
        Say(
            "Les messages arrivent de nouveau à votre adresse, et les liens envoyés à l’autre ne s’ouvrent plus.",
            "Messages come to your address again, and the links sent to the other one stop working."
        );

    private string? AddressResult(string? said) =>
        said switch
        {
            "addressjustchanged" => Say(
                "L’adresse vient de changer. Une nouvelle demande est possible deux jours après ce changement.",
                "The address has just been changed. You can request another change two days later."
            ),
            "mailed" => Say(
                "Un message est parti à la nouvelle adresse : suivez-en le lien.",
                "We are sending a message to the new address. Follow the link in it."
            ),
            _ => null,
        };

    public string KeepAddress => Say("Garder mon adresse", "Keep my address");

    // Answers from a form that was sent with the address of this registration
    public string OtherAnswers => Say("D’autres réponses vous attendent", "Other answers are waiting for you");

    public string OtherAnswersLead(string day) =>
        IsOnApplication
            ? Say(
                $"Le {day}, le formulaire de candidature a été rempli avec votre adresse. Rien n’a changé ici. Voici ce qui diffère :",
                $"On {day}, the application form was filled in with your address. Nothing has changed here. These answers differ:"
            )
            : Say(
                $"Le {day}, le formulaire d’inscription a été rempli avec votre adresse. Rien n’a changé ici. Voici ce qui diffère :",
                $"On {day}, the registration form was filled in with your address. Nothing has changed here. These answers differ:"
            );

    public string OtherAttendance(Attendance attendance) =>
        attendance == Domain.Registrations.Attendance.InPerson
            ? Say(
                "Ce formulaire demandait une place en salle. Pour en demander une, servez-vous du bouton de cette page.",
                "That form asked for a seat. To request one, use the button on this page."
            )
            : Say(
                "Ce formulaire demandait à suivre à distance. Pour y passer, servez-vous du bouton de cette page.",
                "That form asked to attend remotely. To switch, use the button on this page."
            );

    public string AnswerHere => Say("Ici", "Here");

    public string AnswerInForm => Say("Dans le formulaire", "In the form");

    public string UseOtherAnswers => Say("Reprendre ces réponses", "Use these answers");

    public string DiscardOtherAnswers => Say("Les écarter", "Discard them");
}
