using static ModMatWorkshop.Content.Editing.FieldsOf;

namespace ModMatWorkshop.Content.Editing;

/// <summary>The forms of the files of the content folder. Form, save and check read them.</summary>
public static class FileForms
{
    public static readonly IReadOnlyList<string> Folders = ["contributions", "sessions", "pages", "news", MailReader.Folder];

    private static readonly FileForm Session = new([
        Section(
            "session",
            "La session",
            "The session",
            Of(FieldControl.Whole, "session", "Numéro", "Number").Required(),
            Of(FieldControl.Date, "date", "Jour", "Day").Required(),
            Choice("room", "Salle", "Room") with
            {
                Source = ChoiceSource.Rooms,
            },
            Choice(
                    "half_day",
                    "Demi-journée",
                    "Half-day",
                    ("morning", new("matin", "morning")),
                    ("afternoon", new("après-midi", "afternoon"))
                )
                .Help("Vide : d’après l’heure du début.", "Empty: by the time at which it starts."),
            Text("title", "Titre", "Title").Bilingual().UpTo(300).Help("Vide : « Session 1 ».", "Empty: “Session 1”."),
            Choice("kind", "Genre", "Kind") with
            {
                Source = ChoiceSource.SessionKinds,
            },
            Of(FieldControl.Lines, "chair", "Présidence", "Chair").UpTo(500).Help("Un nom par ligne.", "One name a line."),
            Text("stream", "Diffusion", "Stream")
                .UpTo(500)
                .Help("Adresse https, pour les inscrits seulement.", "An https address, for registered people only.")
        ),
    ])
    {
        OnlyInText = OnlyInText(("slots", "les lignes de l’horaire ont leur page", "rows of the timetable have a page of their own")),
    };

    private static readonly FormField Title = Text("title", "Titre", "Title").Required().Bilingual().UpTo(300);

    private static readonly FormField PageAddress = Text("slug", "Adresse", "Address")
        .Bilingual()
        .UpTo(80)
        .Help("Minuscules et traits d’union ; vide : le nom du fichier.", "Lower case and hyphens; empty: the name of the file.");

    private static readonly FormField PagePlace = Choice(
            "in",
            "Lien vers la page",
            "Link to the page",
            ("menu", new("dans le menu", "in the menu")),
            ("footer", new("en pied de page", "in the footer"))
        )
        .Help("Vide : la recherche et les liens des autres pages y mènent.", "Empty: search and links of other pages lead to it.");

    private static readonly FormField TrueIn = Of(FieldControl.Month, "true_in", "Vérifiée en", "Checked in")
        .Help("Le mois où ses indications étaient exactes.", "The month in which its facts were correct.");

    private static readonly FileSection Aside = Section(
        "aside",
        "À côté du texte",
        "Beside the text",
        Text("aside.title", "Titre", "Title").Bilingual().UpTo(200),
        Of(FieldControl.LongText, "aside.text", "Texte ou image", "Text or picture").Bilingual().UpTo(4000)
    );

    private static readonly FileForm News = new([
        Section(
            "news",
            "L’actualité",
            "The news item",
            Title,
            Of(FieldControl.Date, "date", "Visible à partir du", "Shown from").Required()
        ),
    ])
    {
        BodyLabel = new("Texte", "Text"),
        HasTranslation = true,
        OnlyInText = OnlyInText(),
    };

    private static readonly FileForm Mail = new([
        Section("mail", "L’objet", "The subject", Text("subject", "Objet", "Subject").Required().Bilingual().UpTo(200)),
    ])
    {
        BodyLabel = new("Texte", "Text"),
        HasTranslation = true,
        OnlyInText = OnlyInText(),
    };

    /// <summary>The form of a file; null for a file that has none.</summary>
    /// <param name="name">Its path in the content folder.</param>
    public static FileForm? Of(string name)
    {
        var slug = Path.GetFileNameWithoutExtension(name);
        return name == ContentFolder.WorkshopFile ? WorkshopForm.Form
            : TranslatedBodies.LanguageOf(name) is not null ? null
            : name.Split('/')[0] switch
            {
                "contributions" => ContributionForm.Form,
                "sessions" => Session,
                "news" => News,
                "pages" => PageForm(slug),
                MailReader.Folder => MailReader.KindOf(name) is null ? null : Mail,
                _ => null,
            };
    }

    /// <summary>The pages that the site itself knows have their addresses and places from it.</summary>
    private static FileForm PageForm(string slug)
    {
        var isKnown = PageReader.Known.Contains(slug);
        FormField[] fields = isKnown ? [Title, TrueIn] : [Title, PageAddress, PagePlace, TrueIn];
        var page = Section("page", "La page", "The page", fields);
        return new(slug == PageReader.PracticalInfo ? [page, Aside] : [page])
        {
            BodyLabel = new("Texte", "Text"),
            HasTranslation = true,
            OnlyInText = OnlyInText(),
        };
    }

    private static FormField Of(FieldControl control, string key, string fr, string en) => FieldsOf.Of(control, key, fr, en);
}
