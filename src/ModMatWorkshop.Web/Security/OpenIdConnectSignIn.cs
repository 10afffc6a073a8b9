using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain.Addresses;
using ModMatWorkshop.Domain.Organisers;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Web.Security;

/// <summary>
/// Sign-in with an institution by OpenID Connect: authorisation code with PKCE, by GET only, because our content security policy forbids
/// posting to other hosts. It creates no account. The first sign-in needs an invited account with the email address that the institution
/// reports as verified, unless a setting trusts all of its addresses; later ones use the institution's subject identifier.
/// </summary>
public static class OpenIdConnectSignIn
{
    public const string Scheme = "institution";
    private const string LoginProvider = "institution";

    internal static void AddOpenIdConnectSignIn(this AuthenticationBuilder schemes, OpenIdConnectSettings settings) =>
        schemes.AddOpenIdConnect(Scheme, oidc =>
        {
            oidc.Authority = settings.Authority.OriginalString;
            (oidc.ClientId, oidc.ClientSecret) = (settings.ClientId, settings.ClientSecret);
            oidc.RequireHttpsMetadata = settings.Authority.Scheme == "https";
            oidc.ResponseType = OpenIdConnectResponseType.Code;
            oidc.ResponseMode = OpenIdConnectResponseMode.Query;
            oidc.UsePkce = true;
            oidc.MapInboundClaims = false;
            oidc.GetClaimsFromUserInfoEndpoint = true;
            oidc.ClaimActions.MapUniqueJsonKey("email", "email");
            oidc.ClaimActions.MapUniqueJsonKey("email_verified", "email_verified");
            oidc.ClaimActions.Remove("amr");
            oidc.Scope.Clear();
            oidc.Scope.Add("openid");
            oidc.Scope.Add("email");
            oidc.CallbackPath = "/admin/login/institution/return";
            // The handler requires a scheme but does not sign in with it: OnTicketReceivedAsync starts our own session.
            oidc.SignInScheme = IdentityConstants.TwoFactorUserIdScheme;
            foreach (
                var (cookie, name) in new[]
                {
                    (oidc.CorrelationCookie, "__Host-institution."),
                    (oidc.NonceCookie, "__Host-institution-nonce."),
                }
            )
                (cookie.Name, cookie.Path, cookie.SameSite, cookie.SecurePolicy, cookie.HttpOnly) = (
                    name,
                    "/",
                    SameSiteMode.Lax,
                    CookieSecurePolicy.Always,
                    true
                );
            oidc.Events = new()
            {
                // Use the configured address, not the Host header of the request, which a client can forge.
                OnRedirectToIdentityProvider = going =>
                {
                    going.ProtocolMessage.RedirectUri = going
                        .HttpContext.RequestServices.GetRequiredService<SiteAddress>()
                        .Of(going.Options.CallbackPath);
                    return Task.CompletedTask;
                },
                OnTicketReceived = OnTicketReceivedAsync,
                OnRemoteFailure = async failed =>
                {
                    failed.HandleResponse();
                    await failed
                        .HttpContext.RequestServices.GetRequiredService<SignInService>()
                        .RejectOpenIdConnectAsync(null, "no answer that holds", failed.HttpContext, failed.HttpContext.RequestAborted);
                    failed.Response.Redirect("/admin/login?refused=institution");
                },
            };
        });

    private static async Task OnTicketReceivedAsync(TicketReceivedContext received)
    {
        received.HandleResponse();
        var (http, cancel) = (received.HttpContext, received.HttpContext.RequestAborted);
        var signInService = http.RequestServices.GetRequiredService<SignInService>();
        var (organiser, why) = await FindAsync(received.Principal!, http.RequestServices, cancel);
        if (organiser is null || why is not null)
        {
            await signInService.RejectOpenIdConnectAsync(organiser, why ?? "not invited", http, cancel);
            received.Response.Redirect("/admin/login?refused=institution");
            return;
        }
        // Accept the provider's second factor when the token reports one.
        var outcome = received.Principal!.FindAll("amr").Any(c => c.Value == "mfa")
            ? await signInService.CompleteSignInAsync(organiser, "institution, its second factor", isStrong: true, http, cancel)
            : await signInService.CompleteFirstFactorAsync(organiser, "institution", http, cancel);
        received.Response.Redirect(ReturnUrls.AfterSignIn(outcome, received.ReturnUri));
    }

    private static async Task<(Organiser?, string? Why)> FindAsync(
        ClaimsPrincipal principal,
        IServiceProvider services,
        CancellationToken cancel
    )
    {
        var organisers = services.GetRequiredService<UserManager<Organiser>>();
        var db = services.GetRequiredService<WorkshopDb>();
        var subject = principal.FindFirstValue("sub")!;
        if (await organisers.FindByLoginAsync(LoginProvider, subject) is { } known)
            return (known, known.DisabledAt is null ? null : "disabled");
        if (!EmailAddress.TryParse(principal.FindFirstValue("email"), out var address))
            return (null, "no address");
        var isVerified = string.Equals(principal.FindFirstValue("email_verified"), "true", StringComparison.OrdinalIgnoreCase);
        if (!isVerified && services.GetRequiredService<SiteSettings>().OpenIdConnect is not { TrustsUnverifiedEmail: true })
            return (null, "address not verified");
        if (await organisers.FindByEmailAsync(address.Value) is not { } organiser)
            return (null, null);
        if (organiser.DisabledAt is not null)
            return (organiser, "disabled");
        // Link each account to one subject only: a person who later receives a colleague's address must not receive the account.
        if (await db.UserLogins.AnyAsync(l => l.UserId == organiser.Id && l.LoginProvider == LoginProvider, cancel))
            return (organiser, "known there as somebody else");
        organiser.EmailConfirmed = true;
        return (await organisers.AddLoginAsync(organiser, new(LoginProvider, subject, LoginProvider))).Succeeded
            ? (organiser, null)
            : (organiser, "not linked");
    }
}

/// <summary>Chooses the page after a sign-in.</summary>
public static class ReturnUrls
{
    /// <summary>The page after a sign-in that began at no particular page.</summary>
    public static string StartPageOf(OrganiserRoles roles) =>
        OrganiserRights.StartOf(roles) switch
        {
            OrganiserArea.Overview => Routes.Admin,
            OrganiserArea.CheckIn => Routes.CheckIn,
            OrganiserArea.Review => "/admin/call/review",
            _ => "/admin/account",
        };

    /// <param name="to">A path of this site; anything else is ignored.</param>
    public static string AfterSignIn(SignInOutcome outcome, string? to)
    {
        to = IsLocal(to) ? to! : null;
        return outcome.Status == SignInStatus.SecondFactorRequired
                ? $"/admin/login/code{(to is null ? "" : $"?to={Uri.EscapeDataString(to)}")}"
            : to is not null && OrganiserAreas.Opens(outcome.Organiser!.Roles, to) ? to
            : StartPageOf(outcome.Organiser!.Roles);
    }

    /// <summary>
    /// True for a path that browsers do not read as another host, that is safe in a header, and that is not a sign-in or sign-out page.
    /// </summary>
    public static bool IsLocal(string? to) =>
        to is ['/', ..] and not ['/', '/', ..]
        && to.Length <= 2000
        && to.All(c => c is > ' ' and < '\x7F' and not '\\')
        && !to.StartsWith("/admin/login", StringComparison.OrdinalIgnoreCase)
        && !to.StartsWith("/admin/logout", StringComparison.OrdinalIgnoreCase);
}
