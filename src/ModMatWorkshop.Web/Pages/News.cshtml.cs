using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Web.Pages;

public sealed class NewsModel(WorkshopDb db, SiteContext siteContext) : PageModel
{
    private const int Shown = 50;

    public IReadOnlyList<NewsItem> Items { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var workshop = await siteContext.WorkshopAsync();
        Items = await Published(db, siteContext.Now, workshop).Take(Shown).ToListAsync(cancel);
    }

    /// <summary>The items whose day has come on the site's clock, latest first.</summary>
    public static IQueryable<NewsItem> Published(WorkshopDb db, DateTimeOffset now, Workshop workshop)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, workshop.TimeZone).DateTime);
        return db.News.AsNoTracking().Where(n => n.Date <= today).OrderByDescending(n => n.Date).ThenBy(n => n.Slug);
    }
}
