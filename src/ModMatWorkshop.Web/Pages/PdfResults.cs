using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Net.Http.Headers;
using ModMatWorkshop.Web.Printables;

namespace ModMatWorkshop.Web.Pages;

/// <summary>Returns a PDF. When it cannot be made, redirects to the page that can be printed instead and states the reason.</summary>
public static class PdfResults
{
    public const string MediaType = "application/pdf";

    private const string RetryAfterSeconds = "60";

    /// <param name="page">The address of the printable's page, with its query.</param>
    public static IResult Of(HttpContext http, PrintResult result, string fileName, string page) =>
        result switch
        {
            { Pdf: { } pdf } => Results.File(pdf, MediaType, fileName, enableRangeProcessing: true),
            { Problem: PrintProblem.QueueFull } => QueueFull(http),
            _ => Results.Redirect(
                page
                    + (page.Contains('?', StringComparison.Ordinal) ? "&" : "?")
                    + (result.Problem == PrintProblem.NotInstalled ? "pdf=missing" : "pdf=failed")
            ),
        };

    /// <summary>True when this request got no PDF because too many others wait. The error page then says so.</summary>
    public static bool IsQueueFull(HttpContext http) => http.Items.ContainsKey(PrintProblem.QueueFull);

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
        if (!printing.IsPossible)
            return Of(http, PrintResult.NotInstalled, fileName, page);
        var version = printing.Version;
        var isCached = printing.IsCached(printable, version);
        if (isCached && !PrintProgress.IsAskedFor(http))
            return Of(http, await (await printing.PrepareAsync(printable, version)).Make(cancel), fileName, page);
        return await PrintProgress.GetOrShowProgressAsync(
            http,
            string.Create(CultureInfo.InvariantCulture, $"{printable.Name} {http.PageLanguage()} {version}"),
            printable.Name,
            page,
            isCached,
            async () => [await printing.PrepareAsync(printable, version)],
            async run => Of(http, await run.ResultOf(0), fileName, page)
        );
    }

    /// <summary>Returns a PDF that contains names; it must not be cached.</summary>
    public static IResult Personal(HttpContext http, PrintResult result, string fileName, string page)
    {
        http.Response.Headers[HeaderNames.CacheControl] = "no-store";
        return Of(http, result, fileName, page);
    }

    /// <summary>Removes one key from a query.</summary>
    public static QueryString Without(this QueryString query, string key) =>
        new QueryBuilder(Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(query.Value).Where(p => p.Key != key)).ToQueryString();

    private static IResult QueueFull(HttpContext http)
    {
        http.Items[PrintProblem.QueueFull] = true;
        http.Response.Headers.RetryAfter = RetryAfterSeconds;
        return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
    }
}
