using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Mail;

/// <summary>The number of a message's mails in each state, without test mails.</summary>
public sealed record MessageMails(int Sent, int Waiting, int Skipped, int Failed);

/// <summary>Creates, tests and sends messages.</summary>
/// <remarks>Drafts change under the write lock, because another organiser may send the draft at the same time.</remarks>
public sealed class MessageService(
    WorkshopDb db,
    WriteLock writeLock,
    BatchService batches,
    AuditTrail audit,
    OutboxSignal outboxSignal,
    TimeProvider realTime
)
{
    /// <summary>Saves a new draft. Submitting the same form again changes the draft that it created.</summary>
    /// <param name="key">Created when the form was shown.</param>
    /// <returns>The id of the draft.</returns>
    public Task<long> CreateDraftAsync(
        Guid key,
        AttendeeSelection recipients,
        Action<Message> write,
        Actor actor,
        CancellationToken cancel
    ) =>
        writeLock.RunAsync(
            db,
            async () =>
            {
                await db.LockForWriteAsync(cancel);
                if (await db.Messages.SingleOrDefaultAsync(m => m.Key == key, cancel) is not { } message)
                    db.Messages.Add(
                        message = new()
                        {
                            Key = key,
                            CreatedBy = actor.Name,
                            At = realTime.GetUtcNow(),
                        }
                    );
                if (message.State == MessageState.Draft)
                {
                    write(message);
                    (message.Query, message.ToCancelled, message.At) = (
                        recipients.ToQueryString(),
                        recipients.IncludesCancelled,
                        realTime.GetUtcNow()
                    );
                    await audit.WriteAsync(actor, "wrote a message", cancel: cancel);
                }
                return message.Id;
            },
            cancel
        );

    /// <param name="stamp">The stamp of the text that the organiser edited; null to skip the check.</param>
    /// <returns>False when another organiser has changed or sent the draft in the meantime.</returns>
    public Task<bool> SaveDraftAsync(long id, string? stamp, Action<Message> write, Actor actor, CancellationToken cancel) =>
        ChangeDraftAsync(
            id,
            stamp,
            draft =>
            {
                write(draft);
                draft.At = realTime.GetUtcNow();
            },
            "saved",
            actor,
            cancel
        );

    /// <returns>False when the message is no longer a draft.</returns>
    public Task<bool> DeleteDraftAsync(long id, Actor actor, CancellationToken cancel) =>
        ChangeDraftAsync(id, null, draft => db.Messages.Remove(draft), "deleted", actor, cancel);

    /// <summary>Sends one recipient's version of the message to another address, with a secret link that does not work.</summary>
    /// <returns>False when the recipient does not exist.</returns>
    public async Task<bool> TestAsync(Message message, int? recipient, string to, string uidDomain, Actor actor, CancellationToken cancel)
    {
        if (await db.Registrations.AsNoTracking().SingleOrDefaultAsync(r => r.Number == recipient, cancel) is not { } reader)
            return false;
        db.Outbox.Add(
            OutboxMessage.For(reader, MailKind.Message, $"test {Guid.NewGuid():N}", realTime.GetUtcNow(), uidDomain, message.Id, to)
        );
        await audit.WriteAsync(actor, $"tested message {message.Id}", cancel: cancel);
        outboxSignal.Set();
        return true;
    }

    public Task PauseAsync(Batch batch, Actor actor, CancellationToken cancel) => batches.PauseAsync(batch, actor, cancel);

    public async Task ResumeAsync(Batch batch, Actor actor, CancellationToken cancel)
    {
        await batches.ResumeAsync(batch, actor, cancel);
        outboxSignal.Set();
    }

    /// <summary>Puts the failed mails of a message back into the outbox and repeats the refused items of its batch.</summary>
    public async Task RetryAsync(Batch batch, Actor actor, CancellationToken cancel)
    {
        var message = batch.MessageId ?? throw new ArgumentException("The batch sends no message.", nameof(batch));
        await writeLock.RunAsync(
            db,
            async () =>
            {
                var failed = await MailsOf(message).Where(m => m.State == MailState.Failed).ToListAsync(cancel);
                foreach (var mail in failed)
                    mail.TryAgain(realTime.GetUtcNow());
                await audit.WriteAsync(actor, $"retried message {message}", result: $"{failed.Count}", cancel: cancel);
                return true;
            },
            cancel
        );
        await batches.RetryAsync(batch, actor, cancel);
        outboxSignal.Set();
    }

    public async Task<MessageMails> CountMailsAsync(long message, CancellationToken cancel)
    {
        var counts = await MailsOf(message)
            .GroupBy(m => m.State)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        return new(Of(MailState.Sent), Of(MailState.Waiting), Of(MailState.Skipped), Of(MailState.Failed));

        int Of(MailState state) => counts.GetValueOrDefault(state);
    }

    /// <summary>The mails of a message, without test mails.</summary>
    public IQueryable<OutboxMessage> MailsOf(long message) => db.Outbox.Where(m => m.TextId == message && m.To == null);

    private Task<bool> ChangeDraftAsync(
        long id,
        string? stamp,
        Action<Message> change,
        string action,
        Actor actor,
        CancellationToken cancel
    ) =>
        writeLock.RunAsync(
            db,
            async () =>
            {
                await db.LockForWriteAsync(cancel);
                if (
                    await db.Messages.SingleOrDefaultAsync(m => m.Id == id && m.State == MessageState.Draft, cancel) is not { } draft
                    || draft.Stamp != (stamp ?? draft.Stamp)
                )
                    return false;
                change(draft);
                await audit.WriteAsync(actor, $"{action} message {draft.Id}", cancel: cancel);
                return true;
            },
            cancel
        );
}
