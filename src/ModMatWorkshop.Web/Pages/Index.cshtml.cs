using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Registrations;

namespace ModMatWorkshop.Web.Pages;

public sealed class HomeModel(WorkshopDb db, Visit visit) : PageModel
{
    private const int LatestNews = 2;
    private const int MaxInvited = 12;

    public Schedule Schedule { get; private set; } = null!;

    public Workshop Workshop => Schedule.Workshop;

    public IEnumerable<Line> Invited => Schedule.Slots.Where(s => s.Kind == SlotKind.Invited).Take(MaxInvited).Select(LineOf);

    public Line? Now { get; private set; }

    public Line? Next { get; private set; }

    public bool IsLive => SessionHours.OpenAt(visit.Now, Schedule.Slots) is not null;

    public bool IsOver { get; private set; }

    public RoomNotice Room { get; private set; } = null!;

    public IReadOnlyList<NewsItem> News { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var outline = await visit.OutlineAsync();
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(visit.Now, outline.Workshop.TimeZone).DateTime);
        Schedule = await db.ScheduleAtAGlanceAsync(today, outline, cancel);
        News = await NewsModel.Published(db, visit.Now, Workshop).Take(LatestNews).ToListAsync(cancel);
        Room = await RegistrationContext.NoticeAsync(db, visit.Now, cancel);
        IsOver = today > Workshop.End;
        if (today < Workshop.Start || IsOver)
            return;
        var (now, next) = NowAndNext.At(visit.Now, Schedule.Slots);
        Now = now is null ? null : LineOf(now);
        Next = next is null ? null : LineOf(next);
    }

    private Line LineOf(Slot slot) => Line.Of(slot, Schedule.ContributionOf(slot));
}
