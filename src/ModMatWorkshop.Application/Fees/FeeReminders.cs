using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Domain.Fees;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Fees;

/// <summary>Reminds people who have not paid, at most so many times, until the workshop ends.</summary>
internal static class FeeReminders
{
    /// <param name="now">Site time.</param>
    /// <param name="shift">From real time, which the outbox has, to site time.</param>
    public static async Task SendDueAsync(
        WorkshopDb db,
        RegistrationQueue queue,
        DateTimeOffset now,
        TimeSpan shift,
        CancellationToken cancel
    )
    {
        // Every few seconds: a workshop without reminders costs one small query.
        if ((await db.Workshops.Select(w => w.Fees).SingleOrDefaultAsync(cancel))?.RemindAfterDays is null)
            return;
        var workshop = await db.Workshops.AsNoTracking().SingleAsync(cancel);
        if (FeeQueries.DayOf(now, workshop) > workshop.End)
            return;
        if ((await DueAsync(db, workshop, now, shift, cancel)).Count == 0)
            return;
        await queue.RunAsync(
            db,
            async transaction =>
            {
                foreach (var (registration, sent) in await DueAsync(transaction.Db, workshop, now, shift, CancellationToken.None))
                    transaction.Mail(registration, MailKind.FeeReminder, (sent + 1).ToString(CultureInfo.InvariantCulture));
                return true;
            },
            cancel
        );
    }

    private static async Task<List<(Registration Registration, int Sent)>> DueAsync(
        WorkshopDb db,
        Workshop workshop,
        DateTimeOffset now,
        TimeSpan shift,
        CancellationToken cancel
    )
    {
        var fees = workshop.Fees!;
        var confirmedBefore = now.AddDays(-fees.RemindAfterDays!.Value);
        var remindedBefore = confirmedBefore - shift;
        // The database leaves out those whose time has not come; the rule decides about the others.
        var candidates = await db
            .Registrations.AsNoTracking()
            .Where(r => r.Status == RegistrationStatus.Confirmed && r.ConfirmedAt <= confirmedBefore)
            .Where(r => r.Place == Place.Seat || r.Place == Place.Remote)
            .Select(r => new
            {
                Registration = r,
                Sent = db.Outbox.Count(m => m.RegistrationId == r.Id && m.Kind == MailKind.FeeReminder),
                Last = db
                    .Outbox.Where(m => m.RegistrationId == r.Id && m.Kind == MailKind.FeeReminder)
                    .Max(m => (DateTimeOffset?)m.CreatedAt),
            })
            .Where(r => r.Sent < fees.Reminders && (r.Last == null || r.Last <= remindedBefore))
            .ToListAsync(cancel);
        if (candidates.Count == 0)
            return [];
        var accounts = (await FeeQueries.OfAsync(db, workshop, [.. candidates.Select(c => c.Registration.Number)], cancel)).ToDictionary(
            p => p.Registration.Id,
            p => p.Account
        );
        return
        [
            .. candidates
                .Where(c =>
                    FeeReminder.IsDue(fees, accounts[c.Registration.Id], c.Registration.ConfirmedAt!.Value, c.Sent, c.Last + shift, now)
                )
                .Select(c => (c.Registration, c.Sent)),
        ];
    }
}
