using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Web.Security;

namespace ModMatWorkshop.Web.Pages.Admin;

/// <summary>
/// Sets a password with the one-time link of an invitation or a reset. Opening the link changes nothing, because mail scanners open links.
/// </summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class PasswordModel(
    OrganiserService organiserService,
    Passwords passwords,
    SignInService signInService,
    Words words,
    IAntiforgery antiforgery
) : PageModel
{
    public string Token { get; private set; } = "";

    /// <summary>Null when the link is invalid or has expired.</summary>
    public Organiser? Organiser { get; private set; }

    public string? Fault { get; private set; }

    public Task OnGetAsync(string? token, CancellationToken cancel) => LoadAsync(token, cancel);

    public async Task<IActionResult> OnPostAsync(string? token, CancellationToken cancel)
    {
        await LoadAsync(token, cancel);
        if (Organiser is null)
            return Page();
        var password = Passwords.Normal(Request.Form["password"]);
        if (!await antiforgery.IsRequestValidAsync(HttpContext))
            Fault = FormToken.FaultIn(HttpContext, words);
        else if (await passwords.FaultOfAsync(password, Organiser) is { } fault)
            Fault = PasswordWords.Of(fault, words);
        if (Fault is not null)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }
        if (
            !await organiserService.SetPasswordAsync(
                Organiser,
                password,
                null,
                new($"organiser {Organiser.Number}", Networks.CoarsePrefix(HttpContext.Connection.RemoteIpAddress)),
                cancel
            )
        )
        {
            ShowInvalidLink();
            return Page();
        }
        return LocalRedirect(
            ReturnUrls.AfterSignIn(await signInService.CompleteFirstFactorAsync(Organiser, "link", HttpContext, cancel), null)
        );
    }

    private async Task LoadAsync(string? token, CancellationToken cancel)
    {
        Token = token ?? "";
        Organiser = await organiserService.FindByLinkAsync(token, cancel);
        if (Organiser is null)
            ShowInvalidLink();
    }

    private void ShowInvalidLink()
    {
        Organiser = null;
        Response.StatusCode = StatusCodes.Status404NotFound;
    }
}
