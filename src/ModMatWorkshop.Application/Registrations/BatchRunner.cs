using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;

namespace ModMatWorkshop.Application.Registrations;

/// <summary>
/// Runs batches in the background, one registration at a time, so that requests of participants get through in between. An instance claims
/// a batch for a short time and renews the claim; if it stops, another one soon takes over. An item is marked as done in the transaction of
/// its change.
/// </summary>
public sealed partial class BatchRunner(IServiceScopeFactory scopes, WriteLock writeLock, TimeProvider realTime, ILogger<BatchRunner> log)
    : BackgroundService
{
    private const int MaxItemsPerRun = 25;
    private const int MaxAttempts = 3;
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);

    /// <summary>How long a claim lasts: longer than a group of items takes, even on a slow disk.</summary>
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

    /// <summary>Works on the oldest batch that no instance has claimed, until it is finished or paused, or the site stops.</summary>
    /// <returns>False when there is no such batch.</returns>
    public async Task<bool> RunOnceAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<WorkshopDb>();
        var now = realTime.GetUtcNow();
        var batch = await db
            .Batches.AsNoTracking()
            .Where(b => b.State == BatchState.Running && b.ClaimedUntil <= now && (b.StartsAt == null || b.StartsAt <= now))
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

    /// <returns>The end of the claim; null when another instance was faster or the batch is paused.</returns>
    private async Task<DateTimeOffset?> ClaimAsync(WorkshopDb db, Batch batch, DateTimeOffset seen, CancellationToken cancel)
    {
        // Both databases store whole milliseconds exactly.
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

    /// <returns>False when no items are left.</returns>
    private async Task<bool> ProcessItemsAsync(Batch batch, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<WorkshopDb>();
        var items = scope.ServiceProvider.GetRequiredService<BatchItemService>();
        var waiting = await db
            .BatchItems.AsNoTracking()
            .Where(i => i.BatchId == batch.Id && i.State == BatchItemState.Waiting)
            .OrderBy(i => i.Id)
            .Take(MaxItemsPerRun)
            .ToListAsync(cancel);
        foreach (var item in waiting)
        {
            cancel.ThrowIfCancellationRequested();
            try
            {
                await items.ProcessAsync(batch, item, cancel);
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
    /// Counts a failed attempt after an unexpected error. The item is tried again up to a limit; other items continue. Not called when the
    /// database is unavailable.
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

    /// <summary>The result of an item that failed with an unexpected error.</summary>
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
