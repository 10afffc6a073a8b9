using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Call;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain.Call;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Web.Security;

namespace ModMatWorkshop.Web.Pages.Admin.Call;

/// <summary>The reviewers with what they have to read, and the plan that shares submissions among them.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class AssignModel(WorkshopDb db, AssignmentService assignments, SiteContext siteContext, Words words) : PageModel
{
    public const string Address = "/admin/call/assign";

    private const int UsualReviews = 3;

    public Workshop Workshop { get; private set; } = null!;

    public IReadOnlyList<Reviewer> Reviewers { get; private set; } = [];

    /// <summary>What each reviewer has and has read, by the number of the account.</summary>
    public IReadOnlyDictionary<int, (int Assigned, int Read)> Loads { get; private set; } = new Dictionary<int, (int, int)>();

    public AssignmentMethod Method { get; private set; }

    public int ReviewsEach { get; private set; } = UsualReviews;

    /// <summary>What the plan would change; null before it is asked for.</summary>
    public AssignmentPreview? Preview { get; private set; }

    public string? Notice { get; private set; }

    public async Task OnGetAsync([FromQuery] string? method, [FromQuery] int? reviews, [FromQuery] int? added, CancellationToken cancel)
    {
        Notice = added is { } count ? words.Assigned(count) : null;
        Read(method, reviews);
        if (method is not null)
            Preview = await assignments.PreviewAsync(Method, ReviewsEach, OrganiserSignIn.ActorOf(HttpContext), cancel);
        await LoadAsync(cancel);
    }

    public async Task<IActionResult> OnPostAssignAsync(
        [FromForm] string? method,
        [FromForm] int? reviews,
        [FromForm] int expected,
        CancellationToken cancel
    )
    {
        Read(method, reviews);
        Preview = await assignments.AssignAllAsync(Method, ReviewsEach, expected, OrganiserSignIn.ActorOf(HttpContext), cancel);
        if (!Preview.IsStale)
            return LocalRedirect(string.Create(CultureInfo.InvariantCulture, $"{Address}?added={expected}"));
        Notice = words.PlanIsStale;
        await LoadAsync(cancel);
        return Page();
    }

    private void Read(string? method, int? reviews) =>
        (Method, ReviewsEach) = (
            method == "topic" ? AssignmentMethod.ByTopic : AssignmentMethod.Evenly,
            Math.Clamp(reviews ?? UsualReviews, 1, ReviewAssignment.MaxReviews)
        );

    private async Task LoadAsync(CancellationToken cancel)
    {
        Workshop = await siteContext.WorkshopAsync();
        Reviewers = await ReviewQueries.ReviewersAsync(db, cancel);
        Loads = await db
            .Reviews.Where(r => r.ConflictAt == null)
            .GroupBy(r => r.Reviewer)
            .Select(g => new
            {
                g.Key,
                Assigned = g.Count(),
                Read = g.Count(r => r.Mark != null),
            })
            .ToDictionaryAsync(g => g.Key, g => (g.Assigned, g.Read), cancel);
    }
}
