using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Web.Security;

namespace ModMatWorkshop.Web.Pages.Admin.Login;

/// <summary>The second step of the sign-in: authenticator code, recovery code or passkey.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class CodeModel(SignInService signInService, SecondFactors factors, Words words, IAntiforgery antiforgery) : PageModel
{
    public string? Fault { get; private set; }

    public bool HasApplication { get; private set; }

    public bool HasPasskey { get; private set; }

    public string Query { get; private set; } = "";

    public Task<IActionResult> OnGetAsync(string? to, CancellationToken cancel) => ShowAsync(to, cancel);

    public async Task<IActionResult> OnPostAsync(string? to, CancellationToken cancel)
    {
        if (!await antiforgery.IsRequestValidAsync(HttpContext))
            return await RefuseAsync(FormToken.FaultIn(HttpContext, words), to, cancel);
        var result = await signInService.CodeSignInAsync(Request.Form["code"].ToString(), HttpContext, cancel);
        switch (result.Status)
        {
            case SignInStatus.SignedIn:
                return LocalRedirect(ReturnUrls.AfterSignIn(result, to));
            case SignInStatus.Throttled:
                await ShowAsync(to, cancel);
                return this.Wait(result.Wait, minutes => Fault = words.WaitBeforeTrying(minutes));
            case SignInStatus.Expired:
                return LocalRedirect("/admin/login?refused=late");
            default:
                return await RefuseAsync(words.WrongCode, to, cancel);
        }
    }

    private Task<IActionResult> RefuseAsync(string fault, string? to, CancellationToken cancel)
    {
        Fault = fault;
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return ShowAsync(to, cancel);
    }

    private async Task<IActionResult> ShowAsync(string? to, CancellationToken cancel)
    {
        if (await signInService.FindPendingSignInAsync(HttpContext, cancel) is not { } step)
            return LocalRedirect("/admin/login?refused=late");
        Query = ReturnUrls.IsLocal(to) ? $"?to={Uri.EscapeDataString(to!)}" : "";
        (HasApplication, HasPasskey) = (step.Organiser.TwoFactorEnabled, await factors.HasPasskeyAsync(step.Organiser.Id, cancel));
        return Page();
    }
}
