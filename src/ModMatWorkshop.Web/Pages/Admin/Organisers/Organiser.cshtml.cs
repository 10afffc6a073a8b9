using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain.Organisers;
using ModMatWorkshop.Web.Security;

namespace ModMatWorkshop.Web.Pages.Admin.Organisers;

/// <summary>One account, and the actions of other organisers on it.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class OrganiserModel(WorkshopDb db, OrganiserService organiserService, Words words) : PageModel
{
    public Organiser Account { get; private set; } = null!;

    public bool HasPasskey { get; private set; }

    public bool IsInvited { get; private set; }

    public bool IsMine => Account.Id == OrganiserSignIn.IdOf(User);

    public string? Done { get; private set; }

    private Actor Actor => OrganiserSignIn.ActorOf(HttpContext);

    public async Task<IActionResult> OnGetAsync(int number, string? done, CancellationToken cancel)
    {
        if (await db.Organisers.AsNoTracking().SingleOrDefaultAsync(o => o.Number == number, cancel) is not { } account)
            return NotFound();
        Account = account;
        HasPasskey = await db.Set<IdentityUserPasskey<Guid>>().AnyAsync(p => p.UserId == account.Id, cancel);
        IsInvited = account.PasswordHash is null && !await db.UserLogins.AnyAsync(l => l.UserId == account.Id, cancel);
        Done = words.AccountsDone(done);
        return Page();
    }

    public async Task<IActionResult> OnPostLinkAsync(int number, CancellationToken cancel) =>
        RedirectWithResult(number, await organiserService.InviteAgainAsync(number, Actor, cancel), "mailed");

    public async Task<IActionResult> OnPostRolesAsync(int number, [FromForm] string?[] role, CancellationToken cancel) =>
        IndexModel.RolesIn(role) is var roles and not OrganiserRoles.None
            ? RedirectWithResult(number, await organiserService.ChangeRolesAsync(number, roles, Actor, cancel), "roles")
            : See(number, "roleless");

    public async Task<IActionResult> OnPostForgetAsync(int number, CancellationToken cancel) =>
        RedirectWithResult(number, await organiserService.ResetSecondFactorAsync(number, Actor, cancel), "forgotten");

    public async Task<IActionResult> OnPostDisableAsync(int number, CancellationToken cancel) =>
        RedirectWithResult(number, await organiserService.DisableAsync(number, Actor, cancel), "disabled");

    public async Task<IActionResult> OnPostEnableAsync(int number, CancellationToken cancel) =>
        RedirectWithResult(number, await organiserService.EnableAsync(number, Actor, cancel), "enabled");

    public async Task<IActionResult> OnPostDeleteAsync(int number, [FromForm] string? sure, CancellationToken cancel) =>
        sure == "yes"
            ? RedirectWithResult(number, await organiserService.DeleteAsync(number, Actor, cancel), "deleted")
            : See(number, "tick");

    private LocalRedirectResult RedirectWithResult(int number, AccountResult result, string done) =>
        result switch
        {
            AccountResult.NotFound => LocalRedirect("/admin/organisers?done=unknown"),
            AccountResult.LastOrganiser => See(number, "last"),
            _ when done == "deleted" => LocalRedirect("/admin/organisers?done=deleted"),
            _ => See(number, done),
        };

    private LocalRedirectResult See(int number, string? done) =>
        LocalRedirect(FormattableString.Invariant($"/admin/organisers/{number}?done={done}"));
}
