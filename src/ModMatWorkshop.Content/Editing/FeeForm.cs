using static ModMatWorkshop.Content.Editing.FieldsOf;

namespace ModMatWorkshop.Content.Editing;

/// <summary>The fields of what <c>workshop.md</c> says about fees.</summary>
internal static class FeeForm
{
    public static FileSection Section() =>
        FieldsOf.Section(
            "fees",
            "Frais d’inscription",
            "Fees",
            Rows("fees.categories", "Tarifs", "Fees", Category())
                .Help(
                    "Chacun paie le premier tarif dont la condition est remplie. Vide : personne ne paie.",
                    "Everybody pays the first fee whose condition holds. Empty: nobody pays."
                ),
            Rows("fees.supplements", "Suppléments", "Supplements", Category())
                .Help("Chacun s’ajoute si sa condition est remplie.", "Each is added if its condition holds."),
            Text("fees.currency", "Monnaie", "Currency").UpTo(3).Help("Vide : EUR.", "Empty: EUR."),
            Of(FieldControl.LongText, "fees.transfer", "Virement : coordonnées bancaires", "Transfer: bank details").Bilingual().UpTo(1000),
            Of(FieldControl.LongText, "fees.order_form", "Bon de commande : à qui l’adresser", "Order form: where to send it")
                .Bilingual()
                .UpTo(1000),
            Text("fees.page", "Page de paiement", "Payment page")
                .UpTo(500)
                .Help("https://pay.example.org/?ref={reference}", "https://pay.example.org/?ref={reference}"),
            Of(FieldControl.LongText, "fees.payee", "Qui reçoit l’argent", "Who receives the money")
                .Bilingual()
                .UpTo(1000)
                .Help("Nom, adresse et numéros, une ligne chacun.", "Name, address and numbers, one line each."),
            Of(FieldControl.LongText, "fees.vat", "Ce que les factures disent de la TVA", "What invoices say about VAT")
                .Bilingual()
                .UpTo(1000),
            Of(FieldControl.Whole, "fees.remind_after", "Rappel après tant de jours", "Reminder after so many days")
                .Help("Vide : aucun rappel.", "Empty: no reminder."),
            Of(FieldControl.Whole, "fees.reminders", "Rappels au plus", "Reminders at most").Help("Vide : un.", "Empty: one."),
            Of(FieldControl.Date, "fees.kept_until", "Paiements conservés jusqu’au", "Payments kept until")
                .Help(
                    "Vide : effacés avec l’inscription. Une comptabilité doit souvent être gardée dix ans.",
                    "Empty: erased with the registration. Accounts must often be kept for ten years."
                )
        );

    private static FormField[] Category() =>
        [
            Text("key", "Identifiant", "Key").UpTo(80).Help("Il ne change plus : etudiant.", "It stays: student."),
            Text("name", "Nom", "Name").Bilingual().UpTo(200),
            Of(FieldControl.Decimal, "amount", "Montant", "Amount"),
            Of(FieldControl.Date, "until", "Pour les inscriptions jusqu’au", "For registrations until").Rare(),
            Of(FieldControl.Decimal, "then", "Montant ensuite", "Amount after that").Rare(),
            Text("words", "Ou le montant en mots", "Or the amount in words").Bilingual().UpTo(200).Rare(),
            Choice(
                    "when.attendance",
                    "Seulement si la personne vient",
                    "Only if the person comes",
                    ("in-person", new("en salle", "in person")),
                    ("remote", new("à distance", "remotely"))
                )
                .Rare(),
            Of(FieldControl.List, "when.position", "Seulement pour ces situations", "Only for these positions").UpTo(200).Rare(),
            Text("when.option", "Seulement avec cette option", "Only with this option")
                .UpTo(80)
                .Rare()
                .Help("Due dès que la personne y a une place.", "Due once the person has a place of it."),
            Text("when.question", "Seulement selon cette question", "Only by this question").UpTo(80).Rare(),
            Of(FieldControl.List, "when.answer", "… si la réponse est", "… if the answer is")
                .UpTo(200)
                .Rare()
                .Help("Des clés de ses choix ; vide : n’importe laquelle.", "Keys of its choices; empty: any."),
        ];
}
