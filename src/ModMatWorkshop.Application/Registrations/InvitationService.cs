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
    /// <param name="id">Created when the form was shown, so that submitting the form twice creates one invitation.</param>
    public Task<Invitation> InviteAsync(
        Guid id,
        string guest,
        EmailAddress? email,
        Language language,
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
    public Task<ChangeResult> RevokeAsync(Guid id, Actor actor, CancellationToken cancel) =>
        queue.RunAsync(
            db,
            async transaction =>
            {
                if (await transaction.Db.Invitations.SingleOrDefaultAsync(i => i.Id == id) is not { } invitation)
                    return ChangeResult.NoChange;
                if (invitation.UsedBy is { } user && await transaction.FindAsync(user) is { Status: RegistrationStatus.Confirmed })
                    return ChangeResult.InvalidState;
                await transaction.Db.Outbox.Where(m => m.RegistrationId == id).ExecuteDeleteAsync();
                transaction.Db.Invitations.Remove(invitation);
                transaction.Log(
                    actor,
                    "revoked an invitation",
                    null,
                    string.Create(CultureInfo.InvariantCulture, $"made {invitation.CreatedAt:yyyy-MM-dd}")
                );
                return ChangeResult.Done;
            },
            cancel
        );
}
