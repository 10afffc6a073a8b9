namespace ModMatWorkshop.Exports.Tests;

[Trait("Category", "prove")]
public sealed class RealReaderTests
{
    private static readonly IReadOnlyList<IReadOnlyList<Cell>> People =
    [
        [1, "Émilie", "du Châtelet; \"la marquise\"", "Łódź, œuvre, 北京", new DateTime(2021, 9, 1, 9, 30, 0), new DateOnly(2021, 9, 22)],
        [2, "=1+1", "+33 5 61 33 62 00", "@SUM(A1:A9)", new DateTime(2021, 12, 31, 23, 59, 0), new DateOnly(2022, 2, 28)],
        [3, "=HYPERLINK(\"http://x.example\",\"ici\")", "-2", "＝1+1", default, default],
        [4, "00123", "1/2", "TRUE", default, default],
        [5, " espace ", "deux\nlignes", "_x0041_", default, default],
    ];

    [SpreadsheetFact]
    public async Task LibreOffice_shows_the_exported_rows_and_no_cell_becomes_a_formula()
    {
        var csv = new MemoryStream();
        var xlsx = new MemoryStream();
        await Csv.WriteAsync(Sheet(), ';', csv, CancellationToken.None);
        await Xlsx.WriteAsync(Sheet(), xlsx, CancellationToken.None);

        var text = await LibreOffice.ShowAsync("texte.csv", csv.ToArray());
        var workbook = await LibreOffice.ShowAsync("classeur.xlsx", xlsx.ToArray());

        AssertShown(
            [
                "n|a|b|c|instant|day",
                "1|Émilie|du Châtelet; \"la marquise\"|Łódź, œuvre, 北京|2021-09-01 09:30|2021-09-22",
                "2|=1+1|+33 5 61 33 62 00|@SUM(A1:A9)|2021-12-31 23:59|2022-02-28",
                "3|=HYPERLINK(\"http://x.example\",\"ici\")|-2|＝1+1||",
                "4|00123|1/2|TRUE||",
                "5| espace |deux\nlignes|_x0041_||",
            ],
            workbook
        );
        // CSV has no cell types: a visible apostrophe prevents a formula.
        AssertShown(
            [
                "n|a|b|c",
                "1|Émilie|du Châtelet; \"la marquise\"|Łódź, œuvre, 北京",
                "2|'=1+1|'+33 5 61 33 62 00|'@SUM(A1:A9)",
                "3|'=HYPERLINK(\"http://x.example\",\"ici\")|'-2|'＝1+1",
            ],
            text.Take(4).Select(line => line[..4])
        );
        Assert.Equal(6, text.Length);
    }

    private static void AssertShown(IEnumerable<string> lines, IEnumerable<string[]> shown) =>
        Assert.Equal(string.Join('\n', lines), string.Join('\n', shown.Select(line => string.Join('|', line))));

    private static Sheet Sheet() =>
        new("essai", [new("n"), new("a"), new("b"), new("c"), new("instant"), new("day")], People.ToAsyncEnumerable());
}
