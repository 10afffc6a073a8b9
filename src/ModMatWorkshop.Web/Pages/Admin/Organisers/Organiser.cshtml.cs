using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Mail;
using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Web.Security;

namespace ModMatWorkshop.Web.Pages.Admin.Organisers;

/// <summary>One account and what another organiser may do to it.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class OrganiserModel(WorkshopDb db, OrganiserService organiserService, OutboxSignal outboxSignal, Words words) : PageModel
{
    public Organiser Account { get; private set; } = null!;

    public bool HasPasskey { get; private set; }

    public bool IsInvited { get; private set; }

    public bool IsMine => Account.Id == OrganiserSignIn.IdOf(User);

    public string? Done { get; private set; }

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

    public async Task<IActionResult> OnPostAsync(int number, CancellationToken cancel)
    {
        var (form, actor) = (Request.Form, OrganiserSignIn.ActorOf(HttpContext));
        var action = form["action"].ToString();
        if (action == "delete" && form["sure"] != "yes")
            return See(number, "tick");
        var (answer, done) = action switch
        {
            "link" => (await organiserService.InviteAgainAsync(number, actor, cancel), "mailed"),
            "organiser" => (await organiserService.ChangeRoleAsync(number, OrganiserRole.Organiser, actor, cancel), "role"),
            "helper" => (await organiserService.ChangeRoleAsync(number, OrganiserRole.Helper, actor, cancel), "role"),
            "forget" => (await organiserService.ResetSecondFactorAsync(number, actor, cancel), "forgotten"),
            "disable" => (await organiserService.DisableAsync(number, actor, cancel), "disabled"),
            "enable" => (await organiserService.EnableAsync(number, actor, cancel), "enabled"),
            "delete" => (await organiserService.DeleteAsync(number, actor, cancel), "deleted"),
            _ => (AccountResult.Done, null),
        };
        outboxSignal.Set();
        return answer switch
        {
            AccountResult.NotFound => LocalRedirect("/admin/organisers?done=unknown"),
            AccountResult.LastOrganiser => See(number, "last"),
            _ when done == "deleted" => LocalRedirect("/admin/organisers?done=deleted"),
            _ => See(number, done),
        };
    }

    private LocalRedirectResult See(int number, string? done) =>
        LocalRedirect(FormattableString.Invariant($"/admin/organisers/{number}?done={done}"));
}
