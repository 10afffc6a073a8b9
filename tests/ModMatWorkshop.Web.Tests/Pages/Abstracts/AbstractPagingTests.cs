using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Web.Tests.Pages.Abstracts;

/// <summary>Lists of more than one page, in a workshop with sixty more posters.</summary>
public sealed class AbstractPagingTests(AbstractPagingTests.ManyPosters many) : IClassFixture<AbstractPagingTests.ManyPosters>
{
    private readonly HttpClient reader = many.Site.CreateClient();

    public sealed class ManyPosters : IDisposable
    {
        private readonly ContentCopy content = new();

        public ManyPosters()
        {
            for (var number = 11; number <= 70; number++)
                content.Add(
                    $"contributions/p{number}.md",
                    $$"""
                    ---
                    code: P{{number}}
                    kind: poster
                    title: "Quartz number {{number}}"
                    title_lang: en
                    lang: en
                    speaker: "Ada Quill"
                    authors: [{ name: "Ada Quill", affiliations: [1] }]
                    affiliations: ["Institute of Quartz"]
                    keywords: ["quartz & co"]
                    ---

                    Le quartz à l’œuvre.

                    """.ReplaceLineEndings("\n")
                );
            Site = new() { ContentPath = content.Path };
        }

        public SiteFactory Site { get; }

        public void Dispose()
        {
            Site.Dispose();
            content.Dispose();
        }
    }

    [Fact]
    public async Task Ninety_two_abstracts_fill_two_pages()
    {
        var first = await reader.ReadAsync("/resumes");
        var second = await reader.ReadAsync("/resumes?page=2");

        Assert.Equal((50, 42), (first.QuerySelectorAll("main li[id]").Length, second.QuerySelectorAll("main li[id]").Length));
        Assert.Equal(("Page 1 sur 2 Suivant", "Précédent Page 2 sur 2"), (first.Seen("[data-pages]"), second.Seen("[data-pages]")));
        Assert.Equal(["/resumes?page=2"], first.AttributeOfAll("[data-pages] a", "href"));
        Assert.Equal(["/resumes?page=1"], second.AttributeOfAll("[data-pages] a", "href"));
    }

    [Theory]
    [InlineData("page=0", 1)]
    [InlineData("page=-1", 1)]
    [InlineData("page=three", 1)]
    [InlineData("page=3", 2)]
    [InlineData("page=2147483647", 2)]
    [InlineData("page=999999999999", 1)]
    public async Task A_page_number_out_of_range_shows_the_nearest_page_and_an_invalid_one_the_first(string query, int page)
    {
        var list = await reader.ReadAsync($"/en/abstracts?{query}");

        Assert.Equal(page == 1 ? "Page 1 of 2 Next" : "Previous Page 2 of 2", list.Seen("[data-pages]"));
        Assert.Equal(page == 1 ? 50 : 42, list.QuerySelectorAll("main li[id]").Length);
    }

    [Fact]
    public async Task The_pages_of_a_filtered_list_keep_the_filter()
    {
        var page = await reader.ReadAsync("/en/abstracts?keyword=quartz+%26+co&kind=poster");

        Assert.Equal(["/en/abstracts?keyword=quartz%20%26%20co&kind=poster&page=2"], page.AttributeOfAll("[data-pages] a", "href"));
        Assert.Equal(
            10,
            (await reader.ReadAsync(page.QuerySelector("[data-pages] a")!.GetAttribute("href")!)).QuerySelectorAll("main li[id]").Length
        );
    }

    [Fact]
    public async Task The_language_switch_keeps_filter_and_page()
    {
        var page = await reader.ReadAsync("/resumes?kind=poster&page=2");

        Assert.Equal("/en/abstracts?kind=poster&page=2", page.QuerySelector("[data-switch-language]")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Seventy_posters_fill_two_pages()
    {
        var page = await reader.ReadAsync("/en/posters?page=2");

        Assert.Equal(
            ("Previous Page 2 of 2", "p61 p70"),
            (
                page.Seen("[data-pages]"),
                $"{page.AttributeOfAll("main ol > li[id]", "id")[0]} {page.AttributeOfAll("main ol > li[id]", "id")[^1]}"
            )
        );
    }

    [Theory]
    [InlineData("", "Page 1 of 3 Next", 20, "1")]
    [InlineData("&page=2", "Previous Page 2 of 3 Next", 20, "21")]
    [InlineData("&page=3", "Previous Page 3 of 3", 20, "41")]
    [InlineData("&page=4", "Previous Page 3 of 3", 20, "41")]
    [InlineData("&page=999999", "Previous Page 3 of 3", 20, "41")]
    [InlineData("&page=-5", "Page 1 of 3 Next", 20, "1")]
    public async Task Sixty_search_results_fill_three_pages(string query, string paging, int hits, string start)
    {
        var page = await reader.ReadAsync($"/en/search?q=quartz{query}");

        Assert.Equal(
            ("60 results for “quartz”", paging, hits, start),
            (
                page.Seen("#hits"),
                page.Seen("[data-pages]"),
                page.QuerySelectorAll("#results > li").Length,
                page.QuerySelector("#results")!.GetAttribute("start")
            )
        );
    }

    [Theory]
    [InlineData("œuvre")]
    [InlineData("OEUVRE")]
    [InlineData("oe")]
    public async Task A_ligature_is_found_by_its_two_letters_and_highlighted_whole(string query)
    {
        var page = await reader.ReadAsync($"/en/search?q={query}");

        Assert.Equal("60 results for “" + query + "”", page.Seen("#hits"));
        Assert.Equal(query == "oe" ? "œ" : "œuvre", page.Seen("#results p[lang] mark"));
    }

    [Fact]
    public async Task No_search_result_appears_on_two_pages()
    {
        var hits = new List<string>();
        for (var page = 1; page <= 3; page++)
            hits.AddRange((await reader.ReadAsync($"/en/search?q=quartz&page={page}")).AttributeOfAll("#results a", "href"));

        Assert.Equal(60, hits.Distinct().Count());
    }
}
