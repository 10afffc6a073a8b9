using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Exports;
using ModMatWorkshop.Web.Security;

namespace ModMatWorkshop.Web.Pages.Admin;

/// <summary>Serves the presence table as a file: the same people in the same order as the page with the same query.</summary>
public static class PresenceDownloads
{
    public static void MapPresenceDownloads(this WebApplication app)
    {
        foreach (var format in ExportList.Sheets)
            app.MapGetLazily(
                $"{PresenceModel.Address}/export.{format.Extension}",
                (HttpContext http, WorkshopDb db, AuditTrail trail, SiteContext siteContext, CancellationToken cancel) =>
                    SendAsync(format, http, db, trail, siteContext, cancel)
            );
    }

    private static async Task<IResult> SendAsync(
        SheetFormat format,
        HttpContext http,
        WorkshopDb db,
        AuditTrail trail,
        SiteContext siteContext,
        CancellationToken cancel
    )
    {
        var query = PresenceQuery.Read(new(http.Request.Query));
        var hours = await siteContext.CachedAsync(source => PresenceService.HalfDayHoursAsync(source, CancellationToken.None));
        var presences = (await db.Presences.AsNoTracking().ToListAsync(cancel)).ToLookup(p => p.RegistrationId);
        var sheet = new PresenceSheet(hours, (await siteContext.WorkshopAsync()).TimeZone, presences);
        // Written to the audit log before the first row is sent, so that no file leaves without an entry.
        var rows = await query.Filtered(db).CountAsync(cancel);
        await trail.WriteAsync(
            OrganiserSignIn.ActorOf(http),
            "exported the presences",
            result: string.Create(CultureInfo.InvariantCulture, $"{format.Extension}, {rows} rows"),
            cancel: cancel
        );
        return new SheetDownload(sheet.Write(query.In(db).AsAsyncEnumerable()), "presence", format, siteContext.Language);
    }
}
