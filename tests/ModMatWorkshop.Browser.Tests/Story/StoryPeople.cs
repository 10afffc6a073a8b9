using System.Globalization;

namespace ModMatWorkshop.Browser.Tests.Story;

/// <param name="Given">Empty for a person with one name.</param>
/// <param name="Places">Where the person works, in the order in which the person names them.</param>
public sealed record StoryPerson(string Given, string Family, IReadOnlyList<string> Places)
{
    public string Name => $"{Given} {Family}".Trim();
}

/// <summary>Invented people whose names and laboratories programs often get wrong.</summary>
public static class StoryPeople
{
    /// <summary>An author has the name of this reviewer, with a suffix.</summary>
    public const string ReviewerWhoWrites = "Adlai Stevenson";

    /// <summary>Where another reviewer works, and several authors.</summary>
    public const string LaboratoryOfAReviewer = "LAAS-CNRS";

    private const int CoAuthors = 60;

    private static readonly string[] Given =
    [
        .. "Ada,Émilie,J.-P.,Søren,María José,Zoë,Ngọc Ánh,İlker,Łucja,Þóra,O.,Anne-Marie,Jean-Baptiste,Wolfgang A.,Ayşe".Split(','),
        .. "Renée,Xi,Mateus,Ona,Siobhán,Guðrún,Çağla,Žofie,Håkon,Noël,Inês,Chloë".Split(','),
    ];

    private static readonly string[] Family =
    [
        .. "Lovelace,García Márquez,de la Cruz,van der Meer,von Grünewald,Ó Súilleabháin,O’Brien,D'Angelo,N'Guessan".Split(','),
        .. "Şahin,Nguyễn,Đặng,Müller-Schäfer,King Jr.,Stevenson III,Ruiz y Sanz,Silva Neto,Le Gall,Della Porta,Al-Farsi,bin Rashid".Split(
            ','
        ),
        .. "ter Horst,'t Hooft,Dvořák,Çelik,Sjöström,Æbelø,Kim,Li,Öztürk,Peña-Ortiz,Székely,Ångström,Weiß,du Châtelet,Mac Dubh".Split(','),
        .. "Vitória,Ðorđević,Nkrumah,Łukasiewicz,Þórsdóttir".Split(','),
    ];

    /// <summary>Other scripts, and one name only.</summary>
    private static readonly (string Given, string Family)[] Others =
    [
        ("Анна", "Иванова"),
        ("Γιώργος", "Παπαδόπουλος"),
        ("明", "李"),
        ("さくら", "田中"),
        ("지훈", "김"),
        ("", "Suharto"),
        ("अनिता", "शर्मा"),
        ("", "Sukarnoputri"),
    ];

    private static readonly string[] Places =
    [
        "LAAS-CNRS, Toulouse, France",
        "Institut Lumière Matière, UMR 5306, Université Lyon 1, Villeurbanne, France",
        "Max-Planck-Institut für Eisenforschung, Düsseldorf, Germany",
        "4PI Laboratory, Köln, Germany",
        "École polytechnique fédérale de Lausanne (EPFL), Lausanne, Switzerland",
        "Physics & Astronomy, University of Leeds, Leeds, United Kingdom",
        "Laboratory “Surfaces”, Kraków, Poland",
        "МГУ имени Ломоносова, Москва, Россия",
        "東京大学, 東京, 日本",
        "Dept. of Chemistry; Materials Unit, Göteborg, Sweden",
        "IRIG: Institut de recherche, Grenoble, France",
        "Universidad Nacional Autónoma de México, Ciudad de México, Mexico",
        "Indian Institute of Science, Bengaluru 560012, India",
        "Univ. Grenoble Alpes, CNRS, Grenoble INP, Grenoble, France",
        "O'Higgins Institute, Rancagua, Chile",
        "Þróunarstofa, Reykjavík, Iceland",
        "CIRIMAT, Toulouse, France",
    ];

    /// <summary>The person who presents an abstract, somebody else for each one.</summary>
    public static StoryPerson Presenter(int number) => Person(number);

    public static StoryPerson CoAuthor(int number) => Person(StoryAbstracts.Count + number % CoAuthors);

    private static StoryPerson Person(int k)
    {
        // The sizes have no divisor in common, so no two people have one name.
        var (given, family) =
            k == 3 ? ("Adlai", "Stevenson III")
            : k > StoryAbstracts.Count && k % 8 == 5 ? Others[k / 8 % Others.Length]
            : k == 21 ? Others[0]
            : k == 47 ? ("", "Sumardi")
            : (Given[k % Given.Length], Family[k % Family.Length]);
        return new(given, family, PlacesOf(k));
    }

    private static string[] PlacesOf(int k) =>
        k % 4 == 0 ? [Places[k % Places.Length], Places[(k + 5) % Places.Length]] : [Places[k % Places.Length]];

    /// <summary>A valid ORCID iD, with its checksum (ISO 7064, MOD 11-2).</summary>
    public static string Orcid(int number)
    {
        var digits = string.Create(CultureInfo.InvariantCulture, $"0000000{20_000_000 + number:00000000}");
        var sum = digits.Aggregate(0, (sum, digit) => (sum + digit - '0') * 2 % 11);
        var check = (12 - sum) % 11;
        var all = digits + (check == 10 ? "X" : check.ToString(CultureInfo.InvariantCulture));
        return string.Join('-', all.Chunk(4).Select(group => new string(group)));
    }
}
