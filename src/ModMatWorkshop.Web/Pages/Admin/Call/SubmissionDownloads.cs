using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Call;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Exports;
using ModMatWorkshop.Web.Security;

namespace ModMatWorkshop.Web.Pages.Admin.Call;

/// <summary>Serves the list of submissions as a file: the same ones in the same order as the page with the same query.</summary>
public static class SubmissionDownloads
{
    public static void MapSubmissionDownloads(this WebApplication app)
    {
        foreach (var format in ExportList.Sheets)
            app.MapGet(
                $"{IndexModel.Address}/export.{format.Extension}",
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
        var query = SubmissionQuery.Read(http.Request.Query.ToDictionary());
        var sheet = new SubmissionSheet((await siteContext.WorkshopAsync()).TimeZone);
        // Written to the audit log before the first row is sent, so that no file leaves without an entry.
        var rows = await query.Filtered(db).CountAsync(cancel);
        await trail.WriteAsync(
            OrganiserSignIn.ActorOf(http),
            "exported the submissions",
            result: string.Create(CultureInfo.InvariantCulture, $"{format.Extension}, {rows} rows"),
            cancel: cancel
        );
        return new SheetDownload(
            sheet.Of(query.In(db).AsAsyncEnumerable().Select(r => (r.Submission, r.Assessment))),
            "submissions",
            format,
            siteContext.Language
        );
    }
}
