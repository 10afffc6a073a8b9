using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Call;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain.Call;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Exports;
using ModMatWorkshop.Web.Pages.Call;
using ModMatWorkshop.Web.Security;

namespace ModMatWorkshop.Web.Pages.Admin.Call;

/// <summary>Serves the list of submissions as a file: the same ones in the same order as the page with the same query.</summary>
public static class SubmissionDownloads
{
    public static void MapSubmissionDownloads(this WebApplication app)
    {
        foreach (var format in ExportList.Sheets)
            app.MapGetLazily(
                $"{IndexModel.Address}/export.{format.Extension}",
                (HttpContext http, WorkshopDb db, AuditTrail trail, SiteContext siteContext, CancellationToken cancel) =>
                    SendAsync(format, http, db, trail, siteContext, cancel)
            );
        app.MapGetLazily(
            $"{IndexModel.Address}/{{number:int}}/file/{{use}}/{{n:int}}",
            async (int number, string use, int n, HttpContext http, WorkshopDb db, CancellationToken cancel) =>
                await db
                    .Submissions.Where(s => s.Number == number && s.State != SubmissionState.Draft)
                    .Select(s => (Guid?)s.Id)
                    .SingleOrDefaultAsync(cancel)
                    is { } id
                    ? await SubmissionFileAnswer.ResultAsync(db, http, id, use, n, cancel)
                    : Results.NotFound()
        );
        app.MapGetLazily(
            $"{Review.IndexModel.Address}/{{number:int}}/figure/{{n:int}}",
            async (int number, int n, HttpContext http, WorkshopDb db, CancellationToken cancel) =>
                await ReviewQueries.FindAsync(db, number, OrganiserSignIn.NumberOf(http.User), cancel)
                    is { Access: not (ReviewAccess.None or ReviewAccess.Conflict) } found
                    ? await SubmissionFileAnswer.ResultAsync(db, http, found.Submission.Id, nameof(SubmissionFileUse.Figure), n, cancel)
                    : Results.NotFound()
        );
    }

    /// <summary>The pictures of the figures of a submission, by number.</summary>
    /// <param name="address">Of a picture, without its number.</param>
    public static async Task<IReadOnlyDictionary<int, Picture>> PicturesAsync(
        WorkshopDb db,
        Guid submission,
        string address,
        CancellationToken cancel
    ) =>
        (await SubmissionFileService.ListAsync(db, submission, cancel))
            .Where(f => f.Use == SubmissionFileUse.Figure)
            .ToDictionary(
                f => f.Number,
                f => new Picture(string.Create(CultureInfo.InvariantCulture, $"{address}{f.Number}"), f.Width, f.Height)
            );

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
        var own = await OwnSubmissions.OfAsync(db, OrganiserSignIn.ActorOf(http), cancel);
        var rows = await query.Filtered(db, own).CountAsync(cancel);
        await trail.WriteAsync(
            OrganiserSignIn.ActorOf(http),
            "exported the submissions",
            result: string.Create(CultureInfo.InvariantCulture, $"{format.Extension}, {rows} rows"),
            cancel: cancel
        );
        return new SheetDownload(
            sheet.Of(query.In(db, own).AsAsyncEnumerable().Select(r => (r.Submission, r.Assessment))),
            "submissions",
            format,
            siteContext.Language
        );
    }
}
