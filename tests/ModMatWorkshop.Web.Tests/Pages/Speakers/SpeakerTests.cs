using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Web.Tests.Pages.Speakers;

[Collection(nameof(Archive))]
public sealed class SpeakerTests(SiteFactory site)
{
    [Theory]
    [InlineData("mauricio-chagas-da-silva", "Maurício Chagas da Silva", "O3 O9 P8")]
    [InlineData("sebastien-lebegue", "Sébastien Lebègue", "O3 O9 P8")]
    [InlineData("julien-lam", "Julien Lam", "O6 P5")]
    [InlineData("anne-hemeryck", "Anne Hémeryck", "O7 P5")]
    [InlineData("romuald-poteau", "Romuald Poteau", "")]
    [InlineData("mihai-cosmin-marinica", "Mihai-Cosmin Marinica", "I4 O13 O14 O16")]
    public async Task A_person_has_every_contribution_of_which_they_are_an_author(string slug, string name, string codes)
    {
        var page = await site.CreateClient().ReadAsync($"/intervenants/{slug}");

        Assert.Equal((name, codes), (page.Seen("h1"), string.Join(' ', page.SeenAll("article li > span:first-child"))));
    }

    [Fact]
    public async Task A_laboratory_is_listed_once_although_its_spelling_varies()
    {
        var page = await site.CreateClient().ReadAsync("/intervenants/mauricio-chagas-da-silva");

        Assert.Equal(["Université de Lorraine and CNRS, LPCT, UMR 7019, F-54000 Nancy, France"], page.SeenAll("article header p"));
    }

    [Fact]
    public async Task A_speaker_without_an_abstract_has_the_slot_of_the_programme()
    {
        var page = await site.CreateClient().ReadAsync("/en/speakers/t-very");

        Assert.Equal(
            ("T. Very", "IDRIS, Orsay", "IDRIS talk Thu 23, 12:00–12:20"),
            (page.Seen("h1"), page.Seen("article header p"), page.Seen("article li"))
        );
        Assert.Equal(["/en/programme#idris"], page.AttributeOfAll("article li a", "href"));
    }

    [Fact]
    public async Task The_list_has_85_people_each_once()
    {
        var page = await site.CreateClient().ReadAsync("/en/speakers");
        var names = page.SeenAll("section a");

        Assert.Equal("85 speakers, authors and organisers. Speakers’ names are in bold.", page.Seen("h1 + p"));
        Assert.Equal((85, 85), (names.Length, names.Distinct().Count()));
    }

    [Fact]
    public async Task Thirty_one_people_are_marked_as_speakers()
    {
        // Of 22 talks, 10 posters and the intervention; Lot and Brix have two each.
        var page = await site.CreateClient().ReadAsync("/en/speakers");

        Assert.Equal(31, page.QuerySelectorAll("section a[data-speaks]").Length);
    }

    [Fact]
    public async Task People_are_sorted_by_family_name_with_its_particle()
    {
        var page = await site.CreateClient().ReadAsync("/en/speakers");

        Assert.Equal(
            [
                "Stefano de Gironcoli O7, P9",
                "J. Dérès I4",
                "Timothée Devergne P4",
                "G.M. Dongho-Nguimdo O5",
                "T. T. Dorini O8",
                "Geneviève Dusson I3",
            ],
            page.SeenAll("section[aria-label=D] li")
        );
        Assert.Equal(
            [
                "Bastien Casier O3, O9, P8",
                "Alice Castan O18",
                "Aloïs Castellano O12",
                "Michele Casula P6",
                "Maurício Chagas da Silva O3, O9, P8",
                "Clémence Corminboeuf I1",
                "M. Corral-Valero P7",
                "François-Xavier Coudert O1",
                "Jean-Claude Crivello P3",
            ],
            page.SeenAll("section[aria-label=C] li")
        );
    }
}
