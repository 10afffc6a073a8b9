using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ModMatWorkshop.Web.Security;

namespace ModMatWorkshop.Web.Pages.Admin.Login;

/// <summary>Redirects to the institution's sign-in. Its callback address is handled by the OpenID Connect scheme.</summary>
[AllowAnonymous]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed partial class InstitutionModel(SiteSettings settings, ILogger<InstitutionModel> log) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string? to)
    {
        if (settings.OpenIdConnect is null)
            return NotFound();
        try
        {
            await HttpContext.ChallengeAsync(
                OpenIdConnectSignIn.Scheme,
                new() { RedirectUri = ReturnUrls.IsLocal(to) ? to : "/admin/login" }
            );
            return new EmptyResult();
        }
        // The institution's OpenID Connect metadata is unavailable.
        catch (Exception failure) when (failure is InvalidOperationException or HttpRequestException)
        {
            LogUnavailable(failure, settings.OpenIdConnect.Authority);
            return LocalRedirect("/admin/login?refused=away");
        }
    }

    public IActionResult OnPost() => LocalRedirect("/admin/login");

    [LoggerMessage(LogLevel.Warning, "The institution's identity provider {Authority} is not responding")]
    private partial void LogUnavailable(Exception failure, Uri authority);
}
