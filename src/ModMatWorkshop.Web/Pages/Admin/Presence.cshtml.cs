using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Web.Security;

namespace ModMatWorkshop.Web.Pages.Admin;

/// <summary>The totals of one half-day, for the people listed.</summary>
/// <param name="Missing">Null before the half-day begins.</param>
public sealed record PresenceTotal(HalfDayId Half, int InTheRoom, int OnStream, int? Missing);

/// <summary>
/// The presence of each person at each half-day. A cell is a link to the same page with that cell open: this needs no script and only one
/// form, and the address of an open cell can be shared.
/// </summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class PresenceModel(WorkshopDb db, PresenceService presenceService, SiteContext siteContext, Words words) : PageModel
{
    public const string Address = "/admin/presence";
    public const int PageSize = 100;

    /// <summary>The corrections, with their values in forms.</summary>
    public static IReadOnlyList<(string Value, PresenceCorrection? Correction)> Corrections { get; } =
    [
        ("in-person", PresenceCorrection.InPerson),
        ("remote", PresenceCorrection.Remote),
        ("absent", PresenceCorrection.Absent),
        ("recorded", null),
    ];

    public Workshop Workshop { get; private set; } = null!;

    public PresenceQuery Query { get; private set; } = new();

    public IReadOnlyList<HalfDayHours> HalfDays { get; private set; } = [];

    public int Everybody { get; private set; }

    public int Matching { get; private set; }

    public Paging Paging { get; private set; } = new(1, 1, PageSize);

    public IReadOnlyList<(Registration Person, IReadOnlyList<PresenceCell> Cells)> Rows { get; private set; } = [];

    public IReadOnlyList<PresenceTotal> Totals { get; private set; } = [];

    /// <summary>The open cell.</summary>
    public PresenceCell? Open { get; private set; }

    /// <summary>The names of the organisers who made corrections.</summary>
    public ActorNames Names { get; private set; } = null!;

    /// <summary>The half-day of now, or the next or last one.</summary>
    public HalfDayId? Current => HalfDayHours.ForCheckIn(siteContext.Now, HalfDays)?.HalfDay;

    /// <summary>The address of this page of the list, with one cell open or none.</summary>
    public string AddressOf(PresenceCell? open = null) =>
        Address
        + Query.ToQueryString(
            ("page", Paging.Page > 1 ? Paging.Page.ToString(CultureInfo.InvariantCulture) : null),
            ("person", open?.Number.ToString(CultureInfo.InvariantCulture)),
            ("half-day", open?.Half.HalfDay.Key)
        );

    public async Task OnGetAsync(
        [FromQuery(Name = "page")] int? page,
        [FromQuery] int? person,
        [FromQuery(Name = "half-day")] string? half,
        CancellationToken cancel
    )
    {
        Workshop = await siteContext.WorkshopAsync();
        HalfDays = await siteContext.CachedAsync(source => PresenceService.HalfDayHoursAsync(source, CancellationToken.None));
        Query = PresenceQuery.Read(new(Request.Query));
        Everybody = await db.Registrations.CountAsync(r => r.Status == RegistrationStatus.Confirmed, cancel);
        Matching = Query.IsFiltered ? await Query.Filtered(db).CountAsync(cancel) : Everybody;
        Paging = Paging.Of(page, Matching, PageSize);
        Names = await ActorNames.ReadAsync(db, words, cancel);

        var people = await Query.In(db).Skip(Paging.Skip).Take(PageSize).ToListAsync(cancel);
        var ids = people.Select(p => p.Id).ToList();
        var presences = (await db.Presences.AsNoTracking().Where(p => ids.Contains(p.RegistrationId)).ToListAsync(cancel)).ToDictionary(p =>
            (p.RegistrationId, new HalfDayId(p.Date, p.Half))
        );
        Rows =
        [
            .. people.Select(p =>
                (
                    p,
                    (IReadOnlyList<PresenceCell>)
                        [.. HalfDays.Select(h => PresenceCell.Of(p, h, presences.GetValueOrDefault((p.Id, h.HalfDay)), siteContext.Now))]
                )
            ),
        ];
        Open = Rows.SelectMany(r => r.Cells).FirstOrDefault(c => c.Number == person && c.Half.HalfDay.Key == half);
        Totals = await TotalsAsync(cancel);
    }

    /// <param name="correction"><c>in-person</c>, <c>remote</c>, <c>absent</c>, or <c>recorded</c> to remove the correction.</param>
    /// <param name="back"><c>person</c> to return to the page of the person, with the query of the list.</param>
    public async Task<IActionResult> OnPostAsync(
        [FromQuery(Name = "page")] int? page,
        [FromForm] int person,
        [FromForm(Name = "half-day")] string? half,
        [FromForm] string? correction,
        [FromForm] string? back,
        CancellationToken cancel
    )
    {
        HalfDays = await siteContext.CachedAsync(source => PresenceService.HalfDayHoursAsync(source, CancellationToken.None));
        if (Corrections.All(c => c.Value != correction) || HalfDays.FirstOrDefault(h => h.HalfDay.Key == half)?.HalfDay is not { } asked)
            return BadRequest();
        if (await db.Registrations.AsNoTracking().SingleOrDefaultAsync(r => r.Number == person, cancel) is not { } registration)
            return NotFound();
        await presenceService.CorrectAsync(registration.Id, asked, CorrectionOf(correction), OrganiserSignIn.ActorOf(HttpContext), cancel);
        if (back == "person")
            return LocalRedirect(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"/admin/attendees/{person}{AttendeeQuery.Read(new(Request.Query)).ToQueryString()}#presence"
                )
            );
        var query = PresenceQuery
            .Read(new(Request.Query))
            .ToQueryString(("page", page > 1 ? page.Value.ToString(CultureInfo.InvariantCulture) : null));
        return LocalRedirect(string.Create(CultureInfo.InvariantCulture, $"{Address}{query}#person-{person}"));
    }

    public static PresenceCorrection? CorrectionOf(string? value) => Corrections.FirstOrDefault(c => c.Value == value).Correction;

    private async Task<IReadOnlyList<PresenceTotal>> TotalsAsync(CancellationToken cancel)
    {
        var counts = await PresenceSummary.CountAsync(db, Query.Filtered(db), cancel);
        var totals = new List<PresenceTotal>();
        foreach (var half in HalfDays)
        {
            var count = counts.GetValueOrDefault(half.HalfDay);
            totals.Add(
                new(
                    half.HalfDay,
                    count?.InTheRoom ?? 0,
                    count?.Remote ?? 0,
                    half.Start <= siteContext.Now ? await Query.MissingAt(db, half.HalfDay).CountAsync(cancel) : null
                )
            );
        }
        return totals;
    }
}
