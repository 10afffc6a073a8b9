using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain.Call;

namespace ModMatWorkshop.Application.Call;

/// <summary>
/// Finds the submissions about which an account decides nothing and learns nothing, because its owner has a part in them.
/// <see cref="ReviewRules.IsOwn"/> says which these are.
/// </summary>
public static class OwnSubmissions
{
    /// <summary>None, for queries that no account asks.</summary>
    public static readonly IReadOnlyCollection<int> None = [];

    /// <param name="actor">An organiser; anybody else has none.</param>
    /// <returns>Their numbers.</returns>
    public static Task<IReadOnlyCollection<int>> OfAsync(WorkshopDb db, Actor actor, CancellationToken cancel) =>
        OfAsync(db, Actor.OrganiserIn(actor.Name), cancel);

    /// <param name="account">The number of the account; null for none.</param>
    /// <returns>Their numbers.</returns>
    public static async Task<IReadOnlyCollection<int>> OfAsync(WorkshopDb db, int? account, CancellationToken cancel)
    {
        if (account is not { } number || await ReviewQueries.ReviewerAsync(db, number, cancel) is not { } person)
            return None;
        var (stem, email) = ($" {AuthorKey.Of(person.Name).Stem} ", person.Email);
        var found = await db
            .Submissions.AsNoTracking()
            .Where(s => s.State != SubmissionState.Draft)
            .Select(s => new
            {
                s.Number,
                s.Email,
                s.AuthorNames,
                IsNamed = s.AuthorStems.Contains(stem) || s.Email == email,
                IsDeclared = db.Reviews.Any(r => r.SubmissionId == s.Id && r.Reviewer == number && r.ConflictAt != null),
            })
            .Where(s => s.IsNamed || s.IsDeclared)
            .ToListAsync(cancel);
        var conflicts = new ReviewConflicts(found.Select(s => new SubmissionPeople(s.Number, s.Email, s.AuthorNames, [])));
        return [.. found.Where(s => ReviewRules.IsOwn(conflicts.Find(person, s.Number, s.IsDeclared))).Select(s => s.Number)];
    }
}
