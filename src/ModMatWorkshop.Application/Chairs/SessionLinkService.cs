using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Chairs;

/// <summary>A session with its link.</summary>
/// <param name="Recipients">The registrations of its chairs; a chair who is not registered under their name has none.</param>
public sealed record LinkedSession(Session Session, IReadOnlyList<string> Chairs, int Generation, IReadOnlyList<Registration> Recipients);

/// <summary>Lists the sessions with the secret links of their chairs, renews a link, and mails it.</summary>
public sealed class SessionLinkService(WorkshopDb db, RegistrationQueue queue)
{
    private const string MailCausePrefix = "session-";

    /// <summary>The sessions that have a row, in the order of the programme.</summary>
    public static async Task<IReadOnlyList<LinkedSession>> ListAsync(WorkshopDb db, CancellationToken cancel)
    {
        var sessions = await db
            .Sessions.AsNoTracking()
            .Where(s => db.Slots.Any(slot => slot.SessionNumber == s.Number))
            .OrderBy(s => s.Number)
            .ToListAsync(cancel);
        var chairs = (
            await db
                .Slots.AsNoTracking()
                .Where(s => s.SessionNumber != null)
                .Select(s => new { s.SessionNumber, s.Chairs })
                .ToListAsync(cancel)
        ).ToLookup(s => s.SessionNumber, s => s.Chairs);
        var generations = await db.SessionLinks.AsNoTracking().ToDictionaryAsync(l => l.SessionNumber, l => l.Generation, cancel);
        var named = sessions.ToDictionary(s => s.Number, s => s.Chairs.Concat(chairs[s.Number].SelectMany(c => c)).Distinct().ToList());
        var keys = named.Values.SelectMany(names => names.SelectMany(NameKey.Of)).Distinct().ToArray();
        var people = await db
            .Registrations.AsNoTracking()
            .Where(r => r.Status == RegistrationStatus.Confirmed && EF.Parameter(keys).Contains(r.SortKey))
            .OrderBy(r => r.Number)
            .ToListAsync(cancel);
        return
        [
            .. sessions.Select(session => new LinkedSession(
                session,
                named[session.Number],
                generations.GetValueOrDefault(session.Number),
                [.. people.Where(p => named[session.Number].Any(name => NameKey.Of(name).Contains(p.SortKey)))]
            )),
        ];
    }

    /// <summary>Makes a new link. The earlier ones stop working.</summary>
    /// <returns>False if there is no such session.</returns>
    public Task<bool> RenewAsync(int session, Actor actor, CancellationToken cancel) =>
        queue.RunAsync(
            db,
            async transaction =>
            {
                var changed = transaction.Db;
                if (!await changed.Sessions.AnyAsync(s => s.Number == session))
                    return false;
                if (await changed.SessionLinks.SingleOrDefaultAsync(l => l.SessionNumber == session) is not { } link)
                    changed.SessionLinks.Add(link = new() { SessionNumber = session });
                link.Renew();
                transaction.Log(
                    actor,
                    "renewed the link of a session",
                    null,
                    string.Create(CultureInfo.InvariantCulture, $"session {session}")
                );
                return true;
            },
            cancel
        );

    /// <summary>Mails the link to a chair, once for each press that is at least a minute apart.</summary>
    /// <param name="number">The number of the registration.</param>
    /// <returns>False if this person does not chair the session under the name that they registered with.</returns>
    public Task<bool> SendAsync(int session, int number, Actor actor, CancellationToken cancel) =>
        queue.RunAsync(
            db,
            async transaction =>
            {
                var listed = (await ListAsync(transaction.Db, CancellationToken.None)).FirstOrDefault(s => s.Session.Number == session);
                if (listed?.Recipients.FirstOrDefault(r => r.Number == number) is not { } chair)
                    return false;
                var cause = string.Create(
                    CultureInfo.InvariantCulture,
                    $"{MailCausePrefix}{session}-{transaction.RealNow.UtcTicks / TimeSpan.TicksPerMinute:x}"
                );
                var known = OutboxMessage.CauseOf(MailKind.SessionChair, chair.Id, cause);
                if (await transaction.Db.Outbox.AnyAsync(m => m.Cause == known))
                    return true;
                transaction.Mail(chair, MailKind.SessionChair, cause);
                transaction.Log(
                    actor,
                    "sent the link of a session",
                    chair,
                    string.Create(CultureInfo.InvariantCulture, $"session {session}"),
                    changed: false
                );
                return true;
            },
            cancel
        );

    /// <summary>The session that a mail is about; null for none.</summary>
    public static int? SessionIn(OutboxMessage mail) =>
        mail.Cause.Split(':')[^1].Split('-') is ["session", var number, _]
        && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var session)
            ? session
            : null;
}
