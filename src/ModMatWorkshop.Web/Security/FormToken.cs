using ModMatWorkshop.Application.Text;

namespace ModMatWorkshop.Web.Security;

/// <summary>
/// Antiforgery protection of the forms. The pages check the token themselves, so that a form with an invalid token is shown again with
/// everything that was typed.
/// </summary>
public static class FormToken
{
    public const string Field = "form-token";
    private const string Cookie = "__Host-form";

    /// <summary>What to say about a form with an invalid token: it is old, or the browser refuses cookies.</summary>
    public static string FaultIn(HttpContext http, Words words) =>
        http.Request.Cookies.ContainsKey(Cookie) ? words.FormIsOld : words.CookieIsMissing;

    public static IServiceCollection AddFormTokens(this IServiceCollection services)
    {
        // The cookie policy sets Secure. If antiforgery required it, a form over plain http on loopback would fail.
        services.Configure<CookiePolicyOptions>(cookies => cookies.Secure = CookieSecurePolicy.Always);
        return services.AddAntiforgery(forms =>
        {
            forms.FormFieldName = Field;
            forms.Cookie.Name = Cookie;
            forms.Cookie.Path = "/";
            forms.Cookie.SameSite = SameSiteMode.Strict;
            forms.Cookie.SecurePolicy = CookieSecurePolicy.None;
            forms.SuppressXFrameOptionsHeader = true;
        });
    }
}
