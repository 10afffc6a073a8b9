using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Web.Tests.Pages;

/// <summary>Both databases search with an engine of their own, and find the same.</summary>
[Collection(nameof(OnEachDatabase))]
public sealed class SearchTests(SiteOnEachDatabase sites)
{
    [Theory, OnSqlite, OnPostgres]
    public async Task What_is_found_does_not_depend_on_accents_capitals_ligatures_or_subscripts(Engine engine)
    {
        (string Question, string Hits)[] expected =
        [
            ("lebegue", "o3 o9 p8 sebastien-lebegue"),
            ("LEBÈGUE", "o3 o9 p8 sebastien-lebegue"),
            ("Lèbegue", "o3 o9 p8 sebastien-lebegue"),
            ("bucko", "o3 o9 p8 tomas-bucko"),
            ("förster", "g-daniel-forster o18"),
            ("FORSTER", "g-daniel-forster o18"),
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
    public async Task A_person_is_found_under_every_name_that_was_printed(Engine engine) =>
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
    public async Task The_beginning_of_a_word_is_enough_and_its_end_is_not(Engine engine) =>
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
    public async Task Whoever_types_a_code_finds_that_abstract_first(Engine engine)
    {
        foreach (var code in new[] { "o1", "O1", "i1", "p1", "o10", "P10" })
            Assert.Equal(code.ToLowerInvariant(), (await HitsAsync(engine, "/recherche", code))[0]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_word_in_the_title_weighs_more_than_the_same_in_the_text(Engine engine)
    {
        Assert.Equal("o3", (await HitsAsync(engine, "/recherche", "kernel"))[0]);
        Assert.Equal("p4", (await HitsAsync(engine, "/recherche", "umbrella"))[0]);
        Assert.Equal(["#idris", "t-very"], (await HitsAsync(engine, "/recherche", "very"))[..2].Order(StringComparer.Ordinal));
        Assert.Equal(["o13", "o15"], (await HitsAsync(engine, "/recherche", "dislocation"))[..2].Order(StringComparer.Ordinal));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_page_of_the_site_is_found_in_its_own_language_only(Engine engine)
    {
        await AssertFoundAsync(engine, "/recherche", ("navette", "practical-info"), ("shuttle", ""), ("cookies", "privacy"));
        await AssertFoundAsync(engine, "/en/search", ("navette", ""), ("shuttle", "practical-info"), ("cookies", "privacy"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_row_that_is_no_talk_is_found_too(Engine engine)
    {
        await AssertFoundAsync(engine, "/recherche", ("IDRIS", "#idris"), ("intervention", "#idris"));
        await AssertFoundAsync(engine, "/en/search", ("IDRIS", "#idris"), ("intervention", ""), ("orsay", "#idris i2"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_hits_are_marked_as_they_are_written(Engine engine)
    {
        var page = await AskAsync(engine, "/recherche", "al13 adsorption");
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
    public async Task Operators_and_quotes_are_words_or_nothing(Engine engine)
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
        foreach (var question in nothing)
        {
            var page = await AskAsync(engine, "/en/search", question);
            Assert.Equal((question, 0), (question, page.QuerySelectorAll("#results > li").Length));
            if (question.Trim().Trim('\0').Length > 0)
                Assert.Equal($"Nothing matches “{question}”.", page.Seen("#hits"));
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
        foreach (var (question, plain) in same)
            Assert.Equal(await HitsAsync(engine, "/recherche", plain), await HitsAsync(engine, "/recherche", question));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Of_a_question_that_is_too_long_the_beginning_is_searched(Engine engine)
    {
        var page = await AskAsync(engine, "/recherche", "zinc " + string.Concat(Enumerable.Repeat("oxide ", 1_666)));

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
                (giant[..10], (await AskAsync(engine, "/recherche", giant)).QuerySelectorAll("#results > li").Length)
            );
    }

    [Theory]
    [InlineData("/recherche")]
    [InlineData("/recherche?q=")]
    [InlineData("/recherche?q=%20%09%20")]
    [InlineData("/recherche?q=%00")]
    [InlineData("/recherche?Q")]
    [InlineData("/recherche?page=3")]
    public async Task Whoever_asks_nothing_gets_the_form_and_no_count(string address)
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
    public async Task A_question_that_is_no_text_is_answered_by_a_page(string address) =>
        Assert.Equal("Rechercher", (await sites[Engine.Sqlite].CreateClient().ReadAsync(address)).Seen("h1"));

    [Fact]
    public async Task The_question_is_repeated_as_text_and_not_as_markup()
    {
        const string Question = "<script>alert(1)</script> \"><img src=x onerror=alert(1)> &lt;";
        var page = await AskAsync(Engine.Sqlite, "/en/search", Question);

        Assert.Equal((Question, $"Nothing matches “{Question}”."), (page.QuerySelector("#q")!.GetAttribute("value"), page.Seen("#hits")));
        Assert.Empty(page.QuerySelectorAll("main script, main img"));
    }

    [Theory]
    [InlineData("/recherche", "zinc", "1 résultat pour « zinc »")]
    [InlineData("/en/search", "zinc", "1 result for “zinc”")]
    [InlineData("/recherche", "lebegue", "4 résultats pour « lebegue »")]
    [InlineData("/en/search", "unobtainium", "Nothing matches “unobtainium”.")]
    public async Task The_page_says_how_much_was_found(string address, string question, string count)
    {
        var page = await AskAsync(Engine.Sqlite, address, question);

        Assert.Equal(count, page.Seen("#hits"));
        Assert.Equal("noindex", page.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
    }

    [Fact]
    public async Task A_title_is_in_the_language_in_which_it_was_written_and_set_as_in_print()
    {
        var page = await AskAsync(Engine.Sqlite, "/en/search", "entropie vibrationnelle");
        Assert.Equal(
            ("fr", "Modèles de régression de l’entropie vibrationnelle de formation et de migration de défauts ponctuels"),
            (page.QuerySelector("#results a")!.GetAttribute("lang"), page.Seen("#results a"))
        );
        Assert.Equal("en", (await AskAsync(Engine.Sqlite, "/recherche", "zinc oxide")).QuerySelector("#results a")!.GetAttribute("lang"));
    }

    private async Task AssertFoundAsync(Engine engine, string address, params IEnumerable<(string Question, string Hits)> expected)
    {
        var found = new List<(string, string)>();
        foreach (var (question, _) in expected)
            found.Add((question, string.Join(' ', (await HitsAsync(engine, address, question)).Order(StringComparer.Ordinal))));
        Assert.Equal(expected, found);
    }

    /// <summary>The last part of each hit's address, best first; rows of the programme with their #.</summary>
    private async Task<string[]> HitsAsync(Engine engine, string address, string question) =>
        [
            .. (await AskAsync(engine, address, question))
                .AttributeOfAll("#results a", "href")
                .Select(href => Names.GetValueOrDefault(href) ?? href.Split('/')[^1].Replace("programme#", "#", StringComparison.Ordinal)),
        ];

    private async Task<AngleSharp.Html.Dom.IHtmlDocument> AskAsync(Engine engine, string address, string question) =>
        await sites[engine].CreateClient().ReadAsync($"{address}?q={Uri.EscapeDataString(question)}");

    private static readonly Dictionary<string, string> Names = new()
    {
        ["/infos-pratiques"] = "practical-info",
        ["/confidentialite"] = "privacy",
        ["/accessibilite"] = "accessibility",
    };
}
