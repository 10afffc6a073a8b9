using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;

namespace ModMatWorkshop.Web.Pages.Admin.Batches;

/// <summary>The list of batches, latest first.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class IndexModel(WorkshopDb db) : PageModel
{
    private const int Size = 50;

    public IReadOnlyList<(Batch Batch, int Over, int All)> Batches { get; private set; } = [];

    public Paging Paging { get; private set; } = null!;

    public async Task OnGetAsync([FromQuery] int? page, CancellationToken cancel)
    {
        Paging = Paging.Of(page, await db.Batches.CountAsync(cancel), Size);
        Batches =
        [
            .. (
                await db
                    .Batches.AsNoTracking()
                    .OrderByDescending(b => b.Id)
                    .Skip(Paging.Skip)
                    .Take(Size)
                    .Select(b => new
                    {
                        Batch = b,
                        Over = db.BatchItems.Count(i => i.BatchId == b.Id && i.State != BatchItemState.Waiting),
                        All = db.BatchItems.Count(i => i.BatchId == b.Id),
                    })
                    .ToListAsync(cancel)
            ).Select(b => (b.Batch, b.Over, b.All)),
        ];
    }
}
