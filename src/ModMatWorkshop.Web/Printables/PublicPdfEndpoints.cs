using ModMatWorkshop.Web.Pages;

namespace ModMatWorkshop.Web.Printables;

/// <summary>Serves the PDFs of public content.</summary>
public static class PublicPdfEndpoints
{
    public static void MapPublicPdfs(this WebApplication app)
    {
        foreach (var printable in PrintableList.All)
        foreach (var pdf in printable.PublicPdfs)
        {
            var endpoint = app.MapRead(
                pdf.Address,
                (HttpContext http, SiteContext siteContext, PrintableService printing, CancellationToken cancel) =>
                    SendAsync(printable, pdf, http, siteContext, printing, cancel)
            );
            if (pdf.Language is { } language)
                endpoint.WithMetadata(new PageLanguage(pdf.Page, language));
        }
    }

    private static async Task<IResult> SendAsync(
        Printable printable,
        PublicPdf pdf,
        HttpContext http,
        SiteContext siteContext,
        PrintableService printing,
        CancellationToken cancel
    )
    {
        var file = $"{(await siteContext.WorkshopAsync()).Slug}-{pdf.FileName}.pdf";
        return await PdfResults.CachedAsync(http, printing, printable, file, siteContext.Path(pdf.Page), cancel);
    }
}
