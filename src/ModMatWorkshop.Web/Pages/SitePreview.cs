using System.Globalization;
using ModMatWorkshop.Domain.Organisers;
using ModMatWorkshop.Web.PageCache;
using ModMatWorkshop.Web.Security;

namespace ModMatWorkshop.Web.Pages;

/// <summary>
/// Shows the site at another instant to one organiser. A cookie contains the instant. It counts only for a signed-in organiser and only for
/// reading: posts and background work use the site's clock. These pages are not cached.
/// </summary>
public static class SitePreview
{
    public const string Cookie = PageCacheKey.PreviewCookie;
    private const string Format = "yyyy-MM-dd'T'HH:mm'Z'";

    public static IApplicationBuilder UsePreview(this IApplicationBuilder app) =>
        app.Use(
            (context, next) =>
            {
                if (InstantOf(context) is not null)
                    context.Response.OnStarting(() =>
                    {
                        context.Response.Headers.CacheControl = "no-store";
                        return Task.CompletedTask;
                    });
                return next(context);
            }
        );

    public static DateTimeOffset? InstantOf(HttpContext http) =>
        http.Request.Cookies[Cookie] is { } text
        && (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method))
        && !NeutralRouteConvention.Contains(http.Request.Path)
        && OrganiserSignIn.May(http.User, OrganiserArea.Overview)
        && DateTimeOffset.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
        && IsSane(instant)
            ? instant
            : null;

    /// <summary>Limits the year, so that date arithmetic cannot overflow.</summary>
    public static bool IsSane(DateTimeOffset instant) => instant.Year is > 1900 and < 3000;

    public static void Begin(HttpContext http, DateTimeOffset instant) =>
        http.Response.Cookies.Append(Cookie, instant.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture), Options());

    public static void End(HttpContext http) => http.Response.Cookies.Delete(Cookie, Options());

    private static CookieOptions Options() =>
        new()
        {
            HttpOnly = true,
            Secure = true,
            SameSite = SameSiteMode.Strict,
            Path = "/",
            IsEssential = true,
        };
}
