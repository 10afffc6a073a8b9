using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Registrations;

/// <summary>Decides a registration form with <see cref="NewcomerRules"/> and saves the consequences.</summary>
internal static class SubmittedForms
{
    /// <returns>The place to show to the sender; null when registration is closed.</returns>
    public static async Task<Place?> ReceiveAsync(RegistrationTransaction transaction, FormSubmission form, Guid? invitation)
    {
        var db = transaction.Db;
        var known = await db.Registrations.SingleOrDefaultAsync(r => r.Email == form.Email.Value);
        var mistyped = await MistypedAsync(transaction, form, known);
        var row = invitation is { } id ? await db.Invitations.SingleOrDefaultAsync(i => i.Id == id) : null;
        var context = new FormContext(known, mistyped, await ClaimAsync(transaction, row, known ?? mistyped))
        {
            HasAttended = known is not null && await PresenceSummary.HasAttendedAsync(db, known.Id),
        };
        var decision = NewcomerRules.Register(transaction.Seating, form, context, () => transaction.NewRegistration(form.Email));
        if (decision.Released is { } released)
            await transaction.AddConsequencesAsync(released.Registration, released.Decision, Actor.Site);
        if (decision.Registration is { } registration)
            await transaction.AddConsequencesAsync(registration, decision.Decision!, Actor.Participant);
        if (decision.Replaced is { } replaced)
            await DeleteAsync(transaction, replaced, decision.Registration!);
        if (decision.UsesInvitation)
            row!.UsedBy = decision.Registration!.Id;
        if (decision.Proposal is { } proposal)
        {
            transaction.UpdateFilesOf(proposal.RegistrationId);
            await db.AnswerProposals.Where(p => p.RegistrationId == proposal.RegistrationId && !p.IsLate).ExecuteDeleteAsync();
            db.AnswerProposals.Add(proposal);
        }
        return decision.Place;
    }

    private static async Task<InvitationClaim?> ClaimAsync(RegistrationTransaction transaction, Invitation? row, Registration? sender)
    {
        if (row is null)
            return null;
        var other = row.UsedBy is { } user && user != sender?.Id ? await transaction.FindAsync(user) : null;
        return new(other) { Roles = row.RoleDecisions() };
    }

    /// <summary>
    /// The unconfirmed registration that the same form created with the mistyped address. If that address had a confirmed registration
    /// instead, deletes the proposal that the form left there.
    /// </summary>
    private static async Task<Registration?> MistypedAsync(RegistrationTransaction transaction, FormSubmission form, Registration? known)
    {
        var db = transaction.Db;
        if (form.Corrects is not { } wrong || wrong.Value == form.Email.Value || known?.FormKey == form.FormKey)
            return null;
        var registration = await db.Registrations.SingleOrDefaultAsync(r => r.Email == wrong.Value);
        if (registration is { Status: RegistrationStatus.Pending, ConfirmedAt: null } && registration.FormKey == form.FormKey)
            return registration;
        if (registration is not null)
        {
            transaction.UpdateFilesOf(registration.Id);
            await db
                .AnswerProposals.Where(p => p.RegistrationId == registration.Id && !p.IsLate && p.FormKey == form.FormKey)
                .ExecuteDeleteAsync();
        }
        return null;
    }

    /// <summary>Deletes a registration that nobody has confirmed, because its sender is registered with the corrected address.</summary>
    private static async Task DeleteAsync(RegistrationTransaction transaction, Registration replaced, Registration by)
    {
        var db = transaction.Db;
        await db.Outbox.Where(m => m.RegistrationId == replaced.Id).ExecuteDeleteAsync();
        await db.Invitations.Where(i => i.UsedBy == replaced.Id).ExecuteUpdateAsync(i => i.SetProperty(x => x.UsedBy, (Guid?)by.Id));
        // The answers with the corrected address name the same files.
        await db
            .AnswerFiles.Where(f => f.RegistrationId == replaced.Id)
            .ExecuteUpdateAsync(f => f.SetProperty(x => x.RegistrationId, (Guid?)null).SetProperty(x => x.IsAnswer, false));
        db.Registrations.Remove(replaced);
        transaction.Log(Actor.Participant, CorrectAddress.AddressCorrected, replaced, null, changed: false);
    }
}
