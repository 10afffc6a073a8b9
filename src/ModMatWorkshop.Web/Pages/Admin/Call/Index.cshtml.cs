using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Call;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain.Call;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Web.Security;

namespace ModMatWorkshop.Web.Pages.Admin.Call;

/// <summary>The submissions to the call, with filters in the address.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class IndexModel(WorkshopDb db, DecisionService decisions, SiteContext siteContext, Words words) : PageModel
{
    public const string Address = "/admin/call";

    private const int PageSize = 100;

    public Workshop Workshop { get; private set; } = null!;

    public SubmissionQuery Query { get; private set; } = new();

    public IReadOnlyDictionary<SubmissionState, int> Counts { get; private set; } = new Dictionary<SubmissionState, int>();

    public int Matching { get; private set; }

    public Paging Paging { get; private set; } = new(1, 1, PageSize);

    public IReadOnlyList<CallLine> Rows { get; private set; } = [];

    /// <summary>How the accepted submissions fill the timetable.</summary>
    public IReadOnlyList<KindCapacity> Capacity { get; private set; } = [];

    /// <summary>How many submissions the reader has a part in. The list leaves them out.</summary>
    public int OwnCount { get; private set; }

    public string? Notice { get; private set; }

    /// <summary>The decisions that were just made, for their undo; null for none.</summary>
    public Guid? Batch { get; private set; }

    public int CountOf(SubmissionState state) => Counts.GetValueOrDefault(state);

    public async Task OnGetAsync(
        [FromQuery(Name = "page")] int? page,
        [FromQuery] Guid? batch,
        [FromQuery] int? undone,
        CancellationToken cancel
    )
    {
        if (
            batch is { } made
            && await db.DecisionRecords.CountAsync(r => r.Batch == made && r.UndoneAt == null, cancel) is > 0 and var count
        )
            (Batch, Notice) = (made, words.SubmissionsDecided(count));
        else if (undone is { } back)
            Notice = words.DecisionsUndone(back);
        Workshop = await siteContext.WorkshopAsync();
        Query = SubmissionQuery.Read(Request.Query.ToDictionary());
        Counts = await SubmissionQueries.CountsAsync(db, cancel);
        var own = await OwnSubmissions.OfAsync(db, OrganiserSignIn.ActorOf(HttpContext), cancel);
        OwnCount = own.Count;
        Matching = await Query.Filtered(db, own).CountAsync(cancel);
        Paging = Paging.Of(page, Matching, PageSize);
        Capacity = await decisions.CapacityAsync(cancel);
        Rows = await Query.LinesAsync(db, own, Paging.Skip, PageSize, cancel);
    }
}
