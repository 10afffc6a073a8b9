using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Registrations;

/// <summary>Applies or discards what was typed into the registration form with the address of a confirmed registration.</summary>
public sealed class ProposalService(WorkshopDb db, RegistrationQueue queue)
{
    public static Task<AnswerProposal?> FindAsync(WorkshopDb db, Guid registration, CancellationToken cancel) =>
        db.AnswerProposals.AsNoTracking().SingleOrDefaultAsync(p => p.RegistrationId == registration, cancel);

    /// <param name="proposal">
    /// When the proposal that its owner saw was sent, in ticks of UTC. An id would show how many others there are.
    /// </param>
    /// <returns><see cref="ChangeResult.Conflict"/> if there is another one, or none any more.</returns>
    public Task<ChangeResult> ApplyAsync(Guid registration, long proposal, CancellationToken cancel) =>
        TakeAsync(
            registration,
            proposal,
            (transaction, owner, taken) =>
                transaction.ApplyAsync(owner, new ChangeDetails(taken.DetailsFor(owner, isIdentityFixed: false)), Actor.Participant),
            cancel
        );

    /// <inheritdoc cref="ApplyAsync"/>
    public Task<ChangeResult> DiscardAsync(Guid registration, long proposal, CancellationToken cancel) =>
        TakeAsync(
            registration,
            proposal,
            (transaction, owner, _) =>
            {
                transaction.Log(Actor.Participant, "discarded other answers", owner, null, changed: false);
                return Task.FromResult(ChangeResult.Done);
            },
            cancel
        );

    private Task<ChangeResult> TakeAsync(
        Guid registration,
        long proposal,
        Func<RegistrationTransaction, Registration, AnswerProposal, Task<ChangeResult>> act,
        CancellationToken cancel
    ) =>
        queue.RunAsync(
            db,
            async transaction =>
            {
                var taken = await transaction.Db.AnswerProposals.SingleOrDefaultAsync(p => p.RegistrationId == registration);
                if (taken?.SentAt.UtcTicks != proposal || await transaction.FindAsync(registration) is not { } owner)
                    return ChangeResult.Conflict;
                transaction.Db.AnswerProposals.Remove(taken);
                transaction.HasErased = true;
                return await act(transaction, owner, taken);
            },
            cancel
        );
}
