using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Net.Http.Headers;

namespace ModMatWorkshop.Web.Pages;

/// <summary>The answer with a PDF; where there is none, the way to the page that prints as well and says why.</summary>
public static class PaperAnswer
{
    public const string MediaType = "application/pdf";

    /// <param name="page">Of the paper, with its query.</param>
    public static IResult Of(byte[]? pdf, string fileName, string page, bool wasPossible) => pdf is null
        ? Results.Redirect(page + (page.Contains('?', StringComparison.Ordinal) ? "&" : "?") + (wasPossible ? "pdf=failed" : "pdf=missing"))
        : Results.File(pdf, MediaType, fileName, enableRangeProcessing: true);

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
