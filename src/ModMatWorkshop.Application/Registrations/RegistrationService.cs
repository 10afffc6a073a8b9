using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Fees;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Registrations;

/// <summary>The result of adding a person by hand.</summary>
/// <param name="Number">The number of the new registration, or of the existing one with the same address; 0 for none.</param>
public sealed record AddResult(ChangeResult Result, int Number = 0);

/// <summary>
/// Changes registrations. Each change is one transaction: lock, load, decide with <see cref="RegistrationRules"/>, save rows, mails and
/// audit lines, commit.
/// </summary>
public sealed class RegistrationService(WorkshopDb db, RegistrationQueue queue)
{
    /// <summary>The action in the audit log for an erasure on request.</summary>
    public const string ErasedAction = "erased";

    /// <summary>
    /// Registers a person and returns the place for a new address, even if the address is known: only its owner learns that, by mail.
    /// Null when registration is closed. Submitting the same form twice gives the same place.
    /// </summary>
    public Task<Place?> RegisterAsync(FormSubmission form, Guid? invitation, CancellationToken cancel) =>
        queue.RunAsync(db, transaction => SubmittedForms.ReceiveAsync(transaction, form, invitation), cancel);

    /// <summary>Adds a person by hand. Existing registrations are unchanged.</summary>
    /// <param name="confirmed">False if the owner of the address still has to confirm.</param>
    public Task<AddResult> AddAsync(FormSubmission form, bool confirmed, Actor actor, CancellationToken cancel) =>
        queue.RunAsync(
            db,
            async transaction =>
            {
                if (transaction.Now >= transaction.Context.Policy.End)
                    return new AddResult(ChangeResult.TooLate);
                if (await transaction.Db.Registrations.SingleOrDefaultAsync(r => r.Email == form.Email.Value) is { } known)
                    return new(known.FormKey == form.FormKey ? ChangeResult.NoChange : ChangeResult.AddressTaken, known.Number);
                var registration = transaction.NewRegistration(form.Email);
                var decision = NewcomerRules.Add(transaction.Seating, registration, form, confirmed);
                await transaction.AddConsequencesAsync(registration, decision, actor);
                return new(decision.Result, registration.Number);
            },
            cancel
        );

    public Task<ChangeResult> ApplyAsync(Guid id, RegistrationCommand command, Actor actor, CancellationToken cancel) =>
        queue.RunAsync(
            db,
            async transaction =>
                await transaction.FindAsync(id) is { } registration
                    ? await transaction.ApplyAsync(registration, command, actor)
                    : ChangeResult.NotFound,
            cancel
        );

    /// <summary>Decides about an application, or refuses a late change.</summary>
    /// <param name="note">The reason for the organisers only; null for none.</param>
    public Task<ChangeResult> DecideAsync(Guid id, RegistrationCommand decision, string? note, Actor actor, CancellationToken cancel) =>
        queue.RunAsync(
            db,
            async transaction =>
            {
                if (await transaction.FindAsync(id) is not { } registration)
                    return ChangeResult.NotFound;
                var result = await transaction.ApplyAsync(registration, decision, actor);
                if (result is ChangeResult.Done or ChangeResult.Queued && note is not null)
                    transaction.AddNote(registration, note, actor);
                return result;
            },
            cancel
        );

    /// <summary>Erases a person's data and mails. The audit log, which contains only their number, stays.</summary>
    public async Task<ChangeResult> EraseAsync(Guid id, Actor actor, CancellationToken cancel)
    {
        var result = await ChangeAsync(
            id,
            ErasedAction,
            actor,
            async (transaction, registration) =>
            {
                transaction.Seating.Remove(id);
                await DeleteRelatedDataAsync(transaction.Db, registration);
                transaction.Db.Registrations.Remove(registration);
                return ChangeResult.Done;
            },
            cancel
        );
        await db.PurgeDeletedDataAsync(CancellationToken.None);
        return result;
    }

    /// <summary>Withdraws answers again that a restored backup still has.</summary>
    /// <param name="keys">The keys of the fields.</param>
    internal Task<ChangeResult> WithdrawAsync(Guid id, IEnumerable<string> keys, Actor actor, CancellationToken cancel) =>
        ChangeAsync(
            id,
            "changed the details",
            actor,
            (transaction, registration) =>
            {
                var details = registration.Details.Without(
                    RegistrationFields
                        .BuiltIn.Withdrawable.Where(field => keys.Contains(field.Key))
                        .Concat(keys.Where(QuestionAnswer.IsId).Select(RegistrationFields.Of))
                );
                if (details == registration.Details)
                    return Task.FromResult(ChangeResult.NoChange);
                registration.UpdateDetails(details, transaction.Now);
                return Task.FromResult(ChangeResult.Done);
            },
            cancel
        );

    /// <summary>
    /// Sends the secret link again to the owner of an address. The response does not reveal whether the address is registered.
    /// </summary>
    public Task SendLinkAgainAsync(EmailAddress email, CancellationToken cancel) =>
        queue.RunAsync(
            db,
            async transaction =>
            {
                if (await transaction.Db.Registrations.SingleOrDefaultAsync(r => r.Email == email.Value) is { } registration)
                {
                    var kind = registration.Status == RegistrationStatus.Pending ? MailKind.ConfirmAddress : MailKind.LinkAgain;
                    await transaction.AddConsequencesAsync(
                        registration,
                        new(ChangeResult.Done, [new(kind, IsRateLimited: true)], []),
                        Actor.Participant
                    );
                }
                return true;
            },
            cancel
        );

    /// <summary>Sends a failed mail again.</summary>
    public Task<ChangeResult> RetryMailAsync(Guid id, long mail, Actor actor, CancellationToken cancel) =>
        ChangeAsync(
            id,
            "retried a mail",
            actor,
            async (transaction, registration) =>
            {
                if (
                    await transaction.Db.Outbox.SingleOrDefaultAsync(m => m.Id == mail && m.RegistrationId == registration.Id)
                    is not { } message
                )
                    return ChangeResult.NotFound;
                if (message.State != MailState.Failed)
                    return ChangeResult.NoChange;
                message.TryAgain(transaction.RealNow);
                transaction.SignalMail();
                return ChangeResult.Done;
            },
            cancel
        );

    public Task<ChangeResult> NoteAsync(Guid id, string text, Actor actor, CancellationToken cancel) =>
        ChangeAsync(
            id,
            "added a note",
            actor,
            (transaction, registration) =>
            {
                transaction.AddNote(registration, text, actor);
                return Task.FromResult(ChangeResult.Done);
            },
            cancel
        );

    public Task<ChangeResult> DeleteNoteAsync(Guid id, long note, Actor actor, CancellationToken cancel) =>
        ChangeAsync(
            id,
            "deleted a note",
            actor,
            async (transaction, registration) =>
                await transaction.Db.RegistrationNotes.Where(n => n.Id == note && n.RegistrationId == registration.Id).ExecuteDeleteAsync()
                == 1
                    ? ChangeResult.Done
                    : ChangeResult.NoChange,
            cancel
        );

    /// <summary>Changes rows that belong to a registration, without a rule of the domain.</summary>
    private Task<ChangeResult> ChangeAsync(
        Guid id,
        string action,
        Actor actor,
        Func<RegistrationTransaction, Registration, Task<ChangeResult>> change,
        CancellationToken cancel
    ) =>
        queue.RunAsync(
            db,
            async transaction =>
            {
                if (await transaction.FindAsync(id) is not { } registration)
                    return ChangeResult.NotFound;
                var result = await change(transaction, registration);
                var isDone = result == ChangeResult.Done;
                transaction.Log(actor, action, registration, isDone ? registration.Place.ToString() : result.ToString(), isDone);
                return result;
            },
            cancel
        );

    private static async Task DeleteRelatedDataAsync(WorkshopDb db, Registration registration)
    {
        var id = registration.Id;
        await FeeErasure.ForgetAsync(db, registration);
        await db.Submissions.Where(s => s.PresenterId == id).ExecuteUpdateAsync(s => s.SetProperty(x => x.PresenterId, (Guid?)null));
        await db.Outbox.Where(m => m.RegistrationId == id).ExecuteDeleteAsync();
        await db.Outbox.Where(m => db.Invitations.Any(i => i.UsedBy == id && i.Id == m.RegistrationId)).ExecuteDeleteAsync();
        await db.Invitations.Where(i => i.UsedBy == id && i.Guest == "").ExecuteDeleteAsync();
        await db
            .Invitations.Where(i => i.UsedBy == id)
            .ExecuteUpdateAsync(i =>
                i.SetProperty(x => x.UsedBy, (Guid?)null)
                    .SetProperty(x => x.Guest, "")
                    .SetProperty(x => x.Email, (string?)null)
                    .SetProperty(x => x.Parts, "")
            );
        // An import that is still running would add the person again.
        await db
            .BatchItems.Where(i => i.RowEmail == registration.Email)
            .ExecuteUpdateAsync(i =>
                i.SetProperty(x => x.Row, (ImportRow?)null)
                    .SetProperty(x => x.RowEmail, (string?)null)
                    .SetProperty(x => x.State, BatchItemState.Refused)
                    .SetProperty(x => x.Answer, nameof(ChangeResult.NotFound))
            );
    }
}
