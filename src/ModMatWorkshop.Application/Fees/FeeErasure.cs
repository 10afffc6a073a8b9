using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Fees;

/// <summary>Erases the accounts, or keeps of them what the content says that accounting needs.</summary>
internal static class FeeErasure
{
    /// <summary>
    /// For a registration that is erased in the same transaction. Kept are day, amount, means, reference and name, no note and no other
    /// answer, until the day in the content.
    /// </summary>
    public static async Task ForgetAsync(WorkshopDb db, Registration registration)
    {
        var fees = await db.Workshops.AsNoTracking().Select(w => w.Fees).SingleOrDefaultAsync();
        var records = await db.FeeRecords.Where(r => r.RegistrationId == registration.Id).ToListAsync();
        foreach (var record in records)
            if (fees?.KeptUntil is null || record.UndoneAt is not null)
                db.FeeRecords.Remove(record);
            else
                (record.RegistrationId, record.Name, record.Note) = (null, registration.Details.Name, "");
    }

    /// <summary>Deletes what was kept, after its day.</summary>
    /// <returns>True if anything was erased.</returns>
    public static async Task<bool> EraseDueAsync(WorkshopDb db, RegistrationQueue queue, DateTimeOffset now, CancellationToken cancel)
    {
        if (!await Kept(db).AnyAsync(cancel))
            return false;
        var workshop = await db.Workshops.AsNoTracking().SingleAsync(cancel);
        if (workshop.Fees?.KeptUntil >= FeeQueries.DayOf(now, workshop))
            return false;
        return await queue.RunAsync(db, async transaction => await Kept(transaction.Db).ExecuteDeleteAsync() > 0, cancel);

        static IQueryable<Domain.Fees.FeeRecord> Kept(WorkshopDb db) => db.FeeRecords.Where(r => r.RegistrationId == null);
    }
}
