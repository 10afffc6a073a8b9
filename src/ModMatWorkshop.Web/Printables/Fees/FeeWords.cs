using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain.Fees;

namespace ModMatWorkshop.Web.Printables;

public static class FeeWords
{
    extension(Words words)
    {
        public string ProformaLead =>
            words.Say(
                "Ce document n’est pas une facture. Il indique ce qui est dû.",
                "This document is no invoice. It states what is due."
            );

        public string ReceiptLead(string name, string workshop) =>
            words.Say(
                $"Nous avons reçu, pour la participation de {name} à l’atelier « {workshop} » :",
                $"For the participation of {name} in the workshop “{workshop}”, we have received:"
            );

        public string ReceiptNumberLabel => words.Say("Reçu n°", "Receipt no.");

        public string NoFeeText(string name, string workshop) =>
            words.Say(
                $"Le comité d’organisation atteste que la participation de {name} à l’atelier « {workshop} » n’a donné lieu à aucun frais "
                    + "d’inscription : rien n’était dû et rien n’a été payé.",
                $"The organising committee states that no fee was due for the participation of {name} in the workshop “{workshop}”: "
                    + "nothing was due and nothing was paid."
            );

        public string FeeOf => words.Say("Objet", "For");

        public string AmountColumn => words.Say("Montant", "Amount");

        public string BilledTo => words.Say("À l’attention de", "To");

        public string PaidToLabel => words.Say("Bénéficiaire", "Payee");

        public string AlreadyPaidLabel => words.Say("Déjà reçu", "Already received");

        public string WaivedLine => words.Say("Dispense", "Waived");

        public string StillOpenLabel => words.Say("Reste à payer", "Still to be paid");

        public string ReceivedOn(string day, PaymentMeans means) =>
            words.Say($"Reçu le {day}, {words.MeansName(means)}", $"Received on {day}, {words.MeansName(means)}");

        public string GivenBackOn(string day) => words.Say($"Rendu le {day}", $"Given back on {day}");

        public string TotalReceived => words.Say("Total reçu", "Total received");

        public string PaidBack(string amount) => $"−\u2060{amount}";
    }
}
