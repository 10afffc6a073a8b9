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

        Assert.Equal("85 people: those who present, the other authors, the committee.", page.Seen("h1 + p"));
        // Three members of the committee are also authors.
        Assert.Equal((88, 85), (names.Length, names.Distinct().Count()));
    }

    [Theory]
    [InlineData("/intervenants", "Présentent un exposé ou un poster 31, Autres auteurs 50, Comité d’organisation 7")]
    [InlineData("/en/speakers", "Presenting a talk or a poster 31, Other authors 50, Organising committee 7")]
    public async Task Those_who_present_come_first_then_the_other_authors_and_the_committee(string address, string groups)
    {
        var page = await site.CreateClient().ReadAsync(address);

        Assert.Equal(
            groups,
            string.Join(", ", page.QuerySelectorAll("main section").Select(s => $"{s.Seen("h2")} {s.QuerySelectorAll("li").Length}"))
        );
    }

    [Fact]
    public async Task A_speaker_and_a_member_of_the_committee_have_their_laboratory_and_another_author_has_none()
    {
        var page = await site.CreateClient().ReadAsync("/en/speakers");

        Assert.Equal(
            [
                "[aria-labelledby=h-speakers]: Florian Brix IJL O8, P10",
                "[aria-labelledby=h-speakers]: Jean-Claude Crivello ICMPE P3",
                "[aria-labelledby=h-speakers]: T. Very IDRIS",
                "[aria-labelledby=h-authors]: Alice Castan O18",
                "[aria-labelledby=h-committee]: Anne Hémeryck LAAS-CNRS",
                "[aria-labelledby=h-committee]: Romuald Poteau LPCNO-INSA Toulouse",
            ],
            new[]
            {
                ("h-speakers", "florian-brix"),
                ("h-speakers", "jean-claude-crivello"),
                ("h-speakers", "t-very"),
                ("h-authors", "alice-castan"),
                ("h-committee", "anne-hemeryck"),
                ("h-committee", "romuald-poteau"),
            }.Select(of => $"[aria-labelledby={of.Item1}]: {page.Seen($"[aria-labelledby={of.Item1}] li:has(a[href$='/{of.Item2}'])")}")
        );
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
        string[] AllOf(string group, string first, string last) =>
            [
                .. page.SeenAll($"[aria-labelledby={group}] li > a")
                    .SkipWhile(name => name != first)
                    .TakeWhile(name => name != last)
                    .Append(last),
            ];

        Assert.Equal(["Stefano de Gironcoli", "J. Dérès", "T. T. Dorini"], AllOf("h-authors", "Stefano de Gironcoli", "T. T. Dorini"));
        Assert.Equal(
            [
                "Bastien Casier",
                "Aloïs Castellano",
                "Maurício Chagas da Silva",
                "Clémence Corminboeuf",
                "François-Xavier Coudert",
                "Jean-Claude Crivello",
                "Timothée Devergne",
                "G.M. Dongho-Nguimdo",
                "Geneviève Dusson",
            ],
            AllOf("h-speakers", "Bastien Casier", "Geneviève Dusson")
        );
    }
}
