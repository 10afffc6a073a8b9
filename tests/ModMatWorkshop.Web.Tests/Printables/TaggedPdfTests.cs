using Microsoft.Extensions.DependencyInjection;
using ModMatWorkshop.Application.Security;
using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Web.Printables;
using ModMatWorkshop.Web.Tests.Pages;
using ModMatWorkshop.Web.Tests.Pages.Admin;

namespace ModMatWorkshop.Web.Tests.Printables;

/// <summary>What a screen reader needs of a PDF.</summary>
[Collection(nameof(PrintTestSite))]
public sealed class TaggedPdfTests(PrintTestSite printing)
{
    [Trait("Category", "prove")]
    [PdfTheory]
    [InlineData(Language.French)]
    [InlineData(Language.English)]
    public async Task Every_PDF_has_tags_its_language_and_its_title(Language language)
    {
        var words = new Words(language);
        foreach (var printable in PrintableList.All)
            await AssertReadableAsync(printable.Pdf(WorkshopLanguages.Default, language), printable.Title(words), language);

        var link = printing.Site.Services.GetRequiredService<SecretLinks>().Of((await printing.SeatedAsync())[0]);
        // OwnFeeTests print the papers of a fee, CertificatePdfTests the certificate.
        foreach (var letter in PrintableList.Letters.Where(l => l is not (CertificateOfAttendance or ProformaInvoice or ReceiptOfFee)))
            await AssertReadableAsync(letter.Route.Path(WorkshopLanguages.Default, language, link) + ".pdf", title: null, language);
    }

    [PdfFact]
    public async Task The_structure_of_the_book_is_that_of_its_page()
    {
        var structure = await (await printing.PdfAsync("/livret.pdf")).StructureAsync();
        var page = await printing.French.ReadAsync("/livret");

        Assert.Equal("Document", structure[0]);
        // The cover has the only heading that the page of the site has not.
        Assert.Equal(1, structure.Count(s => s == "H1"));
        Assert.Equal(page.QuerySelectorAll("main h3").Length, structure.Count(s => s == "H3"));
        Assert.Contains("Table", structure);
    }

    private async Task AssertReadableAsync(string address, string? title, Language language)
    {
        var pdf = await printing.PdfAsync(address);
        var info = await pdf.InfoAsync();
        Assert.Equal((address, "yes", language.Tag()), (address, info.GetValueOrDefault("Tagged"), pdf.Language));
        Assert.EndsWith(" – ModMat 2021", info.GetValueOrDefault("Title"), StringComparison.Ordinal);
        if (title is not null)
            Assert.Equal($"{title} – ModMat 2021", info["Title"]);
        Assert.Contains("H1", await pdf.StructureAsync());
    }
}
