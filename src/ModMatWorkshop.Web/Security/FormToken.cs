namespace ModMatWorkshop.Web.Security;

/// <summary>The protection of the forms. Pages ask for themselves whether a form is theirs, so that one that is not comes back with everything typed.</summary>
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

    /// <summary>Plain http is answered with the address under which the site is known, before a form could be filled in that would not come back. Loopback counts as secure, as in browsers.</summary>
    public static IApplicationBuilder UseSecureForms(this IApplicationBuilder app, SiteAddress site) => app.Use((context, next) =>
    {
        if (!site.IsHttps || context.Request.IsHttps || IsLoopback(context.Request.Host.Host) || context.Request.Path.StartsWithSegments("/healthz") || context.Request.Path.StartsWithSegments("/readyz"))
            return next(context);
        context.Response.StatusCode = StatusCodes.Status308PermanentRedirect;
        context.Response.Headers.Location = site.Of(context.Request.Path.ToUriComponent() + context.Request.QueryString.ToUriComponent());
        return Task.CompletedTask;
    });

    private static bool IsLoopback(string host) => host is "localhost" or "127.0.0.1" or "[::1]" || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase);
}
