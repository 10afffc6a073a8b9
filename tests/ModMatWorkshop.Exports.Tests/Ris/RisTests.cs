using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Exports.Tests;

public sealed class RisTests
{
    private static readonly Schedule Schedule = SampleSchedule.Create();

    [Fact]
    public void An_abstract_is_a_conference_record() =>
        Assert.Equal(
            """
            TY  - CONF
            ID  - atelier-2021-i1
            TI  - Énergies de Al₁₃Co₄(100) & surfaces <lisses>; suite
            AU  - Nuñez, Élodie
            AU  - van der Berg, Jan
            AD  - Laboratoire des Ponts, Toulouse, France
            AD  - Polder & Sons, Delft
            T2  - Atelier 2021 – Data & materials
            C1  - Toulouse, France
            PY  - 2021
            DA  - 2021/10/29
            LA  - fr
            KW  - surfaces
            KW  - énergie
            AB  - Une surface, 10²¹ atomes; 50 % de {vide} et \ rien. Second alinéa.
            N1  - Invited talk I1, abstract condensed by the editors
            UR  - https://atelier.example/en/abstracts/i1
            ER  -|

            """.Replace('|', ' ').ReplaceLineEndings("\r\n"),
            Ris.One(Schedule, Schedule.Contributions["i1"], SampleSchedule.Site, Language.English)
        );

    [Fact]
    public void The_book_has_one_record_for_each_abstract() =>
        Assert.Equal(
            ["atelier-2021-i1", "atelier-2021-o1", "atelier-2021-o2", "atelier-2021-p1"],
            Ris.Book(Schedule, SampleSchedule.Site, Language.French)
                .Split("ER  - \r\n")[..^1]
                .Select(record => record.Split("ID  - ")[1].Split("\r\n")[0])
        );
}
