using System.Globalization;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Options;
using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Exports;
using ModMatWorkshop.Web.Security;

namespace ModMatWorkshop.Web.Pages.Admin.Options;

/// <summary>Serves the list of an option as a file: the people of the page, in the same order.</summary>
public static class OptionDownloads
{
    public static void MapOptionDownloads(this WebApplication app)
    {
        foreach (var format in ExportList.Sheets)
            app.MapGetLazily(
                $"{IndexModel.Address}/{{key}}/export.{format.Extension}",
                (string key, HttpContext http, WorkshopDb db, AuditTrail trail, SiteContext siteContext, CancellationToken cancel) =>
                    SendAsync(format, key, http, db, trail, siteContext, cancel)
            );
    }

    private static async Task<IResult> SendAsync(
        SheetFormat format,
        string key,
        HttpContext http,
        WorkshopDb db,
        AuditTrail trail,
        SiteContext siteContext,
        CancellationToken cancel
    )
    {
        var workshop = await siteContext.WorkshopAsync();
        if ((await OptionQueries.OverviewAsync(db, workshop.Options, cancel)).All(o => o.Key != key))
            return Results.NotFound();
        var people = await OptionQueries.PeopleAsync(db, key, cancel);
        // Written to the audit log before the first row is sent, so that no file leaves without an entry.
        await trail.WriteAsync(
            OrganiserSignIn.ActorOf(http),
            "exported an option",
            result: string.Create(CultureInfo.InvariantCulture, $"{key}, {format.Extension}, {people.Count} rows"),
            cancel: cancel
        );
        var rows = people.Select(p => new OptionRow(p.Registration, p.Place, p.Rank, Words.OptionStateKey(p.Place))).ToAsyncEnumerable();
        return new SheetDownload(OptionSheet.Of(rows, workshop.TimeZone), "option", format, siteContext.Language);
    }
}
