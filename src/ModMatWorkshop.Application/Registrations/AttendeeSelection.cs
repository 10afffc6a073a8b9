using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Registrations;

/// <summary>The registrations that an organiser selected: single ones by number, or all results of a query.</summary>
/// <param name="Numbers">The numbers of the registrations; null for all results of the query.</param>
public sealed record AttendeeSelection(IReadOnlyList<int>? Numbers, AttendeeQuery Query)
{
    /// <param name="allByDefault">True selects everybody if the query string has neither a number nor <c>all=yes</c>.</param>
    public static AttendeeSelection Read(QueryParameters query, bool allByDefault)
    {
        var numbers = ReadNumbers(query["ids"]);
        return new(query["all"] == "yes" || (allByDefault && numbers.Count == 0) ? null : numbers, AttendeeQuery.Read(query));
    }

    public static AttendeeSelection Read(string query, bool allByDefault) => Read(QueryParameters.Parse(query), allByDefault);

    /// <summary>Reads numbers separated by commas, without duplicates. Other text is ignored.</summary>
    public static IReadOnlyList<int> ReadNumbers(IEnumerable<string?> texts) =>
        [
            .. texts
                .OfType<string>()
                .SelectMany(text => text.Split(','))
                .Select(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0)
                .Where(n => n > 0)
                .Distinct(),
        ];

    /// <summary>The query string, with <c>?</c>; empty for everybody.</summary>
    public string ToQueryString() =>
        Numbers is null
            ? Query.ToQueryString()
            : QueryHelpers.AddQueryString(
                "",
                Numbers.Select(n => KeyValuePair.Create("ids", (string?)n.ToString(CultureInfo.InvariantCulture)))
            );

    /// <summary>The selected registrations, in the order of the list.</summary>
    public IQueryable<Registration> In(WorkshopDb db) => Numbers is null ? Query.In(db) : WithNumbers(db, Numbers);

    /// <summary>
    /// The recipients of a message: the selection without those who take no part, cancelled or declined, unless the query asks for these.
    /// </summary>
    public IQueryable<Registration> Recipients(WorkshopDb db) =>
        IncludesCancelled ? In(db) : In(db).Where(r => r.Status != RegistrationStatus.Cancelled && r.Status != RegistrationStatus.Declined);

    public bool IncludesCancelled =>
        Numbers is null
        && (Query.Status is RegistrationStatus.Cancelled or RegistrationStatus.Declined || Query.Selection == Selection.Declined);

    public static IQueryable<Registration> WithNumbers(WorkshopDb db, IReadOnlyList<int> numbers) =>
        db.Registrations.AsNoTracking().Where(r => EF.Parameter(numbers).Contains(r.Number)).OrderBy(r => r.SortKey).ThenBy(r => r.Number);
}
