using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Mail;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Web.Pages.Admin.Mail;

/// <summary>One mail as it would be written now, its secret links masked: organisers do not hold the account of a participant.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed partial class QueuedMailModel(WorkshopDb db, SiteContext siteContext, MailComposer letters) : PageModel
{
    public OutboxMessage Message { get; private set; } = null!;

    /// <summary>Null when they have been erased since.</summary>
    public Registration? Registration { get; private set; }

    /// <summary>The person, the organiser or the guest; null when they have been erased since.</summary>
    public string? Recipient { get; private set; }

    public TimeZoneInfo Zone { get; private set; } = TimeZoneInfo.Utc;

    /// <summary>Null when what it would say is no longer so.</summary>
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
            ?? await db.Invitations.Where(i => i.Id == message.RegistrationId).Select(i => i.Guest).SingleOrDefaultAsync(cancel);
        // What opens an account is for nobody's eyes but its owner's.
        if (message.OrganiserId is not null)
            return Page();
        using var mail = await letters.ComposeAsync(message, cancel);
        if (mail is not null)
            (Subject, To, Text, Attachments) = (
                mail.Subject ?? "",
                mail.To.ToString(),
                Mask(mail.TextBody ?? ""),
                string.Join(", ", mail.Attachments.Select(a => a.ContentDisposition?.FileName))
            );
        return Page();
    }

    /// <summary>Whatever in a link has the form of a token, whosesoever it is.</summary>
    public static string Mask(string text) => Token().Replace(text, "••••••");

    [GeneratedRegex("(?<=[/=])[A-Za-z0-9_-]{40,}(?![A-Za-z0-9_-])")]
    private static partial Regex Token();
}
