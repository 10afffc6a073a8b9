using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Registrations;

/// <summary>Creates and revokes invitations, which use reserved seats.</summary>
public sealed class InvitationService(WorkshopDb db, RegistrationQueue queue)
{
    /// <summary>Creates an invitation and sends it if there is an address.</summary>
    /// <param name="parts">The keys of the parts that the guest is invited for; empty for none.</param>
    /// <param name="id">Created when the form was shown, so that submitting the form twice creates one invitation.</param>
    public Task<Invitation> InviteAsync(
        Guid id,
        string guest,
        EmailAddress? email,
        Language language,
        IReadOnlyList<string> parts,
        Actor actor,
        CancellationToken cancel
    ) =>
        queue.RunAsync(
            db,
            async transaction =>
            {
                if (await transaction.Db.Invitations.SingleOrDefaultAsync(i => i.Id == id) is { } known)
                    return known;
                var invitation = new Invitation
                {
                    Id = id,
                    Guest = guest,
                    CreatedAt = transaction.RealNow,
                    By = actor.Name,
                    Email = email?.Value,
                    Language = language,
                    Parts = string.Join(' ', parts),
                };
                transaction.Db.Invitations.Add(invitation);
                if (email is not null)
                    transaction.Mail(invitation);
                transaction.Log(actor, "invited", null, email is null ? null : "by mail");
                return invitation;
            },
            cancel
        );

    /// <summary>Revokes an invitation, so that its link stops working. An invitation that a confirmed person has used stays.</summary>
    public Task<ChangeResult> RevokeAsync(Guid invitationId, Actor actor, CancellationToken cancel) =>
        queue.RunAsync(
            db,
            async transaction =>
            {
                if (await transaction.Db.Invitations.SingleOrDefaultAsync(i => i.Id == invitationId) is not { } invitation)
                    return ChangeResult.NoChange;
                var user = invitation.UsedBy is { } id ? await transaction.FindAsync(id) : null;
                if (user is { Status: RegistrationStatus.Confirmed })
                    return ChangeResult.InvalidState;
                user?.Withdraw(invitation.RoleDecisions());
                await transaction.Db.Outbox.Where(m => m.RegistrationId == invitationId).ExecuteDeleteAsync();
                transaction.Db.Invitations.Remove(invitation);
                transaction.Log(
                    actor,
                    "revoked an invitation",
                    user,
                    string.Create(CultureInfo.InvariantCulture, $"made {invitation.CreatedAt:yyyy-MM-dd}")
                );
                return ChangeResult.Done;
            },
            cancel
        );
}
