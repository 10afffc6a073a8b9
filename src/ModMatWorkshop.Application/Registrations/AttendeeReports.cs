using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Options;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Registrations;

/// <summary>A diet as somebody wrote it, and the number of people who wrote the same.</summary>
public sealed record DietCount(string Diet, int People);

/// <summary>The number of people on site for a half-day, a break or a meal, and their diets.</summary>
/// <param name="Half">The half-day; null for a break or a meal.</param>
public sealed record Serving(DateOnly Date, HalfDay? Half, ServedMeal? Meal, int People, IReadOnlyList<DietCount> Diets);

/// <param name="People">The number of different people with a seat.</param>
/// <param name="Seated">These people, to count what they answer to questions of the workshop.</param>
public sealed record CatererReport(IReadOnlyList<Serving> Servings, int People, IReadOnlyList<RegistrationState> Seated)
{
    public IReadOnlyList<OptionServing> Options { get; init; } = [];
}

public sealed record ReceptionListEntry(int Number, string FamilyName, string GivenName, string Affiliation, bool Morning, bool Afternoon);

public sealed record ReceptionListDay(DateOnly Date, IReadOnlyList<ReceptionListEntry> Names);

/// <summary>Reports about confirmed participants for people outside the organisation.</summary>
public static class AttendeeReports
{
    /// <summary>The half-days of the programme, including those with cancelled slots, because people can have chosen them.</summary>
    public static async Task<IReadOnlyList<HalfDayId>> HalfDaysAsync(WorkshopDb db, CancellationToken cancel) =>
        [
            .. (await db.Sessions.AsNoTracking().Select(s => new { s.Date, s.HalfDay }).ToListAsync(cancel))
                .Distinct()
                .OrderBy(s => s.Date)
                .ThenBy(s => s.HalfDay)
                .Select(s => new HalfDayId(s.Date, s.HalfDay)),
        ];

    public static async Task<IReadOnlyList<ServedMeal>> MealsAsync(WorkshopDb db, CancellationToken cancel)
    {
        var sessions = await db.Sessions.AsNoTracking().ToListAsync(cancel);
        var workshop = await db.Workshops.AsNoTracking().SingleAsync(cancel);
        var slots = await db
            .Slots.AsNoTracking()
            .Where(s => (s.Kind == SlotKind.Meal || s.Kind == SlotKind.Break) && !s.Cancelled)
            .OrderBy(s => s.Start)
            .ToListAsync(cancel);
        return [.. slots.Select(s => ServedMeal.Of(s, sessions, workshop.TimeZone)!)];
    }

    /// <summary>
    /// Counts for the caterer, without names. Diets that differ only in accents or capitals are one, in the most frequent spelling.
    /// </summary>
    public static async Task<CatererReport> CatererAsync(WorkshopDb db, CancellationToken cancel)
    {
        var meals = await MealsAsync(db, cancel);
        var seated = await SeatedAsync(db, cancel);
        var servings = new List<Serving>();
        foreach (var half in await HalfDaysAsync(db, cancel))
        {
            servings.Add(Of(half.Date, half.Half, null, r => r.AttendanceAt(half.Date, half.Half) == Attendance.InPerson));
            servings.AddRange(meals.Where(m => m.Date == half.Date && m.Half == half.Half).Select(OfMeal));
        }
        // Insert a meal between the half-days of its date.
        foreach (var meal in meals.Where(m => m.Half is null))
            servings.Insert(
                servings.FindLastIndex(s =>
                    s.Date < meal.Date || s.Date == meal.Date && (s.Half == HalfDay.Morning || s.Meal?.Start <= meal.Start)
                ) + 1,
                OfMeal(meal)
            );
        return new(servings, seated.Count, [.. seated.Select(r => r.Snapshot())]) { Options = await OptionServing.ReadAsync(db, cancel) };

        Serving OfMeal(ServedMeal meal) => Of(meal.Date, null, meal, meal.IsTakenBy);

        Serving Of(DateOnly date, HalfDay? half, ServedMeal? meal, Func<Registration, bool> isThere)
        {
            var there = seated.Where(isThere).ToList();
            return new(date, half, meal, there.Count, DietsOf(there));
        }
    }

    /// <summary>The diets of these people. Those that differ only in accents or capitals are one.</summary>
    internal static IReadOnlyList<DietCount> DietsOf(IEnumerable<Registration> people) =>
        [
            .. people
                .Where(r => r.Details.Diet is not null)
                .GroupBy(r => Domain.Folding.Fold(r.Details.Diet!))
                .Select(g => new DietCount(MostUsed(g.Select(r => r.Details.Diet!)), g.Count()))
                .OrderByDescending(d => d.People)
                .ThenBy(d => d.Diet, StringComparer.CurrentCulture),
        ];

    /// <summary>The reception list: people who attend in person, by day and family name.</summary>
    public static async Task<IReadOnlyList<ReceptionListDay>> ReceptionListAsync(WorkshopDb db, CancellationToken cancel)
    {
        var seated = await SeatedAsync(db, cancel);
        return
        [
            .. (await HalfDaysAsync(db, cancel))
                .Select(h => h.Date)
                .Distinct()
                .Select(day => new ReceptionListDay(
                    day,
                    [
                        .. from r in seated
                        let morning = r.AttendanceAt(day, HalfDay.Morning) == Attendance.InPerson
                        let afternoon = r.AttendanceAt(day, HalfDay.Afternoon) == Attendance.InPerson
                        where morning || afternoon
                        select new ReceptionListEntry(
                            r.Number,
                            r.Details.FamilyName,
                            r.Details.GivenName,
                            r.Details.Affiliation,
                            morning,
                            afternoon
                        ),
                    ]
                )),
        ];
    }

    /// <summary>
    /// Counts for funders. People who wait for a seat or have an open offer count as remote. After the purge, the counts saved before it.
    /// </summary>
    /// <param name="came">Counts those who came, in the room if they were there once; otherwise everybody who registered.</param>
    public static async Task<FunderReport> FunderAsync(WorkshopDb db, bool came, CancellationToken cancel)
    {
        if (
            await db.Totals.AsNoTracking().OrderByDescending(t => t.Id).FirstOrDefaultAsync(cancel) is { Report: var saved }
            && !await db.Registrations.AnyAsync(cancel)
        )
            return saved;
        // Without a record of presence, only the registrations can be counted.
        came &= await db.Presences.AnyAsync(cancel);
        var there = await PresenceSummary.CountAsync(db, PresenceSummary.Confirmed(db), cancel);
        var confirmed = PresenceSummary.Confirmed(db);
        var inTheRoom = came
            ? PresenceSummary.Who(db, confirmed, AttendeePresence.Room, null)
            : confirmed.Where(r => r.Place == Place.Seat);
        var counted = came ? PresenceSummary.Who(db, confirmed, AttendeePresence.Came, null) : confirmed;
        var all = await counted
            .Select(r => new
            {
                r.Details.Country,
                r.Details.Affiliation,
                r.AffiliationKey,
                r.Details.Position,
                r.Details.OwnPosition,
                InTheRoom = inTheRoom.Any(i => i.Id == r.Id),
            })
            .ToListAsync(cancel);
        return new(
            new(null, all.Count(r => r.InTheRoom), all.Count(r => !r.InTheRoom)),
            [
                .. all.GroupBy(r => (r.Position, r.OwnPosition))
                    .OrderBy(g => g.Key.OwnPosition is not null)
                    .ThenBy(g => g.Key.Position)
                    .ThenBy(g => g.Key.OwnPosition, StringComparer.Ordinal)
                    .Select(g => Count(g.Key.OwnPosition ?? g.Key.Position.ToString(), g.Select(r => r.InTheRoom))),
            ],
            Sorted(all.GroupBy(r => r.Country).Select(g => Count(g.Key, g.Select(r => r.InTheRoom)))),
            Sorted(
                all.GroupBy(r => r.AffiliationKey)
                    .Select(g => Count(g.Key.Length == 0 ? null : MostUsed(g.Select(r => r.Affiliation)), g.Select(r => r.InTheRoom)))
            ),
            [.. (await HalfDaysAsync(db, cancel)).Select(h => there.GetValueOrDefault(h) ?? new(h.Date, h.Half, 0, 0))],
            came
        )
        {
            Options = await OptionsAsync(db, counted, inTheRoom, cancel),
            TravelSupport = await TravelSupportAsync(db, counted, inTheRoom, cancel),
        };

        static ParticipantCount Count(string? name, IEnumerable<bool> inTheRoom)
        {
            var seats = inTheRoom.ToLookup(here => here);
            return new(name, seats[true].Count(), seats[false].Count());
        }

        // People without an answer come last.
        static IReadOnlyList<ParticipantCount> Sorted(IEnumerable<ParticipantCount> counts) =>
            [.. counts.OrderBy(c => c.Name is null).ThenByDescending(c => c.Total).ThenBy(c => c.Name, StringComparer.CurrentCulture)];
    }

    private static Task<List<Registration>> SeatedAsync(WorkshopDb db, CancellationToken cancel) =>
        db
            .Registrations.AsNoTracking()
            .Where(r => r.Status == RegistrationStatus.Confirmed && r.Place == Place.Seat)
            .OrderBy(r => r.SortKey)
            .ThenBy(r => r.Number)
            .ToListAsync(cancel);

    /// <summary>How many people have places of each option of the content.</summary>
    private static async Task<IReadOnlyList<OptionCount>> OptionsAsync(
        WorkshopDb db,
        IQueryable<Registration> counted,
        IQueryable<Registration> inTheRoom,
        CancellationToken cancel
    )
    {
        var options = await db.Workshops.Select(w => w.Options).SingleOrDefaultAsync(cancel) ?? [];
        if (options.Count == 0)
            return [];
        var people = await counted
            .Where(r => r.OptionPlaces != null)
            .Select(r => new { r.OptionPlaces, InTheRoom = inTheRoom.Any(i => i.Id == r.Id) })
            .ToListAsync(cancel);
        return
        [
            .. from option in options
            let who = people.Where(p => p.OptionPlaces!.Any(o => o.Key == option.Key && !o.IsKept && o.Held > 0)).ToList()
            select new OptionCount(option.Name, who.Count(p => p.InTheRoom), who.Count(p => !p.InTheRoom)),
        ];
    }

    /// <returns>Null in a workshop without travel support.</returns>
    private static async Task<TravelSupportCount?> TravelSupportAsync(
        WorkshopDb db,
        IQueryable<Registration> counted,
        IQueryable<Registration> inTheRoom,
        CancellationToken cancel
    )
    {
        if ((await db.Workshops.Select(w => w.Questions).SingleOrDefaultAsync(cancel) ?? []).All(q => q.Id != TravelSupportRules.Id))
            return null;
        var people = await counted
            .Select(r => new
            {
                r.Details.Answers,
                r.TravelSupport,
                InTheRoom = inTheRoom.Any(i => i.Id == r.Id),
            })
            .ToListAsync(cancel);
        var asked = people.Where(p => p.Answers.Find(TravelSupportRules.Id) is not null).ToList();
        var granted = asked.Where(p => p.TravelSupport == TravelSupportDecision.Granted).ToList();
        return new(
            new(null, asked.Count(p => p.InTheRoom), asked.Count(p => !p.InTheRoom)),
            new(null, granted.Count(p => p.InTheRoom), granted.Count(p => !p.InTheRoom))
        );
    }

    /// <summary>The most frequent spelling; if there are several, the first in alphabetical order.</summary>
    private static string MostUsed(IEnumerable<string> written) =>
        written
            .GroupBy(w => w, StringComparer.Ordinal)
            .OrderByDescending(g => g.Count())
            .ThenBy(g => g.Key, StringComparer.Ordinal)
            .First()
            .Key;
}
