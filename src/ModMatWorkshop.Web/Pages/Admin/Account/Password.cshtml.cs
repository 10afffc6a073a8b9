using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Web.Security;

namespace ModMatWorkshop.Web.Pages.Admin.Account;

/// <summary>
/// Changes an existing password. People who sign in through an institution and have no password set one with "forgotten password".
/// </summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class PasswordModel(
    WorkshopDb db,
    SignInService signInService,
    Passwords passwords,
    OrganiserService organiserService,
    Words words
) : PageModel
{
    public Organiser Organiser { get; private set; } = null!;

    public string? CurrentFault { get; private set; }

    public string? Fault { get; private set; }

    public Task OnGetAsync(CancellationToken cancel) => LoadAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        var proof = await signInService.ReauthenticateAsync(Organiser, Request.Form["current"].ToString(), HttpContext, cancel);
        if (proof.Status == SignInStatus.Throttled)
            return this.Wait(proof.Wait, minutes => CurrentFault = words.WaitBeforeTrying(minutes));
        var password = Passwords.Normal(Request.Form["password"]);
        if (proof.Status != SignInStatus.SignedIn)
            CurrentFault = words.WrongCurrentPassword;
        else if (await passwords.FaultOfAsync(password, Organiser) is { } fault)
            Fault = PasswordWords.Of(fault, words);
        if ((CurrentFault ?? Fault) is not null)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }
        var isSet = await organiserService.SetPasswordAsync(
            Organiser,
            password,
            OrganiserSignIn.SessionOf(User),
            OrganiserSignIn.ActorOf(HttpContext),
            cancel
        );
        return LocalRedirect(isSet ? "/admin/account?done=password" : "/admin/account/password");
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        var me = OrganiserSignIn.IdOf(User);
        Organiser = await db.Organisers.SingleAsync(o => o.Id == me, cancel);
    }
}
