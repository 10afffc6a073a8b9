using ModMatWorkshop.Domain.Options;
using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Domain.Registrations;

/// <summary>One decision in progress: the steps that several rules share, with the mails and audit lines they collect.</summary>
internal sealed class Change(Seating seating, Registration registration, RegistrationFacts facts)
{
    private readonly List<MailRequest> _mails = [];
    private readonly List<AuditLine> _audit = [];
    private bool _grantsReserve;
    private bool _returnsReserve;
    private bool _endsLateChange;
    private AnswerProposal? _lateChange;
    private string? _done;

    public Seating Seating => seating;

    public Registration Registration => registration;

    public RegistrationFacts Facts => facts;

    public RegistrationPolicy Policy => seating.Policy;

    public DateTimeOffset Now => seating.Now;

    public bool IsCancelled => registration.Status == RegistrationStatus.Cancelled;

    public bool IsConfirmed => registration.Status == RegistrationStatus.Confirmed;

    /// <summary>An application that waits for a decision, or for the confirmation of its owner.</summary>
    public bool IsOpenApplication => registration.IsApplication && registration.Selection == Selection.Applied && !IsCancelled;

    public bool IsDeclined => registration.Status == RegistrationStatus.Declined;

    /// <summary>Declined, with or without leave to follow remotely.</summary>
    public bool IsSelectedForRemoteOnly => registration.Selection == Selection.Declined && !IsCancelled;

    public bool IsOver => Now >= Policy.End;

    public void Mail(MailKind kind, string? cause = null, bool isRateLimited = false, long? message = null) =>
        _mails.Add(new(kind, cause, isRateLimited, message));

    /// <summary>Queues the mail with the secret link.</summary>
    public void MailLink() => Mail(registration.Status == RegistrationStatus.Pending ? MailKind.ConfirmAddress : MailKind.LinkAgain);

    public void Log(string action, string? result, bool bySite = false) => _audit.Add(new(action, result, bySite));

    /// <summary>Sets what the audit log says when the command is done; the place by default.</summary>
    public void LogDone(string result) => _done = result;

    /// <summary>
    /// True when the name and the claims stay as they are: presence is recorded or the workshop is over, and no organiser asks.
    /// </summary>
    public bool IsIdentityFixed => facts.IsByOwner && (facts.HasAttended || IsOver);

    /// <summary>Writes a line of its own to the audit log when an organiser changes a fixed name or claim.</summary>
    public void LogIdentity(RegistrationDetails before)
    {
        if ((facts.HasAttended || IsOver) && before != before.WithIdentityOf(registration.Details))
            Log("changed a fixed name or claim", null);
    }

    /// <summary>Releases the seat, the offer or the position on the waiting list.</summary>
    public void ReleasePlace()
    {
        registration.ReleasePlace();
        seating.Update(registration);
    }

    public SeatPlan PlanSeat(bool invited) => seating.PlanSeat(registration, invited);

    /// <summary>Takes a seat if the plan gives one; returns false otherwise.</summary>
    public bool TryTakeSeat(SeatPlan plan, int? preferredSeat = null)
    {
        if (!plan.TakesSeat)
            return false;
        ReleasePlace();
        registration.AssignSeat(registration.KeptSeatAt(Now)?.Number ?? seating.FreeSeatNumber(preferredSeat), plan.FromReserve);
        seating.Update(registration);
        return true;
    }

    /// <summary>Takes a seat if one is free for this person; otherwise joins the end of the waiting list.</summary>
    public void TakeSeatOrJoinWaitingList(bool invited)
    {
        ReleasePlace();
        if (!TryTakeSeat(PlanSeat(invited)))
            JoinWaitingList();
    }

    public void JoinWaitingList()
    {
        registration.JoinWaitingList(seating.NextLineNumber());
        seating.Update(registration);
    }

    /// <summary>
    /// Applies the wished attendance, if the workshop offers it: remote, or in person with <see cref="TakeSeatOrJoinWaitingList"/>.
    /// </summary>
    public void Place(Attendance attendance, bool invited)
    {
        if (registration.IsApplication)
        {
            registration.Wish(Policy.Offer.Allowed(attendance));
            seating.Update(registration);
            return;
        }
        if (Policy.Offer.Allowed(attendance) == Attendance.InPerson)
            TakeSeatOrJoinWaitingList(invited);
        else
            registration.FollowRemotely();
        seating.Update(registration);
    }

    /// <summary>Changes how somebody who applies wishes to take part.</summary>
    public ChangeResult Wish(Attendance attendance)
    {
        if (registration.Attendance == attendance)
            return ChangeResult.NoChange;
        registration.Wish(attendance);
        LogDone(attendance.ToString());
        return ChangeResult.Done;
    }

    public ChangeResult LapseHold()
    {
        var isRemote = registration.Place == Registrations.Place.Remote;
        ReleasePlace();
        OptionRules.Release(this);
        // Only options have a hold in a remote registration; its remote place needs none.
        if (isRemote)
            registration.FollowRemotely();
        Log("the hold lapsed", null, bySite: true);
        return ChangeResult.Done;
    }

    public ChangeResult LapseOffer()
    {
        Mail(MailKind.OfferLapsed);
        if (Policy.Offer.HasStream())
            registration.FollowRemotely();
        else
            registration.Cancel(Now);
        seating.Update(registration);
        Log("the offer lapsed", null, bySite: true);
        return ChangeResult.Done;
    }

    public void GrantReserve() => _grantsReserve = true;

    public void ReturnReserve() => _returnsReserve = true;

    public void AskOrganisers(AnswerProposal late) => _lateChange = late;

    public void EndLateChange() => _endsLateChange = true;

    /// <param name="action">The command in the audit log; null if the steps have already logged it.</param>
    public Decision Decision(ChangeResult result, string? action = null)
    {
        OptionRules.Apply(this);
        if (action is not null)
            _audit.Add(
                new(
                    action,
                    result == ChangeResult.Done ? _done ?? registration.Place.ToString() : result.ToString(),
                    Changed: result
                        is ChangeResult.Done
                            or ChangeResult.Queued
                            or ChangeResult.IdentityIsFixed
                            or ChangeResult.AwaitsApproval
                )
            );
        return new(result, _mails, _audit)
        {
            GrantsReserve = _grantsReserve,
            ReturnsReserve = _returnsReserve,
            LateChange = _lateChange,
            EndsLateChange = _endsLateChange,
        };
    }
}
