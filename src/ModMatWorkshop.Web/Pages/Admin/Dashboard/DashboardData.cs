using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Web.Pages.Admin.Dashboard;

/// <param name="InRoom">Who has a seat and comes to this half-day.</param>
/// <param name="Remote">Who follows it remotely, or has no seat yet.</param>
public sealed record HalfDayCount(HalfDayId HalfDay, int InRoom, int Remote);

/// <param name="WithDiet">How many of them have told a diet.</param>
public sealed record MealCount(string Slug, Localized Title, DateOnly Date, HalfDay Half, int Eaters, int WithDiet);

/// <summary>Somebody of the programme of whom there is no registration, and what they present.</summary>
public sealed record UnregisteredSpeaker(string Name, IReadOnlyList<string> Codes);

/// <summary>
/// What the organisers want to know at a glance, counted in a few reads, grouped where the database can: of each registration only the day
/// on which it came is read, and diets.
/// </summary>
public sealed record DashboardData(RegistrationContext Registrations, Seats Seats)
{
    public const int TopInstitutions = 10;

    /// <summary>All registrations, cancelled ones too.</summary>
    public int All { get; private init; }

    public int SeatsConfirmed { get; private init; }

    /// <summary>Seats that are held for who has yet to confirm.</summary>
    public int SeatsPending { get; private init; }

    public int SeatsOffered { get; private init; }

    /// <summary>Confirmed, and remote by choice.</summary>
    public int Remote { get; private init; }

    public int Waiting { get; private init; }

    public int Unconfirmed { get; private init; }

    public int Cancelled { get; private init; }

    public int Confirmed { get; private init; }

    public IReadOnlyList<CurveDay> Curve { get; private init; } = [];

    // Of the confirmed
    public IReadOnlyList<(Position Position, int Count)> Positions { get; private init; } = [];

    /// <summary>The largest, whatever their capitals and accents.</summary>
    public IReadOnlyList<(string Name, int Count)> Institutions { get; private init; } = [];

    public int OtherInstitutions { get; private init; }

    public int InOtherInstitutions { get; private init; }

    /// <summary>By the code of the country; null for who did not tell.</summary>
    public IReadOnlyList<(string? Code, int Count)> Countries { get; private init; } = [];

    public IReadOnlyList<HalfDayCount> HalfDays { get; private init; } = [];

    public IReadOnlyList<MealCount> Meals { get; private init; } = [];

    public IReadOnlyList<(string Diet, int Count)> Diets { get; private init; } = [];

    public IReadOnlyList<UnregisteredSpeaker> NotRegistered { get; private init; } = [];

    /// <summary>Who is there, from when people arrive for a half-day until its stream closes; null otherwise.</summary>
    public (HalfDayId HalfDay, PresenceSummary Roll)? Now { get; private init; }

    public int MailsWaiting { get; private init; }

    public int MailsFailed { get; private init; }

    public static async Task<DashboardData> ReadAsync(WorkshopDb db, DateTimeOffset now, TimeZoneInfo zone, CancellationToken cancel)
    {
        var room = await RegistrationContext.ReadAsync(db, cancel);
        var groups = await db
            .Registrations.GroupBy(r => new
            {
                r.Status,
                r.Place,
                r.FromReserve,
                r.Details.Position,
                r.Details.Country,
            })
            .Select(g => new
            {
                g.Key.Status,
                g.Key.Place,
                g.Key.FromReserve,
                g.Key.Position,
                g.Key.Country,
                Count = g.Count(),
            })
            .ToListAsync(cancel);
        var confirmed = groups.Where(g => g.Status == RegistrationStatus.Confirmed).ToList();
        var held = groups.Where(g => g.Place is Place.Seat or Place.Offer).ToList();
        var affiliations = await db
            .Registrations.Where(r => r.Status == RegistrationStatus.Confirmed)
            .GroupBy(r => r.Details.Affiliation)
            .Select(g => new { Name = g.Key, Count = g.Count() })
            .ToListAsync(cancel);
        var institutions = affiliations
            .GroupBy(a => Folding.Fold(a.Name))
            .Select(g =>
                (
                    Name: g.OrderByDescending(a => a.Count).ThenBy(a => a.Name, StringComparer.Ordinal).First().Name,
                    Count: g.Sum(a => a.Count)
                )
            )
            .OrderByDescending(i => i.Count)
            .ThenBy(i => i.Name, StringComparer.Ordinal)
            .ToList();
        var chosen = await db
            .Registrations.Where(r => r.Status == RegistrationStatus.Confirmed)
            .GroupBy(r => new
            {
                TakesSeat = r.Place == Place.Seat,
                r.Details.HalfDays,
                r.Details.Meals,
            })
            .Select(g => new Choice(g.Key.TakesSeat, g.Key.HalfDays, g.Key.Meals, g.Count()))
            .ToListAsync(cancel);
        var diets = await db
            .Registrations.Where(r => r.Place == Place.Seat && r.Status == RegistrationStatus.Confirmed && r.Details.Diet != null)
            .Select(r => new { r.Details.Diet, Choice = new Choice(true, r.Details.HalfDays, r.Details.Meals, 1) })
            .ToListAsync(cancel);
        var mails = await db
            .Outbox.GroupBy(m => m.State)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(m => m.Key, m => m.Count, cancel);
        var sessions = await db.Sessions.Select(s => new { s.Date, s.HalfDay }).ToListAsync(cancel);
        var meals = await AttendeeReports.MealsAsync(db, cancel);

        return new(room, room.Policy.SeatsAt(now, held.Sum(g => g.Count), held.Where(g => g.FromReserve).Sum(g => g.Count)))
        {
            All = groups.Sum(g => g.Count),
            SeatsConfirmed = Count(RegistrationStatus.Confirmed, Place.Seat),
            SeatsPending = Count(RegistrationStatus.Pending, Place.Seat),
            SeatsOffered = Count(null, Place.Offer),
            Remote = Count(RegistrationStatus.Confirmed, Place.Remote),
            Waiting = Count(null, Place.WaitingList),
            Unconfirmed = Count(RegistrationStatus.Pending, null),
            Cancelled = Count(RegistrationStatus.Cancelled, null),
            Confirmed = Count(RegistrationStatus.Confirmed, null),
            Curve = await CurveAsync(db, now, zone, cancel),
            Positions = [.. Enum.GetValues<Position>().Select(p => (p, confirmed.Where(g => g.Position == p).Sum(g => g.Count)))],
            Institutions = [.. institutions.Take(TopInstitutions)],
            OtherInstitutions = Math.Max(0, institutions.Count - TopInstitutions),
            InOtherInstitutions = institutions.Skip(TopInstitutions).Sum(i => i.Count),
            Countries =
            [
                .. confirmed
                    .GroupBy(g => g.Country)
                    .Select(g => (g.Key, Count: g.Sum(c => c.Count)))
                    .OrderBy(c => c.Key is null)
                    .ThenByDescending(c => c.Count)
                    .ThenBy(c => c.Key, StringComparer.Ordinal),
            ],
            HalfDays =
            [
                .. sessions
                    .Distinct()
                    .OrderBy(s => s.Date)
                    .ThenBy(s => s.HalfDay)
                    .Select(s => new HalfDayCount(
                        new(s.Date, s.HalfDay),
                        chosen.Where(c => c.IsInRoom(s.Date, s.HalfDay)).Sum(c => c.Count),
                        chosen.Where(c => c.IsRemote(s.Date, s.HalfDay)).Sum(c => c.Count)
                    )),
            ],
            Meals =
            [
                .. meals.Select(m => new MealCount(
                    m.Slug,
                    m.Title,
                    m.Date,
                    m.Half ?? (TimeZoneInfo.ConvertTime(m.Start, zone).Hour < 12 ? HalfDay.Morning : HalfDay.Afternoon),
                    chosen.Where(c => c.Takes(m)).Sum(c => c.Count),
                    diets.Count(d => d.Choice.Takes(m))
                )),
            ],
            Diets =
            [
                .. diets
                    .GroupBy(d => Folding.Fold(d.Diet!))
                    .Select(g => (g.GroupBy(d => d.Diet!).OrderByDescending(same => same.Count()).First().Key, Count: g.Count()))
                    .OrderByDescending(d => d.Count),
            ],
            NotRegistered = await NotRegisteredAsync(db, cancel),
            Now = HalfDayHours.At(now, await PresenceService.HalfDayHoursAsync(db, cancel)) is { HalfDay: var half }
                ? (half, await PresenceSummary.ReadAsync(db, half, now, cancel))
                : null,
            MailsWaiting = mails.GetValueOrDefault(MailState.Waiting),
            MailsFailed = mails.GetValueOrDefault(MailState.Failed),
        };

        int Count(RegistrationStatus? status, Place? place) =>
            groups.Where(g => (status is null || g.Status == status) && (place is null || g.Place == place)).Sum(g => g.Count);
    }

    /// <summary>Who has registered by the end of each day and has not cancelled, by what they wish.</summary>
    private static async Task<IReadOnlyList<CurveDay>> CurveAsync(
        WorkshopDb db,
        DateTimeOffset now,
        TimeZoneInfo zone,
        CancellationToken cancel
    )
    {
        var days = (
            await db
                .Registrations.Where(r => r.Status != RegistrationStatus.Cancelled)
                .Select(r => new { r.CreatedAt, r.Attendance })
                .ToListAsync(cancel)
        )
            .GroupBy(r => Day(r.CreatedAt))
            .ToDictionary(
                g => g.Key,
                g => (InPerson: g.Count(r => r.Attendance == Attendance.InPerson), Remote: g.Count(r => r.Attendance == Attendance.Remote))
            );
        if (days.Count == 0)
            return [];
        var (curve, day, last) = (new List<CurveDay>(), days.Keys.Min(), days.Keys.Max());
        // Up to today, so that one sees when nobody has come for a week; of an archive, to the last who came.
        if (Day(now) is var today && today > last && today < last.AddDays(60))
            last = today;
        for (var (inPerson, remote) = (0, 0); day <= last; day = day.AddDays(1))
        {
            var (more, moreRemote) = days.GetValueOrDefault(day);
            curve.Add(new(day, inPerson += more, remote += moreRemote));
        }
        return curve;

        DateOnly Day(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime);
    }

    /// <summary>Whoever presents and has neither said so in a registration nor registered under the name of the programme.</summary>
    private static async Task<IReadOnlyList<UnregisteredSpeaker>> NotRegisteredAsync(WorkshopDb db, CancellationToken cancel)
    {
        var contributions = await db
            .Contributions.Where(c => !c.Cancelled)
            .OrderBy(c => c.Kind)
            .ThenBy(c => c.Number)
            .Select(c => new
            {
                c.Code,
                Name = c.SpeakerName,
                Slug = c.SpeakerSlug,
            })
            .ToListAsync(cancel);
        var speakers = await db
            .Slots.Where(s => s.SpeakerName != null && s.ContributionCode == null && !s.Cancelled)
            .OrderBy(s => s.Start)
            .Select(s => new
            {
                Code = s.Slug,
                Name = s.SpeakerName!,
                Slug = s.SpeakerSlug!,
            })
            .ToListAsync(cancel);
        var registered = db.Registrations.Where(r => r.Status != RegistrationStatus.Cancelled);
        var codes = (
            await registered.Where(r => r.Details.Presents != null).Select(r => r.Details.Presents!).Distinct().ToListAsync(cancel)
        ).ToHashSet();
        var presenters = contributions.Concat(speakers).Where(c => !codes.Contains(c.Code)).GroupBy(c => c.Slug).ToList();
        var keys = presenters.SelectMany(p => SortKeysOf(p.First().Name)).Distinct().ToArray();
        var names = (
            await registered.Where(r => EF.Parameter(keys).Contains(r.SortKey)).Select(r => r.SortKey).ToListAsync(cancel)
        ).ToHashSet();
        return
        [
            .. presenters
                .Where(p => !SortKeysOf(p.First().Name).Any(names.Contains))
                .Select(p => new UnregisteredSpeaker(p.First().Name, [.. p.Select(c => c.Code)])),
        ];
    }

    /// <summary>A programme writes the whole name and a form its two parts: every way to cut it.</summary>
    private static IEnumerable<string> SortKeysOf(string name)
    {
        var words = Folding.Words(name);
        return Enumerable.Range(0, words.Length).Select(cut => string.Join(' ', words[cut..].Concat(words[..cut])));
    }

    private sealed record Choice(bool TakesSeat, IReadOnlyList<HalfDayChoice> HalfDays, IReadOnlyList<string> Meals, int Count)
    {
        public bool IsInRoom(DateOnly date, HalfDay half) =>
            TakesSeat && HalfDays.Any(h => h.Date == date && h.Half == half && h.Attendance == Attendance.InPerson);

        public bool Takes(ServedMeal meal) => meal.IsTakenBy(Meals, half => IsInRoom(meal.Date, half));

        public bool IsRemote(DateOnly date, HalfDay half) => HalfDays.Any(h => h.Date == date && h.Half == half) && !IsInRoom(date, half);
    }
}
