using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;

namespace ModMatWorkshop.Application.Call;

internal static class CallTransaction
{
    /// <summary>Runs a change of the call in one transaction under the write lock, and saves it.</summary>
    public static Task<T> RunAsync<T>(WorkshopDb db, WriteLock writeLock, Func<Task<T>> work, CancellationToken cancel) =>
        writeLock.RunAsync(
            db,
            async () =>
            {
                // The row has the number of the last submission. A second writer waits here.
                await db.WorkshopStates.ExecuteUpdateAsync(
                    s => s.SetProperty(x => x.LastSubmission, x => x.LastSubmission),
                    CancellationToken.None
                );
                var result = await work();
                await db.SaveChangesAsync(CancellationToken.None);
                return result;
            },
            cancel
        );
}
