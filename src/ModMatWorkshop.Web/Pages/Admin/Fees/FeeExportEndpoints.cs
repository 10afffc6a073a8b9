using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Fees;
using ModMatWorkshop.Domain.Fees;
using ModMatWorkshop.Exports;
using ModMatWorkshop.Web.Security;

namespace ModMatWorkshop.Web.Pages.Admin.Fees;

/// <summary>Serves the accounts and their sums as files.</summary>
public static class FeeExportEndpoints
{
    private const string Exported = "exported the fees";

    public static void MapFeeExports(this WebApplication app)
    {
        foreach (var format in ExportList.Sheets)
        {
            app.MapGetLazily(
                $"{IndexModel.Address}/export.{format.Extension}",
                (HttpContext http, WorkshopDb db, AuditTrail trail, SiteContext siteContext, CancellationToken cancel) =>
                    ExportAsync(format, http, db, trail, siteContext, cancel)
            );
            app.MapGetLazily(
                $"{IndexModel.Address}/sums.{format.Extension}",
                (HttpContext http, WorkshopDb db, AuditTrail trail, SiteContext siteContext, CancellationToken cancel) =>
                    ExportSumsAsync(format, http, db, trail, siteContext, cancel)
            );
        }
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
        var workshop = await siteContext.WorkshopAsync();
        var people = IndexModel.Filtered(await FeeQueries.AllAsync(db, workshop, cancel), http.Request.Query["status"]).ToList();
        var billings = await db.FeeBillings.AsNoTracking().ToDictionaryAsync(b => b.RegistrationId, cancel);
        await trail.WriteAsync(
            OrganiserSignIn.ActorOf(http),
            Exported,
            result: string.Create(CultureInfo.InvariantCulture, $"{format.Extension}, {people.Count} rows"),
            cancel: cancel
        );
        var sheet = FeeSheet.OfPeople(people, workshop.Fees?.Currency ?? WorkshopFees.DefaultCurrency, id =>
            billings.TryGetValue(id, out var billing) ? (billing.Institution, billing.VatNumber, billing.OrderNumber) : ("", "", "")
        );
        return new SheetDownload(sheet, "fees", format, siteContext.Language);
    }

    private static async Task<IResult> ExportSumsAsync(
        SheetFormat format,
        HttpContext http,
        WorkshopDb db,
        AuditTrail trail,
        SiteContext siteContext,
        CancellationToken cancel
    )
    {
        var workshop = await siteContext.WorkshopAsync();
        var totals = FeeTotals.Of([.. (await FeeQueries.AllAsync(db, workshop, cancel)).Select(p => p.Account)]);
        await trail.WriteAsync(OrganiserSignIn.ActorOf(http), Exported, result: format.Extension, cancel: cancel);
        var sheet = FeeSheet.OfTotals(totals, workshop.Fees?.Currency ?? WorkshopFees.DefaultCurrency);
        return new SheetDownload(sheet, "fee-sums", format, siteContext.Language);
    }
}
