using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Net.Http.Headers;
using ModMatWorkshop.Web.Printables;

namespace ModMatWorkshop.Web.Pages;

/// <summary>The answer with a PDF; where there is none, the way to the page that prints as well and says why.</summary>
public static class PdfResults
{
    public const string MediaType = "application/pdf";

    /// <param name="page">Of the paper, with its query.</param>
    public static IResult Of(byte[]? pdf, string fileName, string page, bool wasPossible) =>
        pdf is null
            ? Results.Redirect(
                page + (page.Contains('?', StringComparison.Ordinal) ? "&" : "?") + (wasPossible ? "pdf=failed" : "pdf=missing")
            )
            : Results.File(pdf, MediaType, fileName, enableRangeProcessing: true);

    /// <summary>
    /// A paper of public content: at once where it is kept, to a program when it is made, to a person with a page that says how far it is.
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
        var isKept = printing.IsCached(printable, version);
        if (!PrintProgress.IsFor(http, printing) || isKept && !PrintProgress.IsAskedFor(http))
            return Of(await printing.CachedPdfAsync(printable, version, cancel), fileName, page, printing.IsPossible);
        return await PrintProgress.AnswerAsync(
            http,
            string.Create(CultureInfo.InvariantCulture, $"{printable.Name} {http.PageLanguage()} {version}"),
            printable.Name,
            page,
            isKept,
            async () => [await printing.PrepareAsync(printable, version)],
            async printout => Of(await printout.PdfOf(0), fileName, page, wasPossible: true)
        );
    }

    /// <summary>With names in it: nobody in between keeps it.</summary>
    public static IResult Personal(HttpContext http, byte[]? pdf, string fileName, string page, bool wasPossible)
    {
        http.Response.Headers[HeaderNames.CacheControl] = "no-store";
        return Of(pdf, fileName, page, wasPossible);
    }

    /// <summary>A query with one key less.</summary>
    public static QueryString Without(this QueryString query, string key) =>
        new QueryBuilder(Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(query.Value).Where(p => p.Key != key)).ToQueryString();
}
