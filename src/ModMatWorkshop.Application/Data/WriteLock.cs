using Microsoft.EntityFrameworkCore;

namespace ModMatWorkshop.Application.Data;

/// <summary>
/// Runs the writers of this process one at a time. They wait without a thread and without a connection, which readers need. Between
/// instances, the lock of the database decides.
/// </summary>
public sealed class WriteLock : IDisposable
{
    private static readonly TimeSpan MaxYieldTime = TimeSpan.FromSeconds(2);
    private readonly SemaphoreSlim _oneAtATime = new(1);
    private int _inQueue;

    /// <summary>Runs the work in one transaction, from the first lock to the commit. The work must not call remote services.</summary>
    /// <param name="lowPriority">For background work: requests go first, for up to two seconds.</param>
    public async Task<T> RunAsync<T>(WorkshopDb db, Func<Task<T>> work, CancellationToken cancel, bool lowPriority = false)
    {
        var since = Environment.TickCount64;
        while (lowPriority && Volatile.Read(ref _inQueue) > 0 && Environment.TickCount64 - since < MaxYieldTime.TotalMilliseconds)
            await Task.Delay(20, cancel);
        Interlocked.Increment(ref _inQueue);
        try
        {
            await _oneAtATime.WaitAsync(cancel);
        }
        catch (OperationCanceledException)
        {
            Interlocked.Decrement(ref _inQueue);
            throw;
        }
        try
        {
            return await db
                .Database.CreateExecutionStrategy()
                .ExecuteAsync(async () =>
                {
                    db.ChangeTracker.Clear();
                    // A failure rolls back the whole transaction, so savepoints are unnecessary.
                    db.Database.AutoSavepointsEnabled = false;
                    await using var transaction = await db.Database.BeginTransactionAsync(cancel);
                    var result = await work();
                    await transaction.CommitAsync(cancel);
                    return result;
                });
        }
        finally
        {
            Interlocked.Decrement(ref _inQueue);
            _oneAtATime.Release();
        }
    }

    public void Dispose() => _oneAtATime.Dispose();
}
