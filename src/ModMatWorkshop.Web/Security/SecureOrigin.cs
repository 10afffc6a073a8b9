using Microsoft.AspNetCore.Http.Features;
using ModMatWorkshop.Domain.Addresses;

namespace ModMatWorkshop.Web.Security;

/// <summary>Redirects http to https, if the site's address is https. Loopback counts as secure, as in browsers.</summary>
public static class SecureOrigin
{
    /// <summary>
    /// Redirects plain http to the site's address. Otherwise a reader could fill in a form whose secure cookies are not sent back.
    /// </summary>
    public static IApplicationBuilder UseSecureOrigin(this IApplicationBuilder app, SiteAddress site) =>
        app.Use(
            (context, next) =>
            {
                var path = context.Request.Path;
                if (
                    context.Request.IsHttps
                    || Suffices(site, context.Request.Host)
                    || path.StartsWithSegments(Routes.Alive.Template)
                    || path.StartsWithSegments(Routes.Ready.Template)
                )
                    return next(context);
                context.Response.StatusCode = StatusCodes.Status308PermanentRedirect;
                context.Response.Headers.Location = site.Of(
                    context.Request.Path.ToUriComponent() + context.Request.QueryString.ToUriComponent()
                );
                return Task.CompletedTask;
            }
        );

    /// <summary>Whether the request says that it came by https. A client can forge the header, but affects only its own response.</summary>
    public static bool ClaimsHttps(IHttpRequestFeature request) =>
        request.Scheme == Uri.UriSchemeHttps || request.Headers["X-Forwarded-Proto"] == Uri.UriSchemeHttps;

    /// <summary>Whether plain http is acceptable.</summary>
    public static bool Suffices(SiteAddress site, HostString host) => !site.IsHttps || IsLoopback(host.Host);

    private static bool IsLoopback(string host) =>
        host is "localhost" or "127.0.0.1" or "[::1]" || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase);
}
