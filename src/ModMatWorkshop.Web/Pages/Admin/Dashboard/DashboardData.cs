using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Mail.Bounces;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Web.Pages.Admin.Dashboard;

/// <param name="InRoom">People with a seat who attend this half-day.</param>
/// <param name="Remote">People who attend it remotely, including people on the waiting list.</param>
public sealed record HalfDayCount(HalfDayId HalfDay, int InRoom, int Remote);

/// <param name="WithDiet">How many of them have stated a diet.</param>
public sealed record MealCount(string Slug, Localized Title, DateOnly Date, HalfDay Half, int People, int WithDiet);

/// <summary>The figures of the dashboard. The database groups and counts where it can, so that few rows are read.</summary>
public sealed record DashboardData(RegistrationContext Registrations, Seats Seats)
{
    public const int TopInstitutions = 10;

    /// <summary>All registrations, including cancelled ones.</summary>
    public int All { get; private init; }

    public int SeatsConfirmed { get; private init; }

    /// <summary>Seats on hold for registrations that are not confirmed yet.</summary>
    public int SeatsPending { get; private init; }

    public int SeatsOffered { get; private init; }

    /// <summary>Seats that an organiser has just freed, kept for an undo.</summary>
    public int SeatsKept { get; private init; }

    /// <summary>Confirmed people whose attendance is remote.</summary>
    public int Remote { get; private init; }

    public int Waiting { get; private init; }

    /// <summary>Those of them who are confirmed.</summary>
    public int WaitingConfirmed { get; private init; }

    public int Unconfirmed { get; private init; }

    public int Cancelled { get; private init; }

    public int Confirmed { get; private init; }

    public IReadOnlyList<CurveDay> Curve { get; private init; } = [];

    // These count confirmed registrations only.
    /// <summary>By the value of the position, the built-in ones first.</summary>
    public IReadOnlyList<(string Position, int Count)> Positions { get; private init; } = [];

    /// <summary>The most frequent institutions, ignoring case and accents.</summary>
    public IReadOnlyList<(string Name, int Count)> Institutions { get; private init; } = [];

    public int OtherInstitutions { get; private init; }

    public int InOtherInstitutions { get; private init; }

    /// <summary>By country code; null for people who did not give a country.</summary>
    public IReadOnlyList<(string? Code, int Count)> Countries { get; private init; } = [];

    public IReadOnlyList<HalfDayCount> HalfDays { get; private init; } = [];

    public IReadOnlyList<MealCount> Meals { get; private init; } = [];

    public IReadOnlyList<(string Diet, int Count)> Diets { get; private init; } = [];

    /// <summary>People of the programme for whose talk or poster nobody is registered.</summary>
    public IReadOnlyList<NamedPerson> NotRegistered { get; private init; } = [];

    /// <summary>Claims to roles that organisers have not answered.</summary>
    public int Claims { get; private init; }

    /// <summary>The presence at the current half-day, from the arrivals until the stream closes; null at other times.</summary>
    public (HalfDayId HalfDay, PresenceSummary Counts)? Now { get; private init; }

    public int MailsWaiting { get; private init; }

    public int MailsFailed { get; private init; }

    /// <summary>People whose address bounces.</summary>
    public int Bouncing { get; private init; }

    public static async Task<DashboardData> ReadAsync(WorkshopDb db, DateTimeOffset now, TimeZoneInfo zone, CancellationToken cancel)
    {
        var context = await RegistrationContext.ReadAsync(db, cancel);
        var groups = await GroupsAsync(db, cancel);
        var confirmed = groups.Where(g => g.Status == RegistrationStatus.Confirmed).ToList();
        var institutions = await InstitutionsAsync(db, cancel);
        var chosen = await ChoicesAsync(db, cancel);
        var diets = await DietsAsync(db, cancel);
        var roles = await RoleQueries.RolesAsync(db, cancel);
        var mails = await db
            .Outbox.GroupBy(m => m.State)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(m => m.Key, m => m.Count, cancel);

        return new(context, context.SeatsAt(now))
        {
            All = groups.Sum(g => g.Count),
            SeatsConfirmed = Count(RegistrationStatus.Confirmed, Place.Seat),
            SeatsPending = Count(RegistrationStatus.Pending, Place.Seat),
            SeatsOffered = Count(null, Place.Offer),
            SeatsKept = context.Held - Count(null, Place.Seat) - Count(null, Place.Offer),
            Remote = Count(RegistrationStatus.Confirmed, Place.Remote),
            Waiting = Count(null, Place.WaitingList),
            WaitingConfirmed = Count(RegistrationStatus.Confirmed, Place.WaitingList),
            Unconfirmed = Count(RegistrationStatus.Pending, null),
            Cancelled = Count(RegistrationStatus.Cancelled, null),
            Confirmed = Count(RegistrationStatus.Confirmed, null),
            Curve = await CurveAsync(db, now, zone, cancel),
            Positions = await PositionCounts.ReadAsync(db, cancel),
            Institutions = [.. institutions.Take(TopInstitutions)],
            OtherInstitutions = Math.Max(0, institutions.Count - TopInstitutions),
            InOtherInstitutions = institutions.Skip(TopInstitutions).Sum(i => i.Count),
            Countries = CountriesOf(confirmed),
            HalfDays = await HalfDaysAsync(db, chosen, cancel),
            Meals = await MealsAsync(db, chosen, diets, zone, cancel),
            Diets = DietsOf(diets),
            NotRegistered =
            [
                .. from person in await RoleQueries.MissingAsync(db, roles, cancel)
                let parts = person.Parts.Where(p => p != Part.Committee).ToList()
                where parts.Count > 0
                select person with
                {
                    Parts = parts,
                },
            ],
            Claims = (await RoleQueries.ClaimsAsync(db, roles, cancel)).Count,
            Now = HalfDayHours.At(now, await PresenceService.HalfDayHoursAsync(db, cancel)) is { HalfDay: var half }
                ? (half, await PresenceSummary.ReadAsync(db, half, now, cancel))
                : null,
            MailsWaiting = mails.GetValueOrDefault(MailState.Waiting),
            MailsFailed = mails.GetValueOrDefault(MailState.Failed),
            Bouncing = await db.Registrations.WithBouncingAddress(db).CountAsync(cancel),
        };

        int Count(RegistrationStatus? status, Place? place) =>
            groups.Where(g => (status is null || g.Status == status) && (place is null || g.Place == place)).Sum(g => g.Count);
    }

    private static Task<List<Group>> GroupsAsync(WorkshopDb db, CancellationToken cancel) =>
        db
            .Registrations.GroupBy(r => new
            {
                r.Status,
                r.Place,
                r.FromReserve,
                r.Details.Country,
            })
            .Select(g => new Group(g.Key.Status, g.Key.Place, g.Key.FromReserve, g.Key.Country, g.Count()))
            .ToListAsync(cancel);

    /// <summary>An institution that is spelt in several ways counts once, under its most frequent spelling.</summary>
    private static async Task<IReadOnlyList<(string Name, int Count)>> InstitutionsAsync(WorkshopDb db, CancellationToken cancel)
    {
        var affiliations = await db
            .Registrations.Where(r => r.Status == RegistrationStatus.Confirmed && r.AffiliationKey != "")
            .GroupBy(r => r.Details.Affiliation)
            .Select(g => new { Name = g.Key, Count = g.Count() })
            .ToListAsync(cancel);
        return
        [
            .. affiliations
                .GroupBy(a => Folding.Fold(a.Name))
                .Select(g =>
                    (g.OrderByDescending(a => a.Count).ThenBy(a => a.Name, StringComparer.Ordinal).First().Name, Count: g.Sum(a => a.Count))
                )
                .OrderByDescending(i => i.Count)
                .ThenBy(i => i.Name, StringComparer.Ordinal),
        ];
    }

    private static Task<List<Choice>> ChoicesAsync(WorkshopDb db, CancellationToken cancel) =>
        db
            .Registrations.Where(r => r.Status == RegistrationStatus.Confirmed)
            .GroupBy(r => new
            {
                TakesSeat = r.Place == Place.Seat,
                r.Details.HalfDays,
                r.Details.Meals,
            })
            .Select(g => new Choice(g.Key.TakesSeat, g.Key.HalfDays, g.Key.Meals, g.Count()))
            .ToListAsync(cancel);

    private static Task<List<DietChoice>> DietsAsync(WorkshopDb db, CancellationToken cancel) =>
        db
            .Registrations.Where(r => r.Place == Place.Seat && r.Status == RegistrationStatus.Confirmed && r.Details.Diet != null)
            .Select(r => new DietChoice(r.Details.Diet!, new Choice(true, r.Details.HalfDays, r.Details.Meals, 1)))
            .ToListAsync(cancel);

    private static IReadOnlyList<(string? Code, int Count)> CountriesOf(IEnumerable<Group> confirmed) =>
        [
            .. confirmed
                .GroupBy(g => g.Country)
                .Select(g => (g.Key, Count: g.Sum(c => c.Count)))
                .OrderBy(c => c.Key is null)
                .ThenByDescending(c => c.Count)
                .ThenBy(c => c.Key, StringComparer.Ordinal),
        ];

    private static async Task<IReadOnlyList<HalfDayCount>> HalfDaysAsync(
        WorkshopDb db,
        IReadOnlyList<Choice> chosen,
        CancellationToken cancel
    )
    {
        var sessions = await db.Sessions.Select(s => new { s.Date, s.HalfDay }).ToListAsync(cancel);
        return
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
        ];
    }

    private static async Task<IReadOnlyList<MealCount>> MealsAsync(
        WorkshopDb db,
        IReadOnlyList<Choice> chosen,
        IReadOnlyList<DietChoice> diets,
        TimeZoneInfo zone,
        CancellationToken cancel
    ) =>
        [
            .. (await AttendeeReports.MealsAsync(db, cancel)).Select(m => new MealCount(
                m.Slug,
                m.Title,
                m.Date,
                m.Half ?? Domain.Programme.HalfDays.Of(TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(m.Start, zone).DateTime)),
                chosen.Where(c => c.Takes(m)).Sum(c => c.Count),
                diets.Count(d => d.Choice.Takes(m))
            )),
        ];

    private static IReadOnlyList<(string Diet, int Count)> DietsOf(IReadOnlyList<DietChoice> diets) =>
        [
            .. diets
                .GroupBy(d => Folding.Fold(d.Diet))
                .Select(g => (g.GroupBy(d => d.Diet).OrderByDescending(same => same.Count()).First().Key, Count: g.Count()))
                .OrderByDescending(d => d.Count),
        ];

    /// <summary>The number of registrations at the end of each day, without cancelled ones, with and without a seat.</summary>
    private static async Task<IReadOnlyList<CurveDay>> CurveAsync(
        WorkshopDb db,
        DateTimeOffset now,
        TimeZoneInfo zone,
        CancellationToken cancel
    )
    {
        var days = (
            await db
                .Registrations.Where(r => r.Status == RegistrationStatus.Confirmed || r.Status == RegistrationStatus.Pending)
                .Select(r => new { r.CreatedAt, HasSeat = r.Place == Place.Seat })
                .ToListAsync(cancel)
        )
            .GroupBy(r => Day(r.CreatedAt))
            .ToDictionary(g => g.Key, g => (InPerson: g.Count(r => r.HasSeat), Remote: g.Count(r => !r.HasSeat)));
        if (days.Count == 0)
            return [];
        var (curve, day, last) = (new List<CurveDay>(), days.Keys.Min(), days.Keys.Max());
        // Extend the curve to today, so that days without registrations show. An archive ends at its last registration.
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

    /// <summary>The number of registrations that share these values.</summary>
    private sealed record Group(RegistrationStatus Status, Place Place, bool FromReserve, string? Country, int Count);

    private sealed record DietChoice(string Diet, Choice Choice);

    private sealed record Choice(bool TakesSeat, IReadOnlyList<HalfDayChoice> HalfDays, IReadOnlyList<string> Meals, int Count)
    {
        public bool IsInRoom(DateOnly date, HalfDay half) =>
            TakesSeat && HalfDays.Any(h => h.Date == date && h.Half == half && h.Attendance == Attendance.InPerson);

        public bool Takes(ServedMeal meal) => meal.IsTakenBy(Meals, half => IsInRoom(meal.Date, half));

        public bool IsRemote(DateOnly date, HalfDay half) => HalfDays.Any(h => h.Date == date && h.Half == half) && !IsInRoom(date, half);
    }
}
