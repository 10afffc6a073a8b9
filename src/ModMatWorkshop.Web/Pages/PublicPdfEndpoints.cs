using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Addresses;

namespace ModMatWorkshop.Web.Pages;

/// <summary>The printables that everybody may read, as PDF.</summary>
public static class PublicPdfEndpoints
{
    public static void MapPublicPdfs(this WebApplication app)
    {
        foreach (var language in Enum.GetValues<Language>())
            app.MapRead(
                    Routes.BookPdf(language),
                    (HttpContext http, SiteContext siteContext, PrintableService printing, CancellationToken cancel) =>
                        PaperAsync("book", Routes.Book.Template(language).Split('/')[^1], Routes.Book, http, siteContext, printing, cancel)
                )
                .WithMetadata(new PageLanguage(Routes.Book, language));

        app.MapRead(Routes.ProgrammePdf, (HttpContext http, SiteContext siteContext, PrintableService printing, CancellationToken cancel) =>
            PaperAsync("programme-a4", "programme", Routes.Programme, http, siteContext, printing, cancel)
        );
    }

    private static async Task<IResult> PaperAsync(
        string paper,
        string name,
        PageRoute page,
        HttpContext http,
        SiteContext siteContext,
        PrintableService printing,
        CancellationToken cancel
    ) =>
        await PdfResults.CachedAsync(
            http,
            printing,
            paper,
            $"{(await siteContext.WorkshopAsync()).Slug}-{name}.pdf",
            siteContext.Path(page),
            cancel
        );
}
