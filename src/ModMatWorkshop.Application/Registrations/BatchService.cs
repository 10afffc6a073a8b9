using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Registrations;

/// <summary>The progress of a batch, as numbers of items.</summary>
/// <param name="NoChange">Items whose registration already had the requested state.</param>
public sealed record BatchProgress(int All, int Done, int NoChange, int Refused)
{
    public int Finished => Done + NoChange + Refused;

    public int Remaining => All - Finished;
}

/// <summary>Starts, pauses, resumes, retries and undoes batches. <see cref="BatchRunner"/> processes their items.</summary>
public sealed partial class BatchService(WorkshopDb db, WriteLock writeLock, AuditTrail audit, TimeProvider realTime)
{
    /// <summary>Starts a batch for the previewed registrations, in their order. Submitting the same form twice starts one batch.</summary>
    public Task<Batch> BeginAsync(Guid key, BatchKind kind, IEnumerable<int> numbers, Actor actor, CancellationToken cancel) =>
        BeginAsync(
            New(key, kind, actor),
            numbers.Distinct().Select((number, i) => new BatchItem { Position = i + 1, Number = number }),
            cancel
        );

    /// <summary>Starts a batch that corrects the presence of these people at one half-day.</summary>
    public Task<Batch> BeginPresenceAsync(
        Guid key,
        HalfDayId half,
        PresenceCorrection? correction,
        IEnumerable<int> numbers,
        Actor actor,
        CancellationToken cancel
    ) =>
        BeginAsync(
            New(key, BatchKind.Presence, actor, half: half.Key, correction: correction),
            numbers.Distinct().Select((number, i) => new BatchItem { Position = i + 1, Number = number }),
            cancel
        );

    public Task<Batch> BeginImportAsync(Guid key, ImportAs how, IEnumerable<BatchItem> lines, Actor actor, CancellationToken cancel) =>
        BeginAsync(New(key, BatchKind.Import, actor, how), lines, cancel);

    /// <param name="stamp">The stamp of the text that the organiser saw.</param>
    /// <returns>Null when another organiser has changed or sent the draft in the meantime.</returns>
    public Task<Batch?> SendAsync(long message, string stamp, Guid key, IEnumerable<int> numbers, Actor actor, CancellationToken cancel) =>
        writeLock.RunAsync(
            db,
            async () =>
            {
                await db.LockForWriteAsync(cancel);
                if (await db.Batches.SingleOrDefaultAsync(b => b.Key == key, cancel) is { } known)
                    return known;
                if (
                    await db.Messages.SingleOrDefaultAsync(m => m.Id == message && m.State == MessageState.Draft, cancel) is not { } draft
                    || draft.Stamp != stamp
                )
                    return null;
                (draft.State, draft.At) = (MessageState.Sending, realTime.GetUtcNow());
                return await AddAsync(
                    New(key, BatchKind.Message, actor, message: message),
                    numbers.Distinct().Select((number, i) => new BatchItem { Position = i + 1, Number = number }),
                    cancel
                );
            },
            cancel
        );

    /// <summary>Adds a batch that sends a message, not before a time, within the caller's transaction.</summary>
    public Task<Batch> AddMessageAsync(
        long message,
        Guid key,
        IEnumerable<int> numbers,
        DateTimeOffset startsAt,
        Actor actor,
        CancellationToken cancel
    ) =>
        AddAsync(
            New(key, BatchKind.Message, actor, message: message, startsAt: startsAt),
            numbers.Select((number, i) => new BatchItem { Position = i + 1, Number = number }),
            cancel
        );

    /// <summary>Starts a batch that undoes another one, for registrations that have not changed since.</summary>
    /// <returns>Null when nothing can be undone.</returns>
    public async Task<Batch?> UndoAsync(long batch, Guid key, Actor actor, CancellationToken cancel)
    {
        var done = await Undoable(batch).AsNoTracking().OrderBy(i => i.Position).ToListAsync(cancel);
        return done.Count == 0
            ? null
            : await BeginAsync(
                New(key, BatchKind.Undo, actor, undoes: batch),
                done.Select(
                    (i, at) =>
                        new BatchItem
                        {
                            Position = at + 1,
                            Number = i.Number,
                            Undoes = i.Id,
                        }
                ),
                cancel
            );
    }

    /// <summary>The items of a batch whose change can be undone. A sent mail cannot.</summary>
    public IQueryable<BatchItem> Undoable(long batch) =>
        from item in db.BatchItems
        join b in db.Batches on item.BatchId equals b.Id
        where b.Id == batch && UndoableKinds.Contains(b.Kind) && item.State == BatchItemState.Done
        select item;

    /// <summary>Pauses a batch. The current item is completed.</summary>
    public Task PauseAsync(Batch batch, Actor actor, CancellationToken cancel) =>
        SetAsync(batch, BatchState.Running, BatchState.Paused, MessageState.Paused, "paused", actor, cancel);

    public Task ResumeAsync(Batch batch, Actor actor, CancellationToken cancel) =>
        SetAsync(batch, BatchState.Paused, BatchState.Running, MessageState.Sending, "resumed", actor, cancel);

    /// <summary>Processes the refused items of a batch again.</summary>
    public Task RetryAsync(Batch batch, Actor actor, CancellationToken cancel) =>
        writeLock.RunAsync(
            db,
            async () =>
            {
                var refused = await db
                    .BatchItems.Where(i =>
                        i.BatchId == batch.Id
                        && i.State == BatchItemState.Refused
                        && i.Reason == null
                        && (batch.Kind != BatchKind.Import || i.Row != null)
                    )
                    .ExecuteUpdateAsync(i => i.SetProperty(x => x.State, BatchItemState.Waiting).SetProperty(x => x.Tries, 0), cancel);
                if (refused == 0)
                    return false;
                await db
                    .Batches.Where(b => b.Id == batch.Id && b.State == BatchState.Finished)
                    .ExecuteUpdateAsync(
                        b => b.SetProperty(x => x.State, BatchState.Running).SetProperty(x => x.FinishedAt, (DateTimeOffset?)null),
                        cancel
                    );
                await audit.WriteAsync(actor, $"retried batch {batch.Id}", result: $"{refused}", cancel: cancel);
                return true;
            },
            cancel
        );

    public async Task<BatchProgress> ProgressAsync(long batch, CancellationToken cancel)
    {
        var counts = await db
            .BatchItems.Where(i => i.BatchId == batch)
            .GroupBy(i => i.State)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        return new(counts.Values.Sum(), Of(BatchItemState.Done), Of(BatchItemState.NoChange), Of(BatchItemState.Refused));

        int Of(BatchItemState state) => counts.GetValueOrDefault(state);
    }

    private Batch New(
        Guid key,
        BatchKind kind,
        Actor actor,
        ImportAs? how = null,
        long? message = null,
        long? undoes = null,
        string? half = null,
        PresenceCorrection? correction = null,
        DateTimeOffset? startsAt = null,
        SelectionReasons? reasons = null
    ) =>
        new()
        {
            Key = key,
            Kind = kind,
            Actor = actor.Name,
            From = actor.From,
            CreatedAt = realTime.GetUtcNow(),
            ClaimedUntil = DateTimeOffset.UnixEpoch,
            ImportAs = how,
            MessageId = message,
            Undoes = undoes,
            HalfDay = half,
            Correction = correction,
            StartsAt = startsAt,
            Reason = reasons?.Told,
            Note = reasons?.Note,
        };

    private Task<Batch> BeginAsync(Batch batch, IEnumerable<BatchItem> items, CancellationToken cancel) =>
        writeLock.RunAsync(
            db,
            async () =>
            {
                await db.LockForWriteAsync(cancel);
                return await db.Batches.SingleOrDefaultAsync(b => b.Key == batch.Key, cancel) ?? await AddAsync(batch, items, cancel);
            },
            cancel
        );

    private async Task<Batch> AddAsync(Batch asked, IEnumerable<BatchItem> items, CancellationToken cancel)
    {
        // A new object: a failed attempt has already given the other one an id.
        var actor = new Actor(asked.Actor, asked.From);
        var batch = New(
            asked.Key,
            asked.Kind,
            actor,
            asked.ImportAs,
            asked.MessageId,
            asked.Undoes,
            asked.HalfDay,
            asked.Correction,
            asked.StartsAt,
            new(asked.Reason, asked.Note)
        );
        db.Batches.Add(batch);
        await db.SaveChangesAsync(cancel);
        var all = items
            .Select(i => new BatchItem
            {
                BatchId = batch.Id,
                Position = i.Position,
                Number = i.Number,
                State = i.State,
                Answer = i.Answer,
                Reason = i.Reason,
                Row = i.Row,
                RowEmail = i.RowEmail,
                Undoes = i.Undoes,
            })
            .ToList();
        db.BatchItems.AddRange(all);
        audit.Add(actor, $"started batch {batch.Id}", result: $"{batch.Kind}, {all.Count}");
        await db.SaveChangesAsync(cancel);
        return batch;
    }

    private Task<bool> SetAsync(
        Batch batch,
        BatchState from,
        BatchState to,
        MessageState message,
        string action,
        Actor actor,
        CancellationToken cancel
    ) =>
        writeLock.RunAsync(
            db,
            async () =>
            {
                // Mails of a message that are still in the outbox pause too, even if the batch is finished.
                var changed =
                    await db
                        .Batches.Where(b => b.Id == batch.Id && b.State == from)
                        .ExecuteUpdateAsync(b => b.SetProperty(x => x.State, to), cancel)
                    + await db
                        .Messages.Where(m => m.Id == batch.MessageId && m.State != message && m.State != MessageState.Draft)
                        .ExecuteUpdateAsync(m => m.SetProperty(x => x.State, message), cancel);
                if (changed > 0)
                    await audit.WriteAsync(actor, $"{action} batch {batch.Id}", cancel: cancel);
                return changed > 0;
            },
            cancel
        );
}
