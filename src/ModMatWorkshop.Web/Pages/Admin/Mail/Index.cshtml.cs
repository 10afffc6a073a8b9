using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Mail;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Web.Security;

namespace ModMatWorkshop.Web.Pages.Admin.Mail;

/// <param name="Number">The number of the recipient's registration; null when it is deleted.</param>
public sealed record QueuedMail(OutboxMessage Message, int? Number, string? Name, string? Email);

/// <summary>The outbox: mails that wait, were sent or have failed, with the reason and a way to retry.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class IndexModel(WorkshopDb db, SiteContext siteContext, OutboxService outbox) : PageModel
{
    private const int Size = 50;

    public TimeZoneInfo Zone { get; private set; } = TimeZoneInfo.Utc;

    public IReadOnlyDictionary<MailState, int> Counts { get; private set; } = new Dictionary<MailState, int>();

    public MailState? State { get; private set; }

    public MailKind? Kind { get; private set; }

    /// <summary>Whether only mails that came back are listed.</summary>
    public bool Bounced { get; private set; }

    public int BouncedCount { get; private set; }

    public IReadOnlyList<QueuedMail> Mails { get; private set; } = [];

    public int Total { get; private set; }

    public Paging Paging { get; private set; } = new(1, 1, Size);

    /// <summary>How many mails were queued again; null when there was no retry.</summary>
    public int? Retried { get; private set; }

    public async Task OnGetAsync(
        [FromQuery] string? state,
        [FromQuery] string? kind,
        [FromQuery] string? bounced,
        [FromQuery] int? page,
        [FromQuery] int? retried,
        CancellationToken cancel
    )
    {
        (State, Kind, Retried) = (One<MailState>(state), One<MailKind>(kind), retried is >= 0 ? retried : null);
        Bounced = bounced == "yes";
        BouncedCount = await db.Outbox.CountAsync(m => m.Bounce != null, cancel);
        Zone = (await siteContext.WorkshopAsync()).TimeZone;
        Counts = await db
            .Outbox.GroupBy(m => m.State)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        var found = db
            .Outbox.AsNoTracking()
            .Where(m => (State == null || m.State == State) && (Kind == null || m.Kind == Kind) && (!Bounced || m.Bounce != null));
        Total = await found.CountAsync(cancel);
        Paging = Paging.Of(page, Total, Size);
        Mails = await (
            from message in found.OrderByDescending(m => m.Id).Skip(Paging.Skip).Take(Size)
            join registration in db.Registrations.AsNoTracking() on message.RegistrationId equals registration.Id into of
            from registration in of.DefaultIfEmpty()
            orderby message.Id descending
            select new QueuedMail(
                message,
                (int?)registration.Number,
                registration != null
                    ? (registration.Details.GivenName + " " + registration.Details.FamilyName).Trim()
                    : db.Organisers.Where(o => o.Id == message.OrganiserId).Select(o => o.Name).FirstOrDefault()
                        ?? db.Invitations.Where(i => i.Id == message.RegistrationId).Select(i => i.Guest).FirstOrDefault()
                        ?? db.Submissions.Where(s => s.Id == message.RegistrationId).Select(s => s.Email).FirstOrDefault(),
                registration.Email
            )
        ).ToListAsync(cancel);
    }

    public async Task<IActionResult> OnPostRetryAsync([FromForm] long? id, CancellationToken cancel) =>
        id is { } mail ? See(await outbox.RetryAsync(mail, OrganiserSignIn.ActorOf(HttpContext), cancel)) : BadRequest();

    public async Task<IActionResult> OnPostRetryAllAsync(CancellationToken cancel) =>
        See(await outbox.RetryAllAsync(OrganiserSignIn.ActorOf(HttpContext), cancel));

    private LocalRedirectResult See(int retried) =>
        LocalRedirect(string.Create(CultureInfo.InvariantCulture, $"/admin/mail?retried={retried}"));

    public string Address(MailState? state, MailKind? kind) =>
        "/admin/mail" + QueryString.Create([.. Part("state", state?.ToString()), .. Part("kind", kind?.ToString())]);

    private static IEnumerable<KeyValuePair<string, string?>> Part(string name, string? value) =>
        value is null ? [] : [new(name, value.ToLowerInvariant())];

    private static T? One<T>(string? text)
        where T : struct, Enum =>
        Enum.GetValues<T>().Cast<T?>().FirstOrDefault(v => string.Equals(v.ToString(), text, StringComparison.OrdinalIgnoreCase));
}
