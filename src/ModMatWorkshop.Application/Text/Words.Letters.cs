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

    public string LetterIsOf(int number) =>
        Say($"La lettre de la soumission {number}, dans chaque langue.", $"The letter of submission {number}, in each language.");

    public string PreviousLetter => Say("Lettre précédente", "Previous letter");

    public string NextLetter => Say("Lettre suivante", "Next letter");

    public string LettersHaveWords(bool withWords, int count) =>
        withWords
            ? Some(
                count,
                "lettre porte un mot des relecteurs, sans leur nom.",
                "lettres portent un mot des relecteurs, sans leur nom.",
                "letter has words of the reviewers, without their names.",
                "letters have words of the reviewers, without their names."
            )
            : Say("Ces lettres partent sans mot des relecteurs.", "These letters go without words of the reviewers.");

    public string WithReviewersWords => Say("Ajouter les mots des relecteurs", "Add the words of the reviewers");

    public string WithoutReviewersWords => Say("Écrire sans les mots des relecteurs", "Write without the words of the reviewers");

    public string LeaveWordsOut => Say("Ne pas joindre ce mot", "Leave these words out");

    public string PutWordsBack => Say("Joindre ce mot", "Put these words back");

    public string SendLetters(int count) =>
        count < 2 ? Say("Envoyer cette lettre", "Send this letter") : Say($"Envoyer ces {count} lettres", $"Send these {count} letters");

    public string LettersSent(int count) =>
        Some(count, "lettre part maintenant.", "lettres partent maintenant.", "letter is on its way.", "letters are on their way.");

    public string LettersChanged =>
        Say(
            "Rien n’est parti : les décisions ont changé entre-temps, ou ces lettres sont déjà envoyées.",
            "Nothing was sent: decisions have changed meanwhile, or these letters have been sent already."
        );

    public string LettersFailed => Say("Lettres qui ne sont pas arrivées", "Letters that did not arrive");

    public string TestLetters => Say("Lettres d’essai", "Test letters");

    public string TestLettersLead =>
        Say(
            "Chaque lettre et le rappel, dans chaque langue, avec un auteur inventé. Rien d’autre ne change.",
            "Each letter and the reminder, in each language, with an invented author. Nothing else changes."
        );

    public string SendTestLetters => Say("Me les envoyer", "Send them to me");

    public string TestLettersSent(int count) =>
        count == 0
            ? Say("Rien n’est parti : votre compte n’a pas d’adresse.", "Nothing was sent: your account has no address.")
            : Some(
                count,
                "lettre d’essai part vers votre adresse.",
                "lettres d’essai partent vers votre adresse.",
                "test letter is on its way to you.",
                "test letters are on their way to you."
            );

    public string AnswerReminders(CallForAbstracts call) =>
        call.RemindAfter is { } days
            ? Say(
                $"Rappel après {Some(days, "jour", "jours", "", "")} sans réponse, puis de nouveau, {call.Reminders} fois au plus.",
                $"Reminded after {Some(days, "", "", "day", "days")} without an answer, and again, "
                    + $"at most {Some(call.Reminders, "", "", "time", "times")}."
            )
            : Say("Personne n’est relancé : le nombre de jours n’est pas réglé.", "Nobody is reminded: the number of days is not set.");

    public string ChangeIt => Say("Modifier", "Change");

    public string RemindedTimes(int count, string day) =>
        count == 1
            ? Say($"· rappel le {day}", $"· reminded on {day}")
            : Say($"· {count} rappels, le dernier le {day}", $"· {count} reminders, the last on {day}");

    public string WordForAuthors => Say("Un mot aux auteurs (facultatif)", "A word to the authors (optional)");

    public string WordForAuthorsHint =>
        Say(
            "Les auteurs peuvent le lire, sans votre nom, si le comité le joint à sa lettre. Le mot au comité n’y est jamais.",
            "The authors may read it, without your name, if the committee adds it to its letter. The word to the committee is never there."
        );

    public string ForAuthors => Say("Aux auteurs", "To the authors");

    public string LeftOut => Say("(pas dans la lettre)", "(not in the letter)");

    public string ReviewersWrite => Say("Les relecteurs vous écrivent", "What the reviewers write to you");

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
}
