using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Web.Data;

namespace ModMatWorkshop.Web.Pages;

public sealed class HomeModel(WorkshopDb db, Visit visit) : PageModel
{
    private const int LatestNews = 2;

    public Workshop Workshop { get; private set; } = null!;

    public IReadOnlyList<Line> Lines { get; private set; } = [];

    public IReadOnlyList<Line> Invited => [.. Lines.Where(l => l.Slot.Kind == SlotKind.Invited).Take(12)];

    public Line? Now { get; private set; }

    public Line? Next { get; private set; }

    public bool IsOver { get; private set; }

    public IReadOnlyList<NewsItem> News { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Workshop = await visit.WorkshopAsync();
        Lines = await Timetable.LinesAsync(db, null, cancel);
        News = await NewsModel.Published(db, visit.Now, Workshop).Take(LatestNews).ToListAsync(cancel);
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(visit.Now, Workshop.TimeZone).DateTime);
        IsOver = today > Workshop.End;
        if (today < Workshop.Start || IsOver)
            return;
        var playing = NowAndNext.At(visit.Now, Lines.Select(l => l.Slot));
        Now = Lines.FirstOrDefault(l => l.Slot == playing.Now);
        Next = Lines.FirstOrDefault(l => l.Slot == playing.Next);
    }
}
