using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Mail;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Web.Pages.Admin.Mail;

/// <summary>
/// Shows one mail as it would be composed now. Secret links are masked: organisers must not be able to use a participant's link.
/// </summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed partial class QueuedMailModel(WorkshopDb db, SiteContext siteContext, MailComposer composer) : PageModel
{
    public OutboxMessage Message { get; private set; } = null!;

    /// <summary>Null when it is deleted.</summary>
    public Registration? Registration { get; private set; }

    /// <summary>The participant, organiser or guest; null when deleted.</summary>
    public string? Recipient { get; private set; }

    public TimeZoneInfo Zone { get; private set; } = TimeZoneInfo.Utc;

    /// <summary>Null when the mail is no longer needed.</summary>
    public string? Text { get; private set; }

    public string Subject { get; private set; } = "";

    public string To { get; private set; } = "";

    public string Attachments { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancel)
    {
        if (await db.Outbox.AsNoTracking().SingleOrDefaultAsync(m => m.Id == id, cancel) is not { } message)
            return NotFound();
        Message = message;
        Registration = await db.Registrations.AsNoTracking().SingleOrDefaultAsync(r => r.Id == message.RegistrationId, cancel);
        Zone = (await siteContext.WorkshopAsync()).TimeZone;
        Recipient = Registration?.Details.Name
            ?? (
                message.OrganiserId is { } organiser
                    ? await db.Organisers.Where(o => o.Id == organiser).Select(o => o.Name).SingleOrDefaultAsync(cancel)
                    : null
            )
            ?? await db.Invitations.Where(i => i.Id == message.RegistrationId).Select(i => i.Guest).SingleOrDefaultAsync(cancel)
            ?? await db.Submissions.Where(s => s.Id == message.RegistrationId).Select(s => s.Email).SingleOrDefaultAsync(cancel);
        // A mail to an organiser may contain a link to the account, so its text is not shown.
        if (message.OrganiserId is not null)
            return Page();
        using var mail = await composer.ComposeAsync(message, cancel);
        if (mail is not null)
            (Subject, To, Text, Attachments) = (
                mail.Subject ?? "",
                string.Join(", ", mail.To.Mailboxes.Select(m => EmailAddress.Display(m.Address))),
                Mask(mail.TextBody ?? ""),
                string.Join(", ", mail.Attachments.Select(a => a.ContentDisposition?.FileName))
            );
        return Page();
    }

    /// <summary>Masks everything in a link that looks like a token.</summary>
    public static string Mask(string text) => Token().Replace(text, "••••••");

    [GeneratedRegex("(?<=[/=])[A-Za-z0-9_-]{40,}(?![A-Za-z0-9_-])")]
    private static partial Regex Token();
}
