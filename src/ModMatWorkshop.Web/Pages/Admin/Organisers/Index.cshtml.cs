using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Organisers;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Web.Security;

namespace ModMatWorkshop.Web.Pages.Admin.Organisers;

/// <summary>The list of accounts, and the form that invites more.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class IndexModel(WorkshopDb db, OrganiserService organiserService, SiteContext siteContext, Words words) : PageModel
{
    public sealed record Account(
        int Number,
        string Name,
        string Email,
        OrganiserRoles Roles,
        DateTimeOffset? LastSeenAt,
        bool HasApplication,
        bool HasPasskey,
        bool IsDisabled,
        bool IsInvited
    );

    public IReadOnlyList<Account> Accounts { get; private set; } = [];

    public string? Done { get; private set; }

    public string Name { get; private set; } = "";

    public string Email { get; private set; } = "";

    public OrganiserRoles Roles { get; private set; }

    public Language MailLanguage { get; private set; }

    public Dictionary<string, string> Faults { get; } = [];

    public async Task OnGetAsync(string? done, CancellationToken cancel)
    {
        Done = words.AccountsDone(done);
        MailLanguage = siteContext.Languages.OrFirst(siteContext.Language);
        await LoadAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var form = Request.Form;
        (Name, Email) = (form["name"].ToString().Trim(), form["email"].ToString().Trim());
        Roles = RolesIn(form["role"]);
        MailLanguage = Languages.Find(form["language"]) ?? siteContext.Languages.First;
        if (AccountName.FaultOf(Name, words) is { } nameless)
            Faults["name"] = nameless;
        if (Roles == OrganiserRoles.None)
            Faults["roles"] = words.ChooseRoles;
        if (!EmailAddress.TryParse(Email, out var address))
            Faults["email"] = words.NotAnAddress(Email);
        else if (
            Faults.Count == 0
            && (
                await organiserService.InviteAsync(
                    Name,
                    address,
                    Roles,
                    MailLanguage,
                    byMail: true,
                    OrganiserSignIn.ActorOf(HttpContext),
                    cancel
                )
            ).Result == AccountResult.AddressTaken
        )
            Faults["email"] = words.AddressHasAccount;
        if (Faults.Count == 0)
            return LocalRedirect("/admin/organisers?done=invited");
        Response.StatusCode = StatusCodes.Status400BadRequest;
        await LoadAsync(cancel);
        return Page();
    }

    /// <summary>The roles whose boxes are ticked.</summary>
    public static OrganiserRoles RolesIn(IReadOnlyList<string?> ticked) =>
        OrganiserRights
            .All.Where(role => ticked.Contains(role.ToString(), StringComparer.OrdinalIgnoreCase))
            .Aggregate(OrganiserRoles.None, (roles, role) => roles | role);

    private async Task LoadAsync(CancellationToken cancel) =>
        Accounts = await db
            .Organisers.AsNoTracking()
            .OrderBy(o => o.Number)
            .Select(o => new Account(
                o.Number,
                o.Name,
                o.Email!,
                o.Roles,
                o.LastSeenAt,
                o.TwoFactorEnabled,
                db.Set<IdentityUserPasskey<Guid>>().Any(p => p.UserId == o.Id),
                o.DisabledAt != null,
                o.PasswordHash == null && !db.UserLogins.Any(l => l.UserId == o.Id)
            ))
            .ToListAsync(cancel);
}
