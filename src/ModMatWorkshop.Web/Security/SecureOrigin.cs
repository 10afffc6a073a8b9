using Microsoft.AspNetCore.Http.Features;
using ModMatWorkshop.Domain.Addresses;

namespace ModMatWorkshop.Web.Security;

/// <summary>
/// Whether a request has come as the site wants it: by https, if that is how it is known. Loopback counts as secure, as in browsers.
/// </summary>
public static class SecureOrigin
{
    /// <summary>
    /// Plain http is answered with the address under which the site is known, before a form could be filled in that would not come back.
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

    /// <summary>As the request itself says it. A stranger may say so who has come by http: it changes nothing for anybody else.</summary>
    public static bool ClaimsHttps(IHttpRequestFeature request) =>
        request.Scheme == Uri.UriSchemeHttps || request.Headers["X-Forwarded-Proto"] == Uri.UriSchemeHttps;

    /// <summary>Plain http will do.</summary>
    public static bool Suffices(SiteAddress site, HostString host) => !site.IsHttps || IsLoopback(host.Host);

    private static bool IsLoopback(string host) =>
        host is "localhost" or "127.0.0.1" or "[::1]" || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase);
}
