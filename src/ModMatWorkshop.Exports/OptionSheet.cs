using ModMatWorkshop.Domain.Options;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Exports;

/// <param name="Rank">The rank on the waiting list; null for somebody who is not on it.</param>
/// <param name="State"><c>held</c>, <c>offered</c> or <c>waiting</c>.</param>
public sealed record OptionRow(Registration Registration, OptionPlace Place, int? Rank, string State);

/// <summary>The people of an option as a table, for the caterer, the guide or the door. It contains no address and no diet.</summary>
public static class OptionSheet
{
    private static readonly IReadOnlyList<Column> Columns =
    [
        new("number", 8),
        new("given-name", 16),
        new("family-name", 18),
        new("affiliation", 24),
        new("status", 11),
        new("state", 10),
        new("places", 8),
        new("companions", 11),
        new("held", 8),
        new("rank", 6),
        new("offered-until", 17),
    ];

    public static Sheet Of(IAsyncEnumerable<OptionRow> rows, TimeZoneInfo zone) =>
        new("option", Columns, rows.Select(row => Row(row, zone)));

    private static IReadOnlyList<Cell> Row(OptionRow row, TimeZoneInfo zone) =>
        [
            row.Registration.Number,
            row.Registration.Details.GivenName,
            row.Registration.Details.FamilyName,
            row.Registration.Details.Affiliation,
            row.Registration.Status == RegistrationStatus.Confirmed ? "confirmed" : "pending",
            row.State,
            row.Place.Wanted,
            row.Place.Wanted - 1,
            row.Place.Held,
            row.Rank,
            row.Place.OfferUntil is { } until ? TimeZoneInfo.ConvertTime(until, zone).DateTime : default(DateTime?),
        ];
}
