using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Application.Security;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Web.Pages;

/// <summary>The person behind an invitation link.</summary>
/// <param name="Name">Empty once the guest is erased.</param>
/// <param name="IsUsed">The reader has used the invitation. The page tells nobody else, because they may have typed an address that is not
/// theirs to learn whether it is registered.</param>
/// <param name="HasSeat">A seat is free for this person now.</param>
/// <param name="LastDay">The last day on which the reserve keeps it.</param>
/// <param name="Parts">What the invitation is for: talks, posters, the committee. Empty for an invitation without a role.</param>
public sealed record InvitedGuest(string Name, bool IsUsed, bool HasSeat, DateOnly LastDay, IReadOnlyList<Part> Parts)
{
    /// <param name="reader">The confirmed registration whose link was opened in this browser; null for none.</param>
    /// <returns>Null for an address without an invitation, or with one that was revoked.</returns>
    public static async Task<InvitedGuest?> ReadAsync(
        WorkshopDb db,
        SecretLinks links,
        string? token,
        Guid? reader,
        DateTimeOffset now,
        CancellationToken cancel
    )
    {
        if (
            links.ReadInvitation(token) is not { } id
            || await db.Invitations.AsNoTracking().SingleOrDefaultAsync(i => i.Id == id, cancel) is not { } invitation
        )
            return null;
        var context = await RegistrationContext.ReadAsync(db, cancel);
        var plan = SeatPlan.For(context.SeatsAt(now), 0, false, new(context.Waiting, Invited: true));
        var parts = invitation.PartsIn(await RoleQueries.RolesAsync(db, cancel));
        return new(invitation.Guest, reader is not null && reader == invitation.UsedBy, plan.TakesSeat, context.LastReserveDay, parts);
    }
}
