using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Exports;
using ModMatWorkshop.Web.Security;

namespace ModMatWorkshop.Web.Pages.Admin.Attendees;

/// <summary>
/// Serves the list as a file: the same people in the same order as the page with the same query. For organisers only, by the default policy
/// of <c>/admin</c>.
/// </summary>
public static class AttendeeExportEndpoints
{
    public static void MapAttendeeExports(this WebApplication app)
    {
        foreach (var format in ExportList.Sheets)
            app.MapGetLazily(
                $"/admin/attendees/export.{format.Extension}",
                (HttpContext http, WorkshopDb db, AuditTrail trail, SiteContext siteContext, CancellationToken cancel) =>
                    ExportAsync(format, http, db, trail, siteContext, cancel)
            );
        app.MapAnswerFileDownloads();
    }

    private static async Task<IResult> ExportAsync(
        SheetFormat format,
        HttpContext http,
        WorkshopDb db,
        AuditTrail trail,
        SiteContext siteContext,
        CancellationToken cancel
    )
    {
        var query = AttendeeQuery.Read(new(http.Request.Query));
        var withNeeds = http.Request.Query["with"] == "needs";
        var zone = (await siteContext.WorkshopAsync()).TimeZone;
        var line = (
            await db
                .Registrations.Where(r => r.LineNumber != null)
                .OrderBy(r => r.LineNumber)
                .Select(r => r.LineNumber!.Value)
                .ToListAsync(cancel)
        )
            .Select((number, i) => (number, i))
            .ToDictionary(l => l.number, l => l.i + 1);
        var workshop = await siteContext.WorkshopAsync();
        var columns = new AttendeeSheet(
            await AttendeeReports.HalfDaysAsync(db, cancel),
            await AttendeeReports.MealsAsync(db, cancel),
            zone,
            line.GetValueOrDefault,
            await siteContext.RolesAsync(),
            withNeeds,
            workshop.Fields.For(OrganiserSignIn.RolesOf(http.User)),
            workshop.IsOnApplication
        );
        // Written to the audit log before the first row is sent, so that no file leaves without an entry. The search text may be a name, so
        // the log must not contain it.
        var rows = await query.Filtered(db).CountAsync(cancel);
        await trail.WriteAsync(
            OrganiserSignIn.ActorOf(http),
            "exported the list",
            result: string.Create(
                CultureInfo.InvariantCulture,
                $"{format.Extension}, {rows} rows, {(withNeeds ? "with needs" : "without needs")}{Described(query)}"
            ),
            cancel: cancel
        );
        return new SheetDownload(columns.Of(query.In(db).AsAsyncEnumerable()), "attendees", format, siteContext.Language);
    }

    private static string Described(AttendeeQuery query) =>
        string.Concat(
            query.Pairs.Where(p => p.Key is not ("sort" or "desc")).Select(p => p.Key == "q" ? ", searched" : $", {p.Key} {p.Value}")
        );
}
