using Microsoft.EntityFrameworkCore;

namespace ModMatWorkshop.Web.Data;

/// <summary>
/// The queue of those who write. SQLite lets one write at a time and makes the next ones wait in a thread each; here they wait without one, so that
/// readers keep theirs. PostgreSQL queues by itself.
/// </summary>
public sealed class WriteTurns : IDisposable
{
    private readonly SemaphoreSlim _oneAtATime = new(1);

    /// <summary>Does the work in one transaction, from the first statement that locks to the commit; nothing remote belongs inside. A lost connection repeats it.</summary>
    public async Task<T> TakeAsync<T>(WorkshopDb db, Func<Task<T>> work, CancellationToken cancel)
    {
        var alone = db.WritesAlone;
        if (alone)
            await _oneAtATime.WaitAsync(cancel);
        try
        {
            return await db.Database.CreateExecutionStrategy().ExecuteAsync(async () =>
            {
                db.ChangeTracker.Clear();
                await using var transaction = await db.Database.BeginTransactionAsync(cancel);
                var result = await work();
                await transaction.CommitAsync(cancel);
                return result;
            });
        }
        finally
        {
            if (alone)
                _oneAtATime.Release();
        }
    }

    public void Dispose() => _oneAtATime.Dispose();
}
