using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Content.Submissions;
using ModMatWorkshop.Domain.Call;
using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Web.Pages.Admin.Call;

/// <summary>One submission, as it was submitted. A draft is its author's own.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class SubmissionModel(WorkshopDb db, SiteContext siteContext) : PageModel
{
    public Workshop Workshop { get; private set; } = null!;

    public Submission Submission { get; private set; } = null!;

    public SubmissionPreview Shown { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(int number, CancellationToken cancel)
    {
        Workshop = await siteContext.WorkshopAsync();
        var found = await db.Submissions.AsNoTracking().SingleOrDefaultAsync(s => s.Number == number, cancel);
        if (found is not { Sent: { } sent, State: not SubmissionState.Draft })
            return NotFound();
        (Submission, Shown) = (found, SubmissionPreview.Of(sent, Workshop));
        return Page();
    }
}
