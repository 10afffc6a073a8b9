using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ModMatWorkshop.Application.Call;
using ModMatWorkshop.Application.Content;
using ModMatWorkshop.Domain.Call;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Web.Security;

namespace ModMatWorkshop.Web.Pages.Admin.Call;

/// <summary>Writes accepted submissions into the content, live or into the shared draft.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class ProgrammeModel(ProgrammeEntry entry, SiteContext siteContext) : PageModel
{
    public const string Address = "/admin/call/programme";

    private const int PageSize = 100;

    public Workshop Workshop { get; private set; } = null!;

    /// <summary>The first ones without a file.</summary>
    public IReadOnlyList<EntryCandidate> Waiting { get; private set; } = [];

    public int WaitingCount { get; private set; }

    /// <summary>One page of those with a file, the withdrawn ones first.</summary>
    public IReadOnlyList<EntryCandidate> There { get; private set; } = [];

    public int ThereCount { get; private set; }

    public Paging Paging { get; private set; } = new(1, 1, PageSize);

    /// <summary>The texts of those that are shown, by number.</summary>
    public IReadOnlyDictionary<int, SubmissionText> Texts { get; private set; } = new Dictionary<int, SubmissionText>();

    /// <summary>What was not written, and why.</summary>
    public IReadOnlyList<EntryOutcome> Failures { get; private set; } = [];

    /// <summary>How many were written; null before anything was.</summary>
    public int? Written { get; private set; }

    public bool IsInDraft { get; private set; }

    public bool ChoseNone { get; private set; }

    /// <summary>What has just been taken out; null for nothing.</summary>
    public string? Left { get; private set; }

    /// <summary>How many have left the call and can leave the programme, too.</summary>
    public int ToLeave { get; private set; }

    public async Task OnGetAsync(
        [FromQuery] int? written,
        [FromQuery] string? target,
        [FromQuery] string? left,
        [FromQuery] string? code,
        [FromQuery(Name = "page")] int? page,
        CancellationToken cancel
    )
    {
        if (LeaveModel.WayOf(left) is { } way && ContributionCode.TryParse(code, out var gone))
            Left = siteContext.Words.HasLeft(way, gone);
        (Written, IsInDraft) = (written is >= 0 ? written : null, target == "draft");
        await LoadAsync(page, cancel);
    }

    public Task<IActionResult> OnPostAsync([FromForm(Name = "n")] int[] numbers, [FromForm] string? all, CancellationToken cancel) =>
        EnterAsync(numbers, all, SaveTarget.Live, cancel);

    public Task<IActionResult> OnPostKeepAsync([FromForm(Name = "n")] int[] numbers, [FromForm] string? all, CancellationToken cancel) =>
        EnterAsync(numbers, all, SaveTarget.Draft, cancel);

    private async Task<IActionResult> EnterAsync(int[] numbers, string? all, SaveTarget target, CancellationToken cancel)
    {
        var wanted =
            all == "yes"
                ? (await entry.ListAsync(OrganiserSignIn.ActorOf(HttpContext), cancel)).Waiting.Select(w => w.Number)
                : numbers.Distinct();
        var chosen = wanted.Take(DecisionService.MaxTogether).ToList();
        var outcomes = await entry.EnterAsync(chosen, target, OrganiserSignIn.ActorOf(HttpContext), cancel);
        (Written, IsInDraft) = (outcomes.Count(o => o.Result == EntryResult.Written), target == SaveTarget.Draft);
        Failures = [.. outcomes.Where(o => o.Result is not (EntryResult.Written or EntryResult.IsThere))];
        ChoseNone = outcomes.Count == 0;
        if (Failures.Count == 0 && !ChoseNone)
            return LocalRedirect(
                string.Create(CultureInfo.InvariantCulture, $"{Address}?written={Written}&target={(IsInDraft ? "draft" : "live")}")
            );
        Response.StatusCode = StatusCodes.Status400BadRequest;
        await LoadAsync(null, cancel);
        return Page();
    }

    private async Task LoadAsync(int? page, CancellationToken cancel)
    {
        Workshop = await siteContext.WorkshopAsync();
        var (waiting, there) = await entry.ListAsync(OrganiserSignIn.ActorOf(HttpContext), cancel);
        (WaitingCount, ThereCount) = (waiting.Count, there.Count);
        ToLeave = there.Count(t => t.Ways.Count > 0);
        Paging = Paging.Of(page, there.Count, PageSize);
        Waiting = [.. waiting.Take(PageSize)];
        There = [.. there.OrderByDescending(t => t.IsGone).ThenBy(t => t.Number).Skip(Paging.Skip).Take(PageSize)];
        Texts = await entry.TextsAsync(Waiting.Concat(There), cancel);
    }
}
