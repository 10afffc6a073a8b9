using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain.Call;

namespace ModMatWorkshop.Application.Call;

/// <summary>The call in numbers.</summary>
public static class CallReports
{
    /// <summary>The totals; after the erasure of the submissions, those that were saved before it.</summary>
    public static async Task<CallReport> ReadAsync(WorkshopDb db, CancellationToken cancel) =>
        await db.CallTotals.AsNoTracking().OrderByDescending(t => t.Id).FirstOrDefaultAsync(cancel) is { Report: var saved }
        && !await db.Submissions.AnyAsync(s => s.State != SubmissionState.Draft, cancel)
            ? saved
            : await CountAsync(db, cancel);

    /// <summary>Counts the submissions that are there. The database counts those that are alike, so that no text is read.</summary>
    public static async Task<CallReport> CountAsync(WorkshopDb db, CancellationToken cancel)
    {
        var groups = await (
            from submission in db.Submissions
            where submission.State == SubmissionState.Submitted
            join assessment in db.Assessments on submission.Id equals assessment.SubmissionId into assessments
            from assessment in assessments.DefaultIfEmpty()
            group submission by new
            {
                submission.Kind,
                submission.Topics,
                submission.Place,
                Outcome = (CallOutcome?)assessment!.Outcome,
                assessment.DecidedKind,
            } into alike
            select new { alike.Key, Count = alike.Count() }
        ).ToListAsync(cancel);
        return CallReport.Of(
            [
                .. groups.Select(g => new CountedSubmissions(
                    g.Key.Kind,
                    g.Key.Topics.Split(' ', StringSplitOptions.RemoveEmptyEntries),
                    Countries.Find(g.Key.Place),
                    new(g.Key.Outcome ?? CallOutcome.Undecided, g.Key.DecidedKind ?? ""),
                    g.Count
                )),
            ],
            await db.Submissions.CountAsync(s => s.State == SubmissionState.Withdrawn, cancel)
        );
    }
}
