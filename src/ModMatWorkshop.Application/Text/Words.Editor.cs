using ModMatWorkshop.Domain;

namespace ModMatWorkshop.Application.Text;

// Editing a file of the content
public sealed partial class Words
{
    public string BuiltInKind(string key) =>
        key switch
        {
            "invited" => Say("Conférence invitée", "Invited talk"),
            "oral" => Say("Exposé oral", "Contributed talk"),
            "poster" => Say("Poster", "Poster"),
            "tutorial" => Say("Tutoriel", "Tutorial"),
            "panel" => Say("Table ronde", "Panel"),
            _ => Say("Session posters", "Poster session"),
        };

    public string EditTitle(string? title) => string.IsNullOrWhiteSpace(title) ? Say("Sans titre", "Untitled") : title;

    public string AsForm => Say("Formulaire", "Form");

    public string AsFileText => Say("Texte du fichier", "Text of the file");

    public string BackToContent => Say("Contenu", "Content");

    public string ShowPreview => Say("Aperçu", "Preview");

    public string PreviewHeading => Say("Ce que liront les visiteurs", "What readers will see");

    public string NothingToPreview =>
        Say("Rien à montrer tant que l’essentiel n’est pas lisible.", "Nothing to show until the essentials can be read.");

    public string PreviewTooLong => Say("Le texte est trop long pour un aperçu.", "The text is too long to preview.");

    public string PreviewFailed =>
        Say("L’aperçu n’est pas à jour : le site ne répond pas.", "The preview is out of date: the site does not answer.");

    public string SavedChange => Say("C’est enregistré, et en ligne.", "Saved and live.");

    public string SavedMerged =>
        Say(
            "C’est enregistré, et en ligne. Quelqu’un avait changé d’autres lignes entre-temps : le fichier a les deux changements.",
            "Saved and live. Somebody had changed other lines meanwhile: the file has both changes."
        );

    public string SavedWaits =>
        Say(
            "C’est enregistré. Ce changement touche des réponses déjà données : il sera en ligne quand quelqu’un du comité l’aura accepté.",
            "Saved. This change concerns answers already given: it goes live when an organiser agrees to it."
        );

    public string SeePublicPage => Say("Voir la page", "See the page");

    public string SeeHistory => Say("Versions", "Versions");

    public string NotSaved(int errors) =>
        Say("Rien n’est enregistré : ", "Nothing was saved: ")
        + Some(errors, "point à corriger", "points à corriger", "thing to correct", "things to correct");

    public string Remarks(int count) => Some(count, "remarque", "remarques", "remark", "remarks");

    public string LineOf(int line) => Say($"ligne {line}", $"line {line}");

    public string TextIsTooLong(string label, int most) =>
        Say($"« {label} » est trop long : {most} signes au plus.", $"“{label}” is too long: at most {most} characters.");

    public string FormIsDamaged =>
        Say(
            "Le formulaire est arrivé incomplet, et rien n’est enregistré. Voici le fichier tel qu’il est.",
            "The form arrived incomplete, and nothing was saved. This is the file as it is."
        );

    public string FileHasNoForm =>
        Say(
            "Le début du fichier ne peut pas être lu : corrigez-le ici, comme texte.",
            "The head of the file cannot be read: correct it here, as text."
        );

    public string BodyIn(string label, Language language) =>
        language == Language.English
            ? Say($"{label} en anglais", $"{label} in English")
            : Say($"{label} en français", $"{label} in French");

    public string LabelIn(string label, Language language) =>
        language == Language.English
            ? Say($"{label}, en anglais", $"{label}, in English")
            : Say($"{label}, en français", $"{label}, in French");

    public string SameIfEmpty => Say("Vide : le même texte.", "Empty: the same text.");

    public string Unset => Say("—", "—");

    public string MoreFields => Say("Plus rarement", "Less often");

    public string MoreOf(IEnumerable<string> labels) =>
        Say(
            $"Plus rarement : {string.Join(", ", labels).ToLowerInvariant()}",
            $"Less often: {string.Join(", ", labels).ToLowerInvariant()}"
        );

    public string RowNumber => Say("Place", "Place");

    public string RemoveRow => Say("Retirer", "Remove");

    /// <param name="number">Of the row: authors name their affiliation by it.</param>
    public string NewRow(string list, int number) =>
        Say($"Ajouter : {list.ToLowerInvariant()}, n°\u00A0{number}", $"Add: {list.ToLowerInvariant()}, no.\u00A0{number}");

    public string RowOf(string list, int number) => $"{list} {number}";

    public string RequiredField => Say("obligatoire", "required");

    public string OnlyInText(IEnumerable<(string Key, string Reason)> keys)
    {
        var all = keys.GroupBy(k => k.Reason).Select(k => $"{string.Join(", ", k.Select(key => key.Key))} ({k.Key})").ToList();
        return Say(
            $"Dans le texte du fichier seulement : {string.Join(" ; ", all)}.",
            $"In the text of the file only: {string.Join("; ", all)}."
        );
    }

    public string LeaveUnsaved => Say("Rien n’est encore enregistré.", "Nothing is saved yet.");

    public string DeleteThis => Say("Supprimer", "Delete");

    public string DeleteMeans =>
        Say(
            "Les visiteurs ne le verront plus. Les versions restent : l’une d’elles peut revenir.",
            "Readers will no longer see it. Its versions stay: any of them can come back."
        );

    // The toolbar of a text
    public string TextTools => Say("Insérer", "Insert");

    public string Subscript => Say("Indice", "Subscript");

    public string Superscript => Say("Exposant", "Superscript");

    public string Formula => Say("Formule", "Formula");

    public string InsertPicture => Say("Image", "Picture");

    public string InsertAPicture => Say("Insérer une image", "Insert a picture");

    public string InsertPictureHint =>
        Say("Choisissez-en une dans la liste, ou tapez son nom.", "Choose one from the list, or type its name.");

    public string AddPictureInTab => Say("Ajouter une image (nouvel onglet)", "Add a picture (new tab)");

    public string WhatPictureShows => Say("Ce qu’elle montre", "What it shows");

    public string WhatPictureShowsHint => Say("Pour qui ne la voit pas.", "For readers who do not see it.");

    public string InsertPictureNow => Say("Insérer", "Insert");

    public string InsertPictureIn(Language into) =>
        into == Language.English
            ? Say("Insérer dans le texte anglais", "Insert into the English text")
            : Say("Insérer dans le texte français", "Insert into the French text");

    public string ChoosePictureAndSay =>
        Say("Choisissez une image, et dites ce qu’elle montre.", "Choose a picture, and say what it shows.");

    public string InsertReference => Say("Référence", "Reference");

    public string InsertReferenceHelp =>
        Say(
            "Le texte d’une référence avec son DOI : il rejoint la liste, et son numéro le texte.",
            "The text of a reference with its DOI: it joins the list, and its number the text."
        );

    public string MarkdownHelp =>
        Say(
            "Markdown : *italique*, **gras**, H~2~O, 10^21^, $E=mc^2$, [1] pour une référence, une ligne vide entre deux paragraphes.",
            "Markdown: *italics*, **bold**, H~2~O, 10^21^, $E=mc^2$, [1] for a reference, an empty line between paragraphs."
        );

    // Two versions of one file
    public string TwoVersions => Say("Deux versions", "Two versions");

    public string TwoVersionsLead =>
        Say(
            "Quelqu’un a changé les mêmes lignes entre-temps. Voici ce qui distingue les deux versions, puis le fichier avec les deux "
                + "changements : gardez ce qui convient, puis enregistrez.",
            "Somebody changed the same lines meanwhile. Below is what differs between the two versions, then the file with both "
                + "changes: keep what is right, then save."
        );

    public string DifferenceOfVersions => Say("Ce qui les distingue", "What differs");

    public string BothChanges => Say("Les deux changements", "Both changes");

    // A new file
    public string NewThing(string folder) =>
        folder switch
        {
            "contributions" => Say("Nouvel exposé ou poster", "New talk or poster"),
            "sessions" => Say("Nouvelle session", "New session"),
            "pages" => Say("Nouvelle page", "New page"),
            _ => Say("Nouvelle actualité", "New news item"),
        };

    public string NewFileLead =>
        Say("L’essentiel d’abord ; le reste se complète sur la page suivante.", "The essentials first; the next page has the rest.");

    public string NewCode => Say("Code", "Code");

    public string NewNumber => Say("Numéro", "Number");

    public string NewSlug => Say("Nom dans l’adresse", "Name in the address");

    public string NewSlugHelp(string folder) =>
        folder == "news"
            ? Say(
                "Vide : d’après le titre. Par exemple 2021-09-01-programme.",
                "Empty: made from the title. For example 2021-09-01-programme."
            )
            : Say(
                "Vide : d’après le titre. Par exemple venir ou plan-du-campus.",
                "Empty: made from the title. For example getting-there."
            );

    public string NewNameIsTaken(string name) => Say($"Il y a déjà un fichier {name}.", $"There is already a file {name}.");

    public string NewNameIsWrong =>
        Say("Des minuscules de a à z, des chiffres et des traits d’union.", "Lower-case letters a to z, digits and hyphens.");

    public string NewCodeIsWrong =>
        Say("Une ou deux lettres et un numéro, par exemple O3.", "One or two letters and a number, for example O3.");

    public string NewNumberIsWrong => Say("Un numéro de 1 à 999.", "A number from 1 to 999.");

    public string Create => Say("Continuer", "Continue");
}
