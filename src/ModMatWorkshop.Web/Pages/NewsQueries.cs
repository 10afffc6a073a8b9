using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Web.Pages;

/// <summary>The news, for pages and feed.</summary>
internal static class NewsQueries
{
    /// <summary>The items that are published on the site's clock, latest first.</summary>
    public static IQueryable<NewsItem> Published(WorkshopDb db, DateTimeOffset now, Workshop workshop)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, workshop.TimeZone).DateTime);
        return db.News.AsNoTracking().Where(n => n.Date <= today).OrderByDescending(n => n.Date).ThenBy(n => n.Slug);
    }
}
