using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Exports.Tests;

public sealed class BibTeXTests
{
    private static readonly Schedule Schedule = SampleSchedule.Create();

    [Fact]
    public void An_abstract_is_an_inproceedings_entry_with_special_characters_escaped() =>
        Assert.Equal(
            (
                """
                @inproceedings{atelier-2021-i1,
                  author = {Nuñez, Élodie and van der Berg, Jan},
                  title = {Énergies de {Al$_{13}$Co$_{4}$(100)} \& surfaces \textless{}lisses\textgreater{}; suite},
                  booktitle = {Atelier 2021 – {Données} \& matériaux},
                  year = {2021},
                  month = {10},
                  address = {Toulouse, France},
                  url = {https://atelier.example/resumes/i1},
                  keywords = {surfaces, énergie},
                  langid = {french},
                  note = {Conférence invitée I1, résumé condensé par les éditeurs},
                  abstract = {Une surface, 10$^{21}$ atomes; 50 \% de \textbraceleft{}vide\textbraceright{} et
                """
                + @" \textbackslash{} rien. Second alinéa.},"
                + "\n}\n"
            ).ReplaceLineEndings("\n"),
            BibTeX.One(Schedule, Schedule.Contributions["i1"], SampleSchedule.Site, Language.French)
        );

    [Theory]
    [InlineData("Johannes van der Waals", null, "van der Waals, Johannes")]
    [InlineData("María de la Cruz", null, "de la Cruz, María")]
    [InlineData("Federico García Lorca", "García Lorca", "García Lorca, Federico")]
    [InlineData("Maurício Chagas da Silva", "Chagas da Silva", "{Chagas da Silva}, Maurício")]
    [InlineData("Aristote", null, "Aristote")]
    [InlineData("The ATLAS Collaboration", "The ATLAS Collaboration", "{The ATLAS Collaboration}")]
    [InlineData("Martin Luther King, Jr.", "King, Jr.", "{King, Jr.}, Martin Luther")]
    [InlineData("Paul Sample III", null, "Sample, III, Paul")]
    [InlineData("Gerrit van ’t Veld", null, "van 't Veld, Gerrit")]
    [InlineData("Ana Prueba y Modelo", null, "{Prueba y Modelo}, Ana")]
    [InlineData("Procter and Gamble", "Procter and Gamble", "{Procter and Gamble}")]
    public void A_name_keeps_its_particle_and_is_never_split_elsewhere(string name, string? family, string author) =>
        Assert.Equal(author, Field("author", SampleSchedule.Titled("t", [new(name, "x", new PersonName(name, family).Family, [])])));

    [Theory]
    [InlineData("SO₄²⁻ and x⁻¹ at Tₘₐₓ", "{SO$_{4}^{2-}$} and x$^{-1}$ at {T$_{max}$}")]
    [InlineData("Machine learning for Monte Carlo with GPUs: McMillan", "Machine learning for {Monte} {Carlo} with {GPUs:} {McMillan}")]
    [InlineData("GPUs", "{GPUs}")]
    [InlineData(
        "a < b > c & d % e # f $ g _ h ~ i ^ j \\ k { l }",
        @"a \textless{} b \textgreater{} c \& d \% e \# f \$ g \_ h \textasciitilde{} i \textasciicircum{} j \textbackslash{} k "
            + @"\textbraceleft{} l \textbraceright{}"
    )]
    public void A_title_has_its_formulas_in_math_its_capitals_in_braces_and_no_open_sign(string title, string written) =>
        Assert.Equal(written, Field("title", SampleSchedule.Titled(title, [])));

    private static string Field(string name, Contribution contribution) =>
        BibTeX
            .One(Schedule, contribution, SampleSchedule.Site, Language.English)
            .Split('\n')
            .Single(line => line.StartsWith($"  {name} = {{", StringComparison.Ordinal))[$"  {name} = {{".Length..^2];

    [Fact]
    public void The_book_has_the_talks_in_programme_order_and_then_the_posters() =>
        Assert.Equal(
            [
                "@inproceedings{atelier-2021-i1,",
                "@inproceedings{atelier-2021-o1,",
                "@inproceedings{atelier-2021-o2,",
                "@inproceedings{atelier-2021-p1,",
            ],
            BibTeX.Book(Schedule, SampleSchedule.Site, Language.English).Split('\n').Where(line => line.StartsWith('@'))
        );
}
