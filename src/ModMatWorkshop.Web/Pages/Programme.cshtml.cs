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

    /// <summary>The day of this page; null if it shows all days.</summary>
    private DateOnly? _shownDay;

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

    public NowAndNext Playing { get; private set; } = NowAndNext.None;

    /// <summary>The rows of the slots that are on, or else of the next ones; none before and after the workshop.</summary>
    public IReadOnlyList<TimetableRow> Current { get; private set; } = [];

    public bool IsNow => Playing.Now.Count > 0;

    /// <summary>The room to which the reader has restricted the programme; null for all rooms.</summary>
    public Room? Room { get; private set; }

    public bool IsLive { get; private set; }

    public bool HasPdf => printing.IsPossible && PrintableList.All.Any(p => p.PublicPdfs.Any(pdf => pdf.Page == Routes.Programme));

    public ProgrammeHistory History { get; private set; } = new([]);

    /// <summary>Why the reader got this page instead of the PDF; null otherwise.</summary>
    public string? WhyNoPdf { get; private set; }

    /// <summary>This page for another room.</summary>
    /// <param name="room">Null for all rooms.</param>
    public string AddressWith(Room? room) => Address(_shownDay, room);

    /// <summary>The page of a day, where each day has its own.</summary>
    public string AddressOf(DateOnly day) => Address(day, Room);

    public string PeopleAndRoom(Slot slot) =>
        string.Join(
            ", ",
            slot.PeopleIn(siteContext.Language)
                .Select(p => p.Name)
                .Append(Workshop.RoomToName(slot.Room)?.Name.In(siteContext.Language))
                .OfType<string>()
        );

    private string Address(DateOnly? day, Room? room)
    {
        string?[] parts =
        [
            day is null ? null : $"day={day.Value.Iso()}",
            room is null ? null : $"room={room.Key}",
            Zone.Id == Workshop.TimeZoneId ? null : $"zone={Uri.EscapeDataString(Zone.Id)}",
        ];
        var query = string.Join('&', parts.OfType<string>());
        return query.Length == 0 ? siteContext.Path(Routes.Programme) : $"?{query}";
    }

    public async Task OnGetAsync(
        [FromQuery] string? zone,
        [FromQuery] DateOnly? day,
        [FromQuery] string? room,
        [FromQuery] string? pdf,
        CancellationToken cancel
    )
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

        History = await siteContext.CachedAsync(ProgrammeHistory.ReadAsync);
        _shownDay = shown;
        Schedule = await db.TimetableAsync(shown, outline, cancel);
        Room = workshop.RoomToName(room);
        if (Room is not null)
            Schedule = Schedule with { Slots = [.. Schedule.Slots.Where(s => s.Room is null || s.Room == Room.Key)] };
        var lines = Schedule.Slots.Select(s => TimetableRow.Of(s, Schedule.ContributionOf(s))).ToList();
        // During the workshop, the page opens with today; the days that are over follow.
        Days = [.. TimetableQueries.Days(lines, sessions).OrderBy(d => d.Date < Today)];
        IsLive = SessionHours.OpenAt(siteContext.Now, Schedule.Slots).Count > 0;
        if (Today is not null && (shown is null || shown == Today))
            Playing = NowAndNext.At(siteContext.Now, Schedule.Slots);
        Current = [.. lines.Where(l => (IsNow ? Playing.Now : Playing.Next).Contains(l.Slot))];
    }
}
