using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain.Call;
using ModMatWorkshop.Domain.Organisers;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Call;

/// <summary>A submission as one reviewer may see it.</summary>
/// <param name="Review">Null for a submission that is assigned to others.</param>
/// <param name="Conflict">What the names and laboratories say; null for no conflict.</param>
public sealed record ReviewedSubmission(Submission Submission, Review? Review, ReviewConflict? Conflict)
{
    public ReviewAccess Access => ReviewRules.AccessTo(Submission.State, Review, Conflict);
}

/// <param name="Text">What the reviewer may see of it.</param>
public sealed record ReviewLine(int Number, SubmissionText Text, Mark? Mark);

/// <summary>Queries about reviewers and reviews that several pages share.</summary>
public static class ReviewQueries
{
    /// <summary>The accounts that read submissions, by their numbers.</summary>
    public static async Task<IReadOnlyList<Reviewer>> ReviewersAsync(WorkshopDb db, CancellationToken cancel)
    {
        var accounts = await db
            .Organisers.AsNoTracking()
            .Where(o => o.DisabledAt == null && (o.Roles & OrganiserRoles.Reviewer) != OrganiserRoles.None)
            .OrderBy(o => o.Number)
            .ToListAsync(cancel);
        var profiles = await db.ReviewerProfiles.AsNoTracking().ToDictionaryAsync(p => p.Reviewer, cancel);
        return [.. accounts.Select(account => ReviewerOf(account, profiles.GetValueOrDefault(account.Number)))];
    }

    /// <summary>One account as a reviewer; null if there is none with this number.</summary>
    public static async Task<Reviewer?> ReviewerAsync(WorkshopDb db, int number, CancellationToken cancel) =>
        await db.Organisers.AsNoTracking().SingleOrDefaultAsync(o => o.Number == number, cancel) is { } account
            ? ReviewerOf(account, await db.ReviewerProfiles.AsNoTracking().SingleOrDefaultAsync(p => p.Reviewer == number, cancel))
            : null;

    /// <summary>A submission with what a reviewer may see of it; null if there is none with this number.</summary>
    public static async Task<ReviewedSubmission?> FindAsync(WorkshopDb db, int number, int reviewer, CancellationToken cancel)
    {
        var submission = await db.Submissions.SingleOrDefaultAsync(s => s.Number == number && s.State == SubmissionState.Submitted, cancel);
        if (submission is null || await ReviewerAsync(db, reviewer, cancel) is not { } person)
            return null;
        var review = await db.Reviews.SingleOrDefaultAsync(r => r.SubmissionId == submission.Id && r.Reviewer == reviewer, cancel);
        return new(submission, review, await ConflictAsync(db, submission, person, review?.IsConflict == true, cancel));
    }

    /// <summary>The conflict of a reviewer with one submission; null for none.</summary>
    public static async Task<ReviewConflict?> ConflictAsync(
        WorkshopDb db,
        Submission submission,
        Reviewer reviewer,
        bool isDeclared,
        CancellationToken cancel
    )
    {
        var (stem, email) = ($" {AuthorKey.Of(reviewer.Name).Stem} ", reviewer.Email);
        var own = await db
            .Submissions.AsNoTracking()
            .Where(s => s.State == SubmissionState.Submitted && s.Id != submission.Id)
            .Where(s => s.AuthorStems.Contains(stem) || s.Email == email)
            .Select(s => new SubmissionPeople(s.Number, s.Email, s.AuthorNames, s.Laboratories))
            .ToListAsync(cancel);
        return new ReviewConflicts([.. own, PeopleOf(submission)]).Find(reviewer, submission.Number, isDeclared);
    }

    /// <summary>What is assigned to a reviewer, those that are not read first. Declared conflicts are left out.</summary>
    public static IQueryable<Review> Of(WorkshopDb db, int reviewer) =>
        db
            .Reviews.AsNoTracking()
            .Where(r => r.Reviewer == reviewer && r.ConflictAt == null)
            .Where(r => db.Submissions.Any(s => s.Id == r.SubmissionId && s.State == SubmissionState.Submitted));

    /// <summary>The number of the next submission after this one that the reviewer has not read; null for none.</summary>
    /// <param name="after">0 for the first one.</param>
    public static async Task<int?> NextAsync(WorkshopDb db, int reviewer, int after, CancellationToken cancel)
    {
        var unread = Of(db, reviewer)
            .Where(r => r.Mark == null)
            .Join(db.Submissions, r => r.SubmissionId, s => s.Id, (r, s) => s.Number)
            .OrderBy(n => n);
        return await unread.Where(n => n > after).Select(n => (int?)n).FirstOrDefaultAsync(cancel)
            ?? await unread.Where(n => n < after).Select(n => (int?)n).FirstOrDefaultAsync(cancel);
    }

    internal static SubmissionPeople PeopleOf(Submission s) => new(s.Number, s.Email, s.AuthorNames, s.Laboratories);

    private static Reviewer ReviewerOf(Organiser account, ReviewerProfile? profile) =>
        new(
            account.Number,
            account.Name,
            EmailAddress.TryParse(account.Email ?? "", out var email) ? email.Value : "",
            profile is { Affiliation.Length: > 0 } ? [profile.Affiliation] : [],
            profile?.Topics ?? []
        );
}
