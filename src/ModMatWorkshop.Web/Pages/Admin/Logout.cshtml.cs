using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Web.Security;

namespace ModMatWorkshop.Web.Pages.Admin;

[AllowAnonymous]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class LogoutModel(OrganiserSessions sessions, AuditTrail audit) : PageModel
{
    public IActionResult OnGet() => LocalRedirect("/admin");

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (User.Identity?.IsAuthenticated == true)
            await audit.WriteAsync(OrganiserSignIn.ActorOf(HttpContext), "signed out", cancel: cancel);
        await sessions.EndAsync(HttpContext, cancel);
        return LocalRedirect("/admin/login?done=out");
    }
}
