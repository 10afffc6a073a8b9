using System.Globalization;
using System.Linq.Expressions;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Web.Data;

namespace ModMatWorkshop.Web.Registrations;

public enum AttendeeOrder
{
    Name,
    Number,
    Affiliation,
    Line,
}

/// <summary>Which registrations the organisers mean: what stands in the address of the list, and what an export, a message or an action is about.</summary>
public sealed record AttendeeQuery
{
    /// <summary>Words that name, address or affiliation hold, or the number of a registration.</summary>
    public string Search { get; init; } = "";

    public RegistrationStatus? Status { get; init; }

    public Place? Place { get; init; }

    /// <summary>What the person wishes.</summary>
    public Attendance? Attendance { get; init; }

    public Position? Position { get; init; }

    /// <summary>The key of a half-day that they attend.</summary>
    public string? HalfDay { get; init; }

    /// <summary>Who told a diet or a need.</summary>
    public bool Needs { get; init; }

    public bool Presents { get; init; }

    /// <summary>Who may stand on the public list, or may not.</summary>
    public bool? Listed { get; init; }

    public bool? Photographed { get; init; }

    public AttendeeOrder Order { get; init; }

    public bool Descending { get; init; }

    public static AttendeeQuery Read(IQueryCollection query)
    {
        return new()
        {
            Search = query["q"].ToString().Trim() is { Length: <= 200 } text ? text : "",
            Status = One<RegistrationStatus>("status"),
            Place = One<Place>("place"),
            Attendance = One<Attendance>("attendance"),
            Position = One<Position>("position"),
            HalfDay = query["half-day"].ToString() is { Length: > 0 and <= 30 } half ? half : null,
            Needs = query["needs"] == "yes",
            Presents = query["presents"] == "yes",
            Listed = YesOrNo("listed"),
            Photographed = YesOrNo("photos"),
            Order = One<AttendeeOrder>("sort") ?? AttendeeOrder.Name,
            Descending = query["desc"] == "yes",
        };

        T? One<T>(string name) where T : struct, Enum => Enum.GetValues<T>().Cast<T?>().FirstOrDefault(v => string.Equals(v.ToString(), query[name], StringComparison.OrdinalIgnoreCase));

        bool? YesOrNo(string name) => query[name].ToString() switch { "yes" => true, "no" => false, _ => null };
    }

    /// <summary>As it stands in an address, <c>?</c> included; empty for everybody.</summary>
    public string ToQueryString()
    {
        var parts = new Dictionary<string, string?>
        {
            ["q"] = Search.Length == 0 ? null : Search,
            ["status"] = Word(Status),
            ["place"] = Word(Place),
            ["attendance"] = Word(Attendance),
            ["position"] = Word(Position),
            ["half-day"] = HalfDay,
            ["needs"] = Needs ? "yes" : null,
            ["presents"] = Presents ? "yes" : null,
            ["listed"] = Word(Listed),
            ["photos"] = Word(Photographed),
            ["sort"] = Order == AttendeeOrder.Name ? null : Word<AttendeeOrder>(Order),
            ["desc"] = Descending ? "yes" : null,
        };
        return QueryHelpers.AddQueryString("", parts.Where(p => p.Value is not null));

        static string? Word<T>(T? value) where T : struct => value switch { null => null, true => "yes", false => "no", _ => value.ToString()!.ToLowerInvariant() };
    }

    /// <summary>Those who are meant, in order.</summary>
    public IQueryable<Registration> In(WorkshopDb db) => Sorted(Filtered(db));

    /// <summary>Those who are meant.</summary>
    public IQueryable<Registration> Filtered(WorkshopDb db)
    {
        var all = db.Registrations.AsNoTracking();
        if (int.TryParse(Search, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            all = all.Where(r => r.Number == number);
        else
            foreach (var word in Folding.Words(Search))
                all = all.Where(r => r.SearchText.Contains(word));
        if (Status is { } status)
            all = all.Where(r => r.Status == status);
        if (Place is { } place)
            all = all.Where(r => r.Place == place);
        if (Attendance is { } attendance)
            all = all.Where(r => r.Attendance == attendance);
        if (Position is { } position)
            all = all.Where(r => r.Details.Position == position);
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

    private IQueryable<Registration> Sorted(IQueryable<Registration> all) => Order switch
    {
        AttendeeOrder.Number => By(all, r => r.Number),
        AttendeeOrder.Affiliation => By(all, r => r.Details.Affiliation).ThenBy(r => r.Number),
        AttendeeOrder.Line => By(all.Where(r => r.LineNumber != null), r => r.LineNumber),
        _ => By(all, r => r.SortKey).ThenBy(r => r.Number),
    };

    private IOrderedQueryable<Registration> By<T>(IQueryable<Registration> all, Expression<Func<Registration, T>> key) => Descending ? all.OrderByDescending(key) : all.OrderBy(key);
}
