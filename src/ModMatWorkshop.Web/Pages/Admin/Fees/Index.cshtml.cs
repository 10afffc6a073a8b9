using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Fees;
using ModMatWorkshop.Domain.Fees;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Web.Security;

namespace ModMatWorkshop.Web.Pages.Admin.Fees;

/// <summary>One action, as it can be undone.</summary>
public sealed record FeeAction(
    Guid Batch,
    DateTimeOffset At,
    string By,
    FeeRecordKind Kind,
    int Records,
    decimal Sum,
    DateTimeOffset? UndoneAt
);

/// <summary>The accounts of all people: a list with a filter, the sums, and the latest actions.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class IndexModel(WorkshopDb db, FeeService fees, SiteContext siteContext) : PageModel
{
    public const string Address = "/admin/fees";
    private const int PageSize = 100;
    private const int LatestActions = 10;

    /// <summary>The names of the filter.</summary>
    public static readonly IReadOnlyDictionary<string, FeeStatus> Statuses = new Dictionary<string, FeeStatus>
    {
        ["due"] = FeeStatus.Due,
        ["paid"] = FeeStatus.Paid,
        ["not-due"] = FeeStatus.NotDue,
    };

    public Workshop Workshop { get; private set; } = null!;

    public string Currency => Workshop.Fees?.Currency ?? WorkshopFees.DefaultCurrency;

    /// <summary>Empty for all.</summary>
    public string Status { get; private set; } = "";

    public IReadOnlyList<PersonFees> Rows { get; private set; } = [];

    public int Matching { get; private set; }

    public Paging Paging { get; private set; } = null!;

    public FeeTotals Totals { get; private set; } = null!;

    public IReadOnlyList<FeeAction> Latest { get; private set; } = [];

    public ActorNames Names { get; private set; } = null!;

    public string? Notice { get; private set; }

    /// <summary>The action that was just done, to undo it; null for none.</summary>
    public Guid? Batch { get; private set; }

    /// <summary>The people of a filter.</summary>
    public static IEnumerable<PersonFees> Filtered(IEnumerable<PersonFees> people, string? status) =>
        Statuses.TryGetValue(status ?? "", out var wanted) ? people.Where(p => p.Account.Status == wanted) : people;

    /// <summary>The colour of a status.</summary>
    public static string MarkOf(FeeStatus status) =>
        status switch
        {
            FeeStatus.Due => "pending",
            FeeStatus.Paid => "confirmed",
            _ => "cancelled",
        };

    public async Task OnGetAsync(
        [FromQuery] string? status,
        [FromQuery(Name = "page")] string? asked,
        [FromQuery] string? batch,
        [FromQuery] string? undone,
        CancellationToken cancel
    )
    {
        Workshop = await siteContext.WorkshopAsync();
        Status = Statuses.ContainsKey(status ?? "") ? status! : "";
        var people = await FeeQueries.AllAsync(db, Workshop, cancel);
        Totals = FeeTotals.Of([.. people.Select(p => p.Account)]);
        var chosen = Filtered(people, Status).ToList();
        Matching = chosen.Count;
        Paging = Paging.Of(int.TryParse(asked, out var page) ? page : null, chosen.Count, PageSize);
        Rows = [.. chosen.Skip(Paging.Skip).Take(PageSize)];
        Latest = await LatestAsync(cancel);
        Names = await ActorNames.ReadAsync(db, siteContext.Words, cancel);
        if (Guid.TryParse(batch, out var made) && Latest.FirstOrDefault(a => a.Batch == made) is { } action)
            (Batch, Notice) = (action.UndoneAt is null ? made : null, siteContext.Words.FeeDone(action.Records));
        else if (batch is not null)
            Notice = siteContext.Words.FeeDone(0);
        if (int.TryParse(undone, out var count) && count >= 0)
            Notice = siteContext.Words.FeeUndone(count);
    }

    public async Task<IActionResult> OnPostUndoAsync(
        [FromForm] Guid batch,
        [FromForm] long? record,
        [FromForm] int? person,
        CancellationToken cancel
    )
    {
        var count = await fees.UndoAsync(batch, record, OrganiserSignIn.ActorOf(HttpContext), cancel);
        return LocalRedirect(person is { } number ? $"{Address}/{number}?undone={count}" : $"{Address}?undone={count}");
    }

    private async Task<IReadOnlyList<FeeAction>> LatestAsync(CancellationToken cancel)
    {
        var batches = await db
            .FeeRecords.GroupBy(r => r.Batch)
            .Select(g => new { Batch = g.Key, Last = g.Max(r => r.Id) })
            .OrderByDescending(g => g.Last)
            .Take(LatestActions)
            .Select(g => g.Batch)
            .ToListAsync(cancel);
        var records = await db.FeeRecords.AsNoTracking().Where(r => EF.Parameter(batches).Contains(r.Batch)).ToListAsync(cancel);
        return
        [
            .. records
                .GroupBy(r => r.Batch)
                .Select(g => new FeeAction(
                    g.Key,
                    g.First().At,
                    g.First().By,
                    g.First().Kind,
                    g.Count(),
                    g.Sum(r => r.Amount),
                    g.All(r => r.UndoneAt is not null) ? g.Max(r => r.UndoneAt) : null
                ))
                .OrderByDescending(a => batches.Count - batches.IndexOf(a.Batch)),
        ];
    }
}
