using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Web.Pages.Admin;

/// <summary>Selects lines of the audit log, as the query of the page says.</summary>
/// <param name="From">The first day, in the workshop's time zone.</param>
/// <param name="To">The last day, included.</param>
public sealed record AuditQuery(string Actor = "", string Action = "", int? Registration = null, DateOnly? From = null, DateOnly? To = null)
{
    private const int MaxLength = 100;

    public static AuditQuery Read(IQueryCollection query)
    {
        return new(
            Text("actor"),
            Text("action"),
            int.TryParse(query["registration"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null,
            Day("from"),
            Day("to")
        );

        string Text(string name) =>
            query[name].ToString() is { Length: <= MaxLength } text && !text.Contains('\0', StringComparison.Ordinal) ? text : "";

        DateOnly? Day(string name) =>
            DateOnly.TryParseExact(query[name], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && day.Year is > 1900 and < 3000
                ? day
                : null;
    }

    /// <summary>The query with its <c>?</c>; empty for the whole log.</summary>
    public string ToQueryString(params (string Name, string Value)[] more)
    {
        var parts = new Dictionary<string, string?>
        {
            ["actor"] = Actor.Length == 0 ? null : Actor,
            ["action"] = Action.Length == 0 ? null : Action,
            ["registration"] = Registration?.ToString(CultureInfo.InvariantCulture),
            ["from"] = From?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["to"] = To?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        };
        foreach (var (name, value) in more)
            parts[name] = value;
        return QueryHelpers.AddQueryString("", parts.Where(p => p.Value is not null));
    }

    /// <summary>Newest first.</summary>
    public IQueryable<AuditEntry> In(WorkshopDb db, TimeZoneInfo zone)
    {
        var all = db.AuditLog.AsNoTracking();
        if (Actor.Length > 0)
            all = all.Where(e => e.Actor == Actor);
        if (Action.Length > 0)
            all = all.Where(e => e.Action == Action);
        if (Registration is { } number)
            all = all.Where(e => e.Registration == number);
        if (From is { } from && LocalHours.StartOfDay(from, zone) is var begin)
            all = all.Where(e => e.At >= begin);
        if (To is { } to && LocalHours.StartOfDay(to.AddDays(1), zone) is var end)
            all = all.Where(e => e.At < end);
        return all.OrderByDescending(e => e.Id);
    }
}
