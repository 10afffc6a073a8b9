using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Security;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Organisers;

namespace ModMatWorkshop.Web.Security;

/// <summary>
/// Authentication and authorisation of organisers. The default policy denies access: what is in no area of <see cref="OrganiserAreas"/>
/// is for organisers only.
/// </summary>
public static class OrganiserSignIn
{
    /// <summary>The policy of the pages that set up a second factor, for accounts that have none yet.</summary>
    public const string SignedIn = nameof(SignedIn);

    /// <summary>How long after a sign-in the password and second factors may be changed.</summary>
    public static readonly TimeSpan ReauthenticationLifetime = TimeSpan.FromMinutes(15);

    internal const string LanguageClaim = "language";
    internal const string NumberClaim = "number";
    internal const string SessionClaim = "session";
    internal const string FreshClaim = "fresh";

    /// <summary>The number that OWASP recommends for PBKDF2 with HMAC-SHA512.</summary>
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
            // Without an endpoint, the response is the page for 404 or 405, not a redirect to the sign-in.
            rules.FallbackPolicy = rules.DefaultPolicy = new AuthorizationPolicyBuilder()
                .RequireAssertion(asked =>
                    asked.Resource is HttpContext http
                    && (
                        http.GetEndpoint() is not RouteEndpoint
                        || May(asked.User, OrganiserAreas.Of(http.Request.Path), HttpMethods.IsPost(http.Request.Method))
                    )
                )
                .Build();
            rules.AddPolicy(SignedIn, policy => policy.RequireAuthenticatedUser());
        });
    }

    private static void AddIdentity(IServiceCollection services, SiteSettings settings)
    {
        services
            .AddIdentityCore<Organiser>(identity =>
            {
                identity.User.RequireUniqueEmail = true;
                // The user name is the email address, which may contain any character that an address may.
                identity.User.AllowedUserNameCharacters = "";
                identity.Password = new()
                {
                    RequiredLength = Passwords.MinLength,
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
            // A passkey with user verification (finger or PIN) counts as two factors.
            (passkeys.UserVerificationRequirement, passkeys.ResidentKeyRequirement) = ("required", "required");
            passkeys.ValidateOrigin = asked => ValueTask.FromResult(!asked.CrossOrigin && asked.Origin == settings.Address.BaseUrl);
        });
    }

    private static void AddSchemes(IServiceCollection services, SiteSettings settings)
    {
        var schemes = services
            .AddAuthentication(IdentityConstants.ApplicationScheme)
            .AddScheme<AuthenticationSchemeOptions, OrganiserCookieHandler>(IdentityConstants.ApplicationScheme, null)
            // Identity keeps the passkey challenge in this cookie.
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

    /// <summary>The roles of the signed-in account; none without the second factor that it needs.</summary>
    public static OrganiserRoles RolesOf(ClaimsPrincipal user) =>
        Enum.TryParse<OrganiserRoles>(user.FindFirstValue(ClaimTypes.Role), out var roles) ? roles : OrganiserRoles.None;

    /// <param name="changes">False to see, true to change.</param>
    public static bool May(ClaimsPrincipal user, OrganiserArea area, bool changes = false) =>
        OrganiserRights.May(RolesOf(user), area, changes);

    /// <summary>The signed-in account, as the audit log names it.</summary>
    public static Actor ActorOf(HttpContext http) =>
        new($"organiser {http.User.FindFirstValue(NumberClaim)}", Networks.CoarsePrefix(http.Connection.RemoteIpAddress));

    /// <summary>The number of the signed-in account.</summary>
    public static int NumberOf(ClaimsPrincipal user) => int.Parse(user.FindFirstValue(NumberClaim)!, CultureInfo.InvariantCulture);

    public static Guid IdOf(ClaimsPrincipal user) => Guid.Parse(user.FindFirstValue(ClaimTypes.NameIdentifier)!);

    public static long SessionOf(ClaimsPrincipal user) => long.Parse(user.FindFirstValue(SessionClaim)!, CultureInfo.InvariantCulture);

    /// <summary>Whether the sign-in is recent enough to change the password or a second factor.</summary>
    public static bool IsFresh(ClaimsPrincipal user) => user.HasClaim(c => c.Type == FreshClaim);

    /// <summary>Normalises like Identity, but does not throw on invalid characters: such an address is just not found.</summary>
    private sealed class AddressNormalizer : ILookupNormalizer
    {
        public string? NormalizeName(string? name) =>
            name is null ? null : UserInput.Normalize(name).Replace('\0', '\uFFFD').ToUpperInvariant();

        public string? NormalizeEmail(string? email) => NormalizeName(email);
    }
}
