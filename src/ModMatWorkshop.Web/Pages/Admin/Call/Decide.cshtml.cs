using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Call;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain.Call;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Web.Security;

namespace ModMatWorkshop.Web.Pages.Admin.Call;

/// <summary>What a decision would change, before it is made; then the decision and its undo.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class DecideModel(WorkshopDb db, DecisionService decisions, SiteContext siteContext) : PageModel
{
    public const string Address = "/admin/call/decide";

    public Workshop Workshop { get; private set; } = null!;

    /// <summary>Null while nothing is ticked, or the decision is none.</summary>
    public DecisionOutcome? Outcome { get; private set; }

    public CallDecision Decision { get; private set; } = CallDecision.Undecided;

    /// <summary>The titles of the submissions, by number.</summary>
    public IReadOnlyDictionary<int, string> Titles { get; private set; } = new Dictionary<int, string>();

    public Guid Batch { get; } = Guid.NewGuid();

    /// <summary>The query of the list to which the page returns.</summary>
    public string Back { get; private set; } = "";

    public IActionResult OnGet() => LocalRedirect(IndexModel.Address);

    public async Task OnPostPreviewAsync(
        [FromForm(Name = "n")] int[] numbers,
        [FromForm] string? all,
        [FromForm] string? decision,
        [FromForm] string? back,
        CancellationToken cancel
    )
    {
        Workshop = await siteContext.WorkshopAsync();
        var query = SubmissionQuery.Read(QueryHelpers.ParseQuery(back ?? ""));
        Back = query.ToQueryString();
        var chosen = all == "yes" ? await NumbersAsync(query, cancel) : [.. numbers.Distinct().Take(DecisionService.MaxTogether)];
        if (chosen.Count == 0 || CallDecision.Find(decision, Workshop.AllKinds.Select(k => k.Key)) is not { } found)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }
        Decision = found;
        Outcome = await decisions.PreviewAsync(chosen, found, OrganiserSignIn.ActorOf(HttpContext), cancel);
        var shown = Outcome.Changes.Select(c => c.Number).ToList();
        Titles = await db.Submissions.Where(s => shown.Contains(s.Number)).ToDictionaryAsync(s => s.Number, s => s.Read.Title, cancel);
    }

    public async Task<IActionResult> OnPostDecideAsync(
        [FromForm(Name = "n")] int[] numbers,
        [FromForm] Guid batch,
        [FromForm] string? decision,
        [FromForm] string? back,
        CancellationToken cancel
    )
    {
        var kinds = (await siteContext.WorkshopAsync()).AllKinds.Select(k => k.Key);
        if (CallDecision.Find(decision, kinds) is { } found && numbers.Length <= DecisionService.MaxTogether && batch != Guid.Empty)
            await decisions.DecideAsync(batch, numbers, found, OrganiserSignIn.ActorOf(HttpContext), cancel);
        return BackTo(back, "batch", batch.ToString());
    }

    public async Task<IActionResult> OnPostUndoAsync([FromForm] Guid batch, [FromForm] string? back, CancellationToken cancel)
    {
        var outcome = await decisions.UndoAsync(batch, OrganiserSignIn.ActorOf(HttpContext), cancel);
        return BackTo(back, "undone", outcome.Changed.ToString(CultureInfo.InvariantCulture));
    }

    private static async Task<IReadOnlyList<int>> ToListAsync(IQueryable<int> numbers, CancellationToken cancel) =>
        await numbers.Take(DecisionService.MaxTogether).ToListAsync(cancel);

    private async Task<IReadOnlyList<int>> NumbersAsync(SubmissionQuery query, CancellationToken cancel)
    {
        var own = await OwnSubmissions.OfAsync(db, OrganiserSignIn.ActorOf(HttpContext), cancel);
        return await ToListAsync(query.In(db, own).Select(r => r.Submission.Number), cancel);
    }

    private LocalRedirectResult BackTo(string? back, string name, string value)
    {
        var query = SubmissionQuery.Read(QueryHelpers.ParseQuery(back ?? "")).ToQueryString();
        return LocalRedirect(QueryHelpers.AddQueryString(IndexModel.Address + query, name, value));
    }
}
