using static ModMatWorkshop.Content.Editing.FieldsOf;

namespace ModMatWorkshop.Content.Editing;

/// <summary>The fields of what <c>workshop.md</c> asks in the registration form.</summary>
internal static class QuestionForm
{
    public static FileSection Section() =>
        FieldsOf.Section(
            "questions",
            "Questions aux inscrits",
            "Questions to participants",
            Rows("questions", "Questions", "Questions", [.. Fields(), .. RareFields()])
                .Help("Posées après les questions de tout atelier.", "Asked after the questions of every workshop."),
            Rows(
                    "positions",
                    "Situations",
                    "Positions",
                    Text("key", "Identifiant", "Key")
                        .UpTo(80)
                        .Help(
                            "phd-student, postdoc, permanent, other, ou un autre.",
                            "phd-student, postdoc, permanent, other, or another one."
                        ),
                    Text("name", "Nom", "Name").Bilingual().UpTo(100)
                )
                .Help("Vide : doctorat, postdoctorat, personnel permanent, autre.", "Empty: PhD student, postdoc, permanent staff, other.")
        );

    private static FormField[] Fields() =>
        [
            Text("key", "Identifiant", "Key")
                .UpTo(80)
                .Help(
                    "Minuscules et traits d’union : taille. Il ne change plus ; une autre question en a un autre.",
                    "Lower case and hyphens: size. It stays; another question has another one."
                ),
            Choice(
                "kind",
                "Genre",
                "Kind",
                ("text", new("une ligne", "one line")),
                ("long-text", new("texte long", "long text")),
                ("choice", new("un choix", "one choice")),
                ("choices", new("plusieurs choix", "several choices")),
                ("yes-no", new("oui ou non", "yes or no")),
                ("number", new("nombre", "number")),
                ("date", new("date", "date")),
                ("country", new("pays", "country")),
                ("consent", new("accord", "consent")),
                ("file", new("fichier PDF", "PDF file"))
            ),
            Text("label", "Question", "Question").Bilingual().UpTo(300),
            Flag("required", "Réponse obligatoire", "An answer is required"),
            Of(FieldControl.Lines, "choices", "Choix", "Choices")
                .UpTo(4000)
                .Help("Une ligne par choix : xl = très grand | extra large.", "One line each: xl = très grand | extra large."),
            Of(FieldControl.List, "shown", "Où paraît la réponse", "Where the answer appears")
                .UpTo(60)
                .Help("list, badge, door, caterer, export ; vide : export.", "list, badge, door, caterer, export; empty: export."),
        ];

    private static FormField[] RareFields() =>
        [
            Text("help", "Aide", "Help").Bilingual().UpTo(500).Rare(),
            Text("short", "Intitulé court", "Short label").Bilingual().UpTo(60).Rare(),
            Text("purpose", "À quoi sert la réponse", "What the answer is for").Bilingual().UpTo(200).Rare(),
            Text("erased", "Effacement", "Erasure")
                .UpTo(14)
                .Rare()
                .Help("after-workshop, ou une date : 2021-10-01.", "after-workshop, or a date: 2021-10-01."),
            Text("only", "Réponse vue d’un seul rôle", "Answer for one role only")
                .UpTo(12)
                .Rare()
                .Help("organiser ou registration ; vide : des deux.", "organiser or registration; empty: both."),
            Text("version", "Version du texte à accepter", "Version of the text to agree to").UpTo(40).Rare(),
            Of(FieldControl.Decimal, "least", "Nombre : au moins", "Number: at least").Rare(),
            Of(FieldControl.Decimal, "most", "Nombre : au plus", "Number: at most").Rare(),
            Of(FieldControl.Whole, "megabytes", "Fichier : mégaoctets au plus", "File: megabytes at most")
                .Rare()
                .Help("De 1 à 10 ; vide : 5.", "1 to 10; empty: 5."),
            Choice(
                    "when.attendance",
                    "Seulement si la personne vient",
                    "Only if the person comes",
                    ("in-person", new("en salle", "in person")),
                    ("remote", new("à distance", "remotely"))
                )
                .Rare(),
            Of(FieldControl.List, "when.position", "Seulement pour ces situations", "Only for these positions").UpTo(200).Rare(),
            Text("when.option", "Seulement avec cette option", "Only with this option").UpTo(80).Rare(),
            Text("when.question", "Seulement après cette question", "Only after this question").UpTo(80).Rare(),
            Of(FieldControl.List, "when.answer", "… si la réponse est", "… if the answer is")
                .UpTo(200)
                .Rare()
                .Help("Des clés de ses choix ; vide : n’importe laquelle.", "Keys of its choices; empty: any."),
        ];
}
