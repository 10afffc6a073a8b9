using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Registrations;

/// <summary>Queries about one registration.</summary>
public static class RegistrationQueries
{
    /// <summary>The position on the waiting list, from 1; null for somebody who is not on it.</summary>
    public static async Task<int?> RankAsync(WorkshopDb db, Registration registration, CancellationToken cancel) =>
        registration.LineNumber is { } line ? await db.Registrations.CountAsync(r => r.LineNumber <= line, cancel) : null;

    /// <summary>
    /// The change that an undo would revert. Offers made by the site are skipped, because they follow from other changes.
    /// </summary>
    public static Task<RegistrationChange?> LastChangeAsync(WorkshopDb db, Guid id, CancellationToken cancel = default) =>
        db
            .RegistrationChanges.AsNoTracking()
            .Where(c => c.RegistrationId == id && !(c.Action == OfferSeat.SeatOffered && c.Actor == Actor.Site.Name))
            .OrderByDescending(c => c.Id)
            .FirstOrDefaultAsync(cancel);

    /// <summary>True if a person without a seat could get one at check-in.</summary>
    public static async Task<bool> CanAssignSeatAsync(
        WorkshopDb db,
        Registration registration,
        DateTimeOffset now,
        CancellationToken cancel
    )
    {
        var context = await RegistrationContext.ReadAsync(db, cancel);
        var isInvited = await db.Invitations.AnyAsync(i => i.UsedBy == registration.Id, cancel);
        return CheckInRules.HasSeatFor(await context.ReadSeatingAsync(db, now), registration, isInvited);
    }
}
