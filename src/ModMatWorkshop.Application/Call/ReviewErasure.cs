using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Domain.Call;

namespace ModMatWorkshop.Application.Call;

/// <summary>Erases what the committee has written about submissions that are withdrawn, once that cannot be undone any more.</summary>
internal static class ReviewErasure
{
    /// <returns>True if anything was erased.</returns>
    public static async Task<bool> EraseDueAsync(WorkshopDb db, RegistrationQueue queue, DateTimeOffset now, CancellationToken cancel)
    {
        var before = now - SubmissionRules.UndoTime;
        var found = Due(db);
        if (!await db.Assessments.AnyAsync(a => found.Contains(a.SubmissionId), cancel))
            return false;
        return await queue.RunAsync(
            db,
            async transaction =>
            {
                var (changed, due) = (transaction.Db, Due(transaction.Db));
                await changed.Reviews.Where(r => due.Contains(r.SubmissionId)).ExecuteDeleteAsync();
                await changed.DecisionRecords.Where(r => due.Contains(r.SubmissionId)).ExecuteDeleteAsync();
                await changed.ReviewComments.Where(c => due.Contains(c.SubmissionId)).ExecuteDeleteAsync();
                await changed.Assessments.Where(a => due.Contains(a.SubmissionId)).ExecuteDeleteAsync();
                return true;
            },
            cancel
        );

        IQueryable<Guid> Due(WorkshopDb from) =>
            from.Submissions.Where(s => s.State == SubmissionState.Withdrawn && s.WithdrawnAt < before).Select(s => s.Id);
    }
}
