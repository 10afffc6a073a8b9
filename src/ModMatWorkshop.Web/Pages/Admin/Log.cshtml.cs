using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Web.Data;
using ModMatWorkshop.Web.Security;

namespace ModMatWorkshop.Web.Pages.Admin;

/// <summary>The log: who did what, on which registration, when, from where. It names people by number; who is behind the number of an organiser is looked up now.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class LogModel(WorkshopDb db, Visit visit, AuditTrail trail) : PageModel
{
    private const int Size = 100;
    private Dictionary<string, string> _organisers = [];

    public Workshop Workshop { get; private set; } = null!;

    public AuditQuery Query { get; private set; } = new();

    public IReadOnlyList<AuditEntry> Entries { get; private set; } = [];

    public int Total { get; private set; }

    public Paging Paging { get; private set; } = new(1, 1, Size);

    /// <summary>Everybody and everything that the log knows, to choose from.</summary>
    public IReadOnlyList<string> Actors { get; private set; } = [];

    public IReadOnlyList<string> Actions { get; private set; } = [];

    public string Who(string actor) => _organisers.TryGetValue(actor, out var name) ? $"{name} ({visit.Words.Actor(actor)})" : visit.Words.Actor(actor);

    public async Task<IActionResult> OnGetAsync([FromQuery] int? page, [FromQuery] string? format, CancellationToken cancel)
    {
        Workshop = await visit.WorkshopAsync();
        Query = AuditQuery.Read(Request.Query);
        _organisers = await db.Organisers.AsNoTracking().ToDictionaryAsync(o => string.Create(CultureInfo.InvariantCulture, $"organiser {o.Number}"), o => o.Name, cancel);
        var found = Query.In(db, Workshop.TimeZone);
        Total = await found.CountAsync(cancel);
        if (format == "csv")
        {
            await trail.WriteAsync(OrganiserSignIn.ActorOf(HttpContext), "exported the log", result: string.Create(CultureInfo.InvariantCulture, $"{Total} lines"), cancel: cancel);
            return await CsvAsync(found, cancel);
        }
        Paging = Paging.Of(page, Total, Size);
        Entries = await found.Skip(Paging.Skip).Take(Size).ToListAsync(cancel);
        Actors = await db.AuditLog.Select(e => e.Actor).Distinct().OrderBy(a => a).ToListAsync(cancel);
        Actions = [.. (await db.AuditLog.Select(e => e.Action).Distinct().ToListAsync(cancel)).OrderBy(a => visit.Words.Action(a), StringComparer.CurrentCultureIgnoreCase)];
        return Page();
    }

    /// <summary>As spreadsheets in the reader's language open it, line by line, without the names.</summary>
    private async Task<IActionResult> CsvAsync(IQueryable<AuditEntry> found, CancellationToken cancel)
    {
        var separator = visit.Language == Language.French ? ';' : ',';
        Response.ContentType = "text/csv; charset=utf-8";
        Response.Headers.ContentDisposition = "attachment; filename=\"log.csv\"";
        await using var writer = new StreamWriter(Response.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        await LineAsync(visit.Words.LogColumns);
        await foreach (var entry in found.AsAsyncEnumerable().WithCancellation(cancel))
            await LineAsync([
                TimeZoneInfo.ConvertTime(entry.At, Workshop.TimeZone).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture), entry.Actor, visit.Words.Action(entry.Action),
                entry.Registration?.ToString(CultureInfo.InvariantCulture) ?? "", entry.Result ?? "", entry.From ?? "",
            ]);
        return new EmptyResult();

        Task LineAsync(IEnumerable<string> cells) => writer.WriteAsync(string.Join(separator, cells.Select(Cell)) + "\r\n");

        // What a spreadsheet would take for a formula begins with an apostrophe.
        string Cell(string text)
        {
            if (text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n')
                text = "'" + text;
            return text.IndexOfAny([separator, '"', '\r', '\n']) < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
        }
    }
}
