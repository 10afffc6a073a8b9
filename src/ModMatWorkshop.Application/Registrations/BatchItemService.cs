using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Registrations;

/// <summary>Processes one item of a batch and marks it as done in the same transaction, so that it is never processed twice.</summary>
public sealed class BatchItemService(WorkshopDb db, RegistrationQueue queue)
{
    /// <summary>Does nothing when the batch is paused or the item is done.</summary>
    public async Task ProcessAsync(Batch batch, BatchItem item, CancellationToken cancel)
    {
        var actor = new Actor(batch.Actor, batch.From);
        await queue.RunAsync(
            db,
            async transaction =>
            {
                var waiting = await (
                    from i in transaction.Db.BatchItems
                    join b in transaction.Db.Batches on i.BatchId equals b.Id
                    where i.Id == item.Id && i.State == BatchItemState.Waiting && b.State == BatchState.Running
                    select i
                ).SingleOrDefaultAsync(CancellationToken.None);
                if (waiting is null)
                    return ChangeResult.NoChange;
                transaction.BatchItem = item.Id;
                var result = batch.Kind switch
                {
                    BatchKind.Import => await ImportAsync(transaction, waiting, batch.ImportAs!.Value, actor),
                    BatchKind.Presence => await CorrectAsync(transaction, waiting, batch, batch.Correction, actor),
                    BatchKind.Undo when await UndonePresenceAsync(transaction.Db, batch, waiting) is var (undone, before) =>
                        await CorrectAsync(transaction, waiting, undone, before, actor),
                    _ => await ApplyAsync(transaction, batch, waiting, actor),
                };
                (waiting.Answer, waiting.Row, waiting.RowEmail) = (result.ToString(), null, null);
                waiting.State = result switch
                {
                    ChangeResult.Done or ChangeResult.Queued => BatchItemState.Done,
                    ChangeResult.NoChange => BatchItemState.NoChange,
                    _ => BatchItemState.Refused,
                };
                return result;
            },
            cancel
        );
    }

    /// <summary>The command of a batch that needs no further data. The preview uses it too.</summary>
    /// <param name="reason">What the person is told about a decision.</param>
    public static RegistrationCommand CommandOf(BatchKind kind, string? reason = null) =>
        kind switch
        {
            BatchKind.Confirm => new Confirm(),
            BatchKind.Cancel => new Cancel(),
            BatchKind.Remote => new FollowRemotely(),
            BatchKind.Offer => new OfferSeat(),
            BatchKind.Link => new SendLink(),
            BatchKind.Accept => new AcceptApplication(reason),
            BatchKind.Decline => new DeclineApplication(reason),
            BatchKind.DeclineWithStream => new DeclineApplication(reason, MayFollow: true),
            BatchKind.ApproveChange => new ApproveChange(),
            BatchKind.RefuseChange => new RefuseChange(reason),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "This kind of batch needs more than its kind."),
        };

    private static async Task<ChangeResult> ApplyAsync(RegistrationTransaction transaction, Batch batch, BatchItem item, Actor actor)
    {
        if (await transaction.Db.Registrations.SingleOrDefaultAsync(r => r.Number == item.Number) is not { } registration)
            return ChangeResult.NotFound;
        RegistrationCommand command = batch.Kind switch
        {
            BatchKind.Message => await MessageAsync(transaction.Db, batch.MessageId!.Value),
            BatchKind.Undo => new UndoLastChange(await ChangeOfAsync(transaction.Db, registration.Id, item)),
            _ => CommandOf(batch.Kind, batch.Reason),
        };
        var result = await transaction.ApplyAsync(registration, command, actor);
        if (result is ChangeResult.Done or ChangeResult.Queued && batch.Note is { } note)
            transaction.AddNote(registration, note, actor);
        return result;
    }

    /// <summary>Corrects the presence at the half-day of a batch, and notes the correction that was there before.</summary>
    private static async Task<ChangeResult> CorrectAsync(
        RegistrationTransaction transaction,
        BatchItem item,
        Batch batch,
        PresenceCorrection? correction,
        Actor actor
    )
    {
        var db = transaction.Db;
        if (await db.Registrations.Where(r => r.Number == item.Number).Select(r => (Guid?)r.Id).SingleOrDefaultAsync() is not { } id)
            return ChangeResult.NotFound;
        var (result, before) = await PresenceService.CorrectAsync(
            db,
            id,
            HalfDayId.FromKey(batch.HalfDay)!,
            correction,
            new(actor, transaction.Now, transaction.RealNow),
            CancellationToken.None
        );
        if (result == PresenceResult.Done)
            item.Before = before;
        return result switch
        {
            PresenceResult.Done => ChangeResult.Done,
            PresenceResult.NoChange => ChangeResult.NoChange,
            _ => ChangeResult.NotFound,
        };
    }

    /// <summary>For the undo of corrections: their batch and the correction before it; null for another kind of batch.</summary>
    private static async Task<(Batch Batch, PresenceCorrection? Before)?> UndonePresenceAsync(WorkshopDb db, Batch undo, BatchItem item) =>
        await db.Batches.AsNoTracking().SingleOrDefaultAsync(b => b.Id == undo.Undoes && b.Kind == BatchKind.Presence) is { } batch
        && await db.BatchItems.AsNoTracking().SingleOrDefaultAsync(i => i.Id == item.Undoes) is { } done
            ? (batch, done.Before)
            : null;

    private static async Task<SendMessage> MessageAsync(WorkshopDb db, long message) =>
        new(message, await db.Messages.AnyAsync(m => m.Id == message && m.ToCancelled));

    /// <summary>The id of the change that the other batch made. The undo is refused if another change followed it.</summary>
    private static Task<long> ChangeOfAsync(WorkshopDb db, Guid registration, BatchItem item) =>
        db
            .RegistrationChanges.Where(c => c.RegistrationId == registration && c.BatchItem == item.Undoes)
            .Select(c => c.Id)
            .SingleOrDefaultAsync();

    /// <summary>Adds a new person, or updates the registration that has the address of the row.</summary>
    private static async Task<ChangeResult> ImportAsync(RegistrationTransaction transaction, BatchItem item, ImportAs mode, Actor actor)
    {
        var row = item.Row!;
        if (await transaction.Db.Registrations.SingleOrDefaultAsync(r => r.Email == row.Email) is { } known)
        {
            item.Number = known.Number;
            return await transaction.ApplyAsync(known, new ApplyImport(row, mode), actor);
        }
        if (transaction.Now >= transaction.Context.Policy.End || !EmailAddress.TryParse(row.Email, out var email))
            return ChangeResult.TooLate;
        var registration = transaction.NewRegistration(email);
        item.Number = registration.Number;
        await transaction.AddConsequencesAsync(registration, NewcomerRules.Import(transaction.Seating, registration, row, mode), actor);
        return ChangeResult.Done;
    }
}
