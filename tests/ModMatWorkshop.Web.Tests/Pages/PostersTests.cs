using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Web.Tests.Pages;

[Collection(nameof(Archive))]
public sealed class PostersTests(SiteFactory site)
{
    [Fact]
    public async Task The_ten_posters_are_listed_in_the_order_of_their_boards()
    {
        var page = await site.CreateClient().ReadAsync("/posters");

        Assert.Equal(
            """
            p1 | Panneau 1 | Learning the dynamics of systems with memory: a maximum likelihood approach | Hadrien Vroylandt
                | Hadrien Vroylandt
            p2 | Panneau 2 | Unsupervised learning of atomic-scale dynamics | Arthur France-Lanord | Arthur France-Lanord
            p3 | Panneau 3 | Supervised learning of DFT results to predict the formation enthalpy of the full set of configurations in
                complex phases: the sigma-phase as an example | Jean-Claude Crivello
                | Jean-Claude Crivello, Jean-Marc Joubert, Nataliya Sokolovska
            p4 | Panneau 4 | Machine learning and Umbrella sampling to investigate chemical reactions in solution | Timothée Devergne
                | Timothée Devergne, Théo Magrino, Fabio Pietrucci, A. Marco Saitta
            p5 | Panneau 5 | Modeling of Ni-Si interactions through a linearized machine learning potential | César Jara
                | César Jara, Julien Lam, Antoine Jay, Anne Hémeryck
            p6 | Panneau 6 | Quantum dynamics and Monte Carlo simulations through machine learning | Julien Heu
                | Julien Heu, Michele Casula, A. Marco Saitta
            p7 | Panneau 7 | Exploring machine learned collective variables in conjunction with rare events sampling methods in ab-initio
                molecular dynamics for catalytic reactions | T. Pigeon
                | T. Pigeon, M. Corral-Valero, A. Anciaux-Sedrakian, G. Stoltz, P. Raybaud, T. Lelièvre
            p8 | Panneau 8 | RPA and coupled cluster finite-temperature properties from machine learning thermodynamic perturbation
                theory | Basile Herzog | Basile Herzog, Maurício Chagas da Silva, Bastien Casier, Michael Badawi, Tomáš Bučko, Sébastien
                Lebègue, Dario Rocca
            p9 | Panneau 9 | PANNA: a comprehensive toolkit for creating neural network models for atomistic systems: developer updates
                | Ruggero Lot | Ruggero Lot, Franco Pellegrini, Emine Kucukbenli, Yusuf Shaidu, Stefano de Gironcoli
            p10 | Panneau 10 | Two-dimensional metal structures revealed by evolutionary computations: Pb/Al13Co4(100) as a case study
                | Florian Brix | Florian Brix, Emilie Gaudry
            """.ReplaceLineEndings("\n").Replace("\n    ", " ", StringComparison.Ordinal).Split('\n'),
            page.QuerySelectorAll("main ol > li[id]")
                .Select(p => string.Join(" | ", p.Id, p.Seen("p"), p.Seen("h2"), p.Seen("[data-presenter]"), p.Seen("h2 + p")))
        );
    }

    [Theory]
    [InlineData(
        "/posters",
        "Quand les voir jeu. 23, 12 h 20–12 h 30, Présentations flash des posters jeu. 23, 12 h 30–14 h 00, Buffet et session posters "
            + "jeu. 23, 15 h 10–15 h 30, Pause café et session posters"
    )]
    [InlineData(
        "/en/posters",
        "When to see them Thu 23, 12:20–12:30, Poster flash presentations Thu 23, 12:30–14:00, Buffet and poster session Thu 23, "
            + "15:10–15:30, Coffee break and poster session"
    )]
    public async Task The_page_shows_when_posters_can_be_seen(string address, string times) =>
        Assert.Equal(times, (await site.CreateClient().ReadAsync(address)).Seen("header p:has(time)"));
}
