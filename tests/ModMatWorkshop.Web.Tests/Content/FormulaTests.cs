using System.Text;
using ModMatWorkshop.Tests.Shared;
using ModMatWorkshop.Web.Tests.Hosting;
using ModMatWorkshop.Web.Tests.Pages;

namespace ModMatWorkshop.Web.Tests.Content;

/// <summary>Formulas on pages, in exports and in PDFs.</summary>
public sealed class FormulaTests : IDisposable
{
    private readonly ContentSample _content = new();

    public FormulaTests()
    {
        _content.Replace("contributions/o1.md", "title: \"Potentiels appris\"", "title: 'Potentiels pour MoS$_2$ et $\\ce{H2O}$'");
        _content.Replace("contributions/o1.md", "caption: \"La force vive.\"", "caption: \"La force $mv^2$.\"");
        _content.Replace("contributions/o1.md", "- \"force vive\"", "- \"force vive de MoS$_2$\"");
        _content.Replace(
            "contributions/o1.md",
            "Le coût est $O(N^3)$.\n",
            "Le coût est $O(N^3)$, et\n\n$$E = \\frac{1}{2} \\mathbf{v}^{\\mathsf T}\\mathbf{M}\\mathbf{v}$$\n"
        );
        _content.Write("pages/practical-info.md", _content.Read("pages/practical-info.md") + "\nÀ $10^3$ mètres.\n");
    }

    public void Dispose() => _content.Dispose();

    [KatexFact]
    public async Task A_formula_is_MathML_on_every_page_that_shows_it()
    {
        await using var site = new SiteFactory { ContentPath = _content.Folder };
        using var reader = site.CreateClient();
        var page = await reader.ReadAsync("/resumes/o1");

        Assert.Equal(2, page.QuerySelectorAll("h1 math").Length);
        Assert.Equal(["O(N3)", "E=12𝐯𝖳𝐌𝐯"], page.SeenAll("#abstract math"));
        Assert.Equal(["block"], page.QuerySelectorAll("#abstract .formula > math").Select(m => m.GetAttribute("display")));
        Assert.Equal(["mv2"], page.SeenAll("figcaption math"));
        Assert.Equal("Potentiels pour MoS₂ et H₂O", page.QuerySelector("meta[name=citation_title]")!.GetAttribute("content"));
        Assert.Equal(2, (await reader.ReadAsync("/programme")).QuerySelectorAll("#o1 math").Length);
        Assert.Equal(["103"], (await reader.ReadAsync("/infos-pratiques")).SeenAll("main math"));
    }

    [KatexTheory]
    [InlineData("/resumes/o1.bib", "title = {Potentiels pour {MoS$_{2}$} et {H$_{2}$O}}")]
    [InlineData("/resumes/o1.ris", "TI  - Potentiels pour MoS₂ et H₂O")]
    [InlineData("/resumes/o1.ris", "Le coût est O(N³), et")]
    [InlineData("/resumes/o1.ris", "E = (1/2)vᵀMv")]
    [InlineData("/resumes/o1.ics", "Potentiels pour MoS₂ et H₂O")]
    [InlineData("/schedule.xml", "<title>Potentiels pour MoS₂ et H₂O</title>")]
    [InlineData("/recherche?q=mos2", "Potentiels pour MoS₂ et H₂O")]
    public async Task A_formula_is_plain_text_everywhere_else(string address, string text)
    {
        await using var site = new SiteFactory { ContentPath = _content.Folder };
        var answer = await site.CreateClient().GetStringAsync(address);

        foreach (var inBetween in new[] { "\r\n ", "<mark>", "</mark>" })
            answer = answer.Replace(inBetween, "", StringComparison.Ordinal);
        Assert.Contains(text, answer, StringComparison.Ordinal);
    }

    [PdfFact]
    public async Task In_a_PDF_a_formula_is_drawn_with_the_fonts_of_KaTeX()
    {
        await using var site = new SiteFactory { ContentPath = _content.Folder };
        var pdf = await site.CreateClient().GetByteArrayAsync("/livret.pdf");

        Assert.Equal(KatexFactAttribute.WhyMissing is null, Encoding.Latin1.GetString(pdf).Contains("KaTeX", StringComparison.Ordinal));
    }
}
