using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Web.Tests.Pages;

[Collection(nameof(Archive))]
public sealed class IndexTests(SiteFactory site)
{
    [Theory]
    [InlineData(
        "/",
        "Méthodes machine-learning pour la modélisation des matériaux",
        "22–24 septembre 2021 LAAS-CNRS, Toulouse",
        "L’atelier est terminé : ce site en est l’archive."
    )]
    [InlineData(
        "/en",
        "Machine-learning methods for materials modelling",
        "22–24 September 2021 LAAS-CNRS, Toulouse",
        "The workshop is over: this site is its archive."
    )]
    public async Task The_home_page_shows_title_dates_place_and_state(string address, string title, string whenAndWhere, string state)
    {
        var page = await site.CreateClient().ReadAsync(address);

        Assert.Equal((title, whenAndWhere, state), (page.Seen("h1"), page.Seen("h1 + p"), page.Seen("h1 + p + p")));
    }

    [Fact]
    public async Task The_home_page_lists_the_invited_speakers()
    {
        var page = await site.CreateClient().ReadAsync("/en");

        Assert.Equal(
            [
                "Clémence Corminboeuf, EPFL, Lausanne remote Data-driven Approaches to the "
                    + "Discovery and Classification of Homogeneous Catalysts Wed 22, 13:30–14:10",
                "Frank Smallenburg, LPS, Orsay Linking local structure and dynamics "
                    + "in glassy fluids using machine learning Thu 23, 9:00–9:40",
                "Geneviève Dusson, LMB, Besançon An Atomic Cluster Expansion (ACE) "
                    + "to fit interatomic potentials with polynomials Thu 23, 14:00–14:40",
                "Mihai-Cosmin Marinica, CEA-SRMP, Gif-sur-Yvette Machine Learning for Atomistic Materials Science Fri 24, 9:00–9:40",
            ],
            page.SeenAll("[aria-labelledby=h-invited] li")
        );
    }

    [Fact]
    public async Task The_home_page_lists_the_days_with_their_times_and_talks()
    {
        var page = await site.CreateClient().ReadAsync("/");

        Assert.Equal(
            [
                "mercredi 22 septembre 13 h 00–17 h 00, 6 exposés",
                "jeudi 23 septembre 9 h 00–17 h 00, 10 exposés",
                "vendredi 24 septembre 9 h 00–12 h 30, 6 exposés",
            ],
            page.SeenAll("[aria-labelledby=h-days] li")
        );
    }

    [Fact]
    public async Task The_home_page_lists_the_committee_and_the_sponsor()
    {
        var page = await site.CreateClient().ReadAsync("/");

        Assert.Equal(
            [
                "Anne Hémeryck LAAS-CNRS",
                "Julien Lam CEMES-CNRS",
                "Céline Merlet CIRIMAT",
                "Magali Benoit CEMES-CNRS",
                "Marie Brut LAAS-CNRS",
                "Romuald Poteau LPCNO-INSA Toulouse",
                "Ruggero Lot LAAS-CNRS",
            ],
            page.SeenAll("[aria-labelledby=h-committee] li")
        );
        Assert.Equal(["CECAM-FR-GSO"], page.SeenAll("[aria-labelledby=h-sponsors] li"));
    }
}
