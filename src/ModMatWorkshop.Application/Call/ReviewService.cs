using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain.Call;

namespace ModMatWorkshop.Application.Call;

/// <summary>What reviewers do. <see cref="ReviewRules"/> decides; each change is one transaction.</summary>
public sealed class ReviewService(WorkshopDb db, WriteLock writeLock, TimeProvider realTime)
{
    /// <summary>Gives or changes a mark.</summary>
    /// <param name="number">The number of the submission.</param>
    /// <param name="reviewer">The number of the account.</param>
    public Task<ReviewResult> MarkAsync(int number, int reviewer, Mark? mark, ReviewWords words, Actor actor, CancellationToken cancel) =>
        CallTransaction.RunAsync(
            db,
            writeLock,
            async () =>
            {
                var found = await ReviewQueries.FindAsync(db, number, reviewer, CancellationToken.None);
                var result = ReviewRules.Mark(found?.Access ?? ReviewAccess.None, found?.Review, mark, words);
                if (result != ReviewResult.Done)
                    return result;
                found!.Review!.Give(mark!.Value, words, realTime.GetUtcNow());
                Log(actor, "marked a submission", number);
                await RecountAsync(db, [found.Submission.Id]);
                return result;
            },
            cancel
        );

    /// <summary>Keeps words for later, without a mark.</summary>
    /// <inheritdoc cref="MarkAsync"/>
    public Task<ReviewResult> KeepAsync(int number, int reviewer, ReviewWords words, CancellationToken cancel) =>
        CallTransaction.RunAsync(
            db,
            writeLock,
            async () =>
            {
                var found = await ReviewQueries.FindAsync(db, number, reviewer, CancellationToken.None);
                var result = ReviewRules.Keep(found?.Access ?? ReviewAccess.None, found?.Review, words);
                if (result == ReviewResult.Done)
                    found!.Review!.Keep(words);
                return result;
            },
            cancel
        );

    /// <summary>The chair leaves the words for the authors out of the letter, or puts them back.</summary>
    /// <inheritdoc cref="MarkAsync"/>
    public Task<ReviewResult> WithholdAsync(int number, int reviewer, bool isWithheld, Actor actor, CancellationToken cancel) =>
        CallTransaction.RunAsync(
            db,
            writeLock,
            async () =>
            {
                var review = await db
                    .Reviews.Where(LetterRules.HasWords)
                    .Where(r => r.Reviewer == reviewer && db.Submissions.Any(s => s.Id == r.SubmissionId && s.Number == number))
                    .SingleOrDefaultAsync(CancellationToken.None);
                // Whoever has a part in a submission does not read what reviewers say of it.
                if (review is null || (await OwnSubmissions.OfAsync(db, actor, CancellationToken.None)).Contains(number))
                    return ReviewResult.NotFound;
                if (review.IsWithheld == isWithheld)
                    return ReviewResult.NoChange;
                review.IsWithheld = isWithheld;
                Log(actor, isWithheld ? "left words out of a letter" : "put words back into a letter", number);
                return ReviewResult.Done;
            },
            cancel
        );

    /// <summary>The reviewer does not read the submission any more, and their mark is erased.</summary>
    /// <param name="isChair">The chair may declare a conflict with a submission that is not assigned to them.</param>
    /// <inheritdoc cref="MarkAsync"/>
    public Task<ReviewResult> DeclareConflictAsync(int number, int reviewer, Actor actor, CancellationToken cancel, bool isChair = false) =>
        CallTransaction.RunAsync(
            db,
            writeLock,
            async () =>
            {
                if (
                    await ReviewQueries.FindAsync(db, number, reviewer, CancellationToken.None) is not { } found
                    || (found.Review ?? (isChair ? Unassigned(found.Submission.Id, reviewer) : null)) is not { } review
                )
                    return ReviewResult.NotFound;
                if (review.IsConflict)
                    return ReviewResult.NoChange;
                if (found.Review is null)
                    db.Reviews.Add(review);
                review.DeclareConflict(realTime.GetUtcNow());
                Log(actor, "declared a conflict", number);
                await RecountAsync(db, [found.Submission.Id]);
                return ReviewResult.Done;
            },
            cancel
        );

    /// <summary>Adds a remark to the discussion.</summary>
    /// <param name="isChair">The chair takes part in each discussion.</param>
    /// <inheritdoc cref="MarkAsync"/>
    public Task<ReviewResult> CommentAsync(int number, int reviewer, bool isChair, string text, CancellationToken cancel) =>
        CallTransaction.RunAsync(
            db,
            writeLock,
            async () =>
            {
                if (await ReviewQueries.FindAsync(db, number, reviewer, CancellationToken.None) is not { } found)
                    return ReviewResult.NotFound;
                var result = ReviewRules.Comment(found.Access, isChair, found.Conflict, text);
                if (result != ReviewResult.Done)
                    return result;
                var id = found.Submission.Id;
                // The same form that is sent twice is one remark.
                var last = await db
                    .ReviewComments.Where(c => c.SubmissionId == id)
                    .OrderByDescending(c => c.Id)
                    .FirstOrDefaultAsync(CancellationToken.None);
                if (last?.Author == reviewer && last.Text == text)
                    return ReviewResult.NoChange;
                db.ReviewComments.Add(
                    new()
                    {
                        SubmissionId = id,
                        Author = reviewer,
                        At = realTime.GetUtcNow(),
                        Text = text,
                    }
                );
                return result;
            },
            cancel
        );

    private Review Unassigned(Guid submission, int reviewer) =>
        new()
        {
            SubmissionId = submission,
            Reviewer = reviewer,
            AssignedAt = realTime.GetUtcNow(),
        };

    /// <summary>Keeps the laboratory and the topics of a reviewer.</summary>
    public Task<bool> SaveProfileAsync(int reviewer, string affiliation, IReadOnlyList<string> topics, CancellationToken cancel) =>
        CallTransaction.RunAsync(
            db,
            writeLock,
            async () =>
            {
                var profile = await db.ReviewerProfiles.SingleOrDefaultAsync(p => p.Reviewer == reviewer, CancellationToken.None);
                if (profile is null)
                    db.ReviewerProfiles.Add(profile = new() { Reviewer = reviewer });
                (profile.Affiliation, profile.Topics) = (affiliation, topics);
                return true;
            },
            cancel
        );

    /// <summary>Saves pending changes, and counts the reviews of some submissions again.</summary>
    internal static async Task RecountAsync(WorkshopDb db, IReadOnlyCollection<Guid> submissions)
    {
        await db.SaveChangesAsync(CancellationToken.None);
        foreach (var ids in submissions.Chunk(500))
        {
            var marks = (
                await db
                    .Reviews.Where(r => ids.Contains(r.SubmissionId) && r.ConflictAt == null)
                    .Select(r => new { r.SubmissionId, r.Mark })
                    .ToListAsync(CancellationToken.None)
            ).ToLookup(r => r.SubmissionId, r => r.Mark);
            var known = await db
                .Assessments.Where(a => ids.Contains(a.SubmissionId))
                .ToDictionaryAsync(a => a.SubmissionId, CancellationToken.None);
            foreach (var id in ids)
            {
                if (!known.TryGetValue(id, out var assessment))
                    db.Assessments.Add(assessment = new() { SubmissionId = id });
                assessment.Count(Marks.Of([.. marks[id]]));
            }
        }
    }

    private void Log(Actor actor, string action, int number) =>
        db.AuditLog.Add(
            AuditEntry.Of(actor, realTime.GetUtcNow(), action, null, string.Create(CultureInfo.InvariantCulture, $"submission {number}"))
        );
}
