using AngleSharp.Dom;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Web.Tests.Pages;

/// <summary>The timetable of the booklet, row by row.</summary>
[Collection(nameof(Archive))]
public sealed class ProgrammeTests(SiteFactory site)
{
    // A long row continues on indented lines.
    private const string Timetable = """
        introduction | opening | 2021-09-22T13:00+02:00 | 2021-09-22T13:30+02:00 | Introduction |
        i1 | invited, remote | 2021-09-22T13:30+02:00 | 2021-09-22T14:10+02:00
            | Data-driven Approaches to the Discovery and Classification of Homogeneous Catalysts
            | Clémence Corminboeuf EPFL, Lausanne à distance
        o1 | oral, remote | 2021-09-22T14:10+02:00 | 2021-09-22T14:40+02:00
            | Speeding Up the Discovery of Framework Materials with Targeted Properties by Machine Learning
            | François-Xavier Coudert IRCP, Paris à distance
        o2 | oral | 2021-09-22T14:40+02:00 | 2021-09-22T15:10+02:00
            | Modeling oxide mixed phases via machine-learning enhanced ab initio calculations | N. Mingo CEA-LITEN, Grenoble
        coffee-wednesday | break | 2021-09-22T15:10+02:00 | 2021-09-22T15:30+02:00 | Pause café |
        o3 | oral | 2021-09-22T15:30+02:00 | 2021-09-22T16:00+02:00
            | Hybrid localized graph kernel for machine learning energy-related properties of molecules and solids
            | Bastien Casier LPCT, Nancy
        o4 | oral | 2021-09-22T16:00+02:00 | 2021-09-22T16:30+02:00
            | Algorithme évolutionnaire auto-apprenant pour la prédiction de nouveaux matériaux : USPEX & ses applications
            | Gilles Frapper IC2MP, Poitiers
        o5 | oral | 2021-09-22T16:30+02:00 | 2021-09-22T17:00+02:00 | Prediction of novel Yttrium Nitride phases under pressure
            | G.M. Dongho-Nguimdo IC2MP, Poitiers
        i2 | invited | 2021-09-23T09:00+02:00 | 2021-09-23T09:40+02:00
            | Linking local structure and dynamics in glassy fluids using machine learning | Frank Smallenburg LPS, Orsay
        o6 | oral | 2021-09-23T09:40+02:00 | 2021-09-23T10:10+02:00
            | Zinc oxide crystallization modeled with machine-learning interatomic potential | Julien Lam CEMES-CNRS, Toulouse
        o7 | oral | 2021-09-23T10:10+02:00 | 2021-09-23T10:40+02:00
            | Evaluation of Neural Networks methods to model interface phenomena in solid phase epitaxy for Silicon
            | Ruggero Lot LAAS-CNRS, Toulouse
        coffee-thursday-morning | break | 2021-09-23T10:40+02:00 | 2021-09-23T11:00+02:00 | Pause café |
        o8 | oral | 2021-09-23T11:00+02:00 | 2021-09-23T11:30+02:00
            | Adsorption energies for atomic oxygen on the Al13Co4(100) surface: a machine learning approach | Florian Brix IJL, Nancy
        o9 | oral | 2021-09-23T11:30+02:00 | 2021-09-23T12:00+02:00
            | Ab initio calculations of finite-temperature properties at multiple electronic structure levels made affordable: An
            effective combination of perturbation theory and machine learning | Maurício Chagas da Silva LPCT, Nancy
        idris | intervention | 2021-09-23T12:00+02:00 | 2021-09-23T12:20+02:00 | Intervention IDRIS | T. Very IDRIS, Orsay
        flash-posters | poster-session | 2021-09-23T12:20+02:00 | 2021-09-23T12:30+02:00 | Présentations flash des posters |
        buffet | meal, posters | 2021-09-23T12:30+02:00 | 2021-09-23T14:00+02:00 | Buffet et session posters |
        i3 | invited | 2021-09-23T14:00+02:00 | 2021-09-23T14:40+02:00
            | An Atomic Cluster Expansion (ACE) to fit interatomic potentials with polynomials | Geneviève Dusson LMB, Besançon
        o10 | oral, remote | 2021-09-23T14:40+02:00 | 2021-09-23T15:10+02:00
            | Machine-learned repulsive potentials for the Density Functional based Tight-Binding method
            | Dylan Bissuel ILM, Lyon à distance
        coffee-thursday-afternoon | break, posters | 2021-09-23T15:10+02:00 | 2021-09-23T15:30+02:00 | Pause café et session posters |
        o11 | oral | 2021-09-23T15:30+02:00 | 2021-09-23T16:00+02:00
            | Neural Network Potential for Fast and Accurate Molecular Dynamics Simulations of SiGe | Sung-Ho Lee CEA-LETI, Grenoble
        o12 | oral | 2021-09-23T16:00+02:00 | 2021-09-23T16:30+02:00 | Machine-Learning Assisted Canonical Sampling
            | Aloïs Castellano CEA-DAM-DIF, Bruyères-Le-Châtel
        o13 | oral | 2021-09-23T16:30+02:00 | 2021-09-23T17:00+02:00
            | Synergistic coupling in QM/MM simulations of dislocations via machine learning | Petr Grigorev CINaM, Marseille
        i4 | invited | 2021-09-24T09:00+02:00 | 2021-09-24T09:40+02:00 | Machine Learning for Atomistic Materials Science
            | Mihai-Cosmin Marinica CEA-SRMP, Gif-sur-Yvette
        o14 | oral | 2021-09-24T09:40+02:00 | 2021-09-24T10:10+02:00
            | Modèles de régression de l’entropie vibrationnelle de formation et de migration de défauts ponctuels
            | Clovis Lapointe CEA-SRMP, Gif-sur-Yvette
        o15 | oral | 2021-09-24T10:10+02:00 | 2021-09-24T10:30+02:00 | Learning how dense dislocation networks evolve
            | Thomas D. Swinburne CINaM, Marseille
        coffee-friday | break | 2021-09-24T10:30+02:00 | 2021-09-24T11:00+02:00 | Pause café |
        o16 | oral | 2021-09-24T11:00+02:00 | 2021-09-24T11:30+02:00
            | Reinforcing materials modelling by encoding the structures of defects in crystalline solids into distortion scores
            | A.M. Goryaeva CEA-SRMP, Gif-sur-Yvette
        o17 | oral, remote | 2021-09-24T11:30+02:00 | 2021-09-24T12:00+02:00 | Graph Theory for Molecular Dynamics simulations
            | Marie-Pierre Gaigeot LAMBE, Evry à distance
        o18 | oral, remote | 2021-09-24T12:00+02:00 | 2021-09-24T12:30+02:00
            | Approche par deep learning pour déterminer les indices de chiralité des nanotubes de carbone à partir d’images HRTEM
            | G. Daniel Förster ICMN, Orléans à distance
        """;

    private static readonly string[] Rows = Timetable.ReplaceLineEndings("\n").Replace("\n    ", " ", StringComparison.Ordinal).Split('\n');

    [Fact]
    public async Task A_workshop_with_one_room_has_no_mark_of_rooms() =>
        Assert.Empty(
            (await site.CreateClient().ReadAsync("/programme")).QuerySelectorAll(
                "[data-room], [data-column], [data-columns], [data-counts-as], [data-several], [data-part=room], .room-filter"
            )
        );

    [Fact]
    public async Task The_thirty_rows_are_those_of_the_booklet()
    {
        var page = await site.CreateClient().ReadAsync("/programme");

        Assert.Equal(30, Rows.Length);
        Assert.Equal(Rows, page.QuerySelectorAll("[data-kind]").Select(Row));
    }

    [Fact]
    public async Task The_English_programme_has_the_same_rows_in_English()
    {
        (string French, string English)[] words =
        [
            ("Pause café et session posters", "Coffee break and poster session"),
            ("Pause café", "Coffee break"),
            ("Intervention IDRIS", "IDRIS talk"),
            ("Présentations flash des posters", "Poster flash presentations"),
            ("Buffet et session posters", "Buffet and poster session"),
            (" à distance", " remote"),
        ];
        var page = await site.CreateClient().ReadAsync("/en/programme");

        Assert.Equal(
            Rows.Select(row => words.Aggregate(row, (text, word) => text.Replace(word.French, word.English, StringComparison.Ordinal))),
            page.QuerySelectorAll("[data-kind]").Select(Row)
        );
    }

    [Fact]
    public async Task Each_day_and_each_session_has_a_heading()
    {
        var page = await site.CreateClient().ReadAsync("/programme");

        Assert.Equal(
            [
                "mercredi 22 septembre",
                "Session 1 après-midi",
                "jeudi 23 septembre",
                "Session 2 matin",
                "Session 3 après-midi",
                "vendredi 24 septembre",
                "Session 4 matin",
            ],
            page.SeenAll("main h2, main h3")
        );
    }

    [Fact]
    public async Task The_buffet_is_between_two_sessions()
    {
        var page = await site.CreateClient().ReadAsync("/programme");

        Assert.Equal(
            ["buffet"],
            page.QuerySelectorAll("h3 ~ ol")
                .Where(list => list.PreviousElementSibling is not { LocalName: "h3" })
                .SelectMany(list => list.Children)
                .Select(row => row.Id)
        );
    }

    [Theory]
    [InlineData("/programme", "13 h 30–14 h 10")]
    [InlineData("/en/programme", "13:30–14:10")]
    [InlineData("/programme?zone=UTC", "11 h 30–12 h 10")]
    [InlineData("/en/programme?zone=Asia/Kolkata", "17:00–17:40")]
    [InlineData("/en/programme?zone=America/Los_Angeles", "4:30–5:10")]
    [InlineData("/en/programme?zone=Australia/Sydney", "21:30–22:10")]
    public async Task The_programme_shows_times_in_the_requested_time_zone(string address, string times)
    {
        var page = await site.CreateClient().ReadAsync(address);

        Assert.Equal(times, page.Seen("#i1 :has(> time)"));
        Assert.Equal(
            [DateTimeOffset.Parse("2021-09-22T13:30+02:00", null), DateTimeOffset.Parse("2021-09-22T14:10+02:00", null)],
            page.AttributeOfAll("#i1 time", "datetime").Select(t => DateTimeOffset.Parse(t, null))
        );
    }

    [Theory]
    [InlineData("/programme?zone=Europe/London", "Heures affichées : Londres.", "Londres")]
    [InlineData("/en/programme?zone=Europe/London", "Times in London.", "London")]
    [InlineData("/en/programme?zone=America/Sao_Paulo", "Times in São Paulo.", "São Paulo")]
    public async Task A_time_zone_has_its_name_in_the_language_of_the_page(string address, string sentence, string choice)
    {
        var page = await site.CreateClient().ReadAsync(address);

        Assert.Equal((sentence, choice), (page.Seen("[data-zone-name]"), page.Seen("#zone option[selected]")));
    }

    [Theory]
    [InlineData("/programme?zone=Australia/Sydney", "0 h 00 jeu. 23–0 h 30 jeu. 23")]
    [InlineData("/en/programme?zone=Australia/Sydney", "0:00 Thu 23–0:30 Thu 23")]
    public async Task A_time_on_another_day_shows_the_day(string address, string times)
    {
        var page = await site.CreateClient().ReadAsync(address);

        Assert.Equal(times, page.Seen("#o4 :has(> time)"));
    }

    [Theory]
    [InlineData("garbage")]
    [InlineData("../../etc/passwd")]
    [InlineData("/")]
    [InlineData("Europe/Atlantis")]
    [InlineData("Europe/Paris%00")]
    [InlineData("%F0%9F%98%80/x")]
    public async Task An_unknown_time_zone_gives_that_of_the_workshop(string zone)
    {
        var reader = site.CreateClient();

        Assert.Equal((await reader.ReadAsync("/programme")).Seen("main"), (await reader.ReadAsync($"/programme?zone={zone}")).Seen("main"));
    }

    [Theory]
    [InlineData("day=2021-13-45")]
    [InlineData("day=2021-09-23")]
    [InlineData("day=1")]
    [InlineData("day=")]
    [InlineData("lang=en")]
    [InlineData("lang=xx")]
    [InlineData("page=-1")]
    public async Task An_unknown_parameter_is_ignored(string query)
    {
        var reader = site.CreateClient();

        Assert.Equal((await reader.ReadAsync("/programme")).Seen("body"), (await reader.ReadAsync($"/programme?{query}")).Seen("body"));
    }

    [Fact]
    public async Task A_talk_links_to_its_abstract_its_speaker_and_its_calendar()
    {
        var page = await site.CreateClient().ReadAsync("/en/programme");

        Assert.Equal(["/en/abstracts/o6", "/en/speakers/julien-lam", "/resumes/o6.ics?lang=en"], page.AttributeOfAll("#o6 a", "href"));
        Assert.Equal(["/en/speakers/t-very"], page.AttributeOfAll("#idris a", "href"));
    }

    private static string Row(IElement row)
    {
        string[] marks = ["remote", "posters", "cancelled", "moved"];
        string[] cells =
        [
            row.Id!,
            string.Join(", ", marks.Where(mark => row.HasAttribute($"data-{mark}")).Prepend(row.GetAttribute("data-kind"))),
            .. row.AttributeOfAll("time", "datetime"),
            row.Seen("[data-part=title]"),
            row.Seen("[data-part=people]"),
        ];
        return string.Join(" | ", cells).TrimEnd();
    }
}
