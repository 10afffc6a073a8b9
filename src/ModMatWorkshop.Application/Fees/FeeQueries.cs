using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain.Fees;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Fees;

/// <summary>Reads the accounts of people.</summary>
public static class FeeQueries
{
    /// <summary>Everybody who has confirmed or for whom something was recorded, by name.</summary>
    public static async Task<IReadOnlyList<PersonFees>> AllAsync(WorkshopDb db, Workshop workshop, CancellationToken cancel)
    {
        var records = await RecordsAsync(db.FeeRecords.Where(r => r.RegistrationId != null), cancel);
        var people = await db
            .Registrations.AsNoTracking()
            .Where(r => r.Status == RegistrationStatus.Confirmed || db.FeeRecords.Any(f => f.RegistrationId == r.Id))
            .OrderBy(r => r.SortKey)
            .ThenBy(r => r.Number)
            .ToListAsync(cancel);
        return [.. people.Select(r => Of(workshop, r, [.. records[r.Id]]))];
    }

    public static async Task<IReadOnlyList<PersonFees>> OfAsync(
        WorkshopDb db,
        Workshop workshop,
        IReadOnlyCollection<int> numbers,
        CancellationToken cancel
    )
    {
        var asked = numbers.ToList();
        var people = await db
            .Registrations.AsNoTracking()
            .Where(r => EF.Parameter(asked).Contains(r.Number))
            .OrderBy(r => r.SortKey)
            .ThenBy(r => r.Number)
            .ToListAsync(cancel);
        var ids = people.Select(r => (Guid?)r.Id).ToList();
        var records = await RecordsAsync(db.FeeRecords.Where(r => EF.Parameter(ids).Contains(r.RegistrationId)), cancel);
        return [.. people.Select(r => Of(workshop, r, [.. records[r.Id]]))];
    }

    public static async Task<PersonFees> OfAsync(WorkshopDb db, Workshop workshop, Registration registration, CancellationToken cancel)
    {
        var records = await RecordsAsync(db.FeeRecords.Where(r => r.RegistrationId == registration.Id), cancel);
        return Of(workshop, registration, [.. records[registration.Id]]);
    }

    private static async Task<ILookup<Guid, FeeRecord>> RecordsAsync(IQueryable<FeeRecord> records, CancellationToken cancel) =>
        (await records.AsNoTracking().OrderBy(r => r.Id).ToListAsync(cancel)).ToLookup(r => r.RegistrationId!.Value);

    private static PersonFees Of(Workshop workshop, Registration registration, IReadOnlyList<FeeRecord> records) =>
        new(
            registration,
            new(
                workshop.Fees is { } fees
                    ? FeeDue.Of(fees, workshop.Fields, registration.Snapshot(), DayOf(registration.CreatedAt, workshop))
                    : FeeDue.Nothing,
                records
            )
        );

    public static DateOnly DayOf(DateTimeOffset instant, Workshop workshop) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, workshop.TimeZone).DateTime);
}
