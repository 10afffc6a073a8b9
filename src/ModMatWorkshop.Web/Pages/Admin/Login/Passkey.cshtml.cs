using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Web.Security;

namespace ModMatWorkshop.Web.Pages.Admin.Login;

/// <summary>Called by the script: returns the passkey challenge without a credential, and signs in with one.</summary>
[AllowAnonymous]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class PasskeyModel(SignInManager<Organiser> signIn, SignInService signInService) : PageModel
{
    public IActionResult OnGet() => LocalRedirect("/admin/login");

    public async Task<IActionResult> OnPostAsync(string? to, CancellationToken cancel)
    {
        var credential = Request.Form["credential"].ToString();
        if (credential.Length == 0)
            return Content(await signIn.MakePasskeyRequestOptionsAsync(null), "application/json");
        var result = await signInService.PasskeySignInAsync(credential, HttpContext, cancel);
        return LocalRedirect(result.Status == SignInStatus.SignedIn ? ReturnUrls.AfterSignIn(result, to) : "/admin/login?refused=passkey");
    }
}
