using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;

namespace ModMatWorkshop.Application.Registrations;

/// <summary>
/// Does the batches in the background, one registration after the other, so that participants get their turns in between. A batch is
/// claimed for a short while, which is renewed on the
/// way: several instances do not work on the same one, and what one held when it died is soon taken up. That an item is done stands in the
/// commit that did it.
/// </summary>
public sealed partial class BatchRunner(IServiceScopeFactory scopes, WriteLock writeLock, TimeProvider realTime, ILogger<BatchRunner> log)
    : BackgroundService
{
    private const int MaxItemsPerRun = 25;
    private const int MaxAttempts = 3;
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);

    /// <summary>Longer than a portion takes, also on a slow disk.</summary>
    private static readonly TimeSpan Claim = TimeSpan.FromSeconds(20);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Poll);
        do
        {
            try
            {
                while (await RunOnceAsync(stoppingToken)) { }
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailed(failure);
            }
        } while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>Works on the oldest batch that nobody works on, until it is over, paused, or the site stops.</summary>
    /// <returns>False when there is none.</returns>
    public async Task<bool> RunOnceAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<WorkshopDb>();
        var now = realTime.GetUtcNow();
        var batch = await db
            .Batches.AsNoTracking()
            .Where(b => b.State == BatchState.Running && b.ClaimedUntil <= now)
            .OrderBy(b => b.Id)
            .FirstOrDefaultAsync(cancel);
        if (batch is null || await ClaimAsync(db, batch, batch.ClaimedUntil, cancel) is not { } claim)
            return false;
        try
        {
            while (await ProcessItemsAsync(batch, cancel))
                if (await ClaimAsync(db, batch, claim, cancel) is { } renewed)
                    claim = renewed;
                else
                    return true;
        }
        finally
        {
            await writeLock.RunAsync(
                db,
                () =>
                    db
                        .Batches.Where(b => b.Id == batch.Id && b.ClaimedUntil == claim)
                        .ExecuteUpdateAsync(b => b.SetProperty(x => x.ClaimedUntil, DateTimeOffset.UnixEpoch), CancellationToken.None),
                CancellationToken.None
            );
        }
        return true;
    }

    /// <returns>Null when another instance was faster, or somebody has paused it.</returns>
    private async Task<DateTimeOffset?> ClaimAsync(WorkshopDb db, Batch batch, DateTimeOffset seen, CancellationToken cancel)
    {
        // Whole milliseconds, which both databases give back as they were.
        var until = DateTimeOffset.FromUnixTimeMilliseconds((realTime.GetUtcNow() + Claim).ToUnixTimeMilliseconds());
        var claimed = await writeLock.RunAsync(
            db,
            () =>
                db
                    .Batches.Where(b => b.Id == batch.Id && b.State == BatchState.Running && b.ClaimedUntil == seen)
                    .ExecuteUpdateAsync(b => b.SetProperty(x => x.ClaimedUntil, until), cancel),
            cancel
        );
        return claimed == 1 ? until : null;
    }

    /// <returns>False when nothing is left.</returns>
    private async Task<bool> ProcessItemsAsync(Batch batch, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<WorkshopDb>();
        var items = scope.ServiceProvider.GetRequiredService<BatchItemService>();
        var waiting = await db
            .BatchItems.AsNoTracking()
            .Where(i => i.BatchId == batch.Id && i.State == BatchItemState.Waiting)
            .OrderBy(i => i.Position)
            .Take(MaxItemsPerRun)
            .ToListAsync(cancel);
        foreach (var item in waiting)
        {
            cancel.ThrowIfCancellationRequested();
            try
            {
                await items.DoAsync(batch, item, cancel);
            }
            catch (Exception failure) when (failure is not OperationCanceledException && !DatabaseUnavailable.IsCauseOf(failure))
            {
                LogItem(failure, batch.Id, batch.Kind, item.Position);
                await FailAsync(db, item, cancel);
            }
        }
        if (waiting.Count == MaxItemsPerRun)
            return true;
        await FinishAsync(db, batch, cancel);
        return false;
    }

    /// <summary>
    /// A fault of ours with one person: the others go on, and this one is tried again, but not for ever. With the database away the round
    /// ends instead.
    /// </summary>
    private async Task FailAsync(WorkshopDb db, BatchItem item, CancellationToken cancel)
    {
        var over = item.Tries + 1 >= MaxAttempts;
        await writeLock.RunAsync(
            db,
            () =>
                db
                    .BatchItems.Where(i => i.Id == item.Id && i.State == BatchItemState.Waiting)
                    .ExecuteUpdateAsync(
                        i =>
                            i.SetProperty(x => x.Tries, x => x.Tries + 1)
                                .SetProperty(x => x.State, over ? BatchItemState.Refused : BatchItemState.Waiting)
                                .SetProperty(x => x.Answer, over ? Failed : null),
                        cancel
                    ),
            cancel
        );
    }

    /// <summary>The answer in the place of the desk's, when the desk gave none.</summary>
    public const string Failed = "Failed";

    private Task<int> FinishAsync(WorkshopDb db, Batch batch, CancellationToken cancel)
    {
        var now = realTime.GetUtcNow();
        return writeLock.RunAsync(
            db,
            () =>
                db
                    .Batches.Where(b =>
                        b.Id == batch.Id
                        && b.State == BatchState.Running
                        && !db.BatchItems.Any(i => i.BatchId == b.Id && i.State == BatchItemState.Waiting)
                    )
                    .ExecuteUpdateAsync(b => b.SetProperty(x => x.State, BatchState.Finished).SetProperty(x => x.FinishedAt, now), cancel),
            cancel
        );
    }

    [LoggerMessage(LogLevel.Error, "The batches could not be processed; retrying")]
    private partial void LogFailed(Exception failure);

    [LoggerMessage(LogLevel.Error, "Batch {Batch} ({Kind}) failed at item {Position}")]
    private partial void LogItem(Exception failure, long batch, BatchKind kind, int position);
}
