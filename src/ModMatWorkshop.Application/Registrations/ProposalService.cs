using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Registrations;

/// <summary>
/// Applies or discards what was typed into the registration form with the address of a confirmed registration, and takes back what its
/// owner has asked the organisers to change.
/// </summary>
public sealed class ProposalService(WorkshopDb db, RegistrationQueue queue)
{
    public static Task<AnswerProposal?> FindAsync(WorkshopDb db, Guid registration, CancellationToken cancel) =>
        db.AnswerProposals.AsNoTracking().SingleOrDefaultAsync(p => p.RegistrationId == registration && !p.IsLate, cancel);

    /// <summary>The late change that waits for the organisers or was refused.</summary>
    public static Task<AnswerProposal?> FindLateAsync(WorkshopDb db, Guid registration, CancellationToken cancel) =>
        db.AnswerProposals.AsNoTracking().SingleOrDefaultAsync(p => p.RegistrationId == registration && p.IsLate, cancel);

    /// <param name="proposal">
    /// When the proposal that its owner saw was sent, in ticks of UTC. An id would show how many others there are.
    /// </param>
    /// <returns><see cref="ChangeResult.Conflict"/> if there is another one, or none any more.</returns>
    public Task<ChangeResult> ApplyAsync(Guid registration, long proposal, CancellationToken cancel) =>
        TakeAsync(
            registration,
            proposal,
            isLate: false,
            (transaction, owner, taken) =>
                transaction.ApplyAsync(owner, new ChangeDetails(taken.DetailsFor(owner, isIdentityFixed: false)), Actor.Participant),
            cancel
        );

    /// <inheritdoc cref="ApplyAsync"/>
    public Task<ChangeResult> DiscardAsync(Guid registration, long proposal, CancellationToken cancel) =>
        TakeAsync(
            registration,
            proposal,
            isLate: false,
            (transaction, owner, _) => Logged(transaction, owner, "discarded other answers"),
            cancel
        );

    /// <summary>The owner no longer asks for a late change, or has read that it was refused.</summary>
    /// <inheritdoc cref="ApplyAsync"/>
    public Task<ChangeResult> TakeBackAsync(Guid registration, long proposal, CancellationToken cancel) =>
        TakeAsync(
            registration,
            proposal,
            isLate: true,
            (transaction, owner, _) => Logged(transaction, owner, "took back a late change"),
            cancel
        );

    private static Task<ChangeResult> Logged(RegistrationTransaction transaction, Registration owner, string action)
    {
        transaction.Log(Actor.Participant, action, owner, null, changed: false);
        return Task.FromResult(ChangeResult.Done);
    }

    private Task<ChangeResult> TakeAsync(
        Guid registration,
        long proposal,
        bool isLate,
        Func<RegistrationTransaction, Registration, AnswerProposal, Task<ChangeResult>> act,
        CancellationToken cancel
    ) =>
        queue.RunAsync(
            db,
            async transaction =>
            {
                var taken = await transaction.Db.AnswerProposals.SingleOrDefaultAsync(p =>
                    p.RegistrationId == registration && p.IsLate == isLate
                );
                if (taken?.SentAt.UtcTicks != proposal || await transaction.FindAsync(registration) is not { } owner)
                    return ChangeResult.Conflict;
                transaction.Db.AnswerProposals.Remove(taken);
                transaction.HasErased = true;
                return await act(transaction, owner, taken);
            },
            cancel
        );
}
