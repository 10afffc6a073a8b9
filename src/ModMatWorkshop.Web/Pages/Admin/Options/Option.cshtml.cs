using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Options;
using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Web.Pages.Admin.Options;

/// <summary>Who has places of an option, who has an offer and who waits.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class OptionModel(WorkshopDb db, SiteContext siteContext) : PageModel
{
    public Workshop Workshop { get; private set; } = null!;

    public OptionOverview Overview { get; private set; } = null!;

    public IReadOnlyList<OptionStanding> People { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync([FromRoute] string key, CancellationToken cancel)
    {
        Workshop = await siteContext.WorkshopAsync();
        if ((await OptionQueries.OverviewAsync(db, Workshop.Options, cancel)).FirstOrDefault(o => o.Key == key) is not { } overview)
            return NotFound();
        (Overview, People) = (overview, await OptionQueries.PeopleAsync(db, key, cancel));
        return Page();
    }
}
