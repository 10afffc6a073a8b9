using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Web.Security;

namespace ModMatWorkshop.Web.Pages.CheckIn;

/// <summary>
/// The helpers' check-in page: counts, expected people, and a search by name. Each person has one button, which posts to the page of their
/// ticket.
/// </summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class IndexModel(WorkshopDb db, SiteContext siteContext, CheckInCodes codes) : CheckInPageModel(db, siteContext)
{
    public const int MaxResults = 30;
    public const int MaxSearch = 200;

    public string Search { get; private set; } = "";

    public IReadOnlyList<CheckInRecord> Found { get; private set; } = [];

    /// <summary>True when there are too many results, so that more of the name is needed.</summary>
    public bool IsCut { get; private set; }

    /// <summary>The number of people who have said that they attend this half-day in person.</summary>
    public int Expected { get; private set; }

    /// <summary>True after too many wrong codes.</summary>
    public bool IsBlocked { get; private set; }

    public IReadOnlyList<CheckInRecord> Missing { get; private set; } = [];

    public IReadOnlyList<CheckInRecord> Arrived { get; private set; } = [];

    /// <summary>The person of the last check-in.</summary>
    public CheckInRecord? Last { get; private set; }

    public CheckInRow Line(CheckInRecord entry) => new(entry, Workshop.TimeZone, Search);

    public async Task OnGetAsync(
        [FromQuery(Name = "half-day")] string? half,
        [FromQuery] string? q,
        [FromQuery] string? last,
        CancellationToken cancel
    )
    {
        await OpenAsync(half);
        Search = string.Concat((q ?? "").Trim().EnumerateRunes().Take(MaxSearch));
        if (Half is not { } now)
            return;
        await LoadPresenceSummaryAsync(cancel);
        if (
            last is { Length: > 0 }
            && last.All(c => c is >= ' ' and <= '~')
            && await Db.Registrations.AsNoTracking().SingleOrDefaultAsync(r => r.Ticket == last, cancel) is { } pressed
        )
            Last = await ReadCheckInAsync(pressed, now, cancel);

        var presences = Db.Presences.AsNoTracking().Where(p => p.Date == now.Date && p.Half == now.Half && p.CheckedInAt != null);
        var arrived = await presences.ToDictionaryAsync(p => p.RegistrationId, cancel);
        if (Search.Length > 0)
        {
            var code = DigitCode.Read(Search);
            IsBlocked = code is not null && !codes.TryAcquire(HttpContext);
            if (IsBlocked)
            {
                Response.StatusCode = StatusCodes.Status429TooManyRequests;
                Response.Headers.RetryAfter = "60";
                return;
            }
            var found = await Matching(code, Db.Registrations.AsNoTracking().Where(r => r.Status != RegistrationStatus.Cancelled))
                .OrderBy(r => r.SortKey)
                .ThenBy(r => r.Number)
                .Take(MaxResults + 1)
                .ToListAsync(cancel);
            if (code is not null && found.Count == 0)
                codes.CountWrong(HttpContext);
            (Found, IsCut) = ([.. found.Take(MaxResults).Select(Of)], found.Count > MaxResults);
            return;
        }
        var expected = await PresenceSummary.ExpectedInTheRoom(Db, now).OrderBy(r => r.SortKey).ThenBy(r => r.Number).ToListAsync(cancel);
        Expected = expected.Count;
        Missing = [.. expected.Where(r => !arrived.ContainsKey(r.Id)).Select(Of)];
        var came = await Db
            .Registrations.AsNoTracking()
            .Where(r => presences.Any(p => p.RegistrationId == r.Id))
            .OrderBy(r => r.SortKey)
            .ThenBy(r => r.Number)
            .ToListAsync(cancel);
        Arrived = [.. came.Select(Of)];

        CheckInRecord Of(Registration r) => CheckInRecord.Of(r, arrived.GetValueOrDefault(r.Id), now, SiteContext.Now);
    }

    /// <summary>
    /// Searches by the code of a ticket, or by name like the organisers' list, but not by email address: a search must not reveal what
    /// helpers may not see.
    /// </summary>
    private IQueryable<Registration> Matching(string? code, IQueryable<Registration> all)
    {
        if (code is not null)
            return all.Where(r => r.CheckInCode == code);
        if (int.TryParse(Search.TrimStart('#'), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return all.Where(r => r.Number == number);
        var words = Folding.Words(Search).Distinct().ToList();
        if (words.Count == 0)
            return all.Where(_ => false);
        foreach (var word in words)
            all = all.Where(r => r.SortKey.Contains(word) || r.AffiliationKey.Contains(word));
        return all;
    }
}
