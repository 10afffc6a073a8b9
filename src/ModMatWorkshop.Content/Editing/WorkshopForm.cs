using static ModMatWorkshop.Content.Editing.FieldsOf;

namespace ModMatWorkshop.Content.Editing;

/// <summary>The fields of <c>workshop.md</c>.</summary>
internal static class WorkshopForm
{
    public static readonly FileForm Form = new([
        Section(
            "name",
            "Nom et dates",
            "Name and dates",
            Text("acronym", "Sigle", "Acronym").Required().UpTo(40),
            Text("edition", "Édition", "Edition")
                .UpTo(40)
                .Help("En général l’année ; vide : l’année.", "Usually the year; empty: the year."),
            Text("title", "Titre", "Title").Required().Bilingual().UpTo(300),
            Text("subtitle", "Sous-titre", "Subtitle").Bilingual().UpTo(300),
            Of(FieldControl.LongText, "summary", "En une phrase ou deux", "In a sentence or two")
                .Bilingual()
                .UpTo(1000)
                .Help("Pour les moteurs de recherche et les cartes de partage.", "For search engines and cards."),
            Of(FieldControl.Date, "start", "Premier jour", "First day").Required(),
            Of(FieldControl.Date, "end", "Dernier jour", "Last day").Required(),
            Text("timezone", "Fuseau horaire", "Time zone")
                .Required()
                .UpTo(60)
                .Help("Par exemple Europe/Paris.", "For example Europe/Paris."),
            Of(FieldControl.List, "languages", "Langues du site", "Languages of the site")
                .UpTo(10)
                .Help("fr, en ou les deux, la première d’abord ; vide : fr, en.", "fr, en or both, the first one first; empty: fr, en."),
            Text("contact", "Adresse de contact", "Contact address").UpTo(254)
        ),
        Section(
            "registration",
            "Places et inscriptions",
            "Seats and registration",
            Of(FieldControl.Whole, "seats", "Places dans la salle", "Seats")
                .Required()
                .Help("0 : l’atelier a lieu à distance seulement.", "0: the workshop takes place remotely only."),
            Flag("remote", "On peut participer à distance", "People may take part remotely") with
            {
                IsOnByDefault = true,
            },
            Of(FieldControl.Whole, "reserved", "Places réservées", "Reserved seats")
                .Rare()
                .Help("Aux orateurs et au comité.", "For speakers and the committee."),
            Of(FieldControl.Date, "reserved_until", "Réservées jusqu’au", "Reserved until").Rare(),
            Of(FieldControl.Date, "registration.opens", "Ouverture des inscriptions", "Registration opens"),
            Of(FieldControl.Date, "registration.closes", "Dernier jour des inscriptions", "Last day of registration"),
            Of(FieldControl.Date, "registration.changes_until", "Changements libres jusqu’au", "Free changes until")
                .Rare()
                .Help(
                    "Ensuite, un changement de présence, de repas ou d’option attend votre accord.",
                    "After that, a change of attendance, meals or options waits for your approval."
                ),
            Choice(
                    "registration.how",
                    "Comment on s’inscrit",
                    "How people register",
                    ("open", new("librement", "freely")),
                    ("on application", new("sur candidature", "on application"))
                )
                .Rare()
                .Help(
                    "Sur candidature : les organisateurs acceptent ou refusent chaque personne, sauf les personnes invitées.",
                    "On application: the organisers accept or decline each person, except invited people."
                ),
            Of(FieldControl.Date, "registration.answers", "Réponses aux candidatures, au plus tard le", "Applications are answered by")
                .Rare(),
            Flag("registration.visa_letter", "Lettre pour le visa", "Letter for a visa").Rare(),
            Flag("registration.travel_support", "On peut demander une aide au voyage", "People may ask for travel support").Rare(),
            Of(
                    FieldControl.Date,
                    "registration.travel_support_until",
                    "Aide au voyage : demandes jusqu’au",
                    "Travel support: requests until"
                )
                .Rare(),
            Text("registration.travel_support_for", "Aide au voyage : pour qui", "Travel support: for whom").Bilingual().UpTo(200).Rare(),
            Of(FieldControl.LongText, "fee", "Ce que coûte la participation", "What taking part costs")
                .Bilingual()
                .UpTo(1000)
                .Help("En une phrase.", "In one sentence."),
            Text("signatory.name", "Signataire des attestations", "Signatory of certificates")
                .UpTo(200)
                .Help("Vide : le comité signe.", "Empty: the committee signs."),
            Text("signatory.title", "Sa fonction", "Their title").Bilingual().UpTo(200)
        ),
        Section(
            "venue",
            "Lieu",
            "Venue",
            Text("venue.name", "Nom du lieu", "Name of the venue").Required().UpTo(200),
            Text("venue.room", "Salle", "Room").Bilingual().UpTo(200),
            Of(FieldControl.Lines, "venue.address", "Adresse", "Address").UpTo(500).Help("Une ligne par ligne.", "One line each."),
            Text("venue.postcode", "Code postal", "Postcode").UpTo(20),
            Text("venue.city", "Ville", "City").Required().UpTo(100),
            Text("venue.cedex", "Cedex", "Cedex").UpTo(20).Rare(),
            Text("venue.country", "Pays", "Country").Required().UpTo(2).Help("Deux capitales : FR.", "Two capitals: FR."),
            Of(FieldControl.Decimal, "venue.coordinates.latitude", "Latitude", "Latitude")
                .Help("En degrés, vers le nord.", "In degrees, north."),
            Of(FieldControl.Decimal, "venue.coordinates.longitude", "Longitude", "Longitude")
                .Help("En degrés, vers l’est.", "In degrees, east."),
            Of(FieldControl.LongText, "venue.directions", "Comment venir, en une phrase", "How to get there, in one sentence")
                .Bilingual()
                .UpTo(1000)
        ),
        Section(
            "rooms",
            "Salles et genres",
            "Rooms and kinds",
            Rows(
                    "rooms",
                    "Salles",
                    "Rooms",
                    Text("key", "Identifiant", "Key")
                        .UpTo(80)
                        .Help("Minuscules et traits d’union : amphi.", "Lower case and hyphens: main-hall."),
                    Text("name", "Nom", "Name").Bilingual().UpTo(200),
                    Of(FieldControl.Whole, "seats", "Places", "Seats"),
                    Text("stream", "Diffusion", "Stream")
                        .UpTo(500)
                        .Help("Adresse https, pour les inscrits.", "An https address, for registered people."),
                    Text("directions", "Comment la trouver", "How to find it").Bilingual().UpTo(500).Rare()
                )
                .Help("Seulement s’il y en a plusieurs.", "Only if there are several."),
            Rows(
                    "kinds",
                    "Autres genres d’exposés",
                    "Other kinds of talks",
                    Text("key", "Identifiant", "Key").UpTo(80),
                    Text("letters", "Lettres du code", "Letters of the code").UpTo(2),
                    Text("name", "Nom", "Name").Bilingual().UpTo(100),
                    Text("names", "Au pluriel", "Plural").Bilingual().UpTo(100),
                    Choice(
                        "counts_as",
                        "Compte comme",
                        "Counts as",
                        ("invited", new("conférence invitée", "invited talk")),
                        ("oral", new("exposé", "talk")),
                        ("poster", new("poster", "poster"))
                    )
                )
                .Help("Outre conférence invitée, exposé et poster.", "Besides invited talk, talk and poster.")
        ),
        QuestionForm.Section(),
        OptionForm.Section(),
        FeeForm.Section(),
        CallForm.Section(),
        MailForm.Section(),
        Section(
            "people",
            "Comité et soutiens",
            "Committee and sponsors",
            Rows(
                "committee",
                "Comité",
                "Committee",
                [
                    Text("name", "Nom", "Name").UpTo(200),
                    Text("affiliation", "Laboratoire", "Affiliation").UpTo(200),
                    Text("orcid", "ORCID", "ORCID").UpTo(19).Rare(),
                    .. ContributionForm.PersonFields(),
                ]
            ),
            Rows(
                "sponsors",
                "Soutiens",
                "Sponsors",
                Text("name", "Nom", "Name").UpTo(200),
                Text("url", "Site", "Website").UpTo(500),
                Picture("logo", "Logo", "Logo")
            )
        ),
        Look(),
        Section(
            "authority",
            "Protection des données",
            "Data protection",
            Text("authority.name", "Autorité de contrôle", "Supervisory authority")
                .Bilingual()
                .UpTo(200)
                .Help("En France, la CNIL.", "In France, the CNIL."),
            Text("authority.address", "Son adresse", "Its address").UpTo(300),
            Text("authority.url", "Son site", "Its website").UpTo(500)
        ),
    ])
    {
        BodyLabel = new("Présentation", "Introduction"),
        HasTranslation = true,
        OnlyInText = OnlyInText(
            ("slots", "les lignes de l’horaire ont leur page", "rows of the timetable have a page of their own"),
            ("slug", "ne change plus une fois l’atelier annoncé", "does not change once the workshop is announced"),
            (
                "uid_domain",
                "ne change plus : les agendas reconnaissent les exposés par lui",
                "does not change: calendars recognise talks by it"
            )
        ),
    };

    private static FileSection Look() =>
        Section(
            "look",
            "Allure du site",
            "Look of the site",
            Text("identity.accent", "Couleur d’accent", "Accent colour")
                .UpTo(7)
                .Help("#rrvvbb : ce que l’on presse, et maintenant.", "#rrggbb: what to press, and now."),
            Text("identity.link", "Couleur des liens", "Colour of links").UpTo(7).Help("#rrvvbb.", "#rrggbb."),
            Picture("identity.logo", "Logo", "Logo"),
            Picture("identity.picture.file", "Image d’accueil", "Home picture"),
            Text("identity.picture.alt", "Ce qu’elle montre", "What it shows").Bilingual().UpTo(500),
            Of(FieldControl.Decimal, "identity.lattice.edge", "Réseau : arête", "Lattice: edge")
                .Rare()
                .Help("De 40 à 120.", "From 40 to 120."),
            Of(FieldControl.Decimal, "identity.lattice.turn", "Réseau : rotation", "Lattice: turn")
                .Rare()
                .Help("De 5 à 60 degrés.", "From 5 to 60 degrees."),
            Of(FieldControl.Decimal, "identity.lattice.tilt", "Réseau : inclinaison", "Lattice: tilt")
                .Rare()
                .Help("De 5 à 60 degrés.", "From 5 to 60 degrees."),
            Of(FieldControl.Decimal, "identity.lattice.cutoff", "Réseau : rayon", "Lattice: cutoff")
                .Rare()
                .Help("De 0 à 130.", "From 0 to 130.")
        );
}
