using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Web.Security;

namespace ModMatWorkshop.Web.Pages.Admin;

/// <summary>The first step of the sign-in: password, passkey or institution.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class LoginModel(SignInService signInService, Words words, SiteSettings settings, IAntiforgery antiforgery) : PageModel
{
    public string Email { get; private set; } = "";

    /// <summary>The page to show after the sign-in, if it is on this site.</summary>
    public string? To { get; private set; }

    public string? Fault { get; private set; }

    public string? Notice { get; private set; }

    public string? Institution => settings.OpenIdConnect?.Name;

    /// <summary>The query that passes <see cref="To"/> on to the next page.</summary>
    public string Query => To is null ? "" : $"?to={Uri.EscapeDataString(To)}";

    public IActionResult OnGet(string? to, string? refused, string? done)
    {
        To = ReturnUrls.IsLocal(to) ? to : null;
        if (OrganiserSignIn.IsFresh(User))
            return LocalRedirect(To ?? ReturnUrls.StartPageOf(OrganiserSignIn.RolesOf(User)));
        Notice = done == "out" ? words.SignedOutNow : null;
        Fault = refused switch
        {
            "passkey" => words.PasskeyRefused,
            "institution" => words.InstitutionRejected,
            "away" => words.InstitutionUnavailable,
            "late" => words.StartAgain,
            _ => null,
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? to, CancellationToken cancel)
    {
        To = ReturnUrls.IsLocal(to) ? to : null;
        Email = Request.Form["email"].ToString();
        if (!await antiforgery.IsRequestValidAsync(HttpContext))
            return Refuse(FormToken.FaultIn(HttpContext, words));
        var result = await signInService.PasswordSignInAsync(Email, Request.Form["password"].ToString(), HttpContext, cancel);
        return result.Status switch
        {
            SignInStatus.SignedIn or SignInStatus.SecondFactorRequired => LocalRedirect(ReturnUrls.AfterSignIn(result, To)),
            SignInStatus.Throttled => this.Wait(result.Wait, minutes => Fault = words.WaitBeforeTrying(minutes)),
            _ => Refuse(words.WrongSignIn),
        };
    }

    private PageResult Refuse(string fault)
    {
        Fault = fault;
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }
}
