using Microsoft.AspNetCore.Http.Features;
using ModMatWorkshop.Domain;

namespace ModMatWorkshop.Web.PageCache;

/// <summary>The key of a cached page.</summary>
/// <param name="Language">The language in the query, if a document with one address for both languages was requested with one.</param>
public readonly record struct PageCacheKey(string Path, Language? Language)
{
    /// <summary>An organiser with this cookie previews the site at another instant. Such a page is not shared.</summary>
    public const string PreviewCookie = "__Host-preview";

    private const string LanguageQuery = "?lang=";

    /// <summary>
    /// False for another spelling of a path that routing also accepts, such as capitals or a trailing slash. Caching these would store one
    /// page many times.
    /// </summary>
    public bool IsCanonical => Path == "/" || !Path.EndsWith('/') && !Path.AsSpan().ContainsAnyInRange('A', 'Z');

    /// <returns>Null when the request cannot be answered from the cache: another method, any other query, or a preview.</returns>
    public static PageCacheKey? For(IHttpRequestFeature request)
    {
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method))
            return null;
        var language = request.QueryString.StartsWith(LanguageQuery, StringComparison.Ordinal)
            ? Languages.Find(request.QueryString[LanguageQuery.Length..])
            : null;
        if (request.QueryString.Length > 0 && language is null)
            return null;
        foreach (var cookie in request.Headers.Cookie)
            if (cookie!.Contains(PreviewCookie, StringComparison.Ordinal))
                return null;
        return new(request.Path, language);
    }
}
