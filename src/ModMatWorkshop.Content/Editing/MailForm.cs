using static ModMatWorkshop.Content.Editing.FieldsOf;

namespace ModMatWorkshop.Content.Editing;

/// <summary>The fields about mails in <c>workshop.md</c>.</summary>
internal static class MailForm
{
    public static FileSection Section() =>
        FieldsOf.Section(
            "mail",
            "Courriels",
            "Emails",
            Text("mail.from", "Nom de l’expéditeur", "Name of the sender")
                .Bilingual()
                .UpTo(100)
                .Help("L’adresse est un réglage du site.", "The address is a setting of the site."),
            Text("mail.reply_to", "Adresse de réponse", "Reply address").UpTo(200),
            Of(FieldControl.LongText, "mail.signature", "Signature", "Signature")
                .Bilingual()
                .UpTo(500)
                .Help("Quelques lignes de texte simple ; vide : celle d’origine.", "A few lines of plain text; empty: the built-in one."),
            Rows(
                "mail.attachments",
                "Pièces jointes",
                "Attachments",
                Text("file", "Fichier de materials/", "File in materials/").UpTo(120),
                Of(FieldControl.List, "mails", "Courriels", "Emails").UpTo(300).Help("confirmed, reminder", "confirmed, reminder")
            )
        );
}
