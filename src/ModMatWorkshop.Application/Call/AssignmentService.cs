using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain.Call;

namespace ModMatWorkshop.Application.Call;

public enum AssignmentMethod
{
    Evenly,

    /// <summary>To those who know one of the topics.</summary>
    ByTopic,
}

/// <param name="Before">How many submissions each reviewer has now, by the number of the reviewer.</param>
/// <param name="IsStale">The plan is not the one that was shown, and nothing is saved.</param>
public sealed record AssignmentPreview(
    AssignmentPlan Plan,
    IReadOnlyList<Reviewer> Reviewers,
    IReadOnlyDictionary<int, int> Before,
    bool IsStale = false
);

/// <summary>Gives submissions to reviewers: many by <see cref="ReviewAssignment"/>, or one by hand.</summary>
public sealed class AssignmentService(WorkshopDb db, WriteLock writeLock, TimeProvider realTime)
{
    /// <param name="reviews">How many each submission gets.</param>
    /// <param name="actor">Who assigns. Their own submissions are left to others.</param>
    public async Task<AssignmentPreview> PreviewAsync(AssignmentMethod method, int reviews, Actor actor, CancellationToken cancel) =>
        (await PlanAsync(method, reviews, actor, cancel)).Preview;

    /// <param name="expected">The number of assignments that the preview showed.</param>
    /// <inheritdoc cref="PreviewAsync"/>
    public Task<AssignmentPreview> AssignAllAsync(
        AssignmentMethod method,
        int reviews,
        int expected,
        Actor actor,
        CancellationToken cancel
    ) =>
        CallTransaction.RunAsync(
            db,
            writeLock,
            async () =>
            {
                var (preview, ids) = await PlanAsync(method, reviews, actor, CancellationToken.None);
                var added = preview.Plan.Added;
                if (added.Count != expected)
                    return preview with { IsStale = true };
                var now = realTime.GetUtcNow();
                db.Reviews.AddRange(
                    added.Select(a => new Review
                    {
                        SubmissionId = ids[a.Submission],
                        Reviewer = a.Reviewer,
                        AssignedAt = now,
                    })
                );
                Log(actor, "assigned submissions", string.Create(CultureInfo.InvariantCulture, $"{method}, {reviews}: {added.Count}"));
                await ReviewService.RecountAsync(db, [.. added.Select(a => ids[a.Submission]).Distinct()]);
                return preview;
            },
            cancel
        );

    /// <param name="number">The number of the submission.</param>
    /// <param name="reviewer">The number of the account.</param>
    /// <returns>The result, with the conflict that is in the way.</returns>
    public Task<(ReviewResult Result, ReviewConflict? Conflict)> AssignAsync(
        int number,
        int reviewer,
        Actor actor,
        CancellationToken cancel
    ) =>
        CallTransaction.RunAsync<(ReviewResult, ReviewConflict?)>(
            db,
            writeLock,
            async () =>
            {
                var people = await ReviewQueries.ReviewersAsync(db, CancellationToken.None);
                var found = await ReviewQueries.FindAsync(db, number, reviewer, CancellationToken.None);
                var own = await OwnSubmissions.OfAsync(db, actor, CancellationToken.None);
                if (found is null || own.Contains(number) || people.All(p => p.Number != reviewer))
                    return (ReviewResult.NotFound, null);
                var result = ReviewRules.Assign(found.Submission.State, found.Review, found.Conflict);
                if (result == ReviewResult.Done)
                {
                    db.Reviews.Add(
                        new()
                        {
                            SubmissionId = found.Submission.Id,
                            Reviewer = reviewer,
                            AssignedAt = realTime.GetUtcNow(),
                        }
                    );
                    Log(actor, "assigned a submission", Line(number, reviewer));
                    await ReviewService.RecountAsync(db, [found.Submission.Id]);
                }
                return (result, found.Conflict);
            },
            cancel
        );

    /// <inheritdoc cref="AssignAsync"/>
    public Task<ReviewResult> UnassignAsync(int number, int reviewer, Actor actor, CancellationToken cancel) =>
        CallTransaction.RunAsync(
            db,
            writeLock,
            async () =>
            {
                if ((await OwnSubmissions.OfAsync(db, actor, CancellationToken.None)).Contains(number))
                    return ReviewResult.NotFound;
                var review = await db.Reviews.SingleOrDefaultAsync(
                    r => r.Reviewer == reviewer && db.Submissions.Any(s => s.Id == r.SubmissionId && s.Number == number),
                    CancellationToken.None
                );
                var result = ReviewRules.Unassign(review);
                if (result == ReviewResult.Done)
                {
                    db.Reviews.Remove(review!);
                    Log(actor, "took a submission away", Line(number, reviewer));
                    await ReviewService.RecountAsync(db, [review!.SubmissionId]);
                }
                return result;
            },
            cancel
        );

    private async Task<(AssignmentPreview Preview, Dictionary<int, Guid> Ids)> PlanAsync(
        AssignmentMethod method,
        int reviews,
        Actor actor,
        CancellationToken cancel
    )
    {
        var own = await OwnSubmissions.OfAsync(db, actor, cancel);
        var reviewers = await ReviewQueries.ReviewersAsync(db, cancel);
        var submissions = await db
            .Submissions.Where(s => s.State == SubmissionState.Submitted)
            .Select(s => new
            {
                s.Id,
                s.Number,
                s.Email,
                s.Topics,
                s.AuthorNames,
                s.AuthorStems,
                s.Laboratories,
            })
            .ToListAsync(cancel);
        var given = await db
            .Reviews.Select(r => new
            {
                r.SubmissionId,
                r.Reviewer,
                IsConflict = r.ConflictAt != null,
            })
            .ToListAsync(cancel);
        var assigned = given.Where(r => !r.IsConflict).ToLookup(r => r.SubmissionId, r => r.Reviewer);
        var ids = submissions.ToDictionary(s => s.Number, s => s.Id);
        var declared = given.Where(r => r.IsConflict).ToLookup(r => r.Reviewer, r => r.SubmissionId);
        var conflicts = new ReviewConflicts(
            submissions.Select(s => new SubmissionPeople(s.Number, s.Email, s.AuthorNames, s.Laboratories, s.AuthorStems))
        );
        var numbers = submissions.ToDictionary(s => s.Id, s => s.Number);
        var refused = reviewers.ToDictionary(
            r => r.Number,
            r => conflicts.Of(r).Concat(declared[r.Number].Where(numbers.ContainsKey).Select(id => numbers[id])).ToHashSet()
        );
        var works = submissions
            .Where(s => !own.Contains(s.Number))
            .Select(s => new AssignableSubmission(
                s.Number,
                s.Topics.Split(' ', StringSplitOptions.RemoveEmptyEntries),
                [.. assigned[s.Id].Order()]
            ))
            .ToList();
        var plan =
            method == AssignmentMethod.ByTopic
                ? ReviewAssignment.ByTopic(works, reviewers, reviews, Conflicts)
                : ReviewAssignment.Evenly(works, reviewers, reviews, Conflicts);
        var loads = works.SelectMany(w => w.Reviewers).CountBy(number => number).ToDictionary();
        var before = reviewers.ToDictionary(r => r.Number, r => loads.GetValueOrDefault(r.Number));
        return (new(plan, reviewers, before), ids);

        bool Conflicts(Reviewer reviewer, int submission) => refused[reviewer.Number].Contains(submission);
    }

    private static string Line(int number, int reviewer) =>
        string.Create(CultureInfo.InvariantCulture, $"submission {number}, organiser {reviewer}");

    private void Log(Actor actor, string action, string result) =>
        db.AuditLog.Add(AuditEntry.Of(actor, realTime.GetUtcNow(), action, null, result));
}
