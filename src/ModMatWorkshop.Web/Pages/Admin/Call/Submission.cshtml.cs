using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Call;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Content.Submissions;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Call;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Web.Security;

namespace ModMatWorkshop.Web.Pages.Admin.Call;

/// <summary>One submission, as it was submitted, with its reviews, its decision and its discussion. A draft is its author's own.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class SubmissionModel(
    WorkshopDb db,
    AssignmentService assignments,
    ReviewService reviews,
    SiteContext siteContext,
    Words words
) : PageModel
{
    public Workshop Workshop { get; private set; } = null!;

    public Submission Submission { get; private set; } = null!;

    public SubmissionPreview Shown { get; private set; } = null!;

    /// <summary>The reader has a part in it: others see its reviews and decide.</summary>
    public bool IsOwn { get; private set; }

    public Assessment? Assessment { get; private set; }

    /// <summary>Declared conflicts are among them.</summary>
    public IReadOnlyList<Domain.Call.Review> Reviews { get; private set; } = [];

    public IReadOnlyList<Reviewer> Reviewers { get; private set; } = [];

    public DiscussionView Discussion { get; private set; } = null!;

    public string? Notice { get; private set; }

    public string NameOf(int reviewer) => Reviewers.FirstOrDefault(r => r.Number == reviewer)?.Name ?? words.ReviewerNumber(reviewer);

    public Task<IActionResult> OnGetAsync(int number, [FromQuery] string? done, CancellationToken cancel)
    {
        Notice = Enum.TryParse<ReviewResult>(done, ignoreCase: true, out var result) ? words.ReviewResultText(result) : null;
        return ShowAsync(number, cancel);
    }

    public async Task<IActionResult> OnPostAssignAsync(int number, [FromForm] int reviewer, CancellationToken cancel)
    {
        var (result, conflict) = await assignments.AssignAsync(number, reviewer, OrganiserSignIn.ActorOf(HttpContext), cancel);
        if (result != ReviewResult.Conflict)
            return Back(number, result);
        Notice = $"{words.ReviewResultText(result)} ({words.ConflictName(conflict)})";
        return await ShowAsync(number, cancel);
    }

    public async Task<IActionResult> OnPostUnassignAsync(int number, [FromForm] int reviewer, CancellationToken cancel) =>
        Back(number, await assignments.UnassignAsync(number, reviewer, OrganiserSignIn.ActorOf(HttpContext), cancel));

    public async Task<IActionResult> OnPostCommentAsync(int number, [FromForm] string? text, CancellationToken cancel)
    {
        var typed = UserInput.CleanText(text ?? "");
        var result = await reviews.CommentAsync(number, OrganiserSignIn.NumberOf(User), isChair: true, typed, cancel);
        if (result != ReviewResult.Invalid)
            return Back(number, result);
        Notice = words.ReviewResultText(result);
        var page = await ShowAsync(number, cancel);
        if (page is PageResult && !IsOwn)
            Discussion = Discussion with { Typed = typed };
        return page;
    }

    /// <summary>The chair has a part in it, or is too near to its authors.</summary>
    public async Task<IActionResult> OnPostConflictAsync(int number, CancellationToken cancel)
    {
        var actor = OrganiserSignIn.ActorOf(HttpContext);
        return Back(number, await reviews.DeclareConflictAsync(number, OrganiserSignIn.NumberOf(User), actor, cancel, isChair: true));
    }

    private IActionResult Back(int number, ReviewResult result) =>
        result == ReviewResult.NotFound
            ? NotFound()
            : LocalRedirect(
                string.Create(CultureInfo.InvariantCulture, $"{IndexModel.Address}/{number}?done={result.ToString().ToLowerInvariant()}")
            );

    private async Task<IActionResult> ShowAsync(int number, CancellationToken cancel)
    {
        Workshop = await siteContext.WorkshopAsync();
        var found = await db.Submissions.AsNoTracking().SingleOrDefaultAsync(s => s.Number == number, cancel);
        if (found is not { Sent: { } sent, State: not SubmissionState.Draft })
            return NotFound();
        var address = string.Create(
            CultureInfo.InvariantCulture,
            $"{IndexModel.Address}/{number}/file/{nameof(SubmissionFileUse.Figure)}/"
        );
        var pictures = await SubmissionDownloads.PicturesAsync(db, found.Id, address, cancel);
        (Submission, Shown) = (found, SubmissionPreview.Of(sent, Workshop, pictures));
        IsOwn = (await OwnSubmissions.OfAsync(db, OrganiserSignIn.ActorOf(HttpContext), cancel)).Contains(number);
        return IsOwn ? Page() : await ShowReviewsAsync(found, cancel);
    }

    private async Task<IActionResult> ShowReviewsAsync(Submission found, CancellationToken cancel)
    {
        Assessment = await db.Assessments.AsNoTracking().SingleOrDefaultAsync(a => a.SubmissionId == found.Id, cancel);
        Reviews = await db.Reviews.AsNoTracking().Where(r => r.SubmissionId == found.Id).OrderBy(r => r.Reviewer).ToListAsync(cancel);
        Reviewers = await ReviewQueries.ReviewersAsync(db, cancel);
        Discussion = await DiscussionView.OfAsync(
            db,
            found.Id,
            string.Create(CultureInfo.InvariantCulture, $"{IndexModel.Address}/{found.Number}?handler=Comment"),
            cancel
        );
        return Page();
    }
}
