using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Registrations;

/// <summary>Those whom an organiser has picked: one by one on the list, or whoever its query finds.</summary>
/// <param name="Numbers">Of their registrations; null for everybody whom the query finds.</param>
public sealed record AttendeeSelection(IReadOnlyList<int>? Numbers, AttendeeQuery Query)
{
    /// <param name="allByDefault">Without a number and without <c>all=yes</c>, everybody is meant.</param>
    public static AttendeeSelection Read(QueryParameters query, bool allByDefault)
    {
        var numbers = ReadNumbers(query["ids"]);
        return new(query["all"] == "yes" || (allByDefault && numbers.Count == 0) ? null : numbers, AttendeeQuery.Read(query));
    }

    public static AttendeeSelection Read(string query, bool allByDefault) => Read(QueryParameters.Parse(query), allByDefault);

    /// <summary>Numbers with commas between them, each once; what is none is passed over.</summary>
    public static IReadOnlyList<int> ReadNumbers(IEnumerable<string?> texts) =>
        [
            .. texts
                .OfType<string>()
                .SelectMany(text => text.Split(','))
                .Select(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0)
                .Where(n => n > 0)
                .Distinct(),
        ];

    /// <summary>As it stands in an address, <c>?</c> included; empty for everybody.</summary>
    public string ToQueryString() =>
        Numbers is null
            ? Query.ToQueryString()
            : QueryHelpers.AddQueryString(
                "",
                Numbers.Select(n => KeyValuePair.Create("ids", (string?)n.ToString(CultureInfo.InvariantCulture)))
            );

    /// <summary>Those who are meant, in the order of the list.</summary>
    public IQueryable<Registration> In(WorkshopDb db) => Numbers is null ? Query.In(db) : WithNumbers(db, Numbers);

    /// <summary>Those who are written to: nobody who has cancelled, unless the query asks for just those.</summary>
    public IQueryable<Registration> Recipients(WorkshopDb db) =>
        IncludesCancelled ? In(db) : In(db).Where(r => r.Status != RegistrationStatus.Cancelled);

    public bool IncludesCancelled => Numbers is null && Query.Status == RegistrationStatus.Cancelled;

    public static IQueryable<Registration> WithNumbers(WorkshopDb db, IReadOnlyList<int> numbers) =>
        db.Registrations.AsNoTracking().Where(r => EF.Parameter(numbers).Contains(r.Number)).OrderBy(r => r.SortKey).ThenBy(r => r.Number);
}
