using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Call;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain.Call;
using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Web.Pages.Admin.Call;

/// <summary>The submissions to the call, with filters in the address.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class IndexModel(WorkshopDb db, SiteContext siteContext) : PageModel
{
    public const string Address = "/admin/call";

    private const int PageSize = 100;

    public Workshop Workshop { get; private set; } = null!;

    public SubmissionQuery Query { get; private set; } = new();

    public IReadOnlyDictionary<SubmissionState, int> Counts { get; private set; } = new Dictionary<SubmissionState, int>();

    public int Matching { get; private set; }

    public Paging Paging { get; private set; } = new(1, 1, PageSize);

    public IReadOnlyList<Submission> Submissions { get; private set; } = [];

    public int CountOf(SubmissionState state) => Counts.GetValueOrDefault(state);

    public async Task OnGetAsync([FromQuery(Name = "page")] int? page, CancellationToken cancel)
    {
        Workshop = await siteContext.WorkshopAsync();
        Query = SubmissionQuery.Read(Request.Query.ToDictionary());
        Counts = await SubmissionQueries.CountsAsync(db, cancel);
        Matching = await Query.Filtered(db).CountAsync(cancel);
        Paging = Paging.Of(page, Matching, PageSize);
        Submissions = await Query.In(db).Skip(Paging.Skip).Take(PageSize).ToListAsync(cancel);
    }
}
