using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Registrations;

/// <summary>
/// Which rows of the matrix are meant: confirmed people, searched as in the organisers' list, and perhaps those alone who were expected at
/// a half-day and are missing. It stands in the address.
/// </summary>
public sealed record PresenceQuery
{
    public string Search { get; init; } = "";

    /// <summary>The half-day at which they are missing.</summary>
    public HalfDayId? Missing { get; init; }

    public bool IsFiltered => Search.Length > 0 || Missing is not null;

    public static PresenceQuery Read(QueryParameters query) =>
        new() { Search = AttendeeQuery.Read(query).Search, Missing = HalfDayId.FromKey(query["missing"]) };

    /// <summary>As it stands in an address, <c>?</c> included; empty for everybody.</summary>
    public string ToQueryString(params (string Name, string? Value)[] more) =>
        QueryHelpers.AddQueryString(
            "",
            more.Select(m => KeyValuePair.Create(m.Name, m.Value))
                .Prepend(KeyValuePair.Create("missing", Missing?.Key))
                .Prepend(KeyValuePair.Create("q", Search.Length == 0 ? null : Search))
                .Where(p => p.Value is not null)
        );

    /// <summary>Those who are meant, by family name.</summary>
    public IQueryable<Registration> In(WorkshopDb db) => Filtered(db).OrderBy(r => r.SortKey).ThenBy(r => r.Number);

    public IQueryable<Registration> Filtered(WorkshopDb db) => Missing is { } half ? MissingAt(db, half) : People(db, null);

    /// <summary>Who was expected at a half-day, in the room or remotely, and is not there.</summary>
    public IQueryable<Registration> MissingAt(WorkshopDb db, HalfDayId half)
    {
        var missing = PresenceSummary.MissingAt(db, People(db, half), half);
        if (Missing is not { } other || other == half)
            return missing;
        var others = (this with { Missing = other }).MissingAt(db, other).Select(r => r.Id);
        return missing.Where(r => others.Contains(r.Id));
    }

    private IQueryable<Registration> People(WorkshopDb db, HalfDayId? expected) =>
        new AttendeeQuery
        {
            Search = Search,
            Status = RegistrationStatus.Confirmed,
            HalfDay = expected?.Key,
        }.Filtered(db);
}
