using ModMatWorkshop.Domain.Fees;

namespace ModMatWorkshop.Application.Text;

/// <content>The import of a list of payments.</content>
public sealed partial class Words
{
    public string FeeImport => Say("Importer des paiements", "Import payments");

    public string FeeImportLead =>
        Say(
            "La liste d’une plateforme de paiement ou d’une banque, en CSV ou XLSX. Chaque ligne est reconnue par sa référence ; "
                + "rien n’est noté avant votre accord, et une ligne importée deux fois compte une fois.",
            "The list of a payment platform or a bank, as CSV or XLSX. Each line is recognised by its reference; nothing is recorded "
                + "before you agree, and a line that is imported twice counts once."
        );

    public string FeeColumnName(string column) =>
        column switch
        {
            "reference" => Say("Référence", "Reference"),
            "amount" => Say("Montant", "Amount"),
            "day" => Say("Jour", "Day"),
            _ => Say("Numéro de la transaction", "Number of the transaction"),
        };

    public string FeeColumnHint(string column) =>
        column switch
        {
            "reference" => Say("Elle peut être au milieu d’un texte.", "It may be within a text."),
            "day" => Say("Aucune : aujourd’hui.", "None: today."),
            "id" => Say(
                "Elle distingue les paiements ; aucune : référence, jour et montant.",
                "It tells payments apart; none: reference, day and amount."
            ),
            _ => "",
        };

    public string FeeNoColumn => Say("(aucune)", "(none)");

    public string FeeColumnsMissing =>
        Say("Choisissez la colonne de la référence et celle du montant.", "Choose the column of the reference and that of the amount.");

    public string FeeImportChanged =>
        Say(
            "Quelque chose a changé entre-temps : relisez avant d’accepter.",
            "Something has changed in the meantime: read it again before you accept."
        );

    public string FeeImportSummary(int matching, decimal sum, string currency, int others)
    {
        var recorded = Some(
            matching,
            "paiement sera noté",
            "paiements seront notés",
            "payment will be recorded",
            "payments will be recorded"
        );
        var left = Some(others, "ligne ne le sera pas", "lignes ne le seront pas", "line will not", "lines will not");
        return Say($"{recorded}, {Money(sum, currency)} ; {left}.", $"{recorded}, {Money(sum, currency)}; {left}.");
    }

    public string FeeTakeIt => Say("Noter", "Record");

    public string FeeTakeLine(int line) => Say($"Noter tout de même la ligne {line}", $"Record line {line} all the same");

    public string FeeLineColumn => Say("Ligne", "Line");

    public string FeeOutcomeColumn => Say("Résultat", "Result");

    public string FeeRunImport => Say("Noter ces paiements", "Record these payments");

    public string FeeImportOutcome(PaymentLine line, string currency) =>
        line.Outcome switch
        {
            PaymentOutcome.Matches => Say("à noter", "to record"),
            PaymentOutcome.OtherAmount => line.Open is { } open and > 0
                ? Say($"autre montant : {Money(open, currency)} sont dus", $"other amount: {Money(open, currency)} is due")
                : Say("le montant dû est en mots", "the amount due is in words"),
            PaymentOutcome.AlreadyPaid => Say("déjà payé", "already paid"),
            PaymentOutcome.NothingDue => Say("rien n’est dû", "nothing is due"),
            PaymentOutcome.ImportedBefore => Say("déjà importé", "imported before"),
            PaymentOutcome.Double => Say("même ligne plus haut", "same line above"),
            PaymentOutcome.UnknownReference => Say("référence inconnue", "unknown reference"),
            PaymentOutcome.NoReference => Say("sans référence", "no reference"),
            PaymentOutcome.NoAmount => Say("montant illisible", "the amount cannot be read"),
            _ => Say("jour illisible ou à venir", "the day cannot be read or has not come yet"),
        };
}
