using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Domain.Call;

/// <summary>
/// Registers who presents an accepted submission, and takes that back. The secret link of the submission has proved the address, so nothing
/// waits for a confirmation. A presenter is a guest of the committee: the dates of registration do not count, and a seat comes from the
/// reserve first.
/// </summary>
public static class PresenterRegistrationRules
{
    /// <summary>Actions in the audit log and in the history.</summary>
    public const string RegisteredAction = "registered as a presenter";

    public const string LeftAction = "does not present any more";

    /// <summary>Whether an answer can register somebody now.</summary>
    /// <returns>Null if it can.</returns>
    public static PresenterResult? RefusalAt(RegistrationPolicy policy, DateTimeOffset now) =>
        now >= policy.End ? PresenterResult.Over
        : policy.Open == false ? PresenterResult.Closed
        : null;

    /// <param name="known">The registration with the address of the submission; null for none.</param>
    /// <param name="hasAttended">The person of that registration has attended a half-day.</param>
    public static PresenterDecision Register(
        Seating seating,
        Registration? known,
        PresenterForm form,
        bool hasAttended,
        Func<Registration> create
    )
    {
        var refusal = RefusalAt(seating.Policy, seating.Now);
        var isConfirmed = known?.Status == RegistrationStatus.Confirmed;
        if (refusal is { } refused && !(isConfirmed && refused == PresenterResult.Closed))
            return new(refused, isConfirmed ? known : null, null, PresenterTaking.Nothing);
        var registration = known ?? create();
        var change = new Change(seating, registration, new(IsInvited: true) { HasAttended = hasAttended, IsByOwner = true });
        if (registration.OfferUntil <= change.Now)
            change.LapseOffer();
        var attendance = change.Policy.Offer.Allowed(form.Attendance);
        var taking = registration.Status switch
        {
            _ when known is null => Begin(change, form, attendance),
            RegistrationStatus.Cancelled => Reinstate(change, attendance),
            RegistrationStatus.Pending => Confirm(change, form, attendance),
            RegistrationStatus.Applied or RegistrationStatus.Declined => Accept(change, attendance),
            _ => Upgrade(change, attendance),
        };
        seating.Update(registration);
        if (taking.Took != AnswerTook.Nothing)
            change.GrantReserve();
        return new(
            attendance == Attendance.InPerson && !registration.HoldsSeat ? PresenterResult.Waits : PresenterResult.Registered,
            registration,
            change.Decision(ChangeResult.Done, RegisteredAction),
            taking
        );
    }

    /// <summary>Frees what an answer took, because the presenter does not come.</summary>
    /// <returns>Null if nothing changes: the person had it before, has given it up, or was there.</returns>
    public static Decision? Release(Seating seating, Registration registration, PresenterTaking taking, bool hasAttended)
    {
        if (
            taking.Took == AnswerTook.Nothing
            || hasAttended
            || seating.Now >= seating.Policy.End
            || registration.Status != RegistrationStatus.Confirmed
        )
            return null;
        var change = new Change(seating, registration, new() { IsByOwner = true });
        change.ReturnReserve();
        if (taking.Took == AnswerTook.Registration)
            ParticipantRules.Cancel(change);
        else if (!GiveBack(change, taking.Line))
            return change.Decision(ChangeResult.NoChange);
        seating.Update(registration);
        return change.Decision(ChangeResult.Done, LeftAction);
    }

    private static PresenterTaking Begin(Change change, PresenterForm form, Attendance attendance)
    {
        change.Registration.Begin(form.Details, attendance, "", change.Now);
        Sit(change, attendance);
        return new(AnswerTook.Registration);
    }

    /// <summary>The committee has chosen the person, so the application waits for nobody else.</summary>
    internal static PresenterTaking Accept(Change change, Attendance attendance)
    {
        Sit(change, attendance);
        return new(AnswerTook.Registration);
    }

    private static PresenterTaking Reinstate(Change change, Attendance attendance)
    {
        change.Registration.Reinstate(change.Now);
        Sit(change, attendance);
        return new(AnswerTook.Registration);
    }

    /// <summary>
    /// Anybody can have typed a form that nobody confirmed. So the name is that of the submission, and consents are asked for again.
    /// </summary>
    private static PresenterTaking Confirm(Change change, PresenterForm form, Attendance attendance)
    {
        var registration = change.Registration;
        if (registration.HoldUntil <= change.Now)
            change.LapseHold();
        var (hadSeat, line) = (registration.HoldsSeat, registration.LineNumber);
        registration.UpdateDetails(
            registration.Details with
            {
                GivenName = form.Details.GivenName,
                FamilyName = form.Details.FamilyName,
                Affiliation = form.Details.Affiliation,
                Language = form.Details.Language,
                MayBeListed = false,
                MayBePhotographed = false,
            },
            change.Now
        );
        Sit(change, attendance);
        return registration.HoldsSeat && !hadSeat ? new(AnswerTook.Place, line) : PresenterTaking.Nothing;
    }

    /// <summary>Gives the place that is asked for, and confirms. A seat that is held stays, and so does a place in line.</summary>
    private static void Sit(Change change, Attendance attendance)
    {
        var registration = change.Registration;
        AcceptApplicationOf(change);
        if (attendance == Attendance.Remote || !registration.HoldsSeat && registration.LineNumber is null)
            change.Place(attendance, invited: true);
        else if (!registration.HoldsSeat)
            change.TryTakeSeat(change.PlanSeat(invited: true));
        if (registration.Status != RegistrationStatus.Confirmed || registration.ConfirmedAt is null)
            registration.Confirm(change.Now);
        change.Mail(registration.Place == Place.WaitingList ? MailKind.WaitingList : MailKind.Confirmed);
    }

    /// <summary>Somebody who is registered gets a seat if they come to the room, and never loses what they have.</summary>
    private static PresenterTaking Upgrade(Change change, Attendance attendance)
    {
        var registration = change.Registration;
        if (attendance == Attendance.Remote || registration.Place == Place.Seat)
            return PresenterTaking.Nothing;
        AcceptApplicationOf(change);
        if (registration.Place == Place.Offer)
        {
            ParticipantRules.AcceptOffer(change);
            return PresenterTaking.Nothing;
        }
        var line = registration.LineNumber;
        if (change.TryTakeSeat(change.PlanSeat(invited: true)))
            change.Mail(MailKind.SwitchedToSeat);
        else if (line is not null)
            return PresenterTaking.Nothing;
        else
        {
            change.JoinWaitingList();
            change.Mail(MailKind.WaitingList);
        }
        return new(AnswerTook.Place, line);
    }

    private static void AcceptApplicationOf(Change change)
    {
        if (change.Registration is { IsApplication: true } or { MaySitDown: false })
            change.Registration.AcceptApplication(null, change.Now);
    }

    /// <returns>False if the person has given it up already.</returns>
    private static bool GiveBack(Change change, long? line)
    {
        var registration = change.Registration;
        if (!registration.HoldsSeat && (line is not null || registration.LineNumber is null))
            return false;
        change.ReleasePlace();
        if (line is { } before)
            registration.JoinWaitingList(before);
        else if (change.Policy.Offer.HasStream())
            registration.FollowRemotely();
        else
            registration.Cancel(change.Now);
        change.Mail(
            registration.Place switch
            {
                Place.WaitingList => MailKind.WaitingList,
                Place.Remote => MailKind.SwitchedToRemote,
                _ => MailKind.Cancelled,
            }
        );
        return true;
    }
}
