using ModMatWorkshop.Tests.Shared;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Web.Tests.Pages.Abstracts;

[Collection(nameof(Archive))]
public sealed class AbstractTests(SiteFactory site)
{
    [Theory]
    [InlineData("/resumes/i1", "", "o1")]
    [InlineData("/resumes/o1", "i1", "o2")]
    [InlineData("/resumes/o2", "o1", "o3")]
    [InlineData("/resumes/o5", "o4", "i2")]
    [InlineData("/resumes/o9", "o8", "i3")]
    [InlineData("/resumes/o18", "o17", "")]
    [InlineData("/resumes/p1", "", "p2")]
    [InlineData("/resumes/p9", "p8", "p10")]
    [InlineData("/resumes/p10", "p9", "")]
    public async Task Previous_and_next_follow_the_time_of_talks_and_the_board_of_posters(string address, string previous, string next)
    {
        var page = await site.CreateClient().ReadAsync(address);

        Assert.Equal((previous.ToUpperInvariant(), next.ToUpperInvariant()), (page.Seen("a[rel=prev] b"), page.Seen("a[rel=next] b")));
        Assert.Equal(
            new[] { previous, next }.Where(code => code.Length > 0).Select(code => $"/resumes/{code}"),
            page.AttributeOfAll("article + nav a", "href")
        );
    }

    [Theory]
    [InlineData(
        "/resumes/o1",
        "O1 Exposé oral, Session 1",
        "mercredi 22 septembre, 14 h 10–14 h 40 LAAS-CNRS Présenté par François-Xavier Coudert à distance"
    )]
    [InlineData(
        "/en/abstracts/o1",
        "O1 Contributed talk, Session 1",
        "Wednesday 22 September, 14:10–14:40 LAAS-CNRS Presented by François-Xavier Coudert remote"
    )]
    [InlineData(
        "/en/abstracts/i4",
        "I4 Invited talk, Session 4",
        "Friday 24 September, 9:00–9:40 LAAS-CNRS Presented by Mihai-Cosmin Marinica"
    )]
    [InlineData("/en/abstracts/p7", "P7 Poster", "Board 7 Presented by T. Pigeon (presumed presenter: first author)")]
    public async Task An_abstract_shows_its_kind_time_and_place(string address, string kind, string where)
    {
        var page = await site.CreateClient().ReadAsync(address);

        Assert.Equal((kind, where), (page.Seen("article header p"), page.Seen("[data-part=facts]")));
    }

    [Fact]
    public async Task Authors_carry_the_numbers_of_their_affiliations()
    {
        var page = await site.CreateClient().ReadAsync("/resumes/o3");

        Assert.Equal(
            "Bastien Casier1, Maurício Chagas da Silva1, Michael Badawi1, Fabien "
                + "Pascale1, Tomáš Bučko2,3, Sébastien Lebègue1, Dario Rocca1",
            page.Seen("article h1 + p")
        );
        Assert.Equal(
            [
                "Université de Lorraine and CNRS, LPCT, UMR 7019, F-54000 Nancy, France",
                "Department of Physical and Theoretical Chemistry, Faculty of Natural Sciences, Comenius University in Bratislava, "
                    + "Mlynská Dolina, Ilkovičova 6, SK-84215 Bratislava, Slovakia",
                "Institute of Inorganic Chemistry, Slovak Academy of Sciences, Dúbravská cesta 9, SK-84236 Bratislava, Slovakia",
            ],
            page.SeenAll("article header ol li")
        );
    }

    [Fact]
    public async Task An_author_without_affiliation_number_has_none()
    {
        var page = await site.CreateClient().ReadAsync("/resumes/o13");

        Assert.Equal("Petr Grigorev1, James Kermode, Mihai-Cosmin Marinica2, Thomas D. Swinburne1", page.Seen("article h1 + p"));
    }

    [Fact]
    public async Task Keywords_link_to_the_abstracts_with_the_same_keyword()
    {
        var page = await site.CreateClient().ReadAsync("/en/abstracts/p6");

        Assert.Equal(
            [
                "Machine Learning -> /en/abstracts?keyword=machine%20learning",
                "Monte Carlo -> /en/abstracts?keyword=monte%20carlo",
                "dynamique moléculaire -> /en/abstracts?keyword=molecular%20dynamics",
                "simulations ab initio -> /en/abstracts?keyword=ab%20initio",
            ],
            page.QuerySelectorAll("[aria-labelledby=h-keywords] a").Select(a => $"{a.Seen()} -> {a.GetAttribute("href")}")
        );
    }

    [Fact]
    public async Task A_reference_with_a_DOI_links_to_it_and_citations_link_to_references()
    {
        var page = await site.CreateClient().ReadAsync("/resumes/o1");

        Assert.Equal(["ref-1", "ref-2", "ref-3", "ref-4"], page.AttributeOfAll("[aria-labelledby=h-references] li", "id"));
        Assert.Equal(["https://doi.org/10.1038/s41557-021-00716-z"], page.AttributeOfAll("[aria-labelledby=h-references] a", "href"));
        Assert.Equal(["[1, 2]", "[3]", "[4]"], page.SeenAll("#abstract span:has(> a)"));
    }

    [Theory]
    [InlineData("/resumes/o4", "fr", "fr")]
    [InlineData("/resumes/o12", "en", "fr")]
    [InlineData("/en/abstracts/o18", "fr", "fr")]
    [InlineData("/en/abstracts/i1", "en", "en")]
    public async Task Title_and_abstract_declare_their_own_language(string address, string title, string body)
    {
        var page = await site.CreateClient().ReadAsync(address);

        Assert.Equal(
            (title, body),
            (page.QuerySelector("h1")!.GetAttribute("lang"), page.QuerySelector("#abstract")!.GetAttribute("lang"))
        );
    }

    [Theory]
    [InlineData(
        "/resumes/o8",
        "Figure 1. (a) DFT energy landscape for the adsorption of monoatomic oxygen on Al13Co4(100). (b) Adsorption energies from DFT set "
            + "against those of the kernel regression. Image non disponible : seule sa légende nous est parvenue."
    )]
    [InlineData(
        "/en/abstracts/o8",
        "Figure 1. (a) DFT energy landscape for the adsorption of monoatomic oxygen on Al13Co4(100). (b) Adsorption energies from DFT set "
            + "against those of the kernel regression. Image not available: we received only its caption."
    )]
    public async Task A_missing_figure_shows_its_caption_and_a_note(string address, string figure) =>
        Assert.Equal(figure, (await site.CreateClient().ReadAsync(address)).Seen("figure"));

    [KatexFact]
    public async Task A_formula_is_MathML()
    {
        var page = await site.CreateClient().ReadAsync("/resumes/o14");

        Assert.Equal(["O(N)", "N", "O(N3)"], page.SeenAll("#abstract math"));
        Assert.Equal(["3"], page.SeenAll("#abstract math msup > :last-child"));
    }

    [Theory]
    [InlineData("/resumes/o1", "Texte condensé par l’équipe du site d’après le résumé des auteurs ; ce ne sont pas leurs mots.")]
    [InlineData(
        "/en/abstracts/o1",
        "This text was condensed by the editors of this site from the authors’ abstract; the words are not theirs."
    )]
    public async Task A_condensed_abstract_says_that_it_is_condensed(string address, string sentence) =>
        Assert.Equal([sentence], (await site.CreateClient().ReadAsync(address)).SeenAll("#abstract ~ p"));
}
