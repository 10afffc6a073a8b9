using Microsoft.AspNetCore.Http.Features;

namespace ModMatWorkshop.Web.PageCache;

/// <summary>The key of a cached page.</summary>
/// <param name="InEnglish">True when a document with one address for both languages was requested with <c>?lang=en</c>.</param>
public readonly record struct PageCacheKey(string Path, bool InEnglish)
{
    /// <summary>An organiser with this cookie previews the site at another instant. Such a page is not shared.</summary>
    public const string PreviewCookie = "__Host-preview";

    private const string EnglishQuery = "?lang=en";

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
        var inEnglish = request.QueryString == EnglishQuery;
        if (request.QueryString.Length > 0 && !inEnglish)
            return null;
        foreach (var cookie in request.Headers.Cookie)
            if (cookie!.Contains(PreviewCookie, StringComparison.Ordinal))
                return null;
        return new(request.Path, inEnglish);
    }
}
