using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Content;

/// <summary>
/// Moves the answers with the programme, in the transaction of the import: registrations, history, unfinished imports, presences and
/// saved filters. What organisers must decide is saved as a <see cref="ProgrammeChange"/>.
/// </summary>
internal sealed class AnswerMover(WorkshopDb db, ProgrammeChoices before, IReadOnlyList<DroppedHalfDay> dropped)
{
    /// <summary>An action in the audit log.</summary>
    public const string MovedAction = "moved the answers with the programme";

    private const int Batch = 500;

    /// <summary>Whether anybody has an answer that the changes concern, or could be put down for an added half-day.</summary>
    private bool _concernsAnybody;

    /// <summary>Reads the programme that the answers refer to. Call it before the import changes it.</summary>
    public static async Task<AnswerMover> ReadAsync(WorkshopDb db, CancellationToken cancel) =>
        new(
            db,
            ProgrammeChoices.Of(await db.Sessions.AsNoTracking().ToListAsync(cancel), await db.Slots.AsNoTracking().ToListAsync(cancel)),
            [.. (await db.DroppedHalfDays.AsNoTracking().ToListAsync(cancel)).Select(d => new DroppedHalfDay(d.Number, d.HalfDay))]
        );

    public HalfDayChanges ChangesTo(IReadOnlyCollection<Session> sessions, IReadOnlyCollection<Slot> slots) =>
        HalfDayChanges.Between(before, ProgrammeChoices.Of(sessions, slots), dropped);

    /// <summary>Applies the changes to everything that is stored. Saves and clears the change tracker.</summary>
    public async Task MoveAsync(HalfDayChanges changes, DateTimeOffset realNow, CancellationToken cancel)
    {
        if (!changes.Any || !await db.Registrations.AnyAsync(cancel))
            return;
        // Registrations are changed under this lock; without it, a change in progress would bring the old half-days back.
        await db.WorkshopStates.ExecuteUpdateAsync(s => s.SetProperty(x => x.Version, x => x.Version + 1), cancel);
        await EachAsync(
            db.Registrations.OrderBy(r => r.Number),
            registration =>
            {
                registration.FollowProgramme(changes);
                _concernsAnybody |= registration.Status != RegistrationStatus.Cancelled && changes.Concern(registration.Details);
            },
            cancel
        );
        await EachAsync(db.RegistrationChanges.OrderBy(c => c.Id), c => c.FollowProgramme(changes), cancel);
        await EachAsync(
            db.BatchItems.Where(i => i.Row != null).OrderBy(i => i.Id),
            i => i.Row = i.Row! with { Details = changes.Apply(i.Row.Details) },
            cancel
        );
        await MovePresencesAsync(changes, cancel);
        await SaveChangeAsync(changes, realNow, cancel);
    }

    private async Task EachAsync<T>(IQueryable<T> all, Action<T> change, CancellationToken cancel)
        where T : class
    {
        for (var at = 0; ; at += Batch)
        {
            var rows = await all.Skip(at).Take(Batch).ToListAsync(cancel);
            rows.ForEach(change);
            await SaveAsync(cancel);
            if (rows.Count < Batch)
                return;
        }
    }

    /// <summary>
    /// Presences pass through dates that no programme has, because one half-day can take the place of another. Those of a dropped half-day
    /// stay there until it returns, and so does one that would be the second of a person at a half-day.
    /// </summary>
    private async Task MovePresencesAsync(HalfDayChanges changes, CancellationToken cancel)
    {
        var moves = changes.HalfDays.Where(c => c.Before is not null && c.Kind != HalfDayChangeKind.Split).ToList();
        foreach (var (change, index) in moves.Select((c, i) => (c, i)))
            if (change.Kind != HalfDayChangeKind.Returned)
                await MoveAsync(change.Before!, change.Aside is { } number ? Aside(number) : Passing(index));
        foreach (var (change, index) in moves.Select((c, i) => (c, i)).Where(m => m.c.After is not null))
            await MoveAsync(change.Aside is { } number ? Aside(number) : Passing(index), change.After!);

        Task<int> MoveAsync(HalfDayId from, HalfDayId to) =>
            db
                .Presences.Where(p => p.Date == from.Date && p.Half == from.Half)
                .Where(p => !db.Presences.Any(o => o.RegistrationId == p.RegistrationId && o.Date == to.Date && o.Half == to.Half))
                .ExecuteUpdateAsync(p => p.SetProperty(x => x.Date, to.Date).SetProperty(x => x.Half, to.Half), cancel);

        static HalfDayId Aside(int number) => new(DateOnly.MinValue.AddDays(number), HalfDay.Morning);

        static HalfDayId Passing(int index) => new(DateOnly.MinValue.AddDays(index + 1), HalfDay.Afternoon);
    }

    private async Task SaveChangeAsync(HalfDayChanges changes, DateTimeOffset realNow, CancellationToken cancel)
    {
        foreach (var change in changes.HalfDays.Where(c => c.Kind == HalfDayChangeKind.Returned))
            await db.DroppedHalfDays.Where(d => d.Number == change.Aside).ExecuteDeleteAsync(cancel);
        foreach (var change in changes.HalfDays.Where(c => c.Kind is HalfDayChangeKind.Dropped or HalfDayChangeKind.Merged))
            db.DroppedHalfDays.Add(new() { Number = change.Aside!.Value, HalfDay = before.HalfDays.First(h => h.Id == change.Before) });
        var state = await db.WorkshopStates.SingleAsync(cancel);
        if (changes.HalfDays.FirstOrDefault(c => c.Kind == HalfDayChangeKind.Moved && c.Before!.Date == state.ShortCodeDay) is { } day)
            state.ShortCodeDay = day.After!.Date;
        foreach (var message in await db.Messages.Where(m => m.Query != "").ToListAsync(cancel))
            message.Query = Renamed(message.Query, changes);
        await SaveQuestionAsync(changes, state.LastNumber, realNow, cancel);
        db.AuditLog.Add(AuditEntry.Of(Actor.Site, realNow, MovedAction, null, null));
        await SaveAsync(cancel);
    }

    /// <summary>Adds the changes to those that organisers have not decided on yet.</summary>
    private async Task SaveQuestionAsync(HalfDayChanges changes, int lastNumber, DateTimeOffset realNow, CancellationToken cancel)
    {
        var open = await db.ProgrammeChanges.SingleOrDefaultAsync(c => c.DecidedAt == null, cancel);
        var halfDays = HalfDayChanges.Join(open?.HalfDays ?? [], changes.HalfDays);
        var all = await AttendeeReports.HalfDaysAsync(db, cancel);
        var others = HalfDayChanges.NotAdded(all, halfDays);
        if (open is not null && halfDays.Count == 0)
            db.ProgrammeChanges.Remove(open);
        else if (open is not null)
            (open.HalfDays, open.OtherHalfDays, open.At) = (halfDays, others, realNow);
        else if (halfDays.Count > 0 && _concernsAnybody)
            db.ProgrammeChanges.Add(
                new()
                {
                    At = realNow,
                    HalfDays = halfDays,
                    OtherHalfDays = others,
                    LastNumber = lastNumber,
                }
            );
    }

    /// <summary>A saved filter by half-day selects the people of the half-day that it named.</summary>
    private static string Renamed(string query, HalfDayChanges changes) =>
        changes.HalfDays.FirstOrDefault(c =>
            c is { Before: { } half, After: not null, Kind: HalfDayChangeKind.Moved or HalfDayChangeKind.Merged }
            && query.Contains(half.Key, StringComparison.Ordinal)
        )
            is { } change
            ? query.Replace(change.Before!.Key, change.After!.Key, StringComparison.Ordinal)
            : query;

    /// <summary>The import does not detect changes by itself.</summary>
    private async Task SaveAsync(CancellationToken cancel)
    {
        db.ChangeTracker.DetectChanges();
        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
    }
}
