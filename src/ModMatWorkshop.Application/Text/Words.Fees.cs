using ModMatWorkshop.Domain.Fees;

namespace ModMatWorkshop.Application.Text;

/// <content>Fees, as participants read them.</content>
public sealed partial class Words
{
    public string Fee => Say("Frais d’inscription", "Fee");

    /// <summary>With the code of the currency, which is the same in every language: <c>200 EUR</c>, <c>49,50 EUR</c>.</summary>
    public string Money(decimal amount, string currency) =>
        $"{amount.ToString(decimal.Truncate(amount) == amount ? "#,##0" : "#,##0.00", Culture)}\u00A0{currency}";

    public string FeeAmount(FeeLine line, string currency) =>
        line.Amount is { } amount ? Money(amount, currency)
        : line.Words is { } words ? Of(words)
        : "";

    /// <summary>What is still to be paid: a sum, or the words for it.</summary>
    public string OpenAmount(FeeAccount account, WorkshopFees? fees)
    {
        var currency = fees?.Currency ?? WorkshopFees.DefaultCurrency;
        return account.Due.HasWords
            ? string.Join(" + ", account.Due.Lines.Where(l => l.Amount != 0).Select(l => FeeAmount(l, currency)))
            : Money(Math.Max(account.Open, 0), currency);
    }

    public string FeeTotal => Say("Total", "Total");

    public string FeeReferenceLabel => Say("Référence", "Reference");

    public string FeeReferenceHint =>
        Say(
            "À indiquer avec votre paiement ou votre bon de commande. Elle se dicte au téléphone : le dernier signe révèle une erreur.",
            "Give it with your payment or your order form. It can be read over the phone: its last sign shows a mistake."
        );

    public string FeeState(FeeAccount account, string currency) =>
        account switch
        {
            { Status: FeeStatus.Due, Paid: > 0, Open: > 0 } => Say(
                $"Vous avez payé {Money(account.Paid, currency)} ; il reste {Money(account.Open, currency)}.",
                $"You have paid {Money(account.Paid, currency)}; {Money(account.Open, currency)} is still to be paid."
            ),
            { Status: FeeStatus.Due } => Say("Pas encore reçu.", "Not received yet."),
            { Paid: > 0, Open: < 0 } => Say(
                $"Vous avez payé {Money(account.Paid, currency)}, soit {Money(-account.Open, currency)} de trop. "
                    + "Les organisateurs le voient aussi.",
                $"You have paid {Money(account.Paid, currency)}, which is {Money(-account.Open, currency)} too much. "
                    + "The organisers see it too."
            ),
            { Paid: > 0 } => Say(
                $"Reçu : {Money(account.Paid, currency)}. Merci.",
                $"Received: {Money(account.Paid, currency)}. Thank you."
            ),
            { Due.Lines.Count: > 0, Waived: > 0 } => Say(
                "Les organisateurs vous en dispensent : vous n’avez rien à payer.",
                "The organisers have waived it: you have nothing to pay."
            ),
            _ => Say("Vous n’avez rien à payer.", "You have nothing to pay."),
        };

    public string NoFeeBeforePlace =>
        Say("Vous n’avez rien à payer tant que vous n’avez pas de place.", "You have nothing to pay as long as you have no place.");

    /// <summary>Said where the amount has changed after a payment, or where a person has paid another one.</summary>
    public string FeeFollowsAnswers =>
        Say(
            "Le montant suit vos réponses : en les changeant, vous pouvez le changer.",
            "The amount follows your answers: if you change them, it may change."
        );

    public string HowToPay => Say("Comment payer", "How to pay");

    public string SiteChargesNobody =>
        Say(
            "Ce site n’encaisse rien : les organisateurs notent les paiements quand ils arrivent.",
            "This website takes no money: the organisers record payments when they arrive."
        );

    public string ByTransfer => Say("Par virement", "By transfer");

    public string ByOrderForm => Say("Par bon de commande d’un laboratoire", "By order form of a laboratory");

    public string OnPaymentPage => Say("Sur une page de paiement", "On a payment page");

    public string OpenPaymentPage(string host) => Say($"Payer sur {host}", $"Pay on {host}");

    public string FeePapers => Say("Papiers", "Papers");

    public string Proforma => Say("Facture proforma", "Proforma invoice");

    public string FeeReceipt => Say("Reçu", "Receipt");

    public string NoFeeAttestation => Say("Attestation : rien n’était dû", "Statement that no fee was due");

    public string BillingTitle => Say("Données pour votre institution", "Data for your institution");

    public string BillingLead =>
        Say(
            "Elles paraissent sur la facture proforma et le reçu, et sont effacées avec l’inscription.",
            "They appear on the proforma invoice and the receipt, and are erased with your registration."
        );

    public string BillingInstitution => Say("Institution", "Institution");

    public string BillingAddress => Say("Adresse de facturation", "Billing address");

    public string BillingVat => Say("Numéro de TVA", "VAT number");

    public string BillingOrder => Say("Numéro de commande", "Order number");

    public string MeansName(PaymentMeans means) =>
        means switch
        {
            PaymentMeans.Transfer => Say("virement", "transfer"),
            PaymentMeans.OrderForm => Say("bon de commande", "order form"),
            PaymentMeans.Page => Say("page de paiement", "payment page"),
            PaymentMeans.Cash => Say("espèces", "cash"),
            _ => Say("autre", "other"),
        };

    public string NoticeFees(DateOnly? keptUntil) =>
        Say(
            "Frais d’inscription : les organisateurs notent ce que vous devez d’après vos réponses, ce qui a été payé, quand et comment"
                + (
                    keptUntil is { } fr
                        ? $" ; jour, montant, moyen, référence et nom sont gardés pour la comptabilité jusqu’au {Date(fr)}."
                        : " ; tout est effacé avec l’inscription."
                ),
            "Fee: the organisers record what you owe by your answers, what was paid, when and how"
                + (
                    keptUntil is { } en
                        ? $"; day, amount, means, reference and name are kept for the accounts until {Date(en)}."
                        : "; everything is erased with your registration."
                )
        );
}
