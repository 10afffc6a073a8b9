using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Security;
using ModMatWorkshop.Domain;

namespace ModMatWorkshop.Web.Security;

/// <summary>
/// Who may enter the organisers' room. Denied by default: a page that is not opened to everybody is the organisers' alone.
/// </summary>
public static class OrganiserSignIn
{
    /// <summary>The policy of pages that helpers may use too: check-in, their account.</summary>
    public const string Helper = nameof(Helper);

    /// <summary>The policy of the pages on which a second factor is set up, for who has shown none yet.</summary>
    public const string SignedIn = nameof(SignedIn);

    /// <summary>How long after a sign-in one may change what one signs in with.</summary>
    public static readonly TimeSpan ReauthenticationLifetime = TimeSpan.FromMinutes(15);

    internal const string LanguageClaim = "language";
    internal const string NumberClaim = "number";
    internal const string SessionClaim = "session";
    internal const string FreshClaim = "fresh";

    /// <summary>What OWASP holds to be enough for PBKDF2 with HMAC-SHA512.</summary>
    private const int PasswordIterations = 210_000;

    public static IServiceCollection AddOrganisers(this IServiceCollection services, SiteSettings settings)
    {
        services.AddSingleton<ILookupNormalizer, AddressNormalizer>();
        AddIdentity(services, settings);
        AddSchemes(services, settings);
        services.AddSingleton<OrganiserLinks>();
        services.AddSingleton<KnownBrowserCookie>();
        services.AddScoped<Passwords>();
        services.AddScoped<OrganiserSessions>();
        services.AddScoped<SignInThrottle>();
        services.AddScoped<SecondFactors>();
        services.AddScoped<PasskeyService>();
        services.AddScoped<SignInService>();
        services.AddScoped<OrganiserService>();
        return services.AddAuthorization(rules =>
        {
            // What leads nowhere is answered by its page for 404 or 405, not by a login.
            rules.FallbackPolicy = rules.DefaultPolicy = new AuthorizationPolicyBuilder()
                .RequireAssertion(asked =>
                    asked.Resource is HttpContext http && http.GetEndpoint() is not RouteEndpoint
                    || asked.User.IsInRole(nameof(OrganiserRole.Organiser))
                )
                .Build();
            rules.AddPolicy(Helper, policy => policy.RequireRole(nameof(OrganiserRole.Organiser), nameof(OrganiserRole.Helper)));
            rules.AddPolicy(SignedIn, policy => policy.RequireAuthenticatedUser());
        });
    }

    private static void AddIdentity(IServiceCollection services, SiteSettings settings)
    {
        services
            .AddIdentityCore<Organiser>(identity =>
            {
                identity.User.RequireUniqueEmail = true;
                // The name is the address, which may hold any sign that an address may.
                identity.User.AllowedUserNameCharacters = "";
                identity.Password = new()
                {
                    RequiredLength = Passwords.Shortest,
                    RequireDigit = false,
                    RequireLowercase = false,
                    RequireUppercase = false,
                    RequireNonAlphanumeric = false,
                };
            })
            .AddEntityFrameworkStores<WorkshopDb>()
            .AddSignInManager()
            .AddPasswordValidator<Passwords>();
        services.Configure<PasswordHasherOptions>(hashes => hashes.IterationCount = PasswordIterations);
        services.Configure<IdentityPasskeyOptions>(passkeys =>
        {
            passkeys.ServerDomain = settings.Address.Host;
            // With the finger or the PIN that it asks for, a passkey is two factors in one.
            (passkeys.UserVerificationRequirement, passkeys.ResidentKeyRequirement) = ("required", "required");
            passkeys.ValidateOrigin = asked => ValueTask.FromResult(!asked.CrossOrigin && asked.Origin == settings.Address.BaseUrl);
        });
    }

    private static void AddSchemes(IServiceCollection services, SiteSettings settings)
    {
        var schemes = services
            .AddAuthentication(IdentityConstants.ApplicationScheme)
            .AddScheme<AuthenticationSchemeOptions, OrganiserCookieHandler>(IdentityConstants.ApplicationScheme, null)
            // Where Identity keeps the question that a passkey answers.
            .AddCookie(IdentityConstants.TwoFactorUserIdScheme, cookie =>
            {
                cookie.Cookie = new()
                {
                    Name = "__Host-passkey",
                    HttpOnly = true,
                    SameSite = SameSiteMode.Strict,
                    SecurePolicy = CookieSecurePolicy.Always,
                    Path = "/",
                    IsEssential = true,
                };
                cookie.ExpireTimeSpan = TimeSpan.FromMinutes(5);
            });
        if (settings.OpenIdConnect is { } institution)
            schemes.AddOpenIdConnectSignIn(institution);
    }

    public static Language? LanguageOf(ClaimsPrincipal user) =>
        Enum.TryParse<Language>(user.FindFirstValue(LanguageClaim), out var language) ? language : null;

    /// <summary>Whoever is signed in, as the audit log names them.</summary>
    public static Actor ActorOf(HttpContext http) =>
        new($"organiser {http.User.FindFirstValue(NumberClaim)}", Networks.CoarsePrefix(http.Connection.RemoteIpAddress));

    public static Guid IdOf(ClaimsPrincipal user) => Guid.Parse(user.FindFirstValue(ClaimTypes.NameIdentifier)!);

    public static long SessionOf(ClaimsPrincipal user) => long.Parse(user.FindFirstValue(SessionClaim)!, CultureInfo.InvariantCulture);

    /// <summary>Whether the sign-in is recent enough to change what one signs in with.</summary>
    public static bool IsFresh(ClaimsPrincipal user) => user.HasClaim(c => c.Type == FreshClaim);

    /// <summary>As Identity does, but that what holds signs which are none is looked for and not found, instead of being a fault.</summary>
    private sealed class AddressNormalizer : ILookupNormalizer
    {
        public string? NormalizeName(string? name) =>
            name is null ? null : UserInput.Normalize(name).Replace('\0', '\uFFFD').ToUpperInvariant();

        public string? NormalizeEmail(string? email) => NormalizeName(email);
    }
}
