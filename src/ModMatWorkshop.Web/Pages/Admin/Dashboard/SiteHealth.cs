using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Content;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Content.Formulas;
using ModMatWorkshop.Web.Printables;

namespace ModMatWorkshop.Web.Pages.Admin.Dashboard;

/// <summary>The technical state of the site.</summary>
/// <param name="MailReason">The mail server's last response to a mail that waits or has failed.</param>
public sealed record SiteHealth(
    bool UsesPostgres,
    bool ContentIsCurrent,
    int ContentVersion,
    bool HasPdfRenderer,
    bool HasDrawings,
    bool HasKatex,
    MailSettings Mail,
    string? MailReason,
    bool IsRehearsal
)
{
    /// <summary>True when no mail is sent, whatever server is configured.</summary>
    public bool IsMailDisabled => Mail.SmtpHost is null || (IsRehearsal && !Mail.EvenInRehearsal);
}

/// <summary>Reads the technical state of the site, for the dashboard and the content page.</summary>
public sealed class SiteHealthReader(
    WorkshopDb db,
    SiteSettings settings,
    ContentImporter content,
    PdfRenderer renderer,
    DrawingRenderer drawings,
    SiteClock clock
)
{
    public async Task<SiteHealth> ReadAsync(CancellationToken cancel) =>
        new(
            settings.UsesPostgres,
            content.IsCurrent,
            await db.ContentStates.Select(s => s.Version).SingleAsync(cancel),
            renderer.IsAvailable,
            drawings.IsAvailable,
            FormulaRenderer.Shared.IsInstalled,
            settings.Mail,
            await db
                .Outbox.Where(m => (m.State == MailState.Waiting || m.State == MailState.Failed) && m.Reason != null)
                .OrderByDescending(m => m.NextTryAt)
                .Select(m => m.Reason)
                .FirstOrDefaultAsync(cancel),
            clock.IsRehearsal
        );
}
