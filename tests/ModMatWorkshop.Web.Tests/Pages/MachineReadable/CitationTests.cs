using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Web.Tests.Pages.MachineReadableEndpoints;

/// <summary>BibTeX, RIS and citation tags, compared with the page.</summary>
[Collection(nameof(Archive))]
public sealed partial class CitationTests(SiteFactory site)
{
    private static readonly string[] Codes =
    [
        .. Enumerable.Range(1, 4).Select(n => $"i{n}"),
        .. Enumerable.Range(1, 18).Select(n => $"o{n}"),
        .. Enumerable.Range(1, 10).Select(n => $"p{n}"),
    ];

    [Fact]
    public async Task The_BibTeX_entry_of_every_abstract_matches_its_page()
    {
        var reader = site.CreateClient();
        foreach (var code in Codes)
        {
            var page = await reader.ReadAsync($"/resumes/{code}");
            var entry = await reader.GetStringAsync($"/resumes/{code}.bib");
            var fields = Field().Matches(entry).ToDictionary(m => m.Groups[1].Value, m => WithoutTeX(m.Groups[2].Value));

            Assert.StartsWith($"@inproceedings{{modmat-2021-{code},\n", entry, StringComparison.Ordinal);
            Assert.Equal(
                Facts(page, code),
                new(
                    Plain(fields["title"]),
                    string.Join("; ", fields["author"].Split(" and ").Select(GivenNameFirst)),
                    fields.GetValueOrDefault("keywords", ""),
                    fields["url"],
                    fields["langid"][..2]
                )
            );
            Assert.Equal(("2021", "Toulouse, France"), (fields["year"], fields["address"]));
        }
    }

    [Fact]
    public async Task The_RIS_record_of_every_abstract_matches_its_page()
    {
        var reader = site.CreateClient();
        foreach (var code in Codes)
        {
            var page = await reader.ReadAsync($"/resumes/{code}");
            var tags = (await reader.GetStringAsync($"/resumes/{code}.ris"))
                .Split("\r\n")
                .Where(l => l.Length > 0)
                .ToLookup(l => l[..2], l => l[6..]);

            Assert.Equal(
                Facts(page, code),
                new(
                    Plain(tags["TI"].Single()),
                    string.Join("; ", tags["AU"].Select(GivenNameFirst)),
                    string.Join(", ", tags["KW"]),
                    tags["UR"].Single(),
                    tags["LA"].Single()
                )
            );
            Assert.Equal(page.SeenAll("article header ol li").Select(WithPlainApostrophes), tags["AD"]);
            Assert.Equal(("CONF", "2021", "Toulouse, France"), (tags["TY"].Single(), tags["PY"].Single(), tags["C1"].Single()));
        }
    }

    [Fact]
    public async Task The_BibTeX_file_of_the_book_has_the_entries_of_all_abstracts()
    {
        var reader = site.CreateClient();
        var book = await reader.GetStringAsync("/livret.bib?lang=en");
        var entries = new List<string>();
        foreach (var code in Codes)
            entries.Add(await reader.GetStringAsync($"/resumes/{code}.bib?lang=en"));

        Assert.Equal(
            entries.Order(StringComparer.Ordinal),
            book.Split("\n\n").Select(e => e.TrimEnd('\n') + "\n").Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task The_page_of_o1_has_its_citation_tags()
    {
        var page = await site.CreateClient().ReadAsync("/resumes/o1");

        Assert.Equal(
            [
                ("citation_title", "Speeding Up the Discovery of Framework Materials with Targeted Properties by Machine Learning"),
                ("citation_author", "Coudert, François-Xavier"),
                (
                    "citation_author_institution",
                    "Chimie ParisTech, PSL University, CNRS, Institut de Recherche de Chimie Paris, Paris, France"
                ),
                ("citation_conference_title", "ModMat 2021 – Méthodes machine-learning pour la modélisation des matériaux"),
                ("citation_publication_date", "2021/09/22"),
                ("citation_language", "en"),
                ("citation_keywords", "multi-scale modeling"),
                ("citation_keywords", "mechanical properties"),
                ("citation_keywords", "thermal behavior"),
                ("citation_keywords", "nanoporous materials"),
                ("citation_abstract_html_url", "https://modmat.test/resumes/o1"),
            ],
            page.QuerySelectorAll("meta[name^=citation_]").Select(m => (m.GetAttribute("name")!, m.GetAttribute("content")!))
        );
    }

    [Fact]
    public async Task In_the_citation_tags_each_author_is_followed_by_their_institutions()
    {
        var page = await site.CreateClient().ReadAsync("/en/abstracts/o13");

        Assert.Equal(
            [
                "Grigorev, Petr",
                "- CNRS, Centre Interdisciplinaire de Nanoscience de Marseille (CINaM), Université Aix-Marseille, France",
                "Kermode, James",
                "Marinica, Mihai-Cosmin",
                "- DES - Service de Recherches de Métallurgie Physique, CEA, Université Paris-Saclay, F-91191 Gif-sur-Yvette, France",
                "Swinburne, Thomas D.",
                "- CNRS, Centre Interdisciplinaire de Nanoscience de Marseille (CINaM), Université Aix-Marseille, France",
            ],
            page.QuerySelectorAll("meta[name^=citation_author]")
                .Select(m => (m.GetAttribute("name") == "citation_author" ? "" : "- ") + m.GetAttribute("content"))
        );
    }

    private static Citation Facts(IHtmlDocument page, string code) =>
        new(
            Plain(page.Seen("h1")),
            string.Join("; ", page.SeenAll("h1 + p > span a")),
            WithPlainApostrophes(string.Join(", ", page.SeenAll("[aria-labelledby=h-keywords] a"))),
            $"https://modmat.test/resumes/{code}",
            page.QuerySelector("#abstract")!.GetAttribute("lang")!
        );

    private sealed record Citation(string Title, string Authors, string Keywords, string Url, string Language);

    /// <summary>Turns "Family, Given" into "Given Family".</summary>
    private static string GivenNameFirst(string inverted) => string.Join(' ', inverted.Split(", ").Reverse());

    /// <summary>Replaces the curly apostrophes of the page.</summary>
    private static string WithPlainApostrophes(string shown) => shown.Replace('’', '\'');

    private static string Plain(string text) => string.Join(' ', Domain.Folding.Words(text));

    private static string WithoutTeX(string text)
    {
        text = Script().Replace(text, "$1");
        foreach (var (command, sign) in new[] { ("{", ""), ("}", ""), ("~", " "), (@"\&", "&"), (@"\%", "%"), (@"\_", "_"), (@"\#", "#") })
            text = text.Replace(command, sign, StringComparison.Ordinal);
        return text;
    }

    [GeneratedRegex(@"^  ([a-z]+) = \{?\{?(.*?)\}?\}?,$", RegexOptions.Multiline)]
    private static partial Regex Field();

    [GeneratedRegex(@"\$[_^]\{([^}]*)\}\$")]
    private static partial Regex Script();
}
