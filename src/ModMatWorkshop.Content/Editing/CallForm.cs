using static ModMatWorkshop.Content.Editing.FieldsOf;

namespace ModMatWorkshop.Content.Editing;

/// <summary>The fields of the call for abstracts in <c>workshop.md</c>.</summary>
internal static class CallForm
{
    public static FileSection Section() =>
        FieldsOf.Section(
            "call",
            "Appel à contributions",
            "Call for abstracts",
            Text("call.opens", "Ouverture", "Opens")
                .UpTo(16)
                .Help(
                    "Un jour, avec ou sans heure : 2027-01-15 ou 2027-01-15 09:00.",
                    "A day, with or without an hour: 2027-01-15 or 2027-01-15 09:00."
                ),
            Text("call.closes", "Date limite", "Deadline")
                .UpTo(16)
                .Help("Sans heure : jusqu’à la fin du jour.", "Without an hour: to the end of the day."),
            Of(FieldControl.List, "call.kinds", "Genres que l’on peut demander", "Kinds that may be asked for")
                .UpTo(200)
                .Help("oral, poster ou d’autres genres ; vide : oral, poster.", "oral, poster or other kinds; empty: oral, poster."),
            Rows(
                "call.topics",
                "Thèmes",
                "Topics",
                Text("key", "Identifiant", "Key").UpTo(80).Help("Minuscules et traits d’union.", "Lower case and hyphens."),
                Text("name", "Nom", "Name").Bilingual().UpTo(200)
            ),
            Of(FieldControl.Whole, "call.length", "Longueur d’un résumé", "Length of an abstract")
                .Help("En caractères imprimés ; vide : 2500.", "In printed characters; empty: 2500."),
            Of(FieldControl.Whole, "call.figures", "Figures au plus", "Figures at most").Help("Vide : aucune.", "Empty: none."),
            Of(FieldControl.List, "call.languages", "Langues des résumés", "Languages of abstracts")
                .UpTo(10)
                .Help("fr, en ou les deux ; vide : celles du site.", "fr, en or both; empty: those of the site."),
            Flag("call.blind", "Les relecteurs ne voient pas les noms", "Reviewers do not see the names"),
            Of(FieldControl.Date, "call.answers", "Réponse aux auteurs au plus tard", "Authors hear by"),
            RemindAfter(),
            Reminders(),
            Of(FieldControl.Date, "call.slides-by", "Diapositives et posters au plus tard", "Slides and posters by")
                .Help("Vide : sans limite.", "Empty: any day."),
            Choice(
                    "call.publish-files",
                    "Publication des fichiers reçus",
                    "Publication of files",
                    ("after-review", new("Quand un organisateur le décide", "When an organiser decides")),
                    ("at-once", new("Dès leur réception", "As soon as they are received"))
                )
                .Rare(),
            Choice(
                    "call.typos",
                    "Corrections de fautes de frappe",
                    "Corrections of typos",
                    ("after-review", new("Quand un organisateur les accepte", "When an organiser accepts them")),
                    ("at-once", new("Tout de suite", "At once"))
                )
                .Rare(),
            Of(FieldControl.Date, "call.erased", "Effacement des soumissions", "Submissions are erased on")
                .Help("Vide : 90 jours après l’atelier.", "Empty: 90 days after the workshop."),
            Of(FieldControl.LongText, "call.text", "Texte de l’appel", "Text of the call").Bilingual().UpTo(5000)
        );

    private static FormField RemindAfter() =>
        Of(FieldControl.Whole, "call.remind-after", "Rappel aux auteurs acceptés, après", "Remind accepted authors after")
            .Help(
                "En jours sans réponse, de 1 à 60, puis de nouveau ; vide : aucun rappel.",
                "In days without an answer, 1 to 60, and then again; empty: no reminder."
            );

    private static FormField Reminders() =>
        Of(FieldControl.Whole, "call.reminders", "Rappels au plus", "Reminders at most").Help("De 1 à 5 ; vide : 2.", "1 to 5; empty: 2.");
}
