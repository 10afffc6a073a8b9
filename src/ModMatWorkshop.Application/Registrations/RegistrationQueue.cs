using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Mail;

namespace ModMatWorkshop.Application.Registrations;

/// <summary>
/// The queue of those who change registrations, in the order in which they came. The first in the queue takes everybody behind it along:
/// their changes
/// are made one after the other in one transaction, and wait for the disk once.
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
    /// <summary>The first waits for the last.</summary>
    private const int MaxGroup = 32;

    private readonly Queue<QueuedRequest> _queue = [];
    private bool _isBusy;

    /// <param name="db">Used if this request leads a group; otherwise the work is done in the database of the one that does.</param>
    /// <param name="work">Done again, alone, if another request of its group fails.</param>
    /// <param name="cancel">Heeded until the work begins.</param>
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
        await CommitAsync(db, group);
        lock (_queue)
            SignalNext();
        foreach (var request in group)
            request.Signal(isDone: true);
    }

    private void SignalNext()
    {
        _isBusy = _queue.TryPeek(out var next);
        next?.Signal(isDone: false);
    }

    /// <summary>If a group fails, nothing of it has happened, and each request gets a transaction of its own.</summary>
    private async Task CommitAsync(WorkshopDb db, IReadOnlyList<QueuedRequest> group)
    {
        try
        {
            var (version, hasMail) = await writeLock.RunAsync(
                db,
                async () =>
                {
                    var transaction = new RegistrationTransaction(db, clock, realTime, settings.Hold);
                    await transaction.LockAsync();
                    foreach (var request in group)
                        await request.RunAsync(transaction);
                    return (transaction.State.Version, transaction.HasMail);
                },
                CancellationToken.None
            );
            versions.AdvanceRegistrationsVersion(version);
            if (hasMail)
                mailSignal.Set();
        }
        catch (Exception) when (group.Count > 1)
        {
            foreach (var request in group)
                await CommitAsync(db, [request]);
        }
        catch (Exception failure)
        {
            group[0].Fail(failure);
        }
    }

    private abstract class QueuedRequest
    {
        private readonly TaskCompletionSource<bool> _signal = new(TaskCreationOptions.RunContinuationsAsynchronously);

        /// <summary>False when this request is the first of the queue and leads the next group.</summary>
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
