using ModMatWorkshop.Domain;

namespace ModMatWorkshop.Content.Starter;

/// <summary>The sentences of a new content folder: what readers see, and the comments for its editors.</summary>
internal static class StarterTexts
{
    public static Localized Subtitle { get; } = new("Atelier scientifique", "Scientific workshop");

    public static Localized Room { get; } = new("Grande salle", "Main room");

    public static Localized OnlineRoom { get; } = new("En ligne", "Online");

    public static Localized AboutWorkshop { get; } =
        new(
            """
            # Ce fichier décrit l’atelier ; le texte d’accueil est en bas, après les trois tirets.
            # Après une modification : content check DOSSIER dit ce qui ne va pas. Toutes les clés : docs/content-format.md.
            """,
            """
            # This file describes the workshop; the text of the home page is at the bottom, below the three hyphens.
            # After a change, content check FOLDER says what is wrong. All keys: docs/content-format.md.
            """
        );

    public static Localized AboutDomain { get; } =
        new(
            "# Identifie les événements des agendas : ne le changez plus.",
            "# Identifies the events of calendars: do not change it later."
        );

    public static Localized AboutSeats { get; } =
        new(
            "# Avec remote: false, personne ne participe à distance. reserved: 5 garde des places pour les invités.",
            "# With remote: false, nobody attends online. reserved: 5 keeps seats for invited people."
        );

    public static Localized AboutVenue { get; } =
        new(
            """
            #   address: ["1, rue des Essais"]
            #   postcode: "38000"
            #   coordinates: { latitude: 45.19, longitude: 5.72 }
            """,
            """
            #   address: ["1, Test Street"]
            #   postcode: "AB1 2CD"
            #   coordinates: { latitude: 45.50, longitude: -73.57 }
            """
        );

    public static Localized AboutTheRest { get; } =
        new(
            """
            # À ajouter si vous voulez :
            # fee: "La participation est gratuite."
            # committee:
            #   - { name: "Ada Lovelace", affiliation: "Université de Londres" }
            # sponsors:
            #   - { name: "Un mécène", url: "https://example.org/" }
            # identity: { accent: "#a03b24", link: "#26547c" }
            # rooms:
            #   - { key: petite, name: "Petite salle", seats: 30 }
            # call:                            # l’appel à contributions, avec son formulaire
            #   opens: 2027-01-15
            #   closes: 2027-03-31 18:00
            #   topics:
            #     - { key: methodes, name: "Méthodes" }
            """,
            """
            # Add what you need:
            # fee: "Taking part is free."
            # committee:
            #   - { name: "Ada Lovelace", affiliation: "University of London" }
            # sponsors:
            #   - { name: "A sponsor", url: "https://example.org/" }
            # identity: { accent: "#a03b24", link: "#26547c" }
            # rooms:
            #   - { key: small, name: "Small room", seats: 30 }
            # call:                            # the call for abstracts, with its form
            #   opens: 2027-01-15
            #   closes: 2027-03-31 18:00
            #   topics:
            #     - { key: methods, name: "Methods" }
            """
        );

    /// <summary>With two languages, how to give a text in each.</summary>
    public static string AboutTitle(WorkshopAnswers answers, Language first) =>
        answers.Languages.Count < 2
            ? new Localized(
                "# Le titre, et une phrase pour les moteurs de recherche.",
                "# The title, and a sentence for search engines."
            ).In(first)
            : new Localized(
                "# Un texte est le même dans les deux langues, ou en a un pour chacune : { fr: \"…\", en: \"…\" }.",
                "# A text is the same in both languages, or has one for each: { en: \"…\", fr: \"…\" }."
            ).In(first);

    public static Localized Summary(WorkshopAnswers a) =>
        new($"{a.Title}. {a.City}, {a.Start.Year}.", $"{a.Title}. {a.City}, {a.Start.Year}.");

    public static Localized Introduction(WorkshopAnswers a) =>
        new($"Bienvenue sur le site de l’atelier {a.Acronym}.", $"Welcome to the website of the {a.Acronym} workshop.");

    /// <summary>The pages to which the site links.</summary>
    public static IReadOnlyList<StarterPage> Pages(WorkshopAnswers a) =>
        [
            new(
                "practical-info",
                new("Infos pratiques", "Practical information"),
                new(
                    "Décrivez le chemin, les hôtels, les repas. Un intertitre commence par ##.",
                    "Describe the way, hotels and meals. A heading starts with ##."
                ),
                new($"- **Lieu :** {a.Venue}, {a.City}", $"- **Venue:** {a.Venue}, {a.City}")
            ),
            new(
                "contact",
                new("Contact", "Contact"),
                new("Dites aussi qui organise l’atelier.", "Say also who organises the workshop."),
                new($"Pour écrire aux organisateurs : {a.Contact}", $"To write to the organisers: {a.Contact}")
            ),
            new(
                "legal-notice",
                new("Mentions légales", "Legal notice"),
                new(
                    "La loi demande le nom et l’adresse de l’éditeur et de l’hébergeur : ajoutez-les.",
                    "In France the law asks for the name and address of the publisher and of the host: add them."
                ),
                new(
                    $"Les organisateurs de l’atelier {a.Acronym} publient ce site. Pour leur écrire : {a.Contact}",
                    $"The organisers of the {a.Acronym} workshop publish this site. To write to them: {a.Contact}"
                )
            ),
            new(
                "privacy",
                new("Confidentialité", "Privacy"),
                new(
                    "Le site ajoute la liste des réponses qu’il garde. Dites qui est responsable du traitement.",
                    "The site adds the list of the answers that it keeps. Say who the controller is."
                ),
                new(
                    $"Vos réponses servent à organiser l’atelier. Pour toute question sur vos données : {a.Contact}",
                    $"Your answers serve to organise the workshop. For any question about your data: {a.Contact}"
                )
            ),
            new(
                "accessibility",
                new("Accessibilité", "Accessibility"),
                new(
                    "Un établissement public français doit une déclaration d’accessibilité : écrivez-la ici.",
                    "A public institution may owe an accessibility statement: write it here."
                ),
                new(
                    $"Si quelque chose vous empêche de lire ce site ou de vous inscrire, écrivez à {a.Contact}",
                    $"If anything keeps you from reading this site or from registering, write to {a.Contact}"
                )
            ),
        ];

    public static string Session(WorkshopAnswers a, Language first)
    {
        var about = new Localized(
            """
            # Une session : ses créneaux, dans une demi-journée. Ajoutez session-2.md, session-3.md…
            # Un créneau renvoie à un exposé (contribution: I1), ou a un nom (slug), un genre (kind) et un titre.
            # Genres : opening intervention tutorial panel poster-session break meal social.
            """,
            """
            # A session: its slots, within half a day. Add session-2.md, session-3.md and so on.
            # A slot refers to a talk (contribution: I1), or has a name (slug), a kind and a title.
            # Kinds: opening intervention tutorial panel poster-session break meal social.
            """
        );
        var (opening, coffee) = (new Localized("Ouverture", "Opening"), new Localized("Pause café", "Coffee break"));
        return $$"""
            ---
            {{about.In(first)}}
            session: 1
            date: {{StarterFolder.Day(a.Start)}}
            slots:
              - { start: "09:00", end: "09:15", slug: opening, kind: opening, title: {{StarterLanguages.Value(a, opening)}} }
              - { start: "09:15", end: "10:00", contribution: I1 }
              - { start: "10:00", end: "10:30", slug: coffee-1, kind: break, title: {{StarterLanguages.Value(a, coffee)}} }
            ---

            """;
    }

    public static string Contribution(WorkshopAnswers a, Language first)
    {
        var about = new Localized(
            """
            # Un fichier pour chaque exposé et chaque poster. Le code donne son nom au fichier : I1 est dans i1.md.
            # I : exposé invité (kind: invited) ; O : exposé (oral) ; P : poster (poster).
            # Celui-ci est un exemple : écrivez le vôtre à sa place. Une formule s’écrit $E = mc^2$.
            """,
            """
            # One file for each talk and each poster. The code names the file: I1 is in i1.md.
            # I: invited talk (kind: invited); O: talk (oral); P: poster (poster).
            # This one is an example: write yours in its place. A formula is written $E = mc^2$.
            """
        );
        var title = new Localized("Exemple d’exposé invité", "An example of an invited talk");
        var body = new Localized(
            "Le résumé de l’exposé. On peut y écrire *en italique* et H~2~O.",
            "The abstract of the talk. It may have *italics* and H~2~O."
        );
        return $$"""
            ---
            {{about.In(first)}}
            code: I1
            kind: invited
            title: {{StarterFolder.Quote(title.In(first))}}
            lang: {{first.Tag()}}
            to_be_confirmed: true
            speaker: "Ada Lovelace"
            authors:
              - { name: "Ada Lovelace", affiliations: [1] }
            affiliations:
              - {{StarterFolder.Quote(new Localized("Université de Londres", "University of London").In(first))}}
            ---

            {{body.In(first)}}

            """;
    }
}

/// <param name="Name">The name of the file without ending.</param>
/// <param name="Comment">For the editors.</param>
internal sealed record StarterPage(string Name, Localized Title, Localized Comment, Localized Body);
