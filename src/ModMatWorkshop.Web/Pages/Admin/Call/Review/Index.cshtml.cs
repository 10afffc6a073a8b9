using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Call;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Call;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Web.Security;

namespace ModMatWorkshop.Web.Pages.Admin.Call.Review;

/// <summary>What a reviewer has to read, and what the call knows of them.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class IndexModel(WorkshopDb db, ReviewService reviews, SiteContext siteContext, Words words) : PageModel
{
    public const string Address = "/admin/call/review";

    private const int PageSize = 50;

    public Workshop Workshop { get; private set; } = null!;

    public ReviewerProfile Profile { get; private set; } = null!;

    public int AssignedCount { get; private set; }

    public int ReadCount { get; private set; }

    /// <summary>The number of the first submission that is not read; null for none.</summary>
    public int? Next { get; private set; }

    public Paging Paging { get; private set; } = new(1, 1, PageSize);

    /// <summary>Those that are not read first; the title as this reviewer may see it.</summary>
    public IReadOnlyList<ReviewLine> Lines { get; private set; } = [];

    public string? Notice { get; private set; }

    public async Task OnGetAsync(
        [FromQuery(Name = "page")] int? page,
        [FromQuery] string? done,
        [FromQuery] int? number,
        CancellationToken cancel
    )
    {
        Notice = done switch
        {
            "saved" => words.ProfileSaved,
            "conflict" when number is { } declared => words.ConflictDeclared(declared),
            "A" or "B" or "C" when number is { } marked => words.MarkSaved(marked, Enum.Parse<Mark>(done)),
            "kept" when number is { } kept => words.WordKept(kept),
            _ => null,
        };
        await LoadAsync(page, cancel);
    }

    public async Task<IActionResult> OnPostProfileAsync(
        [FromForm] string? affiliation,
        [FromForm] string[] topics,
        CancellationToken cancel
    )
    {
        var call = (await siteContext.WorkshopAsync()).Call;
        var typed = UserInput.CleanLine(UserInput.CleanText(affiliation ?? ""));
        if (typed.Length > SubmissionFields.Authors.MaxLength)
        {
            Notice = words.Of(FieldErrors.TooLong(new("Laboratoire", "Affiliation"), SubmissionFields.Authors.MaxLength));
            await LoadAsync(null, cancel);
            (Profile.Affiliation, Profile.Topics) = (typed, topics);
            return Page();
        }
        await reviews.SaveProfileAsync(
            OrganiserSignIn.NumberOf(User),
            typed,
            [.. (call?.TopicsOf(topics) ?? []).Select(t => t.Key)],
            cancel
        );
        return LocalRedirect($"{Address}?done=saved");
    }

    private async Task LoadAsync(int? page, CancellationToken cancel)
    {
        var reviewer = OrganiserSignIn.NumberOf(User);
        Workshop = await siteContext.WorkshopAsync();
        Profile = await db.ReviewerProfiles.AsNoTracking().SingleOrDefaultAsync(p => p.Reviewer == reviewer, cancel)
            ?? new ReviewerProfile { Reviewer = reviewer };
        var mine = ReviewQueries.Of(db, reviewer);
        AssignedCount = await mine.CountAsync(cancel);
        ReadCount = await mine.CountAsync(r => r.Mark != null, cancel);
        Next = await ReviewQueries.NextAsync(db, reviewer, 0, cancel);
        Paging = Paging.Of(page, AssignedCount, PageSize);
        var found = await mine.Join(db.Submissions, r => r.SubmissionId, s => s.Id, (r, s) => new { r.Mark, Submission = s })
            .OrderBy(x => x.Mark != null)
            .ThenBy(x => x.Submission.Number)
            .Skip(Paging.Skip)
            .Take(PageSize)
            .ToListAsync(cancel);
        var isBlind = Workshop.Call?.IsBlind == true;
        Lines =
        [
            .. found.Select(x =>
            {
                var text = isBlind ? BlindView.Of(x.Submission.Read, x.Submission.Email) : x.Submission.Read;
                return new ReviewLine(x.Submission.Number, text, x.Mark);
            }),
        ];
    }
}
