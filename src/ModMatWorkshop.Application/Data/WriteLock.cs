using Microsoft.EntityFrameworkCore;

namespace ModMatWorkshop.Application.Data;

/// <summary>
/// The queue of those who write. A database makes a writer wait in a thread, or on a connection, that readers need; here they wait on
/// neither.
/// Between several instances the database itself decides who comes first.
/// </summary>
public sealed class WriteLock : IDisposable
{
    private static readonly TimeSpan MaxYieldTime = TimeSpan.FromSeconds(2);
    private readonly SemaphoreSlim _oneAtATime = new(1);
    private int _inQueue;

    /// <summary>
    /// Does the work in one transaction, from the first statement that locks to the commit; nothing remote belongs inside.
    /// </summary>
    /// <param name="lowPriority">Nobody waits for the answer: those for whose answer somebody does go first, for a while.</param>
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
                    // Whatever fails rolls back all of it.
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
