using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ModMatWorkshop.Web.Data;

namespace ModMatWorkshop.Web.Pages.Admin;

[AllowAnonymous]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class LoginModel(SignInManager<Organiser> signIn) : PageModel
{
    public string Email { get; private set; } = "";

    /// <summary>Where to go afterwards: a path of this site.</summary>
    public string To { get; private set; } = "/admin";

    public bool Failed { get; private set; }

    public void OnGet(string? to) => To = Url.IsLocalUrl(to) ? to : To;

    public async Task<IActionResult> OnPostAsync(string? to, [FromForm] string? email, [FromForm] string? password)
    {
        OnGet(to);
        Email = email ?? "";
        if ((await signIn.PasswordSignInAsync(Email, password ?? "", isPersistent: false, lockoutOnFailure: false)).Succeeded)
            return LocalRedirect(To);
        Failed = true;
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }
}
