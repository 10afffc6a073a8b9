using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Web.Pages;

public sealed class HomeModel(WorkshopDb db, SiteContext siteContext) : PageModel
{
    private const int LatestNews = 2;
    private const int MaxInvited = 12;

    public Schedule Schedule { get; private set; } = null!;

    public Workshop Workshop => Schedule.Workshop;

    public IEnumerable<TimetableRow> Invited => Schedule.Slots.Where(s => s.Kind == SlotKind.Invited).Take(MaxInvited).Select(LineOf);

    public IReadOnlyList<TimetableRow> Now { get; private set; } = [];

    public IReadOnlyList<TimetableRow> Next { get; private set; } = [];

    public bool IsLive => SessionHours.OpenAt(siteContext.Now, Schedule.Slots).Count > 0;

    public WorkshopPhase Phase { get; private set; }

    public RegistrationAvailability Availability { get; private set; } = null!;

    public IReadOnlyList<NewsItem> News { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var outline = await siteContext.OutlineAsync();
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(siteContext.Now, outline.Workshop.TimeZone).DateTime);
        Schedule = await db.OverviewScheduleAsync(today, outline, cancel);
        News = await NewsQueries.Published(db, siteContext.Now, Workshop).Take(LatestNews).ToListAsync(cancel);
        Availability = await RegistrationContext.ReadAvailabilityAsync(db, siteContext.Now, cancel);
        Phase = outline.Period.PhaseAt(siteContext.Now);
        if (Phase != WorkshopPhase.During)
            return;
        var (now, next) = NowAndNext.At(siteContext.Now, Schedule.Slots);
        Now = [.. now.Select(LineOf)];
        Next = [.. next.Select(LineOf)];
    }

    private TimetableRow LineOf(Slot slot) => TimetableRow.Of(slot, Schedule.ContributionOf(slot));
}
