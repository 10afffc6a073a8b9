using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Mail;

namespace ModMatWorkshop.Application.Registrations;

/// <summary>
/// Runs changes of registrations in the order of arrival. The first request in the queue runs the changes of all waiting requests in one
/// transaction, so that many changes cost one flush to disk.
/// </summary>
public sealed class RegistrationQueue(
    WriteLock writeLock,
    SiteClock clock,
    TimeProvider realTime,
    OutboxSignal mailSignal,
    DataVersions versions,
    SiteSettings settings
)
{
    /// <summary>Limits the delay of the first request, which waits for its whole group.</summary>
    private const int MaxGroup = 32;

    private readonly Queue<QueuedRequest> _queue = [];
    private bool _isBusy;

    /// <param name="db">Used if this request leads a group. Otherwise the work uses the database context of the leading request.</param>
    /// <param name="work">Runs a second time, alone, if another request of its group fails.</param>
    /// <param name="cancel">Ignored once the work has begun.</param>
    internal async Task<T> RunAsync<T>(WorkshopDb db, Func<RegistrationTransaction, Task<T>> work, CancellationToken cancel)
    {
        var request = new QueuedRequest<T>(work, cancel);
        lock (_queue)
        {
            _queue.Enqueue(request);
            if (!_isBusy)
                SignalNext();
        }
        if (!await request.IsDoneByAnotherAsync())
            await RunGroupAsync(db);
        return await request.ResultAsync();
    }

    private async Task RunGroupAsync(WorkshopDb db)
    {
        List<QueuedRequest> group = [];
        lock (_queue)
            while (group.Count < MaxGroup && _queue.TryDequeue(out var request))
                group.Add(request);
        var hasErased = await CommitAsync(db, group);
        lock (_queue)
            SignalNext();
        foreach (var request in group)
            request.Signal(isDone: true);
        if (hasErased)
            await db.PurgeDeletedDataAsync(CancellationToken.None);
    }

    private void SignalNext()
    {
        _isBusy = _queue.TryPeek(out var next);
        next?.Signal(isDone: false);
    }

    /// <summary>Commits a group. If it fails, everything is rolled back, and each request gets its own transaction.</summary>
    /// <returns>True if answers were erased, which the database files may still contain.</returns>
    private async Task<bool> CommitAsync(WorkshopDb db, IReadOnlyList<QueuedRequest> group)
    {
        try
        {
            var (version, hasMail, hasErased) = await writeLock.RunAsync(
                db,
                async () =>
                {
                    var transaction = new RegistrationTransaction(db, clock, realTime, settings.Hold);
                    await transaction.LockAsync();
                    foreach (var request in group)
                        await request.RunAsync(transaction);
                    return (transaction.State.Version, transaction.HasMail, transaction.HasErased);
                },
                CancellationToken.None
            );
            versions.AdvanceRegistrationsVersion(version);
            if (hasMail)
                mailSignal.Set();
            return hasErased;
        }
        catch (Exception) when (group.Count > 1)
        {
            var hasErased = false;
            foreach (var request in group)
                hasErased |= await CommitAsync(db, [request]);
            return hasErased;
        }
        catch (Exception failure)
        {
            group[0].Fail(failure);
            return false;
        }
    }

    private abstract class QueuedRequest
    {
        private readonly TaskCompletionSource<bool> _signal = new(TaskCreationOptions.RunContinuationsAsynchronously);

        /// <summary>False when this request is now the first in the queue and leads the next group.</summary>
        public Task<bool> IsDoneByAnotherAsync() => _signal.Task;

        public void Signal(bool isDone) => _signal.TrySetResult(isDone);

        public abstract Task RunAsync(RegistrationTransaction transaction);

        public abstract void Fail(Exception failure);
    }

    private sealed class QueuedRequest<T>(Func<RegistrationTransaction, Task<T>> work, CancellationToken cancel) : QueuedRequest
    {
        private Task<T> _result = null!;

        public Task<T> ResultAsync() => _result;

        public override async Task RunAsync(RegistrationTransaction transaction) =>
            _result = cancel.IsCancellationRequested ? Task.FromCanceled<T>(cancel) : Task.FromResult(await transaction.RunAsync(work));

        public override void Fail(Exception failure) => _result = Task.FromException<T>(failure);
    }
}
