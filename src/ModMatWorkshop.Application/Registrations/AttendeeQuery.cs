using System.Globalization;
using System.Linq.Expressions;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Primitives;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Data.Mapping;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Registrations;

public enum AttendeeOrder
{
    Name,
    Number,
    Affiliation,

    /// <summary>Those in line as they stand there, then everybody else by name.</summary>
    Line,

    /// <summary>In the room, offered a seat, in line as they stand there, remote, nowhere.</summary>
    Place,
    Position,

    /// <summary>When they registered.</summary>
    Registered,
}

/// <summary>
/// Which registrations the organisers mean: what stands in the address of the list, and what an export, a message or an action is about.
/// Values that nobody knows are as
/// good as none; a search without a letter or a digit finds nobody, so that no action on "all that match" grows by a slip.
/// </summary>
public sealed record AttendeeQuery
{
    public const int MaxSearch = 200;

    /// <summary>Words that name, address or affiliation hold, or the number of a registration.</summary>
    public string Search { get; init; } = "";

    public RegistrationStatus? Status { get; init; }

    public Place? Place { get; init; }

    /// <summary>What the person wishes.</summary>
    public Attendance? Attendance { get; init; }

    public Position? Position { get; init; }

    /// <summary>The key of a half-day that they attend.</summary>
    public string? HalfDay { get; init; }

    /// <summary>
    /// How they attend <see cref="HalfDay"/>; null for either. It is what <see cref="Registration.AttendanceAt"/> says: who waits for a
    /// seat follows remotely.
    /// </summary>
    public Attendance? There { get; init; }

    /// <summary>Who told a diet or a need.</summary>
    public bool Needs { get; init; }

    public bool Presents { get; init; }

    /// <summary>Who may stand on the public list, or may not.</summary>
    public bool? Listed { get; init; }

    public bool? Photographed { get; init; }

    public AttendeeOrder Order { get; init; }

    public bool Descending { get; init; }

    /// <summary>False for everybody, in whatever order.</summary>
    public bool IsFiltered => Pairs.Any(p => p.Key is not ("sort" or "desc"));

    /// <summary>What stands in an address, in one order: two lists are the same when their pairs are.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Pairs
    {
        get
        {
            var pairs = new List<KeyValuePair<string, string>>();
            Add("q", Search.Length == 0 ? null : Search);
            Add("status", Word(Status));
            Add("place", Word(Place));
            Add("attendance", Word(Attendance));
            Add("position", Word(Position));
            Add("half-day", HalfDay);
            Add("there", Word(There));
            Add("needs", Needs ? "yes" : null);
            Add("presents", Presents ? "yes" : null);
            Add("listed", Word(Listed));
            Add("photos", Word(Photographed));
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
        return new()
        {
            Search = Text(query["q"].ToString()),
            Status = One<RegistrationStatus>("status"),
            Place = One<Place>("place"),
            Attendance = One<Attendance>("attendance"),
            Position = One<Position>("position"),
            HalfDay = half,
            There = half is null ? null : One<Attendance>("there"),
            Needs = query["needs"] == "yes",
            Presents = query["presents"] == "yes",
            Listed = YesOrNo("listed"),
            Photographed = YesOrNo("photos"),
            Order = One<AttendeeOrder>("sort") ?? AttendeeOrder.Name,
            Descending = query["desc"] == "yes",
        };

        // Halves of characters, which no database takes, become the sign for what could not be read.
        static string Text(string typed)
        {
            var text = typed.Trim();
            return string.Concat((text.Length > MaxSearch ? text[..MaxSearch] : text).EnumerateRunes());
        }

        // Hyphens are as good as none: `waiting-list` is how the marks of the pages have it.
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

    /// <summary>As it stands in an address, <c>?</c> included; empty for everybody.</summary>
    public string ToQueryString() => QueryHelpers.AddQueryString("", Pairs.ToDictionary(p => p.Key, string? (p) => p.Value));

    /// <summary>The same list without one of its filters, by the name that this has in the address.</summary>
    public AttendeeQuery Without(string name) =>
        Read(new QueryParameters(Pairs.Where(p => p.Key != name).Select(p => KeyValuePair.Create(p.Key, new StringValues(p.Value)))));

    /// <summary>Those who are meant, in order.</summary>
    public IQueryable<Registration> In(WorkshopDb db) => Sorted(Filtered(db));

    /// <summary>Those who are meant.</summary>
    public IQueryable<Registration> Filtered(WorkshopDb db)
    {
        var all = Found(db.Registrations.AsNoTracking());
        if (Status is { } status)
            all = all.Where(r => r.Status == status);
        if (Place is { } place)
            all = all.Where(r => r.Place == place);
        if (Attendance is { } attendance)
            all = all.Where(r => r.Attendance == attendance);
        if (Position is { } position)
            all = all.Where(r => r.Details.Position == position);
        if (HalfDayId.FromKey(HalfDay) is { } half)
            all = AtHalfDay(all, half);
        if (Needs)
            all = all.Where(r => r.Details.Diet != null || r.Details.AccessNeeds != null);
        if (Presents)
            all = all.Where(r => r.Details.Presents != null);
        if (Listed is { } listed)
            all = all.Where(r => r.Details.MayBeListed == listed);
        if (Photographed is { } photographed)
            all = all.Where(r => r.Details.MayBePhotographed == photographed);
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

    /// <summary>
    /// Half-days are kept as JSON in one column, and each choice is looked for there as it is written: that is the same on both databases,
    /// and ten thousand are read through in some milliseconds.
    /// </summary>
    private IQueryable<Registration> AtHalfDay(IQueryable<Registration> all, HalfDayId half)
    {
        var inTheRoom = Json.Text(new HalfDayChoice(half.Date, half.Half, Domain.Registrations.Attendance.InPerson));
        var remotely = Json.Text(new HalfDayChoice(half.Date, half.Half, Domain.Registrations.Attendance.Remote));
        return There switch
        {
            Domain.Registrations.Attendance.InPerson => all.Where(r =>
                r.Place == Domain.Registrations.Place.Seat && ((string)(object)r.Details.HalfDays).Contains(inTheRoom)
            ),
            Domain.Registrations.Attendance.Remote => all.Where(r =>
                r.Place != Domain.Registrations.Place.None
                && (
                    ((string)(object)r.Details.HalfDays).Contains(remotely)
                    || r.Place != Domain.Registrations.Place.Seat && ((string)(object)r.Details.HalfDays).Contains(inTheRoom)
                )
            ),
            _ => all.Where(r =>
                r.Place != Domain.Registrations.Place.None
                && (((string)(object)r.Details.HalfDays).Contains(inTheRoom) || ((string)(object)r.Details.HalfDays).Contains(remotely))
            ),
        };
    }

    private IQueryable<Registration> Sorted(IQueryable<Registration> all) =>
        Order switch
        {
            AttendeeOrder.Number => By(all, r => r.Number),
            AttendeeOrder.Affiliation => Then(By(all, r => r.AffiliationKey), r => r.Number),
            AttendeeOrder.Line => Then(Then(all.OrderBy(r => r.LineNumber == null), r => r.LineNumber), r => r.SortKey)
                .ThenBy(r => r.Number),
            // Descending in the enumeration is ascending for a reader: the seat comes first.
            AttendeeOrder.Place => Then(Then(By(all, r => -(int)r.Place), r => r.LineNumber), r => r.SortKey).ThenBy(r => r.Number),
            AttendeeOrder.Position => Then(Then(By(all, r => r.Details.Position), r => r.SortKey), r => r.Number),
            AttendeeOrder.Registered => Then(By(all, r => r.CreatedAt), r => r.Number),
            _ => Then(By(all, r => r.SortKey), r => r.Number),
        };

    private IOrderedQueryable<Registration> By<T>(IQueryable<Registration> all, Expression<Func<Registration, T>> key) =>
        Descending ? all.OrderByDescending(key) : all.OrderBy(key);

    /// <summary>In the same direction, so that an index is read from either end.</summary>
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
