using ModMatWorkshop.Domain.Options;
using static ModMatWorkshop.Content.Editing.FieldsOf;

namespace ModMatWorkshop.Content.Editing;

/// <summary>The fields of the options in <c>workshop.md</c>.</summary>
internal static class OptionForm
{
    public static FileSection Section() =>
        FieldsOf.Section(
            "options",
            "Dîner, excursion et autres options",
            "Dinner, excursion and other options",
            Rows("options", "Options", "Options", [.. Fields(), .. RareFields()])
                .Help(
                    "Ce que l’on peut choisir en s’inscrivant, avec ses places et sa liste d’attente.",
                    "What people may choose when they register, with its places and its waiting list."
                )
        );

    private static FormField[] Fields() =>
        [
            Text("key", "Identifiant", "Key")
                .UpTo(80)
                .Help(
                    "Minuscules et traits d’union : diner. Il ne change plus ; une autre option en a un autre.",
                    "Lower case and hyphens: dinner. It stays; another option has another one."
                ),
            Text("name", "Nom", "Name").Bilingual().UpTo(100),
            Of(FieldControl.Date, "date", "Jour", "Day"),
            Text("start", "Début", "Start").UpTo(5).Help("Par exemple 19:30.", "For example 19:30."),
            Text("end", "Fin", "End").UpTo(5),
            Text("where", "Lieu", "Place").Bilingual().UpTo(200),
            Of(FieldControl.Whole, "places", "Nombre de places", "Number of places")
                .Help("Accompagnants compris ; vide : sans limite.", "Companions included; empty: without limit."),
            Of(FieldControl.Whole, "companions", "Accompagnants au plus", "Companions at most")
                .Help($"Par personne, de 0 à {WorkshopOption.MostCompanions}.", $"For each person, 0 to {WorkshopOption.MostCompanions}."),
            Text("price", "Prix, en toutes lettres", "Price, in words").Bilingual().UpTo(200),
            Of(FieldControl.Date, "until", "Dernier jour pour choisir", "Last day to choose")
                .Help("Vide : jusqu’au début de l’atelier.", "Empty: until the workshop starts."),
        ];

    private static FormField[] RareFields() =>
        [
            Choice(
                    "for.attendance",
                    "Seulement si la personne vient",
                    "Only if the person comes",
                    ("in-person", new("en salle", "in person")),
                    ("remote", new("à distance", "remotely"))
                )
                .Rare(),
            Of(FieldControl.List, "for.position", "Seulement pour ces situations", "Only for these positions").UpTo(200).Rare(),
            Text("caterer", "À dire au traiteur", "To tell the caterer").Bilingual().UpTo(500).Rare(),
        ];
}
