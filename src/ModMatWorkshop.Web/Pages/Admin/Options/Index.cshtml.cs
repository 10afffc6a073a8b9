using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Options;

namespace ModMatWorkshop.Web.Pages.Admin.Options;

/// <summary>All options in numbers, also former ones that people still have.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class IndexModel(WorkshopDb db, SiteContext siteContext) : PageModel
{
    public const string Address = "/admin/options";

    public IReadOnlyList<OptionOverview> Options { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) =>
        Options = await OptionQueries.OverviewAsync(db, (await siteContext.WorkshopAsync()).Options, cancel);
}
