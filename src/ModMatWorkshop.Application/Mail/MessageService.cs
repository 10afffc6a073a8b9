using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Mail;

/// <summary>How the mails of a message fare, without the test mails.</summary>
public sealed record MessageMails(int Sent, int Waiting, int Skipped, int Failed);

/// <summary>Writes drafts of messages, tests them and sends them.</summary>
/// <remarks>A draft is changed under the write lock: somebody may be sending it at the same moment.</remarks>
public sealed class MessageService(
    WorkshopDb db,
    WriteLock writeLock,
    BatchService batches,
    AuditTrail audit,
    OutboxSignal outboxSignal,
    TimeProvider realTime
)
{
    /// <summary>Saves a new draft. The same form sent again changes the draft that it has made.</summary>
    /// <param name="key">Drawn when the form was shown.</param>
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
                    await audit.WriteAsync(actor, "saved a message", cancel: cancel);
                }
                return message.Id;
            },
            cancel
        );

    /// <param name="stamp">Of the text that the change is based on; null for any.</param>
    /// <returns>False when somebody has changed or sent the draft in the meantime.</returns>
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

    /// <returns>False when it is no draft any more.</returns>
    public Task<bool> DeleteDraftAsync(long id, Actor actor, CancellationToken cancel) =>
        ChangeDraftAsync(id, null, draft => db.Messages.Remove(draft), "deleted", actor, cancel);

    /// <summary>Sends the message as one recipient would get it to somebody else, without a link that opens anything.</summary>
    /// <returns>False when there is no such recipient.</returns>
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

    /// <summary>Puts the failed mails of a message back into the outbox and asks again for those that the batch has refused.</summary>
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

    /// <summary>The mails of a message without the test mails.</summary>
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
