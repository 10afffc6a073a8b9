using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Call;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain.Call;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Exports;
using ModMatWorkshop.Web.Security;

namespace ModMatWorkshop.Web.Pages.Admin;

/// <summary>
/// The audit log: who did what, on which registration, when and from where. It knows people by number; the names of organisers are looked
/// up when the page is shown.
/// </summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class LogModel(WorkshopDb db, SiteContext siteContext, AuditTrail trail) : PageModel
{
    private const int Size = 100;
    private ActorNames _names = null!;
    private IReadOnlyCollection<int> _own = [];

    public Workshop Workshop { get; private set; } = null!;

    public AuditQuery Query { get; private set; } = new();

    public IReadOnlyList<AuditEntry> Entries { get; private set; } = [];

    public int Total { get; private set; }

    public Paging Paging { get; private set; } = new(1, 1, Size);

    /// <summary>All actors in the log, for the filter.</summary>
    public IReadOnlyList<string> Actors { get; private set; } = [];

    public IReadOnlyList<string> Actions { get; private set; } = [];

    public string Who(string actor) =>
        _names.OrganiserOf(actor) is { } name ? $"{name} ({siteContext.Words.Actor(actor)})" : siteContext.Words.Actor(actor);

    /// <summary>The result of a line. About a submission in which the reader has a part, it does not say what was done.</summary>
    public string? ResultOf(AuditEntry entry) =>
        SubmissionLines.NumbersIn(entry.Result).Any(_own.Contains) ? siteContext.Words.OfOwnSubmission : entry.Result;

    public async Task<IActionResult> OnGetAsync([FromQuery] int? page, [FromQuery] string? format, CancellationToken cancel)
    {
        Workshop = await siteContext.WorkshopAsync();
        Query = AuditQuery.Read(Request.Query);
        _names = await ActorNames.ReadAsync(db, siteContext.Words, cancel);
        _own = await OwnSubmissions.OfAsync(db, OrganiserSignIn.ActorOf(HttpContext), cancel);
        var found = Query.In(db, Workshop.TimeZone);
        Total = await found.CountAsync(cancel);
        if (format == "csv")
        {
            await trail.WriteAsync(
                OrganiserSignIn.ActorOf(HttpContext),
                "exported the log",
                result: string.Create(CultureInfo.InvariantCulture, $"{Total} lines"),
                cancel: cancel
            );
            await new SheetDownload(SheetOf(found), "log", ExportList.Sheets[0], siteContext.Language).ExecuteAsync(HttpContext);
            return new EmptyResult();
        }
        Paging = Paging.Of(page, Total, Size);
        Entries = await found.Skip(Paging.Skip).Take(Size).ToListAsync(cancel);
        Actors = await db.AuditLog.Select(e => e.Actor).Distinct().OrderBy(a => a).ToListAsync(cancel);
        Actions =
        [
            .. (await db.AuditLog.Select(e => e.Action).Distinct().ToListAsync(cancel)).OrderBy(
                a => siteContext.Words.Action(a),
                StringComparer.CurrentCultureIgnoreCase
            ),
        ];
        return Page();
    }

    /// <summary>The log as a table. Without names; times include seconds, so that the order is clear.</summary>
    private Sheet SheetOf(IQueryable<AuditEntry> found) =>
        new(
            siteContext.Words.AuditLog,
            [.. siteContext.Words.LogColumns.Select(name => new Column(name, 20))],
            found
                .AsAsyncEnumerable()
                .Select(
                    IReadOnlyList<Cell> (entry) =>
                        [
                            TimeZoneInfo
                                .ConvertTime(entry.At, Workshop.TimeZone)
                                .ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
                            entry.Actor,
                            siteContext.Words.Action(entry.Action),
                            entry.Registration,
                            ResultOf(entry),
                            entry.From,
                        ]
                )
        );
}
