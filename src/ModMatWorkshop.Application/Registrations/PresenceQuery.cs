using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Registrations;

/// <summary>
/// The rows of the presence table: confirmed people, filtered by search and by absence from a half-day. Read from the query string.
/// </summary>
public sealed record PresenceQuery
{
    public string Search { get; init; } = "";

    /// <summary>Selects people who were expected at this half-day and are absent.</summary>
    public HalfDayId? Missing { get; init; }

    public bool IsFiltered => Search.Length > 0 || Missing is not null;

    public static PresenceQuery Read(QueryParameters query) =>
        new() { Search = AttendeeQuery.Read(query).Search, Missing = HalfDayId.FromKey(query["missing"]) };

    /// <summary>The query string, with <c>?</c>; empty for everybody.</summary>
    public string ToQueryString(params (string Name, string? Value)[] more) =>
        QueryHelpers.AddQueryString(
            "",
            more.Select(m => KeyValuePair.Create(m.Name, m.Value))
                .Prepend(KeyValuePair.Create("missing", Missing?.Key))
                .Prepend(KeyValuePair.Create("q", Search.Length == 0 ? null : Search))
                .Where(p => p.Value is not null)
        );

    /// <summary>The selected people, by family name.</summary>
    public IQueryable<Registration> In(WorkshopDb db) => Filtered(db).OrderBy(r => r.SortKey).ThenBy(r => r.Number);

    public IQueryable<Registration> Filtered(WorkshopDb db) => Missing is { } half ? MissingAt(db, half) : People(db, null);

    /// <summary>People who were expected at a half-day, in person or remotely, and have no presence there.</summary>
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
