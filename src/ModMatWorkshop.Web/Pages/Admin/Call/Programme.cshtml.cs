using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ModMatWorkshop.Application.Call;
using ModMatWorkshop.Application.Content;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Web.Security;

namespace ModMatWorkshop.Web.Pages.Admin.Call;

/// <summary>Writes accepted submissions into the content, live or into the shared draft.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class ProgrammeModel(ProgrammeEntry entry, SiteContext siteContext) : PageModel
{
    public const string Address = "/admin/call/programme";

    public Workshop Workshop { get; private set; } = null!;

    public ProgrammeEntries Entries { get; private set; } = new([], []);

    /// <summary>What was not written, and why.</summary>
    public IReadOnlyList<EntryOutcome> Failures { get; private set; } = [];

    /// <summary>How many were written; null before anything was.</summary>
    public int? Written { get; private set; }

    public bool IsInDraft { get; private set; }

    public bool ChoseNone { get; private set; }

    public async Task OnGetAsync([FromQuery] int? written, [FromQuery] string? target, CancellationToken cancel)
    {
        (Written, IsInDraft) = (written is >= 0 ? written : null, target == "draft");
        await LoadAsync(cancel);
    }

    public Task<IActionResult> OnPostAsync([FromForm(Name = "n")] int[] numbers, CancellationToken cancel) =>
        EnterAsync(numbers, SaveTarget.Live, cancel);

    public Task<IActionResult> OnPostKeepAsync([FromForm(Name = "n")] int[] numbers, CancellationToken cancel) =>
        EnterAsync(numbers, SaveTarget.Draft, cancel);

    private async Task<IActionResult> EnterAsync(int[] numbers, SaveTarget target, CancellationToken cancel)
    {
        var chosen = numbers.Distinct().Take(DecisionService.MaxTogether).ToList();
        var outcomes = await entry.EnterAsync(chosen, target, OrganiserSignIn.ActorOf(HttpContext), cancel);
        (Written, IsInDraft) = (outcomes.Count(o => o.Result == EntryResult.Written), target == SaveTarget.Draft);
        Failures = [.. outcomes.Where(o => o.Result is not (EntryResult.Written or EntryResult.IsThere))];
        ChoseNone = outcomes.Count == 0;
        if (Failures.Count == 0 && !ChoseNone)
            return LocalRedirect(
                string.Create(CultureInfo.InvariantCulture, $"{Address}?written={Written}&target={(IsInDraft ? "draft" : "live")}")
            );
        Response.StatusCode = StatusCodes.Status400BadRequest;
        await LoadAsync(cancel);
        return Page();
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        Workshop = await siteContext.WorkshopAsync();
        Entries = await entry.ListAsync(cancel);
    }
}
