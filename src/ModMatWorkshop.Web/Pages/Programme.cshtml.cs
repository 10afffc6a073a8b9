using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain.Addresses;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Exports;
using ModMatWorkshop.Web.Printables;

namespace ModMatWorkshop.Web.Pages;

public sealed class ProgrammeModel(WorkshopDb db, SiteContext siteContext, PrintableService printing) : PageModel
{
    /// <summary>A longer programme is shown one day per page. Our own workshops stay below it.</summary>
    private const int RowsOnOnePage = 60;

    /// <summary>Time zones that remote readers are likely to need. With script, the reader's own zone is added.</summary>
    private static readonly string[] Zones =
    [
        "America/Los_Angeles",
        "America/New_York",
        "America/Sao_Paulo",
        "UTC",
        "Europe/London",
        "Africa/Douala",
        "Europe/Athens",
        "Asia/Kolkata",
        "Asia/Shanghai",
        "Asia/Tokyo",
        "Australia/Sydney",
    ];

    /// <summary>The slots of this page, with their talks.</summary>
    public Schedule Schedule { get; private set; } = null!;

    public Workshop Workshop => Schedule.Workshop;

    public IReadOnlyList<ProgrammeDay> Days { get; private set; } = [];

    /// <summary>All days of the programme, including those on other pages.</summary>
    public IReadOnlyList<DateOnly> AllDays { get; private set; } = [];

    public bool OneDayAPage { get; private set; }

    public TimeZoneInfo Zone { get; private set; } = TimeZoneInfo.Utc;

    public IEnumerable<string> ZoneChoices => Zones.Append(Zone.Id).Prepend(Workshop.TimeZoneId).Distinct();

    /// <summary>The day of the site's clock during the workshop; null before and after.</summary>
    public DateOnly? Today { get; private set; }

    public NowAndNext Playing { get; private set; } = new(null, null);

    /// <summary>The row of the slot that is on, or else of the next one; null before and after the workshop.</summary>
    public TimetableRow? Current { get; private set; }

    public bool IsNow => Playing.Now is not null;

    public bool IsLive { get; private set; }

    public bool HasPdf => printing.IsPossible && PrintableList.All.Any(p => p.PublicPdfs.Any(pdf => pdf.Page == Routes.Programme));

    /// <summary>Why the reader got this page instead of the PDF; null otherwise.</summary>
    public string? WhyNoPdf { get; private set; }

    public async Task OnGetAsync([FromQuery] string? zone, [FromQuery] DateOnly? day, [FromQuery] string? pdf, CancellationToken cancel)
    {
        WhyNoPdf = siteContext.Words.WhyNoPdf(pdf);
        var outline = await siteContext.OutlineAsync();
        var (workshop, sessions) = outline;
        Zone = TimeZones.TryFind(zone, out var found) ? found : workshop.TimeZone;

        var counts = await db
            .Slots.GroupBy(s => s.Date)
            .Select(g => new { g.Key, Count = g.Count() })
            .OrderBy(g => g.Key)
            .ToListAsync(cancel);
        AllDays = [.. counts.Select(c => c.Key)];
        OneDayAPage = counts.Sum(c => c.Count) > RowsOnOnePage;
        var today = DateOnly.FromDateTime(workshop.Local(siteContext.Now).DateTime);
        Today = await siteContext.PhaseAsync() == WorkshopPhase.During ? today : null;
        var shown =
            !OneDayAPage ? null
            : day is { } wanted && AllDays.Contains(wanted) ? wanted
            : AllDays.FirstOrDefault(d => d >= today, AllDays[0]) as DateOnly?;

        Schedule = await db.TimetableAsync(shown, outline, cancel);
        var lines = Schedule.Slots.Select(s => TimetableRow.Of(s, Schedule.ContributionOf(s))).ToList();
        // During the workshop, the page opens with today; the days that are over follow.
        Days = [.. TimetableQueries.Days(lines, sessions).OrderBy(d => d.Date < Today)];
        IsLive = SessionHours.OpenAt(siteContext.Now, Schedule.Slots) is not null;
        if (Today is not null && (shown is null || shown == Today))
            Playing = NowAndNext.At(siteContext.Now, Schedule.Slots);
        Current = lines.FirstOrDefault(l => l.Slot == (Playing.Now ?? Playing.Next));
    }
}
