using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Registrations;

/// <summary>One change of a half-day and the people whose answers it concerns; for an added one, those who attend all the others.</summary>
public sealed record ConcernedPeople(HalfDayChange Change, IReadOnlyList<Registration> People);

/// <summary>An open change of the programme.</summary>
/// <param name="Told">The people who would get a mail, if everybody is put down for the added half-days.</param>
public sealed record OpenProgrammeChange(ProgrammeChange Change, IReadOnlyList<ConcernedPeople> HalfDays, IReadOnlyList<Registration> Told);

/// <summary>What an organiser decides about a change of the programme.</summary>
/// <param name="PutDown">The keys of the added half-days for which everybody is put down who attends all the others.</param>
/// <param name="Tell">Whether the people concerned get a mail.</param>
/// <param name="AsksToCheck">Whether the mail asks them to check their answers.</param>
public sealed record ProgrammeDecision(IReadOnlyCollection<string> PutDown, bool Tell, bool AsksToCheck);

/// <summary>
/// The answers have already moved with the programme when it is imported. Organisers decide here who is put down for added half-days, and
/// whether people are told.
/// </summary>
public sealed class ProgrammeChangeService(WorkshopDb db, RegistrationQueue queue)
{
    /// <summary>Actions in the audit log.</summary>
    public const string DecidedAction = "decided on a programme change";

    /// <inheritdoc cref="DecidedAction"/>
    public const string PutDownAction = "put down for an added half-day";

    public static Task<bool> IsOpenAsync(WorkshopDb db, CancellationToken cancel) =>
        db.ProgrammeChanges.AnyAsync(c => c.DecidedAt == null, cancel);

    /// <returns>Null if nothing is open.</returns>
    public async Task<OpenProgrammeChange?> FindOpenAsync(CancellationToken cancel)
    {
        if (await db.ProgrammeChanges.AsNoTracking().SingleOrDefaultAsync(c => c.DecidedAt == null, cancel) is not { } change)
            return null;
        var people = await Active(db).AsNoTracking().OrderBy(r => r.SortKey).ThenBy(r => r.Number).ToListAsync(cancel);
        var edited = await EditedSinceAsync(db, change, cancel);
        List<ConcernedPeople> halfDays =
        [
            .. change.HalfDays.Select(c => new ConcernedPeople(
                c,
                [
                    .. people.Where(r =>
                        c.Kind == HalfDayChangeKind.Added
                            ? IsToBePutDown(r, change, edited) && !r.Details.HalfDays.Any(h => h.Id == c.After)
                            : c.Concerns(r.Details)
                    ),
                ]
            )),
        ];
        var told = halfDays.SelectMany(h => h.People).Where(r => r.Status == RegistrationStatus.Confirmed).DistinctBy(r => r.Id);
        return new(change, halfDays, [.. told]);
    }

    /// <returns>The number of people who get a mail; null when another organiser was faster.</returns>
    public Task<int?> DecideAsync(int id, ProgrammeDecision decision, Actor actor, CancellationToken cancel) =>
        queue.RunAsync(
            db,
            async transaction =>
            {
                var open = await transaction.Db.ProgrammeChanges.SingleOrDefaultAsync(c => c.Id == id && c.DecidedAt == null);
                if (open is null)
                    return (int?)null;
                (open.DecidedAt, open.DecidedBy, open.AsksToCheck) = (transaction.RealNow, actor.Name, decision.AsksToCheck);
                var added = AddedOf(open).Where(h => decision.PutDown.Contains(h.Key)).ToList();
                var putDown = await PutDownAsync(transaction, open, added, actor);
                // What concerns nobody any more, or was declined, does not appear in the mail.
                open.HalfDays = [.. open.HalfDays.Where(c => c.Kind != HalfDayChangeKind.Added || added.Contains(c.After!))];
                var told = 0;
                if (decision.Tell)
                    foreach (var person in await Active(transaction.Db).Where(r => r.Status == RegistrationStatus.Confirmed).ToListAsync())
                        if (
                            open.HalfDays.Any(c =>
                                c.Kind == HalfDayChangeKind.Added ? putDown.Contains(person.Id) : c.Concerns(person.Details)
                            )
                        )
                        {
                            transaction.Mail(person, MailKind.ProgrammeChanged, ProgrammeChange.MailCause(open.Id));
                            told++;
                        }
                transaction.Log(actor, DecidedAction, null, null);
                return told;
            },
            cancel
        );

    /// <summary>
    /// Adds half-days to the answers of everybody who attends all the others, with the breaks for those who take every other meal.
    /// </summary>
    private static async Task<HashSet<Guid>> PutDownAsync(
        RegistrationTransaction transaction,
        ProgrammeChange change,
        List<HalfDayId> added,
        Actor actor
    )
    {
        var putDown = new HashSet<Guid>();
        if (added.Count == 0)
            return putDown;
        var edited = await EditedSinceAsync(transaction.Db, change, CancellationToken.None);
        var meals = await AttendeeReports.MealsAsync(transaction.Db, CancellationToken.None);
        var theirs = meals.Where(m => m.Half is { } half && added.Contains(new(m.Date, half))).Select(m => m.Slug).ToList();
        var others = meals.Select(m => m.Slug).Except(theirs).ToList();
        foreach (var person in await Active(transaction.Db).ToListAsync())
        {
            var missing = added.Where(h => !person.Details.HalfDays.Any(c => c.Id == h)).ToList();
            if (missing.Count == 0 || !IsToBePutDown(person, change, edited))
                continue;
            var details = person.Details;
            person.UpdateDetails(
                details with
                {
                    HalfDays =
                    [
                        .. details
                            .HalfDays.Concat(missing.Select(h => new HalfDayChoice(h.Date, h.Half, person.Attendance)))
                            .OrderBy(h => h.Date)
                            .ThenBy(h => h.Half),
                    ],
                    Meals = others.Count > 0 && others.All(details.Meals.Contains) ? [.. details.Meals.Union(theirs)] : details.Meals,
                },
                transaction.Now
            );
            transaction.Log(actor, PutDownAction, person, string.Join(", ", missing.Select(h => h.Key)));
            putDown.Add(person.Id);
        }
        return putDown;
    }

    /// <summary>
    /// Whether the person attends everything that is not new. Whoever registered or changed their answers since the import has seen the
    /// added half-days and answered for themselves.
    /// </summary>
    private static bool IsToBePutDown(Registration person, ProgrammeChange change, HashSet<Guid> edited) =>
        person.Number <= change.LastNumber && !edited.Contains(person.Id) && person.Details.AttendsAll(change.OtherHalfDays);

    private static async Task<HashSet<Guid>> EditedSinceAsync(WorkshopDb db, ProgrammeChange change, CancellationToken cancel) =>
        [
            .. await db
                .RegistrationChanges.Where(c => c.At > change.At && c.Action == ChangedDetails)
                .Select(c => c.RegistrationId)
                .Distinct()
                .ToListAsync(cancel),
        ];

    private static readonly string ChangedDetails = new ChangeDetails(RegistrationDetails.Empty).Action;

    private static List<HalfDayId> AddedOf(ProgrammeChange change) =>
        [.. change.HalfDays.Where(c => c.Kind == HalfDayChangeKind.Added).Select(c => c.After!)];

    private static IQueryable<Registration> Active(WorkshopDb db) => db.Registrations.Where(r => r.Status != RegistrationStatus.Cancelled);
}
