using System.Globalization;
using ModMatWorkshop.Application.Content;
using ModMatWorkshop.Domain.Organisers;
using ModMatWorkshop.Web.PageCache;
using ModMatWorkshop.Web.Security;

namespace ModMatWorkshop.Web.Pages;

/// <summary>What an organiser previews.</summary>
/// <param name="Instant">Null for now.</param>
/// <param name="HasDraft">Whether public pages show the shared draft.</param>
public sealed record PreviewState(DateTimeOffset? Instant, bool HasDraft);

/// <summary>Marks an address that has content only and is not cached, so that it too shows the shared draft.</summary>
public sealed class ShowsDraftMetadata;

/// <summary>
/// Shows the site at another instant, or with the shared draft, to one organiser. A cookie contains the instant. It counts only for a
/// signed-in organiser and only for reading: posts and background work use the site's clock and content. These pages are not cached.
/// </summary>
public static class SitePreview
{
    public const string Cookie = PageCacheKey.PreviewCookie;
    private const string Format = "yyyy-MM-dd'T'HH:mm'Z'";
    private const string Draft = "draft";

    public static IApplicationBuilder UsePreview(this IApplicationBuilder app)
    {
        var (drafts, scopes) = (
            app.ApplicationServices.GetRequiredService<DraftSites>(),
            app.ApplicationServices.GetRequiredService<IServiceScopeFactory>()
        );
        return app.Use(
            async (context, next) =>
            {
                if (Of(context) is not { } preview)
                {
                    await next(context);
                    return;
                }
                context.Response.OnStarting(() =>
                {
                    context.Response.Headers.CacheControl = "no-store";
                    return Task.CompletedTask;
                });
                if (preview.HasDraft && CanShowDraft(context) && await drafts.FindAsync(context.RequestAborted) is { } draft)
                    await ShowAsync(context, next, draft, scopes);
                else
                    await next(context);
            }
        );
    }

    /// <summary>The preview of a page; null for everybody but the organiser who has started it.</summary>
    public static PreviewState? Of(HttpContext http) =>
        (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method))
        && !NeutralRouteConvention.Contains(http.Request.Path)
            ? Read(http)
            : null;

    /// <summary>The preview in the cookie of an organiser, whatever the request is.</summary>
    public static PreviewState? Read(HttpContext http)
    {
        if (http.Request.Cookies[Cookie] is not { } text || !OrganiserSignIn.May(http.User, OrganiserArea.Overview))
            return null;
        if (text == Draft)
            return new(null, HasDraft: true);
        var hasDraft = text.EndsWith($".{Draft}", StringComparison.Ordinal);
        var time = hasDraft ? text[..^(Draft.Length + 1)] : text;
        return
            DateTimeOffset.TryParseExact(time, Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            && IsSane(instant)
            ? new(instant, hasDraft)
            : null;
    }

    /// <summary>Limits the year, so that date arithmetic cannot overflow.</summary>
    public static bool IsSane(DateTimeOffset instant) => instant.Year is > 1900 and < 3000;

    public static void Begin(HttpContext http, PreviewState preview)
    {
        var instant = preview.Instant?.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture);
        http.Response.Cookies.Append(
            Cookie,
            string.Join('.', new[] { instant, preview.HasDraft ? Draft : null }.OfType<string>()),
            Options()
        );
    }

    public static void End(HttpContext http) => http.Response.Cookies.Delete(Cookie, Options());

    /// <summary>The draft has content only, so it is shown on what is the same for everybody and names nobody who has registered.</summary>
    private static bool CanShowDraft(HttpContext context) =>
        context.GetEndpoint()?.Metadata is { } metadata
        && (metadata.GetMetadata<PageCacheMetadata>() is not null || metadata.GetMetadata<ShowsDraftMetadata>() is not null)
        && metadata.GetMetadata<PageLanguage>()?.Route != Domain.Addresses.Routes.Participants;

    /// <summary>Serves the request with the services of another scope, whose database is that of the draft.</summary>
    private static async Task ShowAsync(HttpContext context, RequestDelegate next, DraftSite draft, IServiceScopeFactory scopes)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<PreviewedDraft>().Site = draft;
        var live = context.RequestServices;
        context.RequestServices = scope.ServiceProvider;
        try
        {
            await next(context);
        }
        finally
        {
            context.RequestServices = live;
        }
    }

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
