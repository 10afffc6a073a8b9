namespace ModMatWorkshop.Web.Security;

/// <summary>
/// The protection of the forms. Pages ask for themselves whether a form is theirs, so that one that is not comes back with everything
/// typed.
/// </summary>
public static class FormToken
{
    public const string Field = "form-token";

    public static IServiceCollection AddFormTokens(this IServiceCollection services)
    {
        // Secure always, through the policy: to antiforgery itself plain http on loopback must not be an error.
        services.Configure<CookiePolicyOptions>(cookies => cookies.Secure = CookieSecurePolicy.Always);
        return services.AddAntiforgery(forms =>
        {
            forms.FormFieldName = Field;
            forms.Cookie.Name = "__Host-form";
            forms.Cookie.Path = "/";
            forms.Cookie.SameSite = SameSiteMode.Strict;
            forms.Cookie.SecurePolicy = CookieSecurePolicy.None;
            forms.SuppressXFrameOptionsHeader = true;
        });
    }
}
