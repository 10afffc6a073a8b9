using ModMatWorkshop.Application.Call;
using ModMatWorkshop.Domain.Call;
using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Application.Text;

// The letters with the decisions of the committee, and the author's answer
public sealed partial class Words
{
    public string Letters => Say("Lettres de décision", "Letters with decisions");

    public string LettersLead =>
        Say(
            "Les auteurs n’apprennent rien avant l’envoi de leur lettre. Chacun ne la reçoit qu’une fois.",
            "Authors learn nothing before their letter is sent. Nobody gets the same letter twice."
        );

    public string LettersDue(int count) => Some(count, "lettre à envoyer", "lettres à envoyer", "letter to send", "letters to send");

    public string LetterProgress(LetterStatus status) =>
        Say(
            $"{Some(status.Sent, "envoyée", "envoyées", "", "")}, {status.Waiting} en attente, {status.Failed} en échec",
            $"{status.Sent} sent, {status.Waiting} waiting, {status.Failed} failed"
        );

    public string ReadLetter => Say("Lire la lettre avant l’envoi", "Read the letter before sending");

    public string LetterIsOfFirst =>
        Say("La lettre de la première soumission, dans chaque langue :", "The letter of the first submission, in each language:");

    public string SendLetters(int count) =>
        count < 2 ? Say("Envoyer cette lettre", "Send this letter") : Say($"Envoyer ces {count} lettres", $"Send these {count} letters");

    public string LettersSent(int count) =>
        Some(count, "lettre part maintenant.", "lettres partent maintenant.", "letter is on its way.", "letters are on their way.");

    public string LettersChanged =>
        Say(
            "Rien n’est parti : les décisions ont changé entre-temps, ou ces lettres sont déjà envoyées.",
            "Nothing was sent: decisions have changed meanwhile, or these letters have been sent already."
        );

    public string LettersFailed => Say("Lettres en échec", "Letters that failed");

    public string RetryLetters => Say("Réessayer", "Retry");

    public string NotAnswered => Say("Acceptées, sans réponse encore", "Accepted, not answered yet");

    public string CommitteeAnswer => Say("La réponse du comité", "The committee’s answer");

    public string ToldDecision(CallDecision decision, Workshop workshop) =>
        decision.Outcome switch
        {
            CallOutcome.Accepted => Say(
                $"Votre proposition est acceptée : {KindName(decision.Kind, workshop)}.",
                $"Your submission is accepted: {KindName(decision.Kind, workshop)}."
            ),
            CallOutcome.Reserve => Say(
                "Votre proposition est sur la liste de réserve. Si une place se libère, nous vous écrirons aussitôt.",
                "Your submission is on the reserve list. If a place becomes free, we will write to you at once."
            ),
            _ => Say(
                "Le comité n’a pas pu faire une place à votre proposition. Votre participation à l’atelier reste bienvenue.",
                "The committee could not find a place for your submission. You are welcome to take part in the workshop."
            ),
        };

    /// <param name="count">Those that the list does not show.</param>
    public string AndMoreSubmissions(int count) =>
        Say(
            $"et {Some(count, "autre soumission", "autres soumissions", "", "")}",
            $"and {Some(count, "", "", "other submission", "other submissions")}"
        );

    public string AnswerSoFar(AcceptanceAnswer answer) =>
        answer switch
        {
            AcceptanceAnswer.Confirmed => Say(
                "Votre réponse : la présentation aura lieu. Vous pouvez changer d’avis ici.",
                "Your answer: it will be presented. You can change it here."
            ),
            AcceptanceAnswer.Declined => Say(
                "Votre réponse : personne ne peut la présenter. Vous pouvez changer d’avis ici.",
                "Your answer: nobody can present it. You can change it here."
            ),
            _ => Say("Qui la présentera ?", "Will it be presented?"),
        };

    public string IComeAndPresent => Say("Je viens la présenter", "I come and present it");

    public string NobodyCanCome => Say("Personne ne peut venir", "Nobody can come");

    public string RegisterToPresent =>
        Say(
            "Aucune inscription n’existe encore à l’adresse de cette soumission.",
            "There is no registration with the address of this submission yet."
        );

    public string RegisterPresenter => Say("Inscrire la personne qui présente", "Register the presenter");

    public string PresenterIsRegistered =>
        Say("Une inscription existe à l’adresse de cette soumission.", "There is a registration with the address of this submission.");
}
