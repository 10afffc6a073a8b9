using ModMatWorkshop.Tests.Shared;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Web.Tests.Pages;

/// <summary>The search. Each database has its own search engine, and both give the same results.</summary>
[Collection(nameof(OnEachDatabase))]
public sealed class SearchTests(SiteOnEachDatabase sites)
{
    [Theory, OnSqlite, OnPostgres]
    public async Task The_search_ignores_accents_case_ligatures_and_subscripts(Engine engine)
    {
        (string Query, string Results)[] expected =
        [
            ("lebegue", "o3 o9 p8 sebastien-lebegue"),
            ("LEBÈGUE", "o3 o9 p8 sebastien-lebegue"),
            ("Lèbegue", "o3 o9 p8 sebastien-lebegue"),
            ("bucko", "o3 o9 p8 tomas-bucko"),
            ("förster", "g-daniel-forster o18"),
            ("FORSTER", "g-daniel-forster o18"),
            ("foerster", "g-daniel-forster o18"),
            ("al13", "o8 p10"),
            ("Al₁₃Co₄(100)", "o8 p10"),
            ("al13co4", "o8 p10"),
            ("Ni₃Si", "p5"),
            ("ni3si", "p5"),
            ("10²¹", "o4"),
            ("1021", "o4"),
            ("σ-phase", "p3"),
            ("Σ", "p3"),
            ("ﬁgures du livret", "accessibility"),
        ];
        await AssertFoundAsync(engine, "/recherche", expected);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_person_is_found_by_every_printed_form_of_their_name(Engine engine) =>
        await AssertFoundAsync(
            engine,
            "/en/search",
            ("Mauricio Chagas Silva", "mauricio-chagas-da-silva o3 o9 p8"),
            ("Maurício Chagas da Silva", "mauricio-chagas-da-silva o3 o9 p8"),
            ("silva chagas", "mauricio-chagas-da-silva o3 o9 p8"),
            ("De Gironcoli", "o7 p9 stefano-de-gironcoli"),
            ("Kucukbenli", "emine-kucukbenli p9")
        );

    [Theory, OnSqlite, OnPostgres]
    public async Task The_search_matches_the_beginning_of_words(Engine engine) =>
        await AssertFoundAsync(
            engine,
            "/en/search",
            ("crystalliz", "i2 o6"),
            ("zeolit", "o1 o9 p8"),
            ("eolites", ""),
            ("lebegue zeol", "o9 p8"),
            ("lebegue glass", "")
        );

    [Theory, OnSqlite, OnPostgres]
    public async Task A_code_finds_its_abstract_first(Engine engine)
    {
        foreach (var code in new[] { "o1", "O1", "i1", "p1", "o10", "P10" })
            Assert.Equal(code.ToLowerInvariant(), (await ResultsAsync(engine, "/recherche", code))[0]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_match_in_the_title_ranks_before_one_in_the_text(Engine engine)
    {
        Assert.Equal("o3", (await ResultsAsync(engine, "/recherche", "kernel"))[0]);
        Assert.Equal("p4", (await ResultsAsync(engine, "/recherche", "umbrella"))[0]);
        Assert.Equal(["#idris", "t-very"], (await ResultsAsync(engine, "/recherche", "very"))[..2].Order(StringComparer.Ordinal));
        Assert.Equal(["o13", "o15"], (await ResultsAsync(engine, "/recherche", "dislocation"))[..2].Order(StringComparer.Ordinal));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_page_is_found_in_its_own_language_only(Engine engine)
    {
        await AssertFoundAsync(engine, "/recherche", ("navette", "practical-info"), ("shuttle", ""), ("cookies", "privacy"));
        await AssertFoundAsync(engine, "/en/search", ("navette", ""), ("shuttle", "practical-info"), ("cookies", "privacy"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_slot_without_an_abstract_is_found(Engine engine)
    {
        await AssertFoundAsync(engine, "/recherche", ("IDRIS", "#idris"), ("intervention", "#idris"));
        await AssertFoundAsync(engine, "/en/search", ("IDRIS", "#idris"), ("intervention", ""), ("orsay", "#idris i2"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_matches_are_highlighted_in_their_original_spelling(Engine engine)
    {
        var page = await SearchAsync(engine, "/recherche", "al13 adsorption");
        var first = page.QuerySelector("#results > li")!;

        Assert.Equal(
            "O8 Adsorption energies for atomic oxygen on the Al₁₃Co₄(100) surface: a machine learning approach",
            first.Seen("#results p")
        );
        Assert.Equal(["Adsorption", "Al₁₃"], first.SeenAll("p:first-child mark"));
        Assert.Equal("N. Boulangeot, Florian Brix, T. T. Dorini, F. Sur, Emilie Gaudry", first.Seen("p:nth-of-type(2)"));
        Assert.Equal("en", first.QuerySelector("p[lang]")!.GetAttribute("lang"));
        Assert.Equal(["Al₁₃", "adsorption"], first.SeenAll("p[lang] mark"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Search_operators_and_quotes_have_no_effect(Engine engine)
    {
        string[] nothing =
        [
            "\"",
            "'",
            "*",
            ":* | !",
            "()",
            "--",
            ";",
            "\\",
            "%",
            "<>",
            "&&",
            "\"\" \"\"",
            "'; --",
            "😀",
            "🧪🧪",
            "\0",
            "\t",
            "{}",
            "^",
            "«»",
            "…",
        ];
        foreach (var query in nothing)
        {
            var page = await SearchAsync(engine, "/en/search", query);
            Assert.Equal((query, 0), (query, page.QuerySelectorAll("#results > li").Length));
            if (query.Trim().Trim('\0').Length > 0)
                Assert.Equal($"Nothing matches “{query}”.", page.Seen("#hits"));
        }

        (string, string)[] same =
        [
            ("\" OR 1=1 --", "or 1 1"),
            ("NEAR(a b)", "near a b"),
            ("NEAR(zinc oxide, 5)", "near zinc oxide 5"),
            ("title:zinc", "title zinc"),
            ("zinc*", "zinc"),
            ("\"zinc oxide", "zinc oxide"),
            ("zinc' AND '1'='1", "zinc and 1 1"),
            ("zinc:*A", "zinc a"),
            ("zinc <-> oxide", "zinc oxide"),
            ("zinc & !oxide", "zinc oxide"),
            ("-zinc +oxide", "zinc oxide"),
            ("zinc%", "zinc"),
            ("zi_c", "zi c"),
        ];
        foreach (var (query, plain) in same)
            Assert.Equal(await ResultsAsync(engine, "/recherche", plain), await ResultsAsync(engine, "/recherche", query));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Only_the_beginning_of_a_very_long_query_is_searched(Engine engine)
    {
        var page = await SearchAsync(engine, "/recherche", "zinc " + string.Concat(Enumerable.Repeat("oxide ", 1_666)));

        Assert.Equal("La recherche s’arrête à 200 caractères : seul le début du texte a été cherché.", page.Seen("[data-cut]"));
        Assert.Equal("O6 Zinc oxide crystallization modeled with machine-learning interatomic potential", page.Seen("#results p"));
        Assert.Equal(200, page.QuerySelector("#q")!.GetAttribute("value")!.Length);

        foreach (
            var giant in new[]
            {
                new string('a', 10_000),
                new string('œ', 10_000),
                string.Concat(Enumerable.Repeat("😀", 5_000)),
                string.Join(' ', Enumerable.Range(0, 2_000)),
                new string('"', 10_000),
            }
        )
            Assert.Equal(
                (giant[..10], 0),
                (giant[..10], (await SearchAsync(engine, "/recherche", giant)).QuerySelectorAll("#results > li").Length)
            );
    }

    [Theory]
    [InlineData("/recherche")]
    [InlineData("/recherche?q=")]
    [InlineData("/recherche?q=%20%09%20")]
    [InlineData("/recherche?q=%00")]
    [InlineData("/recherche?Q")]
    [InlineData("/recherche?page=3")]
    public async Task An_empty_query_gives_the_form_without_a_count(string address)
    {
        var page = await sites[Engine.Sqlite].CreateClient().ReadAsync(address);

        Assert.Equal(("", "", ""), (page.Seen("#hits"), page.Seen("#results"), page.QuerySelector("#q")!.GetAttribute("value")));
        Assert.NotNull(page.QuerySelector("link[rel=canonical]"));
    }

    [Theory]
    [InlineData("/recherche?q=%ED%A0%80")]
    [InlineData("/recherche?q=%FF%FE")]
    [InlineData("/recherche?q=%C3")]
    [InlineData("/recherche?q=a&q=b")]
    [InlineData("/recherche?q=%25%25%zz")]
    public async Task A_query_that_is_no_valid_text_is_answered_with_a_page(string address) =>
        Assert.Equal("Rechercher", (await sites[Engine.Sqlite].CreateClient().ReadAsync(address)).Seen("h1"));

    [Fact]
    public async Task The_query_is_repeated_as_text_and_not_as_markup()
    {
        const string Query = "<script>alert(1)</script> \"><img src=x onerror=alert(1)> &lt;";
        var page = await SearchAsync(Engine.Sqlite, "/en/search", Query);

        Assert.Equal((Query, $"Nothing matches “{Query}”."), (page.QuerySelector("#q")!.GetAttribute("value"), page.Seen("#hits")));
        Assert.Empty(page.QuerySelectorAll("main script, main img"));
    }

    [Theory]
    [InlineData("/recherche", "zinc", "1 résultat pour « zinc »")]
    [InlineData("/en/search", "zinc", "1 result for “zinc”")]
    [InlineData("/recherche", "lebegue", "4 résultats pour « lebegue »")]
    [InlineData("/en/search", "unobtainium", "Nothing matches “unobtainium”.")]
    public async Task The_page_shows_the_number_of_results(string address, string query, string count)
    {
        var page = await SearchAsync(Engine.Sqlite, address, query);

        Assert.Equal(count, page.Seen("#hits"));
        Assert.Equal("noindex", page.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
    }

    [Fact]
    public async Task A_title_has_its_own_language_and_typography()
    {
        var page = await SearchAsync(Engine.Sqlite, "/en/search", "entropie vibrationnelle");
        Assert.Equal(
            ("fr", "Modèles de régression de l’entropie vibrationnelle de formation et de migration de défauts ponctuels"),
            (page.QuerySelector("#results a")!.GetAttribute("lang"), page.Seen("#results a"))
        );
        Assert.Equal(
            "en",
            (await SearchAsync(Engine.Sqlite, "/recherche", "zinc oxide")).QuerySelector("#results a")!.GetAttribute("lang")
        );
    }

    private async Task AssertFoundAsync(Engine engine, string address, params IEnumerable<(string Query, string Results)> expected)
    {
        var found = new List<(string, string)>();
        foreach (var (query, _) in expected)
            found.Add((query, string.Join(' ', (await ResultsAsync(engine, address, query)).Order(StringComparer.Ordinal))));
        Assert.Equal(expected, found);
    }

    /// <summary>The last part of the address of each result, best first; rows of the programme start with #.</summary>
    private async Task<string[]> ResultsAsync(Engine engine, string address, string query) =>
        [
            .. (await SearchAsync(engine, address, query))
                .AttributeOfAll("#results a", "href")
                .Select(href => Names.GetValueOrDefault(href) ?? href.Split('/')[^1].Replace("programme#", "#", StringComparison.Ordinal)),
        ];

    private async Task<AngleSharp.Html.Dom.IHtmlDocument> SearchAsync(Engine engine, string address, string query) =>
        await sites[engine].CreateClient().ReadAsync($"{address}?q={Uri.EscapeDataString(query)}");

    private static readonly Dictionary<string, string> Names = new()
    {
        ["/infos-pratiques"] = "practical-info",
        ["/confidentialite"] = "privacy",
        ["/accessibilite"] = "accessibility",
    };
}
