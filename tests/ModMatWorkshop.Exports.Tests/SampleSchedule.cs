using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Addresses;
using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Exports.Tests;

/// <summary>
/// A small workshop of two days, one in summer time and one after it: a remote invited talk, an oral that moved to the other day, a
/// cancelled oral, a poster and a break with posters. Its texts contain characters that exports must escape: accents,
/// <c>&amp; &lt; {</c>, subscripts, a comma, a semicolon, a control character.
/// </summary>
internal static class SampleSchedule
{
    public static readonly SiteAddress Site = new("https://atelier.example");

    public static readonly DateTimeOffset Imported = new(2021, 9, 1, 7, 30, 0, TimeSpan.Zero);

    private static readonly DateOnly Friday = new(2021, 10, 29);
    private static readonly DateOnly Monday = new(2021, 11, 1);

    public static Schedule Create(
        string? contact = "comite@atelier.example",
        string zone = "Europe/Paris",
        Localized? room = null,
        int seats = 50,
        bool isInPersonOnly = false,
        Coordinates? coordinates = null
    )
    {
        Contribution[] contributions = [Invited(), MovedOral(), CancelledOral(), Poster()];
        return new(
            Workshop(contact, zone, room, seats, isInPersonOnly, coordinates),
            [
                new()
                {
                    Number = 1,
                    Date = Friday,
                    HalfDay = HalfDay.Morning,
                    Chairs = ["Zoé Lambda"],
                },
                new()
                {
                    Number = 2,
                    Date = Monday,
                    HalfDay = HalfDay.Afternoon,
                    Title = new("Surfaces & interfaces"),
                },
            ],
            [
                Row("ouverture", SlotKind.Opening, Utc(Friday, 7, 0), 30, Friday, 1, new("Ouverture", "Opening")),
                Talk("i1", SlotKind.Invited, Utc(Friday, 7, 30), 40, Friday, 1),
                Row(
                    "cafe-vendredi",
                    SlotKind.Break,
                    Utc(Friday, 8, 10),
                    30,
                    Friday,
                    1,
                    new("Pause café et posters", "Coffee break and posters"),
                    posters: true
                ),
                Talk(
                    "o1",
                    SlotKind.Oral,
                    Utc(Monday, 13, 0),
                    30,
                    Monday,
                    2,
                    movedFrom: Utc(Friday, 9, 0),
                    sequence: 2,
                    changed: Imported.AddDays(40)
                ),
                Talk("o2", SlotKind.Oral, Utc(Monday, 13, 30), 30, Monday, 2),
            ],
            contributions.ToDictionary(c => c.Code)
        );
    }

    /// <summary>A talk that is not in the timetable.</summary>
    public static Contribution Titled(string title, Author[] authors) =>
        Contribution("o9", ContributionKind.Oral, 9, title, "en", authors, "");

    private static DateTimeOffset Utc(DateOnly date, int hour, int minute) => new(date, new(hour, minute), TimeSpan.Zero);

    private static Workshop Workshop(
        string? contact,
        string zone,
        Localized? room,
        int seats,
        bool isInPersonOnly,
        Coordinates? coordinates
    ) =>
        new()
        {
            Slug = "atelier-2021",
            Acronym = "Atelier",
            Edition = "2021",
            Title = new("Données & matériaux", "Data & materials"),
            Subtitle = new("Rencontre d’automne", "Autumn meeting"),
            Summary = new("Deux jours sur les données.", "Two days about data."),
            Start = Friday,
            End = Monday,
            TimeZoneId = zone,
            UidDomain = "atelier-2021.example",
            Seats = seats,
            IsInPersonOnly = isInPersonOnly,
            Reserved = 0,
            RegistrationOpens = new(2021, 7, 1),
            RegistrationCloses = new(2021, 10, 27),
            Venue = new("Laboratoire des Ponts", room, ["3, allée des Ormes", "BP 12"], "31000", "Toulouse", "FR")
            {
                Coordinates = coordinates,
            },
            Contact = contact,
            Committee = [new("Zoé Lambda", "zoe-lambda", "Institut Bleu")],
            Sponsors = [new("Fondation Ocre", "https://ocre.example/"), new("Région", null)],
            IntroductionHtml = new("<p>Bienvenue.</p>", "<p>Welcome.</p>"),
            Revision = new(0, Imported),
        };

    private static Slot Row(
        string slug,
        SlotKind kind,
        DateTimeOffset start,
        int minutes,
        DateOnly date,
        int session,
        Localized title,
        bool posters = false
    ) =>
        new()
        {
            Slug = slug,
            Date = date,
            Start = start,
            End = start.AddMinutes(minutes),
            Kind = kind,
            SessionNumber = session,
            Title = title,
            Posters = posters,
            Revision = new(0, Imported),
        };

    private static Slot Talk(
        string code,
        SlotKind kind,
        DateTimeOffset start,
        int minutes,
        DateOnly date,
        int session,
        DateTimeOffset? movedFrom = null,
        int sequence = 0,
        DateTimeOffset? changed = null
    ) =>
        new()
        {
            Slug = code,
            Date = date,
            Start = start,
            End = start.AddMinutes(minutes),
            Kind = kind,
            SessionNumber = session,
            ContributionCode = code,
            MovedFromStart = movedFrom,
            MovedFromEnd = movedFrom?.AddMinutes(minutes),
            Revision = new(sequence, changed ?? Imported),
        };

    private static Contribution Invited() =>
        Contribution(
            "i1",
            ContributionKind.Invited,
            1,
            "Énergies de Al₁₃Co₄(100) & surfaces <lisses>; suite",
            "fr",
            [
                new("Élodie Nuñez", "elodie-nunez", "Nuñez", [1], "0000-0001-2345-6789"),
                new("Jan van der Berg", "jan-van-der-berg", "van der Berg", [2, 1]),
            ],
            "Une \u0007surface, 10²¹ atomes; 50 % de {vide} et \\ rien.\nSecond alinéa.",
            remote: true,
            condensed: true,
            material: new(new("Diapositives", "Slides"), "https://atelier.example/files/i1.pdf"),
            references: [new(1, "J. Doe (2020)", "J. Doe (2020)"), new(2, "", "J. Doe & al. (2021)", "10.1000/x<1")]
        );

    private static Contribution MovedOral() =>
        Contribution(
            "o1",
            ContributionKind.Oral,
            1,
            "A very long title about the transferability of machine-learned "
                + "interatomic potentials for oxides, nitrides and carbides under irradiation",
            "en",
            [new("Ada Quill", "ada-quill", "Quill", [1])],
            "Potentials travel badly.",
            sequence: 1
        );

    private static Contribution CancelledOral() =>
        Contribution(
            "o2",
            ContributionKind.Oral,
            2,
            "Verres métalliques",
            "fr",
            [new("Noé Brun", "noe-brun", "Brun", [])],
            "Des verres.",
            cancelled: true
        );

    private static Contribution Poster() =>
        Contribution(
            "p1",
            ContributionKind.Poster,
            1,
            "Défauts étendus",
            "fr",
            [new("Inès Cœur", "ines-coeur", "Cœur", [1])],
            "Des défauts."
        );

    private static Contribution Contribution(
        string code,
        ContributionKind kind,
        int number,
        string title,
        string lang,
        Author[] authors,
        string body,
        bool remote = false,
        bool condensed = false,
        bool cancelled = false,
        int sequence = 0,
        Material? material = null,
        Reference[]? references = null
    ) =>
        new()
        {
            Code = code,
            Kind = kind,
            Letters = code[..1],
            Number = number,
            Title = title,
            TitleHtml = title,
            TitleLang = lang,
            Lang = lang,
            Condensed = condensed,
            SpeakerSlug = authors is [] ? "" : authors[0].Slug,
            SpeakerName = authors is [] ? "" : authors[0].Name,
            Lab = "LDP",
            Town = "Toulouse",
            Remote = remote,
            Board = kind == ContributionKind.Poster ? number : null,
            SessionNumber = null,
            Cancelled = cancelled,
            Authors = authors,
            Affiliations = [new("Laboratoire des Ponts, Toulouse, France", "LDP"), new("Polder & Sons, Delft")],
            Keywords = [new("surfaces", "surfaces"), new("énergie", "energy")],
            References = references ?? [],
            Figures = [],
            Materials = material is null ? [] : [material],
            BodyHtml = "",
            BodyText = body,
            Revision = new(sequence, Imported),
        };
}
