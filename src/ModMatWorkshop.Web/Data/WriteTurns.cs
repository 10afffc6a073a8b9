using Microsoft.EntityFrameworkCore;

namespace ModMatWorkshop.Web.Data;

/// <summary>
/// The queue of those who write. A database makes a writer wait in a thread, or on a connection, that readers need; here they wait on neither.
/// Between several instances the database itself decides who comes first.
/// </summary>
public sealed class WriteTurns : IDisposable
{
    private readonly SemaphoreSlim _oneAtATime = new(1);

    /// <summary>Does the work in one transaction, from the first statement that locks to the commit; nothing remote belongs inside.</summary>
    public async Task<T> TakeAsync<T>(WorkshopDb db, Func<Task<T>> work, CancellationToken cancel)
    {
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
            _oneAtATime.Release();
        }
    }

    public void Dispose() => _oneAtATime.Dispose();
}
