using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ModMatWorkshop.Web.Security;

namespace ModMatWorkshop.Web.Pages.Admin.Login;

/// <summary>Leads to the institution; it leads back to an address that the scheme answers itself.</summary>
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
        // Its metadata cannot be had.
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
