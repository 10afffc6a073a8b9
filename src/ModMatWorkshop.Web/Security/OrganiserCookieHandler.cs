using System.Globalization;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Options;
using ModMatWorkshop.Domain.Organisers;

namespace ModMatWorkshop.Web.Security;

/// <summary>
/// Authenticates an organiser by the session key in the cookie. Redirects to the page that helps: sign-in, second factor or access denied.
/// </summary>
public sealed class OrganiserCookieHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory logger,
    UrlEncoder encoder,
    OrganiserSessions sessions,
    SiteSettings settings
) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        // The page for server errors must not need the database.
        if (Response.StatusCode >= StatusCodes.Status500InternalServerError)
            return AuthenticateResult.NoResult();
        if (
            Request.Cookies[OrganiserSessions.Cookie] is not { Length: > 0 and < 100 } key
            || await sessions.FindAsync(key, Context.RequestAborted) is not { } found
        )
            return AuthenticateResult.NoResult();
        var (session, organiser) = found;
        var identity = new ClaimsIdentity(Scheme.Name);
        identity.AddClaim(new(ClaimTypes.NameIdentifier, organiser.Id.ToString()));
        identity.AddClaim(new(OrganiserSignIn.NumberClaim, organiser.Number.ToString(CultureInfo.InvariantCulture)));
        identity.AddClaim(new(OrganiserSignIn.LanguageClaim, organiser.Language.ToString()));
        identity.AddClaim(new(OrganiserSignIn.SessionClaim, session.Id.ToString(CultureInfo.InvariantCulture)));
        if (TimeProvider.GetUtcNow() - session.CreatedAt < OrganiserSignIn.ReauthenticationLifetime)
            identity.AddClaim(new(OrganiserSignIn.FreshClaim, ""));
        // Without the required second factor there is no role: only the page that sets one up is accessible.
        if (session.IsStrong || !settings.RequireSecondFactor || !OrganiserRights.NeedsSecondFactor(organiser.Roles))
            identity.AddClaim(new(ClaimTypes.Role, organiser.Roles.ToString()));
        return AuthenticateResult.Success(new(new(identity), Scheme.Name));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties) => RedirectTo("/admin/login");

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) =>
        RedirectTo(Context.User.HasClaim(c => c.Type == ClaimTypes.Role) ? "/admin/denied" : "/admin/account/second-factor");

    private Task RedirectTo(string page)
    {
        Response.Headers.CacheControl = "no-store";
        var here = Request.Path.ToUriComponent() + Request.QueryString.ToUriComponent();
        Response.Redirect(BuildRedirectUri(page + (ReturnUrls.IsLocal(here) ? new QueryBuilder { { "to", here } }.ToString() : "")));
        return Task.CompletedTask;
    }
}
