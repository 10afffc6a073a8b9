using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Content;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Web.Printables;

namespace ModMatWorkshop.Web.Pages.Admin.Dashboard;

/// <summary>How the site itself does: what it has, what it lacks.</summary>
/// <param name="MailReason">What the mail server last said to a mail that still waits or has failed.</param>
public sealed record SiteHealth(
    bool UsesPostgres,
    bool ContentIsCurrent,
    int ContentVersion,
    bool HasPdfRenderer,
    MailSettings Mail,
    string? MailReason,
    bool IsRehearsal
)
{
    /// <summary>No mail leaves, whatever the settings say of a server.</summary>
    public bool MailStays => Mail.SmtpHost is null || (IsRehearsal && !Mail.EvenInRehearsal);

    public static async Task<SiteHealth> ReadAsync(
        WorkshopDb db,
        SiteSettings settings,
        ContentImporter content,
        PdfRenderer papers,
        SiteClock clock,
        CancellationToken cancel
    ) =>
        new(
            settings.UsesPostgres,
            content.IsCurrent,
            await db.ContentStates.Select(s => s.Version).SingleAsync(cancel),
            papers.IsAvailable,
            settings.Mail,
            await db
                .Outbox.Where(m => (m.State == MailState.Waiting || m.State == MailState.Failed) && m.Reason != null)
                .OrderByDescending(m => m.NextTryAt)
                .Select(m => m.Reason)
                .FirstOrDefaultAsync(cancel),
            clock.IsRehearsal
        );
}
