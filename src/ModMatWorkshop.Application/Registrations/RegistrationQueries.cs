using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Registrations;

/// <summary>What pages ask about one registration.</summary>
public static class RegistrationQueries
{
    /// <summary>The position on the waiting list, from 1; null for somebody who is not on it.</summary>
    public static async Task<int?> RankAsync(WorkshopDb db, Registration registration, CancellationToken cancel) =>
        registration.LineNumber is { } line ? await db.Registrations.CountAsync(r => r.LineNumber <= line, cancel) : null;

    /// <summary>
    /// What an undo would take back. An offer that the site made by itself followed from another change, and is not undone alone.
    /// </summary>
    public static Task<RegistrationChange?> LastChangeAsync(WorkshopDb db, Guid id, CancellationToken cancel = default) =>
        db
            .RegistrationChanges.AsNoTracking()
            .Where(c => c.RegistrationId == id && !(c.Action == OfferSeat.SeatOffered && c.Actor == Actor.Site.Name))
            .OrderByDescending(c => c.Id)
            .FirstOrDefaultAsync(cancel);

    /// <summary>Whether somebody without a seat would get one at the check-in desk.</summary>
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
