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
        Items = await NewsQueries.Published(db, siteContext.Now, workshop).Take(Shown).ToListAsync(cancel);
    }
}
