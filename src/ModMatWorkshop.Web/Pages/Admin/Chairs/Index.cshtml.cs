using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ModMatWorkshop.Application.Chairs;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Security;
using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain.Addresses;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Web.Security;

namespace ModMatWorkshop.Web.Pages.Admin.Chairs;

/// <summary>The secret link of each session's page, to copy, to replace and to mail to a chair who is registered.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class IndexModel(WorkshopDb db, SessionLinkService service, SecretLinks links, SiteContext siteContext, Words words)
    : PageModel
{
    public const string Address = "/admin/content/chairs";

    public IReadOnlyList<LinkedSession> Sessions { get; private set; } = [];

    /// <summary>False once the workshop is over.</summary>
    public bool LinksWork { get; private set; }

    public string? Notice { get; private set; }

    public string LinkOf(LinkedSession session) =>
        siteContext.Address.Of(siteContext.Path(Routes.ChairSession, links.OfSession(session.Session.Number, session.Generation)));

    public async Task OnGetAsync([FromQuery] string? done, CancellationToken cancel)
    {
        Notice = words.ChairLinkResult(done);
        var workshop = await siteContext.WorkshopAsync();
        LinksWork = SessionLink.WorkAt(siteContext.Now, workshop.End, workshop.TimeZone);
        Sessions = await SessionLinkService.ListAsync(db, cancel);
    }

    public async Task<IActionResult> OnPostRenewAsync([FromForm] int session, CancellationToken cancel) =>
        Back(await service.RenewAsync(session, OrganiserSignIn.ActorOf(HttpContext), cancel) ? "renewed" : "notfound");

    public async Task<IActionResult> OnPostSendAsync([FromForm] int session, [FromForm] int number, CancellationToken cancel) =>
        Back(await service.SendAsync(session, number, OrganiserSignIn.ActorOf(HttpContext), cancel) ? "sent" : "notfound");

    private LocalRedirectResult Back(string done) => LocalRedirect($"{Address}?done={done}");
}
