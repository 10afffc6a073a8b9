using static ModMatWorkshop.Content.Editing.FieldsOf;

namespace ModMatWorkshop.Content.Editing;

/// <summary>The fields of a talk or a poster.</summary>
internal static class ContributionForm
{
    public static readonly FileForm Form = new([
        Section(
            "talk",
            "L’exposé ou le poster",
            "The talk or poster",
            Text("title", "Titre", "Title")
                .Required()
                .Help("Une ligne de Markdown : *italique*, H~2~O, $E=mc^2$.", "One line of Markdown: *italics*, H~2~O, $E=mc^2$."),
            Choice("kind", "Genre", "Kind").Required() with
            {
                Source = ChoiceSource.Kinds,
            },
            Text("code", "Code", "Code")
                .Required()
                .UpTo(7)
                .Help(
                    "Les lettres du genre et un numéro, comme le nom du fichier : O3.",
                    "The letters of the kind and a number, like the file name: O3."
                ),
            Text("lang", "Langue du résumé", "Language of the abstract")
                .Required()
                .UpTo(10)
                .Help("Deux lettres : fr, en.", "Two letters: fr, en."),
            Text("title_lang", "Langue du titre", "Language of the title")
                .UpTo(10)
                .Rare()
                .Help("Seulement si ce n’est pas celle du résumé.", "Only if it is not that of the abstract."),
            Of(FieldControl.Whole, "board", "Panneau", "Board")
                .Rare()
                .Help("Pour un poster ; sinon, le numéro du code.", "For a poster; otherwise the number of the code.")
        ),
        Section(
            "state",
            "Où en est-on ?",
            "Status",
            Flag("cancelled", "Annulé", "Cancelled"),
            Flag("to_be_confirmed", "À confirmer", "To be confirmed"),
            Flag("remote", "Donné à distance", "Given remotely"),
            Flag("abstract_to_come", "Résumé à venir", "Abstract to come").Help("Le résumé est alors vide.", "The abstract is then empty."),
            Flag("do_not_record", "Ne pas enregistrer", "Do not record"),
            Flag("condensed", "Résumé abrégé par les organisateurs", "Abstract condensed by the organisers"),
            Flag("speaker_inferred", "Orateur supposé", "Presenter assumed")
                .Help("Quand personne n’a dit qui présente.", "When nobody has said who presents.")
        ),
        Section(
            "speakers",
            "Qui présente",
            "Who presents",
            Text("speaker", "Orateur ou oratrice", "Speaker")
                .UpTo(200)
                .Help("Le nom, écrit comme parmi les auteurs.", "The name, spelled as among the authors."),
            Text("lab", "Laboratoire", "Laboratory").UpTo(200),
            Text("town", "Ville", "Town").UpTo(100),
            Text("pronunciation", "Comment se prononce le nom", "How to say the name")
                .UpTo(120)
                .Rare()
                .Help(
                    "Pour la présidence de séance ; les lecteurs ne le voient pas.",
                    "For the chair of the session; readers do not see it."
                ),
            Portrait(),
            Bio(),
            Rows(
                    "speakers",
                    "Plusieurs orateurs",
                    "Several speakers",
                    Text("name", "Nom", "Name").UpTo(200),
                    Text("lab", "Laboratoire", "Laboratory").UpTo(200),
                    Text("town", "Ville", "Town").UpTo(100),
                    Portrait(),
                    Bio()
                )
                .Rare()
                .Help(
                    "S’ils sont plusieurs, à la place des champs ci-dessus, qui restent vides.",
                    "If there are several, instead of the fields above, which stay empty."
                )
        ),
        Section(
            "authors",
            "Auteurs et affiliations",
            "Authors and affiliations",
            Rows("authors", "Auteurs", "Authors", Authors())
                .Required()
                .Help("Dans l’ordre de la signature.", "In the order of the byline."),
            Rows(
                    "affiliations",
                    "Affiliations",
                    "Affiliations",
                    Of(FieldControl.LongText, "text", "Affiliation", "Affiliation").UpTo(1000),
                    Text("key", "Laboratoire, en court", "Laboratory, in short").UpTo(200).Rare().Help("Pour regrouper.", "For grouping.")
                )
                .Help("Leur numéro est celui que portent les auteurs.", "The authors carry their numbers.")
        ),
        Section(
            "references",
            "Mots-clés, références, figures",
            "Keywords, references, figures",
            Rows(
                "keywords",
                "Mots-clés",
                "Keywords",
                Text("text", "Mot-clé", "Keyword").UpTo(200),
                Text("facet", "Mot du filtre", "Word of the filter")
                    .UpTo(200)
                    .Rare()
                    .Help("S’il en regroupe plusieurs.", "If it groups several.")
            ),
            Text("references_heading", "Titre de la liste", "Heading of the list")
                .UpTo(200)
                .Rare()
                .Help("Seulement si ce n’est pas « Références ».", "Only if it is not “References”."),
            Rows(
                    "references",
                    "Références",
                    "References",
                    Of(FieldControl.LongText, "text", "Référence", "Reference").UpTo(2000),
                    Text("doi", "DOI", "DOI").UpTo(300),
                    Text("url", "Lien", "Link").UpTo(500).Rare()
                )
                .Help(
                    "Dans le texte, [1] ou [2-4] mènent ici. Un DOI devient un lien.",
                    "In the text, [1] or [2-4] lead here. A DOI becomes a link."
                ),
            Rows(
                "figures",
                "Figures",
                "Figures",
                Of(FieldControl.Whole, "number", "Numéro", "Number"),
                Of(FieldControl.LongText, "caption", "Légende", "Caption").UpTo(2000),
                Picture("file", "Image", "Picture"),
                Text("alt", "Ce qu’elle montre", "What it shows")
                    .UpTo(1000)
                    .Help("Pour qui ne la voit pas.", "For readers who do not see it.")
            ),
            Materials()
        ),
    ])
    {
        BodyLabel = new("Résumé", "Abstract"),
        OnlyInText = OnlyInText(),
    };

    private static FormField[] Authors() =>
        [
            Text("name", "Nom", "Name").UpTo(200),
            Of(FieldControl.List, "affiliations", "Affiliations", "Affiliations").UpTo(50).Help("Numéros : 1, 2.", "Numbers: 1, 2."),
            Flag("corresponding", "Auteur correspondant", "Corresponding author"),
            Text("email", "Adresse publique", "Public address")
                .UpTo(254)
                .Rare()
                .Help("De l’auteur correspondant.", "Of the corresponding author."),
            Flag("equal", "Contribution égale", "Contributed equally").Rare(),
            Text("orcid", "ORCID", "ORCID").UpTo(19).Rare(),
            Text("present_address", "Adresse actuelle", "Present address").UpTo(500).Rare(),
            .. PersonFields(),
        ];

    /// <summary>How a person is named, where the name alone does not say it.</summary>
    public static FormField[] PersonFields() =>
        [
            Text("family", "Nom de famille", "Family name")
                .UpTo(100)
                .Rare()
                .Help("S’il n’est pas le dernier mot.", "If it is not the last word."),
            Text("person", "Identifiant", "Identifier")
                .UpTo(80)
                .Rare()
                .Help("Seulement pour distinguer deux homonymes.", "Only to tell two people of one name apart."),
        ];

    private static FormField Portrait() => Picture("portrait", "Portrait", "Portrait").Rare();

    private static FormField Bio() => Of(FieldControl.LongText, "bio", "En deux lignes", "In two lines").UpTo(1000).Bilingual().Rare();

    private static FormField Materials() =>
        Rows(
                "materials",
                "Documents à télécharger",
                "Materials",
                Choice(
                    "kind",
                    "Nature",
                    "Kind",
                    ("slides", new("Diapositives", "Slides")),
                    ("poster", new("Poster", "Poster")),
                    ("recording", new("Enregistrement", "Recording"))
                ),
                Text("title", "Titre", "Title").UpTo(200).Bilingual().Rare().Help("À la place de la nature.", "Instead of the kind."),
                Text("file", "Fichier", "File")
                    .UpTo(100)
                    .Help("Le nom d’un fichier du dossier materials.", "The name of a file in the folder materials."),
                Text("url", "ou lien", "or link").UpTo(500),
                Picture("picture", "Image de la première page", "Picture of the first page").Rare()
            )
            .Rare();
}
