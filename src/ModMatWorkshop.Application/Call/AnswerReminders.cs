using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Domain.Call;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Call;

/// <summary>Reminds the authors of accepted submissions who have not answered. <see cref="AnswerReminder"/> says when.</summary>
internal static class AnswerReminders
{
    public static async Task SendDueAsync(
        WorkshopDb db,
        RegistrationQueue queue,
        SiteClock clock,
        RegistrationPolicy policy,
        CancellationToken cancel
    )
    {
        var call = await db.Workshops.AsNoTracking().Select(w => w.Call).SingleOrDefaultAsync(cancel);
        var now = clock.GetUtcNow();
        if (call is null || AnswerReminder.DueBefore(call, policy.Start, now) is not { } before)
            return;
        if ((await DueAsync(db)).Count == 0)
            return;
        await queue.RunAsync(
            db,
            async transaction =>
            {
                foreach (var (submission, sent) in await DueAsync(transaction.Db))
                {
                    var suffix = string.Create(CultureInfo.InvariantCulture, $"{sent + 1}");
                    transaction.Db.Outbox.Add(
                        OutboxMessage.For(submission, MailKind.AnswerReminder, suffix, transaction.RealNow, transaction.Context.UidDomain)
                    );
                }
                transaction.SignalMail();
                return true;
            },
            cancel
        );

        // The outbox has real time. A letter that has not arrived is no reason to remind.
        async Task<List<(Submission Submission, int Sent)>> DueAsync(WorkshopDb db)
        {
            var (real, most) = (before - clock.Shift, call.Reminders);
            var due = await MissingFiles
                .Accepted(db)
                .Where(s => s.Answer == AcceptanceAnswer.None)
                .Where(s => db.Outbox.Any(m => m.RegistrationId == s.Id && m.Kind == MailKind.DecisionAccepted && m.SentAt <= real))
                .Where(s => !db.Outbox.Any(m => m.RegistrationId == s.Id && m.Kind == MailKind.AnswerReminder && m.CreatedAt > real))
                .Select(s => new
                {
                    Submission = s,
                    Sent = db.Outbox.Count(m => m.RegistrationId == s.Id && m.Kind == MailKind.AnswerReminder),
                })
                .Where(s => s.Sent < most)
                .ToListAsync(cancel);
            return due.ConvertAll(d => (d.Submission, d.Sent));
        }
    }
}
