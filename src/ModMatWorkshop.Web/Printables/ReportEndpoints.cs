using System.Globalization;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Exports;
using ModMatWorkshop.Web.Pages;
using ModMatWorkshop.Web.Pages.Admin;
using ModMatWorkshop.Web.Security;

namespace ModMatWorkshop.Web.Printables;

/// <summary>Serves the reports as tables to download, in the language of the account.</summary>
public static class ReportEndpoints
{
    public static void MapReportDownloads(this WebApplication app)
    {
        foreach (var report in PrintableList.All.OfType<Report>())
        foreach (var format in ExportList.Sheets)
            app.MapGetLazily(
                $"{Report.Folder}/{report.Name}.{format.Extension}",
                (HttpContext http, PrintableService printing, AuditTrail trail, SiteContext siteContext, CancellationToken cancel) =>
                    SendAsync(report, format, http, printing, trail, siteContext, cancel)
            );
    }

    private static async Task<IResult> SendAsync(
        Report report,
        SheetFormat format,
        HttpContext http,
        PrintableService printing,
        AuditTrail trail,
        SiteContext siteContext,
        CancellationToken cancel
    )
    {
        var table = await report.TableAsync(printing.Request(http.Request.Query), cancel);
        var result = string.Create(CultureInfo.InvariantCulture, $"{format.Extension}, {table.Rows.Count} rows");
        await trail.WriteAsync(OrganiserSignIn.ActorOf(http), report.AuditAction, result: result, cancel: cancel);
        var sheet = new Sheet(table.Name, table.Columns, table.Rows.ToAsyncEnumerable());
        return new SheetDownload(sheet, report.Name, format, siteContext.Language);
    }
}
