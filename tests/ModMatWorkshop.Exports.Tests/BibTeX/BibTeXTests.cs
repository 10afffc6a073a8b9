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
                  title = {{Énergies de Al\textsubscript{13}Co\textsubscript{4}(100) \& surfaces <lisses>; suite}},
                  booktitle = {{Atelier 2021 – Données \& matériaux}},
                  year = {2021},
                  month = oct,
                  address = {Toulouse, France},
                  url = {https://atelier.example/resumes/i1},
                  keywords = {surfaces, énergie},
                  langid = {french},
                  note = {Conférence invitée I1, résumé condensé par les éditeurs},
                  abstract = {Une surface, 10\textsuperscript{21} atomes; 50 \% de \textbraceleft{}vide\textbraceright{} et
                """
                + @" \textbackslash{} rien. Second alinéa.},"
                + "\n}\n"
            ).ReplaceLineEndings("\n"),
            BibTeX.One(Schedule, Schedule.Contributions["i1"], SampleSchedule.Site, Language.French)
        );

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
