using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Web.Tests.Pages.Abstracts;

[Collection(nameof(Archive))]
public sealed class IndexTests(SiteFactory site)
{
    private const string All = "i1 i2 i3 i4 o1 o2 o3 o4 o5 o6 o7 o8 o9 o10 o11 o12 o13 o14 o15 o16 o17 o18 p1 p2 p3 p4 p5 p6 p7 p8 p9 p10";

    [Theory]
    [InlineData("", All)]
    [InlineData("session=1", "i1 o1 o2 o3 o4 o5")]
    [InlineData("session=2", "i2 o6 o7 o8 o9")]
    [InlineData("session=3", "i3 o10 o11 o12 o13")]
    [InlineData("session=4", "i4 o14 o15 o16 o17 o18")]
    [InlineData("session=posters", "p1 p2 p3 p4 p5 p6 p7 p8 p9 p10")]
    [InlineData("kind=invited", "i1 i2 i3 i4")]
    [InlineData("kind=oral", "o1 o2 o3 o4 o5 o6 o7 o8 o9 o10 o11 o12 o13 o14 o15 o16 o17 o18")]
    [InlineData("kind=POSTER", "p1 p2 p3 p4 p5 p6 p7 p8 p9 p10")]
    [InlineData("language=fr", "o4 o12 o14 o18 p4 p6")]
    [InlineData("language=en&kind=poster", "p1 p2 p3 p5 p7 p8 p9 p10")]
    [InlineData("place=remote", "i1 o1 o10 o17 o18")]
    [InlineData("place=room&kind=invited", "i2 i3 i4")]
    [InlineData("keyword=zeolites", "o9 p8")]
    [InlineData("keyword=machine%20learning&kind=oral", "o3 o6 o8 o9 o16")]
    [InlineData("session=2&language=en&kind=oral", "o6 o7 o8 o9")]
    [InlineData("session=4&place=remote&language=fr", "o18")]
    [InlineData("session=1&kind=oral&place=room&language=fr&keyword=haute%20pression", "o4")]
    public async Task The_list_shows_the_abstracts_that_match_all_filters(string query, string codes) =>
        Assert.Equal(codes, string.Join(' ', await CodesAsync(query)));

    [Theory]
    [InlineData("kind=keynote")]
    [InlineData("kind=0")]
    [InlineData("kind=invited,oral")]
    [InlineData("session=first")]
    [InlineData("session=-1")]
    [InlineData("session=99999999999999999999")]
    [InlineData("place=moon")]
    [InlineData("language=klingon")]
    [InlineData("kind=&session=&keyword=&language=&place=")]
    [InlineData("colour=blue")]
    public async Task An_unknown_filter_or_value_is_ignored(string query) => Assert.Equal(All, string.Join(' ', await CodesAsync(query)));

    [Theory]
    [InlineData("Machine Learning")]
    [InlineData("machine-LEARNING")]
    [InlineData(" mâchine  learning ")]
    public async Task A_keyword_matches_without_regard_to_case_accents_and_hyphens(string keyword) =>
        Assert.Equal("o3 o6 o8 o9 o16 p3 p4 p6 p7 p8", string.Join(' ', await CodesAsync($"keyword={Uri.EscapeDataString(keyword)}")));

    [Fact]
    public async Task A_keyword_matches_its_variants_and_translations()
    {
        Assert.Equal("p4 p6", string.Join(' ', await CodesAsync("keyword=ab+initio")));
        Assert.Equal("o9 o11 p1 p6 p8", string.Join(' ', await CodesAsync("keyword=molecular+dynamics")));
    }

    [Theory]
    [InlineData("/resumes?session=9", "Aucun résumé ne correspond. Enlever les filtres")]
    [InlineData("/en/abstracts?keyword=unobtainium", "No abstract matches. Clear filters")]
    [InlineData("/en/abstracts?keyword=%27%20OR%201%3D1", "No abstract matches. Clear filters")]
    [InlineData("/resumes?session=3&place=remote", "1 résumé Enlever les filtres")]
    [InlineData("/en/abstracts?place=remote", "5 abstracts Clear filters")]
    [InlineData("/resumes", "32 contributions : conférences invitées, exposés et posters.")]
    [InlineData("/en/abstracts", "32 contributions: invited talks, contributed talks and posters.")]
    public async Task The_page_shows_how_many_abstracts_match(string address, string lead) =>
        Assert.Equal(lead, (await site.CreateClient().ReadAsync(address)).Seen("h1 + p"));

    [Fact]
    public async Task The_form_shows_the_filters_that_are_set()
    {
        var page = await site.CreateClient().ReadAsync("/en/abstracts?session=2&kind=oral&keyword=Machine-Learning&language=en&place=room");

        Assert.Equal(["Session 2", "Contributed talks", "machine learning (10)", "English", "in person"], page.SeenAll("option[selected]"));
    }

    [Fact]
    public async Task The_form_offers_every_session_kind_language_and_place()
    {
        var page = await site.CreateClient().ReadAsync("/resumes");

        Assert.Equal(["Toutes", "Session 1", "Session 2", "Session 3", "Session 4", "Posters"], page.SeenAll("#f-session option"));
        Assert.Equal(["Tous", "Conférences invitées", "Exposés oraux", "Posters"], page.SeenAll("#f-kind option"));
        Assert.Equal(["Toutes", "français", "anglais"], page.SeenAll("#f-language option"));
        Assert.Equal(["Tous", "en salle", "à distance"], page.SeenAll("#f-place option"));
    }

    [Fact]
    public async Task Every_keyword_of_the_form_matches_the_number_of_abstracts_that_it_shows()
    {
        var page = await site.CreateClient().ReadAsync("/resumes");
        foreach (var keyword in page.QuerySelectorAll("#f-keyword option").Skip(1))
        {
            var uses = keyword.Seen().EndsWith(')') ? int.Parse(keyword.Seen().Split('(')[^1].TrimEnd(')'), null) : 1;
            Assert.Equal(
                (keyword.Seen(), uses),
                (keyword.Seen(), (await CodesAsync($"keyword={Uri.EscapeDataString(keyword.GetAttribute("value")!)}")).Length)
            );
        }
    }

    [Theory]
    [InlineData("page=-1")]
    [InlineData("page=0")]
    [InlineData("page=2")]
    [InlineData("page=999999999999")]
    [InlineData("page=two")]
    public async Task A_page_number_out_of_range_shows_the_only_page(string query) =>
        Assert.Equal(All, string.Join(' ', await CodesAsync(query)));

    private async Task<string[]> CodesAsync(string query)
    {
        var page = await site.CreateClient().ReadAsync($"/resumes?{query}");
        return page.AttributeOfAll("main li[id]", "id");
    }
}
