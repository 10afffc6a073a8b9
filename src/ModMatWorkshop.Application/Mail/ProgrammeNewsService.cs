using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Mail;

/// <summary>Changes of the programme that no mail has told yet, joined into one, and the people whom they concern.</summary>
/// <param name="After">The last version that a mail told of; 0 for none.</param>
/// <param name="UpTo">The last version.</param>
/// <param name="People">Confirmed registrations, sorted by name.</param>
/// <param name="NotReached">The names of presenters and chairs concerned who have no confirmed registration.</param>
public sealed record ProgrammeNews(
    int After,
    int UpTo,
    ProgrammeChanges Changes,
    IReadOnlyList<Registration> People,
    IReadOnlyList<string> NotReached
);

/// <summary>A mail about changes that is going to be sent, or is being sent.</summary>
/// <param name="StartsAt">Real time. It can be stopped before.</param>
public sealed record ProgrammeNewsMail(Message Message, DateTimeOffset StartsAt, int People);

/// <summary>
/// Sends one mail about everything that has changed in the programme since the last one, to the people concerned. It is a message whose
/// batch starts after a delay in which it can be stopped.
/// </summary>
public sealed class ProgrammeNewsService(
    WorkshopDb db,
    WriteLock writeLock,
    BatchService batches,
    AuditTrail audit,
    SiteClock clock,
    TimeProvider realTime
)
{
    public static readonly TimeSpan Delay = TimeSpan.FromMinutes(15);

    /// <summary>The template of the mail.</summary>
    public const string Template = "ProgrammeNews";

    /// <returns>Null if readers have been told of everything.</returns>
    public async Task<ProgrammeNews?> FindAsync(CancellationToken cancel)
    {
        var after = await ToldAsync(cancel);
        var upTo = await db.ProgrammeVersions.MaxAsync(v => (int?)v.Number, cancel) ?? 0;
        if (upTo <= after)
            return null;
        var changes = await ChangesAsync(db, after, upTo, cancel);
        if (!changes.Any)
            return null;
        var audiences = changes.Differences.Select(d => new ProgrammeAudience(changes, d)).ToList();
        var people = await db
            .Registrations.AsNoTracking()
            .Where(r => r.Status == RegistrationStatus.Confirmed)
            .OrderBy(r => r.SortKey)
            .ThenBy(r => r.Number)
            .ToListAsync(cancel);
        var names = people.Select(p => NameKey.Of(p.Details)).ToHashSet();
        var parts = people.SelectMany(p => p.RoleDecisions).Where(d => d.IsConfirmed).Select(d => d.Part).ToHashSet();
        return new(
            after,
            upTo,
            changes,
            [.. people.Where(p => audiences.Exists(a => a.Includes(p)))],
            [.. audiences.SelectMany(a => a.NotReached(names, parts)).Distinct()]
        );
    }

    /// <summary>The number of changes that no mail has told yet; 0 while nobody is registered, and after the workshop.</summary>
    public async Task<int> CountUntoldAsync(CancellationToken cancel)
    {
        var end = await db.Workshops.Select(w => w.End).SingleAsync(cancel);
        if (
            DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime) > end
            || !await db.Registrations.AnyAsync(r => r.Status == RegistrationStatus.Confirmed, cancel)
        )
            return 0;
        return (await ChangesAsync(db, await ToldAsync(cancel), int.MaxValue, cancel)).Differences.Count;
    }

    /// <summary>The changes of some versions, joined.</summary>
    /// <param name="after">The version before the first of them.</param>
    public static async Task<ProgrammeChanges> ChangesAsync(WorkshopDb db, int after, int upTo, CancellationToken cancel)
    {
        var versions = await db
            .ProgrammeVersions.AsNoTracking()
            .Where(v => v.Number > after && v.Number <= upTo)
            .OrderBy(v => v.Number)
            .ToListAsync(cancel);
        return versions.Select(v => v.Changes).Aggregate(ProgrammeChanges.None, ProgrammeChanges.Join);
    }

    /// <summary>The last mail about changes; null if there is none.</summary>
    public async Task<ProgrammeNewsMail?> FindLastAsync(CancellationToken cancel)
    {
        if (
            await db.Messages.AsNoTracking().Where(m => m.UpToVersion != null).OrderByDescending(m => m.Id).FirstOrDefaultAsync(cancel)
            is not { } message
        )
            return null;
        var batch = await db.Batches.AsNoTracking().SingleAsync(b => b.MessageId == message.Id, cancel);
        var people = await db.BatchItems.CountAsync(i => i.BatchId == batch.Id, cancel);
        return new(message, batch.StartsAt ?? batch.CreatedAt, people);
    }

    /// <summary>Sends the mail after the delay. Submitting the same form again does nothing.</summary>
    /// <param name="after">What the organiser saw; see <see cref="ProgrammeNews"/>.</param>
    /// <returns>False if the programme has changed again, or another organiser was faster.</returns>
    public Task<bool> SendAsync(int after, int upTo, Guid key, Actor actor, CancellationToken cancel) =>
        writeLock.RunAsync(
            db,
            async () =>
            {
                await db.LockForWriteAsync(cancel);
                if (await db.Batches.AnyAsync(b => b.Key == key, cancel))
                    return true;
                if (await FindAsync(cancel) is not { People.Count: > 0 } news || (news.After, news.UpTo) != (after, upTo))
                    return false;
                var workshop = await db.Workshops.AsNoTracking().SingleAsync(cancel);
                var now = realTime.GetUtcNow();
                var message = new Message
                {
                    Key = key,
                    CreatedBy = actor.Name,
                    At = now,
                    State = MessageState.Sending,
                    AfterVersion = after,
                    UpToVersion = upTo,
                };
                foreach (var language in workshop.Languages.All)
                    Describe(message, new Words(language), news.Changes, workshop);
                db.Messages.Add(message);
                await db.SaveChangesAsync(cancel);
                await batches.AddMessageAsync(message.Id, key, news.People.Select(p => p.Number), now + Delay, actor, cancel);
                return true;
            },
            cancel
        );

    /// <summary>Stops a mail that has not started, as if nobody had sent it.</summary>
    /// <returns>False if it has started.</returns>
    public Task<bool> StopAsync(long message, Actor actor, CancellationToken cancel) =>
        writeLock.RunAsync(
            db,
            async () =>
            {
                await db.LockForWriteAsync(cancel);
                var now = realTime.GetUtcNow();
                if (await db.Batches.Where(b => b.MessageId == message && b.StartsAt > now).ExecuteDeleteAsync(cancel) == 0)
                    return false;
                await db.Messages.Where(m => m.Id == message && m.UpToVersion != null).ExecuteDeleteAsync(cancel);
                await audit.WriteAsync(actor, $"stopped message {message}", cancel: cancel);
                return true;
            },
            cancel
        );

    /// <summary>What the page of the message shows. Each reader's mail has what concerns them first.</summary>
    private static void Describe(Message message, Words words, ProgrammeChanges changes, Workshop workshop)
    {
        var lines = string.Join('\n', changes.Differences.Select(d => $"- {words.LineOf(d, workshop.TimeZone)}"));
        if (words.Language == Language.English)
            (message.SubjectEn, message.BodyEn) = (words.ProgrammeNewsSubject, lines);
        else
            (message.SubjectFr, message.BodyFr) = (words.ProgrammeNewsSubject, lines);
    }

    private async Task<int> ToldAsync(CancellationToken cancel) => await db.Messages.MaxAsync(m => m.UpToVersion, cancel) ?? 0;
}
