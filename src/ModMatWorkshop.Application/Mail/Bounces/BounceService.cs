using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain.Mails;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Mail.Bounces;

/// <summary>Keeps what comes back about mails of this site, once for each mail and kind.</summary>
public sealed partial class BounceService(
    WorkshopDb db,
    WriteLock writeLock,
    AuditTrail audit,
    TimeProvider realTime,
    ILogger<BounceService> log
)
{
    /// <returns>Whether it is news: a mail that this site has sent, and worse than what is known of it.</returns>
    public async Task<bool> RecordAsync(BounceNotice notice, CancellationToken cancel)
    {
        if (notice.MessageIds.Count == 0)
            return false;
        var now = realTime.GetUtcNow();
        var found = await writeLock.RunAsync(
            db,
            async () =>
            {
                await db.LockForWriteAsync(cancel);
                var message = await db.Outbox.FirstOrDefaultAsync(
                    m => m.State == MailState.Sent && notice.MessageIds.Contains(m.MessageId),
                    cancel
                );
                if (message is null || !BounceRules.Replaces(notice.Kind, message.Bounce))
                    return null;
                (message.Bounce, message.BouncedAt, message.BounceReason) = (notice.Kind, now, notice.Reason);
                var number = await db
                    .Registrations.Where(r => r.Id == message.RegistrationId)
                    .Select(r => (int?)r.Number)
                    .SingleOrDefaultAsync(cancel);
                await audit.WriteAsync(Actor.Site, "saw a mail come back", number, notice.Kind.ToString(), cancel);
                return message;
            },
            cancel,
            lowPriority: true
        );
        if (found is not null)
            LogBounced(found.Id, found.Kind, notice.Kind);
        return found is not null;
    }

    [LoggerMessage(LogLevel.Warning, "Email {Id} ({Kind}) came back: {Bounce}; see the outbox")]
    private partial void LogBounced(long id, MailKind kind, BounceKind bounce);
}
