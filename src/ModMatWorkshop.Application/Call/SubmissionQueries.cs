using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain.Call;

namespace ModMatWorkshop.Application.Call;

/// <summary>Queries about submissions that several pages share.</summary>
public static class SubmissionQueries
{
    /// <summary>The latest submissions suffice: most laboratories send several.</summary>
    private const int MostRead = 500;

    private const int MostNames = 300;

    /// <summary>The names of the laboratories in this call, sorted. Who works there is not told.</summary>
    public static async Task<IReadOnlyList<string>> LaboratoriesAsync(WorkshopDb db, CancellationToken cancel)
    {
        // Only from addresses that somebody has confirmed: a stranger does not write into the forms of others.
        var lists = await db
            .Submissions.Where(s => s.State == SubmissionState.Submitted && s.ConfirmedAt != null)
            .OrderByDescending(s => s.SentAt)
            .Take(MostRead)
            .Select(s => s.Laboratories)
            .ToListAsync(cancel);
        return
        [
            .. lists
                .SelectMany(names => names)
                .GroupBy(name => name)
                .OrderByDescending(g => g.Count())
                .Take(MostNames)
                .Select(g => g.Key)
                .Order(StringComparer.CurrentCulture),
        ];
    }

    /// <summary>The number of submissions in each state.</summary>
    public static async Task<IReadOnlyDictionary<SubmissionState, int>> CountsAsync(WorkshopDb db, CancellationToken cancel) =>
        await db
            .Submissions.GroupBy(s => s.State)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
}
