using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Call;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain.Call;
using ModMatWorkshop.Web.Security;

namespace ModMatWorkshop.Web.Pages.Admin.Call;

/// <summary>A correction that waits, with the submission that it is of.</summary>
public sealed record WaitingCorrection(SubmissionCorrection Correction, int Number, string? Code);

/// <summary>The corrections that authors propose, each with its difference and two buttons.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class CorrectionsModel(WorkshopDb db, CorrectionService corrections, Words words) : PageModel
{
    public const string Address = "/admin/call/corrections";

    /// <summary>The oldest come first, so the next ones follow when these are decided.</summary>
    private const int Most = 20;

    public IReadOnlyList<WaitingCorrection> Waiting { get; private set; } = [];

    public string? Notice { get; private set; }

    /// <summary>The correction that could not be written, and why.</summary>
    public (Guid Id, string Why)? Fault { get; private set; }

    public Task OnGetAsync([FromQuery] string? done, CancellationToken cancel)
    {
        Notice = Enum.TryParse<CorrectionResult>(done, ignoreCase: true, out var result) ? words.CorrectionResultText(result) : null;
        return ReadAsync(cancel);
    }

    public async Task<IActionResult> OnPostAcceptAsync([FromForm] Guid id, CancellationToken cancel)
    {
        var result = await corrections.AcceptAsync(id, OrganiserSignIn.ActorOf(HttpContext), cancel);
        if (result is CorrectionResult.Live or CorrectionResult.NotFound)
            return Back(result);
        Response.StatusCode = StatusCodes.Status409Conflict;
        Fault = (id, words.CorrectionResultText(result));
        await ReadAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostDeclineAsync([FromForm] Guid id) =>
        Back(await corrections.DeclineAsync(id, OrganiserSignIn.ActorOf(HttpContext)));

    private LocalRedirectResult Back(CorrectionResult result) => LocalRedirect($"{Address}?done={result.ToString().ToLowerInvariant()}");

    private async Task ReadAsync(CancellationToken cancel)
    {
        var own = await OwnSubmissions.OfAsync(db, OrganiserSignIn.ActorOf(HttpContext), cancel);
        Waiting = await db
            .SubmissionCorrections.AsNoTracking()
            .Where(c => c.State == CorrectionState.Waiting)
            .Join(
                db.Submissions,
                c => c.SubmissionId,
                s => s.Id,
                (c, s) =>
                    new
                    {
                        Correction = c,
                        s.Number,
                        s.ContributionCode,
                    }
            )
            .Where(c => !own.Contains(c.Number))
            .OrderBy(c => c.Number)
            .Take(Most)
            .Select(c => new WaitingCorrection(c.Correction, c.Number, c.ContributionCode))
            .ToListAsync(cancel);
    }
}
