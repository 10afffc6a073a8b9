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

namespace ModMatWorkshop.Web.Pages.Admin.Call.Review;

/// <summary>One submission for its reviewer. For everybody else it does not exist.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class SubmissionModel(WorkshopDb db, ReviewService reviews, SiteContext siteContext, Words words) : PageModel
{
    public Workshop Workshop { get; private set; } = null!;

    public int Number { get; private set; }

    public ReviewAccess Access { get; private set; }

    /// <summary>What this reviewer may see; null where a conflict refuses it.</summary>
    public SubmissionText? Text { get; private set; }

    public SubmissionPreview? Shown { get; private set; }

    public Domain.Call.Review? Mine { get; private set; }

    /// <summary>The marks of the others; empty before the reviewer has given their own.</summary>
    public IReadOnlyList<Domain.Call.Review> Others { get; private set; } = [];

    public DiscussionView? Discussion { get; private set; }

    /// <summary>The words as they were typed.</summary>
    public ReviewWords Typed { get; private set; } = new("");

    public string? Notice { get; private set; }

    public string? Error { get; private set; }

    public async Task<IActionResult> OnGetAsync(
        int number,
        [FromQuery] string? done,
        [FromQuery(Name = "of")] int? of,
        CancellationToken cancel
    )
    {
        Notice = done switch
        {
            "A" or "B" or "C" when of is { } marked => words.MarkSaved(marked, Enum.Parse<Mark>(done)),
            "kept" when of is { } kept => words.WordKept(kept),
            "said" => words.ReviewResultText(ReviewResult.Done),
            _ => null,
        };
        return await ShowAsync(number, null, cancel);
    }

    /// <summary>Gives a mark, or keeps the comment if no button with a mark was pressed, and goes on to the next submission.</summary>
    public async Task<IActionResult> OnPostMarkAsync(
        int number,
        [FromForm] string? mark,
        [FromForm] string? word,
        [FromForm(Name = "for-authors")] string? forAuthors,
        CancellationToken cancel
    )
    {
        var reviewer = OrganiserSignIn.NumberOf(User);
        var typed = new ReviewWords(UserInput.CleanText(word ?? ""), UserInput.CleanText(forAuthors ?? "").Trim());
        var isLater = mark == "later";
        Mark? given = mark is "A" or "B" or "C" ? Enum.Parse<Mark>(mark) : null;
        var result = isLater
            ? await reviews.KeepAsync(number, reviewer, typed, cancel)
            : await reviews.MarkAsync(number, reviewer, given, typed, OrganiserSignIn.ActorOf(HttpContext), cancel);
        if (result is ReviewResult.NotFound)
            return NotFound();
        if (result is ReviewResult.Invalid or ReviewResult.Conflict)
        {
            Error = result == ReviewResult.Invalid ? words.NotMarked : null;
            return await ShowAsync(number, typed, cancel);
        }
        var next = await ReviewQueries.NextAsync(db, reviewer, number, cancel);
        var done = isLater ? "kept" : mark;
        return LocalRedirect(
            next is { } follows
                ? string.Create(CultureInfo.InvariantCulture, $"{IndexModel.Address}/{follows}?done={done}&of={number}")
                : string.Create(CultureInfo.InvariantCulture, $"{IndexModel.Address}?done={done}&number={number}")
        );
    }

    public async Task<IActionResult> OnPostConflictAsync(int number, CancellationToken cancel)
    {
        var result = await reviews.DeclareConflictAsync(
            number,
            OrganiserSignIn.NumberOf(User),
            OrganiserSignIn.ActorOf(HttpContext),
            cancel
        );
        return result == ReviewResult.NotFound
            ? NotFound()
            : LocalRedirect(string.Create(CultureInfo.InvariantCulture, $"{IndexModel.Address}?done=conflict&number={number}"));
    }

    public async Task<IActionResult> OnPostCommentAsync(int number, [FromForm] string? text, CancellationToken cancel)
    {
        var typed = UserInput.CleanText(text ?? "");
        var result = await reviews.CommentAsync(number, OrganiserSignIn.NumberOf(User), isChair: false, typed, cancel);
        if (result == ReviewResult.NotFound)
            return NotFound();
        if (result != ReviewResult.Invalid)
            return LocalRedirect(string.Create(CultureInfo.InvariantCulture, $"{IndexModel.Address}/{number}?done=said#discussion"));
        Error = words.ReviewResultText(result);
        var page = await ShowAsync(number, null, cancel);
        Discussion = Discussion is { } shown ? shown with { Typed = typed } : null;
        return page;
    }

    private async Task<IActionResult> ShowAsync(int number, ReviewWords? typed, CancellationToken cancel)
    {
        var reviewer = OrganiserSignIn.NumberOf(User);
        var found = await ReviewQueries.FindAsync(db, number, reviewer, cancel);
        if (found is null or { Access: ReviewAccess.None })
            return NotFound();
        (Workshop, Number, Access) = (await siteContext.WorkshopAsync(), number, found.Access);
        if (Access == ReviewAccess.Conflict)
        {
            Response.StatusCode = StatusCodes.Status403Forbidden;
            return Page();
        }
        var submission = found.Submission;
        Text = Workshop.Call?.IsBlind == true ? BlindView.Of(submission.Read, submission.Email) : submission.Read;
        var address = string.Create(CultureInfo.InvariantCulture, $"{IndexModel.Address}/{number}/figure/");
        Shown = SubmissionPreview.Of(Text, Workshop, await SubmissionDownloads.PicturesAsync(db, submission.Id, address, cancel));
        (Mine, Typed) = (found.Review, typed ?? found.Review!.Words);
        if (Access == ReviewAccess.All)
        {
            Others = await db
                .Reviews.AsNoTracking()
                .Where(r => r.SubmissionId == submission.Id && r.Reviewer != reviewer && r.Mark != null)
                .OrderBy(r => r.Reviewer)
                .ToListAsync(cancel);
            Discussion = await DiscussionView.OfAsync(
                db,
                submission.Id,
                string.Create(CultureInfo.InvariantCulture, $"{IndexModel.Address}/{number}?handler=Comment"),
                cancel
            );
        }
        return Page();
    }
}
