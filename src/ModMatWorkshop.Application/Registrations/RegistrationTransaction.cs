using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Call;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Registrations;

/// <summary>
/// One database transaction with one or more changes of registrations. It holds the seating under the write lock and collects the mails,
/// audit lines and history of each change.
/// </summary>
internal sealed partial class RegistrationTransaction(WorkshopDb db, SiteClock clock, TimeProvider realTime, TimeSpan hold)
{
    /// <summary>An action in the audit log. The result names the fields, not what they said.</summary>
    public const string WithdrewAction = "withdrew answers";

    private readonly Dictionary<Guid, (Actor Actor, string Action)> _changedBy = [];

    public WorkshopDb Db => db;

    public DateTimeOffset Now { get; private set; }

    public DateTimeOffset RealNow => realTime.GetUtcNow();

    public RegistrationContext Context { get; private set; } = null!;

    public Seating Seating { get; private set; } = null!;

    public WorkshopState State => Context.State;

    public bool HasMail { get; private set; }

    /// <summary>True if the database files may still contain erased answers after the commit.</summary>
    public bool HasErased { get; set; }

    /// <summary>The id of the batch item that causes this change; null for none.</summary>
    public long? BatchItem { get; set; }

    /// <summary>Takes the write lock. A second writer waits here, so data read afterwards stays current until the commit.</summary>
    public async Task LockAsync()
    {
        await db.WorkshopStates.ExecuteUpdateAsync(r => r.SetProperty(x => x.Version, x => x.Version));
        await ReadAsync();
    }

    public async Task ReadAsync()
    {
        Context = await RegistrationContext.ReadAsync(db, CancellationToken.None);
        Seating = await Context.ReadSeatingAsync(db, clock.GetUtcNow(), hold);
    }

    /// <summary>Runs one change, after earlier ones in the same transaction, then offers the seats that are free.</summary>
    public async Task<T> RunAsync<T>(Func<RegistrationTransaction, Task<T>> work)
    {
        (Now, BatchItem) = (clock.GetUtcNow(), null);
        Seating.Now = Now;
        _changedBy.Clear();
        _withoutHistory.Clear();
        _withOtherFiles.Clear();
        State.Version++;
        var result = await work(this);
        await SaveAsync();
        await OfferFreeSeatsAsync();
        await OfferFreeOptionsAsync();
        db.ChangeTracker.Clear();
        db.Attach(State);
        return result;
    }

    public Task<Registration?> FindAsync(Guid id) => db.Registrations.SingleOrDefaultAsync(r => r.Id == id);

    public Registration NewRegistration(EmailAddress email)
    {
        var registration = Registration.New(Guid.CreateVersion7(), ++State.LastNumber, RandomToken.New(), email, NewCheckInCode());
        db.Registrations.Add(registration);
        return registration;
    }

    /// <summary>A code that nobody has. It is so rarely taken that the query without await does no harm.</summary>
    private string NewCheckInCode()
    {
        string code;
        do code = RandomToken.NewDigits();
        while (db.Registrations.Local.Any(r => r.CheckInCode == code) || db.Registrations.Any(r => r.CheckInCode == code));
        return code;
    }

    /// <summary>Decides with <see cref="RegistrationRules"/> and saves the consequences.</summary>
    public async Task<ChangeResult> ApplyAsync(Registration registration, RegistrationCommand command, Actor actor)
    {
        var decision = RegistrationRules.Decide(Seating, registration, command, await FactsAsync(registration, command, actor));
        await AddConsequencesAsync(registration, decision, actor);
        return decision.Result;
    }

    /// <summary>Adds the mails, audit lines and invitations of a decision, which are saved with the registration.</summary>
    public async Task AddConsequencesAsync(Registration registration, Decision decision, Actor actor)
    {
        foreach (var line in decision.Audit)
            Log(line.BySite ? Actor.Site : actor, line.Action, registration, line.Result, line.Changed);
        foreach (var mail in decision.Mails)
            await MailAsync(registration, mail);
        if (decision.GrantsReserve)
            db.Invitations.Add(Invitation.Granted(registration, RealNow, actor));
        if (decision.ReturnsReserve)
            await db.Invitations.Where(i => i.UsedBy == registration.Id && i.Guest == "").ExecuteDeleteAsync();
        await ReplaceLateChangeAsync(registration, decision);
        State.LastLineNumber = Seating.LastLineNumber;
    }

    public void Mail(Registration registration, MailKind kind, string? cause = null, long? textId = null)
    {
        HasMail = true;
        var unique = cause ?? State.Version.ToString(CultureInfo.InvariantCulture);
        db.Outbox.Add(OutboxMessage.For(registration, kind, unique, RealNow, Context.UidDomain, textId));
    }

    public void Mail(Invitation invitation)
    {
        HasMail = true;
        db.Outbox.Add(OutboxMessage.For(invitation, RealNow, Context.UidDomain));
    }

    public void AddNote(Registration registration, string text, Actor actor) =>
        db.RegistrationNotes.Add(
            new()
            {
                RegistrationId = registration.Id,
                At = RealNow,
                By = actor.Name,
                Text = text,
            }
        );

    /// <summary>Wakes the mail sender after the commit, for a mail that is already in the outbox.</summary>
    public void SignalMail() => HasMail = true;

    /// <param name="changed">False for a refused change, which appears in the audit log but not in the history.</param>
    public void Log(Actor actor, string action, Registration? registration, string? result, bool changed = true)
    {
        if (registration is not null && changed)
            _changedBy[registration.Id] = (actor, action);
        db.AuditLog.Add(AuditEntry.Of(actor, RealNow, action, registration?.Number, result));
    }

    private async Task MailAsync(Registration registration, MailRequest mail)
    {
        var cause = mail.CauseAt(RealNow);
        if (mail.IsRateLimited)
        {
            var known = OutboxMessage.CauseOf(mail.Kind, registration.Id, cause!);
            if (db.Entry(registration).State != EntityState.Added && await db.Outbox.AnyAsync(m => m.Cause == known))
                return;
        }
        Mail(registration, mail.Kind, cause, mail.MessageId);
    }

    /// <summary>Reads only the facts that the rule of this command uses.</summary>
    private async Task<RegistrationFacts> FactsAsync(Registration registration, RegistrationCommand command, Actor actor)
    {
        var id = registration.Id;
        var last = command is UndoLastChange ? await LastChangeAsync(id) : null;
        var address = command switch
        {
            RequestAddressChange request => request.Address.Value,
            CorrectAddress correction => correction.Address.Value,
            ConfirmNewAddress => registration.NewEmail,
            StopAddressChange => registration.PreviousEmail,
            UndoLastChange => last?.Before.Email,
            _ => null,
        };
        var part = command switch
        {
            ConfirmRole confirmed => confirmed.Part,
            RefuseRole refused => refused.Part,
            _ => null,
        };
        var message = command is SendMessage sent
            ? OutboxMessage.CauseOf(MailKind.Message, id, sent.MessageId.ToString(CultureInfo.InvariantCulture))
            : null;
        return new(
            IsInvited: command is Confirm or RequestSeat or Reinstate or SeatAtCheckIn or AcceptApplication or ApproveChange
                && await db.Invitations.AnyAsync(i => i.UsedBy == id),
            IsAddressTaken: address is not null && await db.Registrations.AnyAsync(r => r.Email == address && r.Id != id),
            IsMessageQueued: message is not null && await db.Outbox.AnyAsync(m => m.Cause == message),
            LastChange: last,
            IsByOrganiser: actor.IsOrganiser
        )
        {
            IsPart = part is not null && (await RoleQueries.RolesAsync(db, CancellationToken.None)).Find(part) is not null,
            HasAttended = command is ChangeDetails or ApplyImport or UndoLastChange && await PresenceSummary.HasAttendedAsync(db, id),
            IsPresenter = command is Confirm && registration.IsApplication && await PresenterLinks.PresentsAsync(db, registration.Email),
            LateChange = command is ApproveChange or RefuseChange or ChangeDetails or RequestSeat or FollowRemotely
                ? await db.AnswerProposals.SingleOrDefaultAsync(p => p.RegistrationId == id && p.IsLate)
                : null,
            IsByOwner = actor.Name == Actor.Participant.Name,
            By = actor.Name,
            RealNow = RealNow,
        };
    }

    private async Task<LastChange?> LastChangeAsync(Guid id)
    {
        if (await RegistrationQueries.LastChangeAsync(db, id) is not { } last)
            return null;
        var hasWaitingListMoved = await db.RegistrationChanges.AnyAsync(c =>
            c.Id > last.Id && c.RegistrationId != id && c.From == Place.WaitingList && (c.To == Place.Offer || c.To == Place.Seat)
        );
        return new(last.Id, last.Before, hasWaitingListMoved);
    }

    private async Task OfferFreeSeatsAsync()
    {
        var offers = Seating.OfferFreeSeats();
        if (offers.Count == 0)
            return;
        foreach (var offer in offers)
        {
            var registration = db.Registrations.Local.FirstOrDefault(r => r.Id == offer.Id)
                ?? await db.Registrations.SingleAsync(r => r.Id == offer.Id);
            registration.OfferSeat(offer.SeatNumber, offer.Until);
            Mail(registration, MailKind.Offer);
            Log(Actor.Site, OfferSeat.SeatOffered, registration, null);
        }
        await SaveAsync();
    }

    private async Task SaveAsync()
    {
        await PresenterLinks.LinkAsync(db, RealNow);
        await ReplaceCertificatesAsync(await WriteHistoryAsync());
        await SaveWithFilesAsync();
    }

    /// <summary>
    /// Ends the certificates that state an earlier name or role. The next one has a new number, and nobody can show the old one as genuine.
    /// </summary>
    private async Task ReplaceCertificatesAsync(List<Guid> ids)
    {
        if (ids.Count > 0)
            await CertificateService.ReplaceAsync(db, ids, Now);
    }

    /// <summary>
    /// Saves the previous state of each changed registration, with the actor, but without the answers that the change withdraws.
    /// </summary>
    /// <returns>The registrations whose name, claims or roles have changed.</returns>
    private async Task<List<Guid>> WriteHistoryAsync()
    {
        var others = new List<Guid>();
        var changed = db
            .ChangeTracker.Entries<Registration>()
            .Where(e => e.State == EntityState.Modified && HasHistory(e.Entity.Id))
            .Select(e =>
                (Registration: e.Entity, Before: ((Registration)e.OriginalValues.ToObject()).Snapshot(), After: e.Entity.Snapshot())
            )
            .ToList();
        HasErased |= await WithdrawnAnswerErasure.RunAsync(db, [.. changed.Select(c => (c.Before, c.After, c.Registration.Id))]);
        foreach (var (registration, before, after) in changed)
        {
            if (
                before.Details != before.Details.WithIdentityOf(registration.Details)
                // What the site decides keeps a role of the call, and changes no fact.
                || !before.RoleDecisions.Where(IsByPerson).SequenceEqual(registration.RoleDecisions.Where(IsByPerson))
            )
                others.Add(registration.Id);
            var (actor, action) = _changedBy.GetValueOrDefault(registration.Id, (Actor.Participant, NewcomerRules.FormSentAgain));
            // What the site erases when it is due has its own line in the audit log.
            if (actor != Actor.Site && before.WithdrawnIn(after) is { Count: > 0 } withdrawn)
                Log(actor, WithdrewAction, registration, string.Join(", ", withdrawn.Select(f => f.Key)), changed: false);
            var kept = before.WithoutWithdrawn(after);
            // After the workshop, do not copy needs that are about to be erased.
            if (Now >= Context.Policy.End)
                kept = kept.WithoutNeeds();
            db.RegistrationChanges.Add(
                new()
                {
                    RegistrationId = registration.Id,
                    At = RealNow,
                    Actor = actor.Name,
                    Action = action,
                    Before = kept,
                    Revision = kept.Revision,
                    From = kept.Place,
                    To = registration.Place,
                    BatchItem = BatchItem,
                    ContainsNeeds = kept.ContainsNeeds(),
                }
            );
        }
        return others;

        static bool IsByPerson(RoleDecision decision) => decision.By != Actor.Site.Name;
    }
}
