using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Domain.Call;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Call;

/// <summary>Reminds the authors of drafts, once, before the deadline of the call.</summary>
internal static class SubmissionReminders
{
    public static async Task SendDueAsync(WorkshopDb db, RegistrationQueue queue, DateTimeOffset now, CancellationToken cancel)
    {
        var call = await db.Workshops.AsNoTracking().Select(w => w.Call).SingleOrDefaultAsync(cancel);
        if (call is null || !SubmissionReminder.IsDue(call, now) || !await Due(db).AnyAsync(cancel))
            return;
        await queue.RunAsync(
            db,
            async transaction =>
            {
                var domain = await transaction.Db.UidDomainAsync(CancellationToken.None);
                foreach (var submission in await Due(transaction.Db).ToListAsync())
                    transaction.Db.Outbox.Add(
                        OutboxMessage.For(submission, MailKind.SubmissionReminder, "once", transaction.RealNow, domain)
                    );
                transaction.SignalMail();
                return true;
            },
            cancel
        );

        IQueryable<Submission> Due(WorkshopDb db)
        {
            var savedBefore = now - SubmissionReminder.Rest;
            return db.Submissions.Where(s =>
                s.State == SubmissionState.Draft
                && s.SavedAt <= savedBefore
                && !db.Outbox.Any(m => m.RegistrationId == s.Id && m.Kind == MailKind.SubmissionReminder)
            );
        }
    }
}
