using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;

namespace ModMatWorkshop.Application.Mail;

/// <summary>Puts failed mails back into the outbox.</summary>
public sealed class OutboxService(WorkshopDb db, WriteLock writeLock, AuditTrail audit, OutboxSignal outboxSignal, TimeProvider realTime)
{
    /// <returns>The number of mails that wait again: 0 or 1.</returns>
    public Task<int> RetryAsync(long id, Actor actor, CancellationToken cancel) =>
        RetryAsync(
            db.Outbox.Where(m => m.Id == id),
            async failed =>
            {
                if (failed is not [var mail])
                    return;
                var number = await db
                    .Registrations.Where(r => r.Id == mail.RegistrationId)
                    .Select(r => (int?)r.Number)
                    .SingleOrDefaultAsync(cancel);
                audit.Add(actor, "retried a mail", number, mail.Kind.ToString());
            },
            cancel
        );

    /// <returns>The number of mails that wait again.</returns>
    public Task<int> RetryAllAsync(Actor actor, CancellationToken cancel) =>
        RetryAsync(
            db.Outbox,
            failed =>
            {
                if (failed.Count > 0)
                    audit.Add(
                        actor,
                        "retried all failed mails",
                        result: string.Create(CultureInfo.InvariantCulture, $"{failed.Count} mails")
                    );
                return Task.CompletedTask;
            },
            cancel
        );

    private async Task<int> RetryAsync(IQueryable<OutboxMessage> mails, Func<List<OutboxMessage>, Task> log, CancellationToken cancel)
    {
        var retried = await writeLock.RunAsync(
            db,
            async () =>
            {
                var failed = await mails.Where(m => m.State == MailState.Failed).ToListAsync(cancel);
                foreach (var mail in failed)
                    mail.TryAgain(realTime.GetUtcNow());
                await log(failed);
                await db.SaveChangesAsync(cancel);
                return failed.Count;
            },
            cancel
        );
        if (retried > 0)
            outboxSignal.Set();
        return retried;
    }
}
