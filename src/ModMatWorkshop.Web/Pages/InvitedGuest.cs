using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Application.Security;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Web.Pages;

/// <summary>The person behind an invitation link.</summary>
/// <param name="Name">Empty once the guest is erased.</param>
/// <param name="IsUsed">A confirmed registration has used the invitation.</param>
/// <param name="HasSeat">A seat is free for this person now.</param>
/// <param name="LastDay">The last day on which the reserve keeps it.</param>
/// <param name="Parts">What the invitation is for: talks, posters, the committee. Empty for an invitation without a role.</param>
public sealed record InvitedGuest(string Name, bool IsUsed, bool HasSeat, DateOnly LastDay, IReadOnlyList<Part> Parts)
{
    /// <returns>Null for an address without an invitation, or with one that was revoked.</returns>
    public static async Task<InvitedGuest?> ReadAsync(
        WorkshopDb db,
        SecretLinks links,
        string? token,
        DateTimeOffset now,
        CancellationToken cancel
    )
    {
        if (
            links.ReadInvitation(token) is not { } id
            || await db.Invitations.AsNoTracking().SingleOrDefaultAsync(i => i.Id == id, cancel) is not { } invitation
        )
            return null;
        var isUsed = await db.Registrations.AnyAsync(r => r.Id == invitation.UsedBy && r.Status == RegistrationStatus.Confirmed, cancel);
        var context = await RegistrationContext.ReadAsync(db, cancel);
        var plan = SeatPlan.For(context.SeatsAt(now), 0, false, new(context.Waiting, Invited: true));
        var parts = invitation.PartsIn(await RoleQueries.RolesAsync(db, cancel));
        return new(invitation.Guest, isUsed, plan.TakesSeat, context.LastReserveDay, parts);
    }
}
