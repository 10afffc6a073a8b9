using System.Globalization;
using System.Linq.Expressions;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Primitives;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Mail.Bounces;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Registrations;

public enum AttendeeOrder
{
    Name,
    Number,
    Affiliation,

    /// <summary>The waiting list by rank, then everybody else by name.</summary>
    Line,

    /// <summary>By place: seat, offer, waiting list by rank, remote, none.</summary>
    Place,
    Position,

    /// <summary>By the time of registration.</summary>
    Registered,
}

/// <summary>Whether and how people came, as recorded or corrected.</summary>
public enum AttendeePresence
{
    /// <summary>In the room or on the stream.</summary>
    Came,
    Room,
    Stream,
    Absent,
}

/// <summary>
/// The registrations that organisers select: the query string of the attendee list, also used by exports, messages and batches. Unknown
/// values are ignored. A search without a letter or a digit finds nobody, so that a typing error does not extend a batch to everybody.
/// </summary>
public sealed partial record AttendeeQuery
{
    public const int MaxSearch = 200;

    /// <summary>Words in the name, the address or the affiliation, or the number of a registration.</summary>
    public string Search { get; init; } = "";

    public RegistrationStatus? Status { get; init; }

    public Place? Place { get; init; }

    /// <summary>Selects people by their application: waiting for a decision, accepted or declined.</summary>
    public Selection? Selection { get; init; }

    /// <summary>How the person wishes to take part.</summary>
    public Attendance? Attendance { get; init; }

    public Position? Position { get; init; }

    /// <summary>The key of a half-day that the person attends.</summary>
    public string? HalfDay { get; init; }

    /// <summary>
    /// How the person attends <see cref="HalfDay"/>; null for any way. As in <see cref="Registration.AttendanceAt"/>, a person on the
    /// waiting list counts as remote.
    /// </summary>
    public Attendance? HalfDayAttendance { get; init; }

    /// <summary>Selects by presence: at <see cref="CameAt"/>, or at any half-day. Absent means at none.</summary>
    public AttendeePresence? Came { get; init; }

    /// <summary>The key of a half-day of the programme; only with <see cref="Came"/>.</summary>
    public string? CameAt { get; init; }

    /// <summary>True selects people with a diet or an access need.</summary>
    public bool Needs { get; init; }
    public bool Presents { get; init; }

    /// <summary>Selects people with a part in this state.</summary>
    public RoleState? Role { get; init; }

    /// <summary>True or false selects people who allow or do not allow the public list; null selects both.</summary>
    public bool? Listed { get; init; }

    public bool? Photographed { get; init; }

    /// <summary>True selects people whose address bounces.</summary>
    public bool Bounces { get; init; }

    /// <summary>True selects people with a late change that waits for a decision.</summary>
    public bool AsksForChange { get; init; }

    public AttendeeOrder Order { get; init; }

    public bool Descending { get; init; }

    /// <summary>False when the query selects everybody, in any order.</summary>
    public bool IsFiltered => Pairs.Any(p => p.Key is not ("sort" or "desc"));

    /// <summary>The parameters of the query string, in a fixed order, so that equal queries have equal pairs.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Pairs
    {
        get
        {
            var pairs = new List<KeyValuePair<string, string>>();
            Add("q", Search.Length == 0 ? null : Search);
            Add("status", Word(Status));
            Add("place", Word(Place));
            Add("selection", Word(Selection));
            Add("attendance", Word(Attendance));
            Add("position", Word(Position) ?? OwnPosition);
            Add("half-day", HalfDay);
            Add("there", Word(HalfDayAttendance));
            Add("came", Word(Came));
            Add("came-at", CameAt);
            Add("needs", Needs ? "yes" : null);
            Add("presents", Presents ? "yes" : null);
            Add("role", Word(Role));
            Add("listed", Word(Listed));
            Add("photos", Word(Photographed));
            Add("bounces", Bounces ? "yes" : null);
            Add("change", AsksForChange ? "yes" : null);
            Add("answer", Answer);
            Add("support", Word(TravelSupport));
            Add("sort", Order == AttendeeOrder.Name ? null : Word<AttendeeOrder>(Order));
            Add("desc", Descending ? "yes" : null);
            return pairs;

            void Add(string name, string? value)
            {
                if (value is not null)
                    pairs.Add(new(name, value));
            }
        }
    }

    public static AttendeeQuery Read(QueryParameters query)
    {
        var half = HalfDayId.FromKey(query["half-day"])?.Key;
        var came = One<AttendeePresence>("came");
        return new()
        {
            Search = SearchOf(query["q"]),
            Status = One<RegistrationStatus>("status"),
            Place = One<Place>("place"),
            Selection = One<Selection>("selection") is var selection and not Domain.Registrations.Selection.None ? selection : null,
            Attendance = One<Attendance>("attendance"),
            Position = One<Position>("position"),
            OwnPosition = One<Position>("position") is null ? OwnPositionIn(query["position"]) : null,
            Answer = AnswerIn(query["answer"]),
            TravelSupport = One<TravelSupportDecision>("support"),
            HalfDay = half,
            HalfDayAttendance = half is null ? null : One<Attendance>("there"),
            Came = came,
            CameAt = came is null ? null : HalfDayId.FromKey(query["came-at"])?.Key,
            Needs = query["needs"] == "yes",
            Presents = query["presents"] == "yes",
            Role = One<RoleState>("role"),
            Listed = YesOrNo("listed"),
            Photographed = YesOrNo("photos"),
            Bounces = query["bounces"] == "yes",
            AsksForChange = query["change"] == "yes",
            Order = One<AttendeeOrder>("sort") ?? AttendeeOrder.Name,
            Descending = query["desc"] == "yes",
        };

        // Hyphens are ignored, because pages write `waiting-list`.
        T? One<T>(string name)
            where T : struct, Enum
        {
            var asked = query[name].ToString().Replace("-", "", StringComparison.Ordinal);
            return Enum.GetValues<T>()
                .Cast<T?>()
                .FirstOrDefault(v => string.Equals(v.ToString(), asked, StringComparison.OrdinalIgnoreCase));
        }

        bool? YesOrNo(string name) =>
            query[name].ToString() switch
            {
                "yes" => true,
                "no" => false,
                _ => null,
            };
    }

    /// <summary>
    /// The first <see cref="MaxSearch"/> characters of what was typed. Unpaired surrogates, which no database accepts, become the
    /// replacement character.
    /// </summary>
    public static string SearchOf(string? typed)
    {
        var text = (typed ?? "").Trim();
        return string.Concat((text.Length > MaxSearch ? text[..MaxSearch] : text).EnumerateRunes());
    }

    /// <summary>The query string, with <c>?</c>; empty for everybody.</summary>
    public string ToQueryString() => QueryHelpers.AddQueryString("", Pairs.ToDictionary(p => p.Key, string? (p) => p.Value));

    /// <summary>The same query without the parameter of this name.</summary>
    public AttendeeQuery Without(string name) =>
        Read(new QueryParameters(Pairs.Where(p => p.Key != name).Select(p => KeyValuePair.Create(p.Key, new StringValues(p.Value)))));

    /// <summary>The selected registrations, in order.</summary>
    public IQueryable<Registration> In(WorkshopDb db) => Sorted(Filtered(db));

    /// <summary>The selected registrations, unordered.</summary>
    public IQueryable<Registration> Filtered(WorkshopDb db)
    {
        var all = Found(db.Registrations.AsNoTracking());
        if (Status is { } status)
            all = all.Where(r => r.Status == status);
        if (Place is { } place)
            all = all.Where(r => r.Place == place);
        if (Selection is { } selection)
            all = all.Where(r =>
                r.Selection == selection && r.Status != RegistrationStatus.Cancelled && r.Status != RegistrationStatus.Pending
            );
        if (Attendance is { } attendance)
            all = all.Where(r => r.Attendance == attendance);
        all = WithTravelSupport(WithAnswer(AtPosition(all)));
        if (HalfDayId.FromKey(HalfDay) is { } half)
            all = AtHalfDay(all, half);
        if (Came is { } came)
            all = PresenceSummary.Who(db, all, came, HalfDayId.FromKey(CameAt));
        if (Needs)
            all = all.Where(RegistrationQueries.HasNeeds);
        if (Presents)
            all = all.Where(r => r.Details.Presents != null);
        if (Role is { } role)
        {
            var ids = RoleQueries.IdsWith(db, role);
            all = all.Where(r => EF.Parameter(ids).Contains(r.Id));
        }
        if (Listed is { } listed)
            all = all.Where(r => r.Details.MayBeListed == listed);
        if (Photographed is { } photographed)
            all = all.Where(r => r.Details.MayBePhotographed == photographed);
        if (Bounces)
            all = all.WithBouncingAddress(db);
        if (AsksForChange)
            all = all.Where(r =>
                r.Status == RegistrationStatus.Confirmed
                && db.AnswerProposals.Any(p => p.RegistrationId == r.Id && p.IsLate && p.RefusedAt == null)
            );
        return all;
    }

    private IQueryable<Registration> Found(IQueryable<Registration> all)
    {
        if (Search.Length == 0)
            return all;
        if (int.TryParse(Search.TrimStart('#'), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return all.Where(r => r.Number == number);
        var words = Folding.Words(Search).Distinct().ToList();
        if (words.Count == 0)
            return all.Where(_ => false);
        foreach (var word in words)
            all = all.Where(r => r.SearchText.Contains(word));
        return all;
    }

    private IQueryable<Registration> Sorted(IQueryable<Registration> all) =>
        Order switch
        {
            AttendeeOrder.Number => By(all, r => r.Number),
            AttendeeOrder.Affiliation => Then(By(all, r => r.AffiliationKey), r => r.Number),
            AttendeeOrder.Line => Then(Then(all.OrderBy(r => r.LineNumber == null), r => r.LineNumber), r => r.SortKey)
                .ThenBy(r => r.Number),
            // The enum ends with the seat, which readers expect first.
            AttendeeOrder.Place => Then(Then(By(all, r => -(int)r.Place), r => r.LineNumber), r => r.SortKey).ThenBy(r => r.Number),
            AttendeeOrder.Position => Then(Then(By(all, r => r.Details.Position), r => r.SortKey), r => r.Number),
            AttendeeOrder.Registered => Then(By(all, r => r.CreatedAt), r => r.Number),
            _ => Then(By(all, r => r.SortKey), r => r.Number),
        };

    private IOrderedQueryable<Registration> By<T>(IQueryable<Registration> all, Expression<Func<Registration, T>> key) =>
        Descending ? all.OrderByDescending(key) : all.OrderBy(key);

    /// <summary>Sorts by another key in the same direction, so that the database can read an index forwards or backwards.</summary>
    private IOrderedQueryable<Registration> Then<T>(IOrderedQueryable<Registration> all, Expression<Func<Registration, T>> key) =>
        Descending ? all.ThenByDescending(key) : all.ThenBy(key);

    private static string? Word<T>(T? value)
        where T : struct =>
        value switch
        {
            null => null,
            true => "yes",
            false => "no",
            _ => value.ToString()!.ToLowerInvariant(),
        };
}
