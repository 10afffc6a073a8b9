using ModMatWorkshop.Domain.Fees;

namespace ModMatWorkshop.Application.Text;

/// <content>Fees, as organisers read them.</content>
public sealed partial class Words
{
    public string Fees => Say("Frais", "Fees");

    public string FeesLead =>
        Say(
            "Qui doit quoi d’après ses réponses, et ce qui est arrivé. Le site n’encaisse rien : vous notez les paiements.",
            "Who owes what by their answers, and what has arrived. The website takes no money: you record the payments."
        );

    public string NoFeesHere =>
        Say(
            "Cet atelier ne note pas de frais. Les tarifs se donnent dans le contenu de l’atelier.",
            "This workshop records no fees. Fees are given in the content of the workshop."
        );

    public string FeesInContent => Say("Donner les tarifs", "Give the fees");

    public string FeeStatusLabel => Say("Paiement", "Payment");

    public string FeeStatusName(FeeStatus status) =>
        status switch
        {
            FeeStatus.Due => Say("à payer", "due"),
            FeeStatus.Paid => Say("payé", "paid"),
            _ => Say("rien à payer", "not due"),
        };

    public string FeePeople(int people) => Some(people, "personne", "personnes", "person", "people");

    public string FeeDueColumn => Say("Dû", "Due");

    public string FeePaidColumn => Say("Reçu", "Received");

    public string FeeOpenColumn => Say("Reste", "Open");

    public string FeeDifference(decimal open, string currency) =>
        open > 0
            ? Say($"il manque {Money(open, currency)}", $"{Money(open, currency)} is missing")
            : Say($"{Money(-open, currency)} de trop", $"{Money(-open, currency)} too much");

    public string FeeWaivedNote(decimal amount, string currency) =>
        amount == 0 ? Say("dispense", "waived") : Say($"dispense de {Money(amount, currency)}", $"{Money(amount, currency)} waived");

    public string FeeSums => Say("Sommes", "Sums");

    public string FeeByCategory => Say("Par tarif", "By fee");

    public string FeeByMeans => Say("Par moyen de paiement", "By means");

    public string FeeMeansLabel => Say("Moyen", "Means");

    public string FeeSumColumn => Say("Somme", "Sum");

    public string FeeCountColumn => Say("Nombre", "Number");

    public string FeeSumsLine(FeeTotals totals, string currency) =>
        Say(
            $"Dû : {Money(totals.Due, currency)} ; reçu : {Money(totals.Paid, currency)} ; dispensé : {Money(totals.Waived, currency)} ; "
                + $"reste : {Money(totals.StillOpen, currency)} ; reçu en trop : {Money(totals.TooMuch, currency)}.",
            $"Due: {Money(totals.Due, currency)}; received: {Money(totals.Paid, currency)}; waived: {Money(totals.Waived, currency)}; "
                + $"open: {Money(totals.StillOpen, currency)}; received too much: {Money(totals.TooMuch, currency)}."
        );

    public string FeeAllMatching(int people) =>
        Say($"Toutes les personnes de cette liste ({people})", $"Everybody in this list ({people})");

    public string FeeDoSelected => Say("Pour les personnes cochées", "For the people ticked");

    public string FeePreview => Say("Prévisualiser", "Preview");

    public string FeeKindName(FeeRecordKind kind) =>
        kind switch
        {
            FeeRecordKind.Waiver => Say("dispenser", "waive"),
            FeeRecordKind.Refund => Say("noter un remboursement", "record a refund"),
            _ => Say("noter un paiement", "record a payment"),
        };

    public string FeeRecordName(FeeRecordKind kind) =>
        kind switch
        {
            FeeRecordKind.Waiver => Say("dispense", "waiver"),
            FeeRecordKind.Refund => Say("remboursement", "refund"),
            _ => Say("paiement", "payment"),
        };

    public string FeeRecordTitle(FeeRecordKind kind) =>
        kind switch
        {
            FeeRecordKind.Waiver => Say("Dispenser de frais", "Waive fees"),
            FeeRecordKind.Refund => Say("Noter un remboursement", "Record a refund"),
            _ => Say("Noter un paiement", "Record payments"),
        };

    public string FeeNothingYet => Say("Rien n’est encore noté.", "Nothing is recorded yet.");

    public string FeeDayLabel => Say("Jour", "Day");

    public string FeeAmountLabel => Say("Montant", "Amount");

    public string FeeAmountHint => Say("Vide : ce qui reste à payer.", "Empty: what is still to be paid.");

    public string FeeNoteLabel => Say("Note", "Note");

    public string FeeReasonLabel => Say("Raison", "Reason");

    public string FeeDoIt(FeeRecordKind kind, int people) =>
        kind switch
        {
            FeeRecordKind.Waiver => Say($"Dispenser {FeePeople(people)}", $"Waive the fee of {FeePeople(people)}"),
            FeeRecordKind.Refund => Say($"Noter le remboursement de {FeePeople(people)}", $"Record the refund of {FeePeople(people)}"),
            _ => Say($"Noter le paiement de {FeePeople(people)}", $"Record the payment of {FeePeople(people)}"),
        };

    public string FeeWillBe(FeeDecision decision, string currency) =>
        decision.Result == FeeResult.Done
            ? $"{FeeRecordName(decision.Kind)}, {Money(decision.Amount, currency)}"
            : FeeResultText(decision.Result);

    public string FeeResultText(FeeResult result) =>
        result switch
        {
            FeeResult.Done => Say("c’est fait", "done"),
            FeeResult.NothingDue => Say("rien à payer", "nothing is due"),
            FeeResult.AlreadyPaid => Say("déjà payé", "already paid"),
            FeeResult.AmountIsMissing => Say("le montant est en mots : donnez-le", "the amount is in words: type it"),
            FeeResult.AmountIsWrong => Say("ce montant ne convient pas", "this amount does not fit"),
            FeeResult.DayIsInFuture => Say("ce jour est à venir", "this day has not come yet"),
            FeeResult.ReasonIsMissing => Say("il faut une raison", "a reason is needed"),
            FeeResult.NothingToRefund => Say("rien à rendre", "nothing to give back"),
            _ => result.ToString(),
        };

    public string FeeDone(int records) => Some(records, "écriture notée.", "écritures notées.", "record made.", "records made.");

    public string FeeUndone(int records) => Some(records, "écriture défaite.", "écritures défaites.", "record undone.", "records undone.");

    public string FeeNobodyChosen => Say("Cochez au moins une personne.", "Tick at least one person.");

    public string FeeTooMany(int most) =>
        Say($"Au plus {most} personnes à la fois : filtrez la liste.", $"At most {most} people at a time: filter the list.");

    public string FeeDayIsWrong => Say("Donnez un jour qui existe.", "Give a day that exists.");

    public string FeeLatest => Say("Dernières actions", "Latest actions");

    public string FeeLatestLine(int records, FeeRecordKind kind, string sum) =>
        Say($"{records} × {FeeRecordName(kind)}, {sum}", $"{records} × {FeeRecordName(kind)}, {sum}");

    public string FeeUndoneMark(string when) => Say($"défait le {when}", $"undone on {when}");

    public string FeeRecords => Say("Écritures", "Records");

    public string FeeAccountOf(string name) => Say($"Frais de {name}", $"Fee of {name}");

    public string FeeNoData => Say("Rien n’a été donné.", "Nothing was given.");
}
