using System.Globalization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Web.Security;

namespace ModMatWorkshop.Web.Pages.Admin.Account;

/// <summary>The signed-in person's own account: name, language, sign-in methods and sessions.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class IndexModel(WorkshopDb db, OrganiserSessions sessions, AuditTrail audit, Words words) : PageModel
{
    public Organiser Organiser { get; private set; } = null!;

    public IReadOnlyList<OrganiserSession> Sessions { get; private set; } = [];

    public int Passkeys { get; private set; }

    public string? Done { get; private set; }

    public string Name { get; private set; } = "";

    public string? Fault { get; private set; }

    public async Task OnGetAsync(string? done, CancellationToken cancel)
    {
        Done = words.AccountDone(done);
        await LoadAsync(cancel);
    }

    /// <summary>Downloads what the site stores about the signed-in person.</summary>
    public async Task<IActionResult> OnGetDataAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        return File(await AccountDataExport.JsonAsync(db, Organiser, cancel), "application/json; charset=utf-8", "account.json");
    }

    public async Task<IActionResult> OnPostSaveAsync([FromForm] string? name, [FromForm] string? language, CancellationToken cancel)
    {
        await LoadAsync(cancel);
        Name = name?.Trim() ?? "";
        Fault = AccountName.FaultOf(Name, words);
        if (Fault is not null)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }
        Organiser.Name = Name;
        Organiser.Language = Languages.FromTag(language);
        await db.SaveChangesAsync(cancel);
        return LocalRedirect("/admin/account?done=saved");
    }

    public async Task<IActionResult> OnPostEndAsync([FromForm] string? session, CancellationToken cancel)
    {
        var me = OrganiserSignIn.IdOf(User);
        // The query includes the account, so that nobody can end another account's session by its number.
        if (
            long.TryParse(session, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            && await db.OrganiserSessions.Where(s => s.Id == id && s.OrganiserId == me).ExecuteDeleteAsync(cancel) == 1
        )
            await audit.WriteAsync(OrganiserSignIn.ActorOf(HttpContext), "session ended", cancel: cancel);
        return LocalRedirect("/admin/account?done=ended");
    }

    public async Task<IActionResult> OnPostEndOthersAsync(CancellationToken cancel)
    {
        await sessions.EndAllAsync(OrganiserSignIn.IdOf(User), OrganiserSignIn.SessionOf(User), cancel);
        await audit.WriteAsync(OrganiserSignIn.ActorOf(HttpContext), "other sessions ended", cancel: cancel);
        return LocalRedirect("/admin/account?done=others");
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        var me = OrganiserSignIn.IdOf(User);
        Organiser = await db.Organisers.SingleAsync(o => o.Id == me, cancel);
        Name = Organiser.Name;
        Sessions = await db
            .OrganiserSessions.AsNoTracking()
            .Where(s => s.OrganiserId == me)
            .OrderByDescending(s => s.SeenAt)
            .ToListAsync(cancel);
        Passkeys = await db.Set<IdentityUserPasskey<Guid>>().CountAsync(p => p.UserId == me, cancel);
    }
}
