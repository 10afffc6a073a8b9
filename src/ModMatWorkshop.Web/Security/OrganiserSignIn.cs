using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Web.Data;

namespace ModMatWorkshop.Web.Security;

/// <summary>Who may enter the organisers' room. Denied by default: a page that is not opened to everybody is the organisers' alone.</summary>
public static class OrganiserSignIn
{
    /// <summary>The policy of pages that helpers may use too: check-in.</summary>
    public const string Helper = nameof(Helper);

    public const int ShortestPassword = 12;
    private const string LanguageClaim = "language";
    private const string NumberClaim = "number";

    public static IServiceCollection AddOrganisers(this IServiceCollection services)
    {
        services.AddIdentityCore<Organiser>(identity =>
        {
            identity.User.RequireUniqueEmail = true;
            identity.Password = new() { RequiredLength = ShortestPassword, RequireDigit = false, RequireLowercase = false, RequireUppercase = false, RequireNonAlphanumeric = false };
        })
            .AddEntityFrameworkStores<WorkshopDb>().AddSignInManager().AddDefaultTokenProviders().AddClaimsPrincipalFactory<Claims>();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddCookie(IdentityConstants.ApplicationScheme, cookie =>
        {
            cookie.Cookie = new() { Name = "__Host-organiser", HttpOnly = true, SameSite = SameSiteMode.Lax, SecurePolicy = CookieSecurePolicy.Always, Path = "/", IsEssential = true };
            cookie.LoginPath = "/admin/login";
            cookie.AccessDeniedPath = "/admin/denied";
            cookie.ReturnUrlParameter = "to";
        });
        return services.AddAuthorization(rules =>
        {
            // What leads nowhere is answered by its page for 404 or 405, not by a login.
            rules.FallbackPolicy = rules.DefaultPolicy = new AuthorizationPolicyBuilder()
                .RequireAssertion(asked => asked.Resource is HttpContext http && http.GetEndpoint() is not RouteEndpoint || asked.User.IsInRole(nameof(OrganiserRole.Organiser))).Build();
            rules.AddPolicy(Helper, policy => policy.RequireRole(nameof(OrganiserRole.Organiser), nameof(OrganiserRole.Helper)));
        });
    }

    public static Language? LanguageOf(ClaimsPrincipal user) => Enum.TryParse<Language>(user.FindFirstValue(LanguageClaim), out var language) ? language : null;

    /// <summary>Whoever is signed in, as the audit log names them.</summary>
    public static Actor ActorOf(HttpContext http) => new($"organiser {http.User.FindFirstValue(NumberClaim)}", Networks.Coarse(http.Connection.RemoteIpAddress));

    private sealed class Claims(UserManager<Organiser> organisers, IOptions<IdentityOptions> options) : UserClaimsPrincipalFactory<Organiser>(organisers, options)
    {
        protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Organiser user)
        {
            var identity = await base.GenerateClaimsAsync(user);
            identity.AddClaim(new(ClaimTypes.Role, user.Role.ToString()));
            identity.AddClaim(new(NumberClaim, user.Number.ToString(CultureInfo.InvariantCulture)));
            identity.AddClaim(new(LanguageClaim, user.Language.ToString()));
            return identity;
        }
    }
}
