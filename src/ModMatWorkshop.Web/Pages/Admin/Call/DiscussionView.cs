using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain.Call;

namespace ModMatWorkshop.Web.Pages.Admin.Call;

/// <summary>The discussion of one submission, with its form.</summary>
/// <param name="Names">The names of the authors of the remarks, by the numbers of their accounts.</param>
/// <param name="Action">Where the form posts to.</param>
/// <param name="Typed">A remark that was not accepted.</param>
public sealed record DiscussionView(
    IReadOnlyList<ReviewComment> Comments,
    IReadOnlyDictionary<int, string> Names,
    string Action,
    string Typed = ""
)
{
    public static async Task<DiscussionView> OfAsync(WorkshopDb db, Guid submission, string action, CancellationToken cancel)
    {
        var comments = await db
            .ReviewComments.AsNoTracking()
            .Where(c => c.SubmissionId == submission)
            .OrderBy(c => c.Id)
            .ToListAsync(cancel);
        var authors = comments.Select(c => c.Author).Distinct().ToList();
        var names = await db
            .Organisers.Where(o => authors.Contains(o.Number))
            .Select(o => new { o.Number, o.Name })
            .ToDictionaryAsync(o => o.Number, o => o.Name, cancel);
        return new(comments, names, action);
    }
}
