using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Net.Http.Headers;
using ModMatWorkshop.Web.Printables;

namespace ModMatWorkshop.Web.Pages;

/// <summary>Returns a PDF. When it cannot be made, redirects to the page that can be printed instead and states the reason.</summary>
public static class PdfResults
{
    public const string MediaType = "application/pdf";

    /// <param name="page">The address of the printable's page, with its query.</param>
    public static IResult Of(byte[]? pdf, string fileName, string page, bool wasPossible) =>
        pdf is null
            ? Results.Redirect(
                page + (page.Contains('?', StringComparison.Ordinal) ? "&" : "?") + (wasPossible ? "pdf=failed" : "pdf=missing")
            )
            : Results.File(pdf, MediaType, fileName, enableRangeProcessing: true);

    /// <summary>
    /// Returns the PDF of public content: at once when it is cached. Otherwise a program waits for it, and a browser gets a progress page
    /// after a moment.
    /// </summary>
    public static async Task<IResult> CachedAsync(
        HttpContext http,
        PrintableService printing,
        Printable printable,
        string fileName,
        string page,
        CancellationToken cancel
    )
    {
        var version = printing.Version;
        var isCached = printing.IsCached(printable, version);
        if (!PrintProgress.IsFor(http, printing) || isCached && !PrintProgress.IsAskedFor(http))
            return Of(await printing.CachedPdfAsync(printable, version, cancel), fileName, page, printing.IsPossible);
        return await PrintProgress.GetOrShowProgressAsync(
            http,
            string.Create(CultureInfo.InvariantCulture, $"{printable.Name} {http.PageLanguage()} {version}"),
            printable.Name,
            page,
            isCached,
            async () => [await printing.PrepareAsync(printable, version)],
            async run => Of(await run.PdfOf(0), fileName, page, wasPossible: true)
        );
    }

    /// <summary>Returns a PDF that contains names; it must not be cached.</summary>
    public static IResult Personal(HttpContext http, byte[]? pdf, string fileName, string page, bool wasPossible)
    {
        http.Response.Headers[HeaderNames.CacheControl] = "no-store";
        return Of(pdf, fileName, page, wasPossible);
    }

    /// <summary>Removes one key from a query.</summary>
    public static QueryString Without(this QueryString query, string key) =>
        new QueryBuilder(Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(query.Value).Where(p => p.Key != key)).ToQueryString();
}
