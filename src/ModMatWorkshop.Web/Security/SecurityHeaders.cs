using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Primitives;

namespace ModMatWorkshop.Web.Security;

/// <summary>Sets the security headers of every response, including errors.</summary>
public static partial class SecurityHeaders
{
    private static readonly StringValues ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; form-action "
        + "'self'; base-uri 'none'; frame-ancestors 'none'";

    private const string NothingButStyles = "default-src 'none'; base-uri 'none'; form-action 'none'; style-src";

    private static readonly StringValues NoSniff = "nosniff",
        Deny = "DENY",
        NoReferrer = "no-referrer",
        SameOrigin = "same-origin",
        RequireCorp = "require-corp",
        Permissions = "camera=(), geolocation=(), microphone=(), interest-cohort=()",
        ForAYear = "max-age=31536000; includeSubDomains";

    /// <summary>A hash of all headers, which changes with each of them.</summary>
    public static readonly byte[] Hash = HashOfHeaders();

    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) =>
        app.Use(
            (context, next) =>
            {
                // Set them when the response starts, because an error page clears headers set earlier.
                context.Response.OnStarting(() =>
                {
                    var headers = context.Response.Headers;
                    Set(headers, context.Request.IsHttps);
                    if (context.Response.StatusCode == StatusCodes.Status200OK && context.Features.Get<FramedHost>() is { } framed)
                    {
                        headers.ContentSecurityPolicy = $"{ContentSecurityPolicy}; frame-src https://{framed.Name}";
                        // Video players of other hosts do not send the header that the stricter policy requires of embedded pages.
                        headers["Cross-Origin-Embedder-Policy"] = "unsafe-none";
                    }
                    if (context.Features.Get<PlayedFile>() is not null)
                        headers.ContentSecurityPolicy = $"{ContentSecurityPolicy}; media-src 'self'";
                    if (context.Features.Get<StyledImage>() is { } image)
                        headers.ContentSecurityPolicy = $"{NothingButStyles} {image.Hashes}; frame-ancestors 'none'";
                    if (context.Features.Get<SandboxedFolder>() is { } folder)
                        SetSandbox(headers, $"{context.Request.Scheme}://{context.Request.Host}{folder.Path}");
                    return Task.CompletedTask;
                });
                return next(context);
            }
        );

    public static void Set(IHeaderDictionary headers, bool isHttps)
    {
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.XContentTypeOptions = NoSniff;
        headers.XFrameOptions = Deny;
        headers["Referrer-Policy"] = NoReferrer;
        headers["Permissions-Policy"] = Permissions;
        headers["Cross-Origin-Opener-Policy"] = SameOrigin;
        headers["Cross-Origin-Resource-Policy"] = SameOrigin;
        headers["Cross-Origin-Embedder-Policy"] = RequireCorp;
        if (isHttps)
            headers.StrictTransportSecurity = ForAYear;
    }

    /// <param name="folder">The only address from which the page loads files and to which it sends forms.</param>
    private static void SetSandbox(IHeaderDictionary headers, string folder)
    {
        headers.ContentSecurityPolicy =
            "sandbox allow-scripts allow-forms allow-popups allow-popups-to-escape-sandbox allow-downloads; "
            + $"default-src {folder}; object-src 'none'; form-action {folder}; base-uri 'none'; frame-ancestors 'none'";
        // The page's origin is not that of its own files: without these headers it could not load them.
        headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        headers.AccessControlAllowOrigin = "*";
        // Browsers refuse a page with both a sandbox and another value.
        headers["Cross-Origin-Opener-Policy"] = "unsafe-none";
    }

    private static byte[] HashOfHeaders()
    {
        var headers = new HeaderDictionary();
        Set(headers, isHttps: true);
        return SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', headers.Select(h => $"{h.Key}: {h.Value}"))));
    }

    /// <summary>Allows this response to embed a frame from another host.</summary>
    public static void AllowFrameOf(this HttpContext context, string host) => context.Features.Set(new FramedHost(host));

    /// <summary>
    /// Allows a browser to play this response: the browser puts a recording into a page of its own, and applies the recording's policy to
    /// it.
    /// </summary>
    public static void AllowPlaying(this HttpContext context) => context.Features.Set(new PlayedFile());

    /// <summary>
    /// Gives this response an origin of its own, because other people wrote it: its scripts cannot read the site, its cookies and its
    /// storage, and send forms only within its own folder.
    /// </summary>
    /// <param name="path">The path of the folder, with a slash at the end.</param>
    public static void Sandbox(this HttpContext context, string path) => context.Features.Set(new SandboxedFolder(path));

    /// <summary>Allows this response, an SVG file, to apply its own styles, and nothing else.</summary>
    public static void AllowStylesOf(this HttpContext context, string svg) =>
        context.Features.Set(
            new StyledImage(
                string.Join(
                    ' ',
                    StyleElement()
                        .Matches(svg)
                        .Select(style => WebUtility.HtmlDecode(style.Groups["css"].Value))
                        .Select(css => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(css)))}'")
                        .DefaultIfEmpty("'none'")
                )
            )
        );

    private sealed record FramedHost(string Name);

    private sealed record PlayedFile;

    private sealed record StyledImage(string Hashes);

    private sealed record SandboxedFolder(string Path);

    [GeneratedRegex(@"<style[^>]*>(?<css>[^<]*)</style>")]
    private static partial Regex StyleElement();
}
