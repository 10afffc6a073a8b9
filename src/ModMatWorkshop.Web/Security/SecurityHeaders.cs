namespace ModMatWorkshop.Web.Security;

/// <summary>The headers of every answer, errors included.</summary>
public static class SecurityHeaders
{
    private const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        // On starting, because an error page clears what was set before.
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            var framed = context.Response.StatusCode == StatusCodes.Status200OK ? context.Features.Get<FramedHost>() : null;
            headers.ContentSecurityPolicy = ContentSecurityPolicy + (framed is null ? "" : $"; frame-src https://{framed.Name}") + (context.Features.Get<PlayedFile>() is null ? "" : "; media-src 'self'");
            headers.XContentTypeOptions = "nosniff";
            headers.XFrameOptions = "DENY";
            headers["Referrer-Policy"] = "no-referrer";
            headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), interest-cohort=()";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Cross-Origin-Resource-Policy"] = "same-origin";
            // Players of other hosts do not say that they may be embedded, as the stricter policy would have them do.
            headers["Cross-Origin-Embedder-Policy"] = framed is null ? "require-corp" : "unsafe-none";
            if (context.Request.IsHttps)
                headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
            return Task.CompletedTask;
        });
        return next(context);
    });

    /// <summary>Lets this one answer show a frame of another host.</summary>
    public static void AllowFrameOf(this HttpContext context, string host) => context.Features.Set(new FramedHost(host));

    /// <summary>Lets this one answer be played: a browser makes a page of its own around a recording, and holds it to the policy of the recording.</summary>
    public static void AllowPlaying(this HttpContext context) => context.Features.Set(new PlayedFile());

    private sealed record FramedHost(string Name);

    private sealed record PlayedFile;
}
