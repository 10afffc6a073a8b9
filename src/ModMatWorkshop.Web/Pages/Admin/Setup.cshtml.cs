using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Web.Security;

namespace ModMatWorkshop.Web.Pages.Admin;

/// <summary>Creates the first organiser, with the link that the program prints. The link stops working once an organiser exists.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class SetupModel(
    OrganiserService organiserService,
    Passwords passwords,
    SignInService signInService,
    SiteContext siteContext,
    IAntiforgery antiforgery
) : PageModel
{
    public bool IsOver { get; private set; }

    public string Token { get; private set; } = "";

    public string Name { get; private set; } = "";

    public string Email { get; private set; } = "";

    /// <summary>Errors by the id of the field; the empty key is for the form as a whole.</summary>
    public Dictionary<string, string> Faults { get; } = [];

    public Task OnGetAsync(string? token, CancellationToken cancel) => CheckAsync(token, cancel);

    public async Task<IActionResult> OnPostAsync(string? token, CancellationToken cancel)
    {
        if (!await CheckAsync(token, cancel))
            return Page();
        (Name, Email) = (Request.Form["name"].ToString().Trim(), Request.Form["email"].ToString().Trim());
        var password = Passwords.Normal(Request.Form["password"]);
        if (!await antiforgery.IsRequestValidAsync(HttpContext))
            Faults[""] = FormToken.FaultIn(HttpContext, siteContext.Words);
        if (AccountName.FaultOf(Name, siteContext.Words) is { } nameless)
            Faults["name"] = nameless;
        if (!EmailAddress.TryParse(Email, out var address))
            Faults["email"] = siteContext.Words.NotAnAddress(Email);
        else if (await passwords.FaultOfAsync(password, new() { Name = Name, Email = address.Value }) is { } fault)
            Faults["password"] = PasswordWords.Of(fault, siteContext.Words);
        if (Faults.Count > 0)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }
        var (result, organiser) = await organiserService.CreateFirstAsync(
            Name,
            address!,
            password,
            siteContext.Language,
            new("stranger", Networks.CoarsePrefix(HttpContext.Connection.RemoteIpAddress)),
            cancel
        );
        if (result != AccountResult.Done)
        {
            await CheckAsync(token, cancel);
            return Page();
        }
        return LocalRedirect(
            ReturnUrls.AfterSignIn(await signInService.CompleteFirstFactorAsync(organiser!, "setup", HttpContext, cancel), null)
        );
    }

    private async Task<bool> CheckAsync(string? token, CancellationToken cancel)
    {
        IsOver = !await organiserService.IsSetupLinkValidAsync(token, cancel);
        Token = token ?? "";
        if (IsOver)
            Response.StatusCode = StatusCodes.Status404NotFound;
        return !IsOver;
    }
}
