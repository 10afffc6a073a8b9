using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Security;
using ModMatWorkshop.Domain.Addresses;
using ModMatWorkshop.Web.Security;

namespace ModMatWorkshop.Web.Pages.MyRegistration;

/// <summary>Leads a device that has opened a secret link to its registration, and tells the others how to get the link.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class HereModel(WorkshopDb db, SecretLinks links, SiteContext siteContext) : PageModel
{
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        siteContext.Head.NoIndex = true;
        var token = ParticipantCookie.TokenOf(HttpContext);
        return
            links.Read(token) is var (id, generation)
            && await db.Registrations.AnyAsync(r => r.Id == id && r.Generation == generation, cancel)
            ? LocalRedirect(siteContext.Path(Routes.MyRegistration, token))
            : Page();
    }
}
