using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Domain.Registrations;

/// <summary>One person's registration. Its methods keep it consistent; <see cref="SeatPlan"/> decides who gets a seat.</summary>
public sealed partial class Registration
{
    private Registration() { }

    /// <summary>A random identifier, used in the secret link.</summary>
    public Guid Id { get; private init; }

    /// <summary>The number in the audit log and on printables, from 1.</summary>
    public int Number { get; private init; }

    public RegistrationDetails Details { get; private set; } = null!;

    /// <summary>The wish; <see cref="Place"/> is what the person has.</summary>
    public Attendance Attendance { get; private set; }

    public RegistrationStatus Status { get; private set; }

    public Place Place { get; private set; }

    /// <summary>From 1, unique among all seats and offers.</summary>
    public int? SeatNumber { get; private set; }

    /// <summary>The order of the waiting list. A counter under the write lock, because times may be equal.</summary>
    public long? LineNumber { get; private set; }

    /// <summary>True for a seat of the reserve for speakers and committee.</summary>
    public bool FromReserve { get; private set; }

    /// <summary>The end of the hold of a pending registration.</summary>
    public DateTimeOffset? HoldUntil { get; private set; }

    public DateTimeOffset? OfferUntil { get; private set; }

    /// <summary>Grows to invalidate all earlier links.</summary>
    public int Generation { get; private set; }

    /// <summary>The random content of the ticket's QR code, which reveals nothing about the person.</summary>
    public string Ticket { get; private init; } = "";

    /// <summary>
    /// A <see cref="DigitCode"/> that a helper types when the QR code cannot be read. Random, unique, and of use at check-in only. Null for
    /// a registration that no longer needs one.
    /// </summary>
    public string? CheckInCode { get; private init; }

    /// <summary>The key of the form that created the registration, to detect a form that is sent twice.</summary>
    public string FormKey { get; private set; } = "";

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset? ConfirmedAt { get; private set; }

    public DateTimeOffset? CancelledAt { get; private set; }

    /// <summary>The start of the consent to appear on the public list; null without consent.</summary>
    public DateTimeOffset? ListedSince { get; private set; }

    public DateTimeOffset? PhotographedSince { get; private set; }

    /// <summary>Name, address and affiliation, folded for search. An address with an international domain is there in both forms.</summary>
    public string SearchText { get; private set; } = "";

    /// <summary>Family name, then given name, folded.</summary>
    public string SortKey { get; private set; } = "";

    /// <summary>The folded affiliation, so that spellings with other accents or case sort and count as one.</summary>
    public string AffiliationKey { get; private set; } = "";

    /// <summary>Grows with each change of <see cref="Details"/>, to detect concurrent edits.</summary>
    public int Revision { get; private set; }

    private string Addresses => EmailAddress.Display(Email) is var shown && shown == Email ? Email : $"{Email} {shown}";

    public bool HoldsSeat => SeatNumber is not null;

    public static Registration New(Guid id, int number, string ticket, EmailAddress email, string? checkInCode = null) =>
        new()
        {
            Id = id,
            Number = number,
            Ticket = ticket,
            CheckInCode = checkInCode,
            Email = email.Value,
        };

    /// <summary>Starts a registration, or restarts it after a cancellation: pending and without a place.</summary>
    public void Begin(RegistrationDetails details, Attendance attendance, string formKey, DateTimeOffset now)
    {
        ReleasePlace();
        (Status, Attendance, FormKey) = (RegistrationStatus.Pending, attendance, formKey);
        (CreatedAt, ConfirmedAt, CancelledAt) = (now, null, null);
        NeedNoSelection();
        ForgetTravelSupport();
        UpdateDetails(details.OverAnswersOf(Details), now);
    }

    /// <summary>Replaces the answers of a pending registration after a second form. The place stays.</summary>
    public void Renew(RegistrationDetails details, string formKey, DateTimeOffset now)
    {
        // Unconfirmed registrations are deleted some days after the last form.
        (FormKey, CreatedAt) = (formKey, now);
        UpdateDetails(details.OverAnswersOf(Details), now);
    }

    public void UpdateDetails(RegistrationDetails details, DateTimeOffset now)
    {
        SetDetails(details with { SetAside = Details?.SetAside ?? AnswersAside.None });
        ListedSince = details.MayBeListed ? ListedSince ?? now : null;
        PhotographedSince = details.MayBePhotographed ? PhotographedSince ?? now : null;
        FoldForSearch();
    }

    /// <summary>
    /// Attendance at a half-day at this moment: in person only with a seat, otherwise remote; null for absent, and for people on the
    /// waiting list of a workshop without a stream.
    /// </summary>
    public Attendance? AttendanceAt(DateOnly date, HalfDay half, AttendanceOffer offer = AttendanceOffer.Both) =>
        Place == Place.None || Details.HalfDays.FirstOrDefault(h => h.Date == date && h.Half == half) is not { } choice ? null
        : Place == Place.Seat ? offer.Allowed(choice.Attendance)
        : offer.HasStream() ? Attendance.Remote
        : null;

    /// <param name="presence">The presence at the half-day of the check-in; null if there is none yet.</param>
    public CheckInState CheckInStateAt(Presence? presence, DateTimeOffset now) =>
        Status switch
        {
            RegistrationStatus.Cancelled => CheckInState.Cancelled,
            _ when !MaySitDown => CheckInState.NotAccepted,
            _ when presence?.CheckedInAt is not null => CheckInState.CheckedIn,
            RegistrationStatus.Confirmed when Place == Place.Seat => CheckInState.Seated,
            RegistrationStatus.Pending when Place == Place.Seat && !(HoldUntil <= now) => CheckInState.Unconfirmed,
            _ when Place == Place.Offer && OfferUntil > now => CheckInState.Offered,
            _ => CheckInState.NoSeat,
        };

    /// <summary>Erases diet and access needs, which have no purpose after the workshop.</summary>
    public void EraseNeeds() => SetDetails(Details.WithoutNeeds());

    /// <summary>Erases also the answers with a date of erasure, which nobody needs after a cancellation.</summary>
    public void EraseNeedsOfCancelled() => SetDetails(Details.WithoutNeedsAndDatedAnswers());

    /// <summary>Erases the answers to questions of the workshop that are due.</summary>
    public void EraseAnswersDueOn(DateOnly day) => SetDetails(Details.WithoutAnswersDueOn(day));

    public void AssignSeat(int seatNumber, bool fromReserve)
    {
        ReleasePlace();
        ForgetKeptPlace();
        (Place, SeatNumber, FromReserve) = (Place.Seat, seatNumber, fromReserve);
        RequestSeat();
        EnsureValid();
    }

    public void JoinWaitingList(long lineNumber)
    {
        ReleasePlace();
        (Place, LineNumber) = (Place.WaitingList, lineNumber);
        RequestSeat();
        EnsureValid();
    }

    public void FollowRemotely()
    {
        ReleasePlace();
        (Place, Attendance) = (Place.Remote, Attendance.Remote);
        AttendAllHalfDays(Attendance.Remote);
        EnsureValid();
    }

    public void OfferSeat(int seatNumber, DateTimeOffset until)
    {
        ReleasePlace();
        ForgetKeptPlace();
        (Place, SeatNumber, OfferUntil) = (Place.Offer, seatNumber, until);
        EnsureValid();
    }

    /// <summary>Accepts the offered seat.</summary>
    public void Accept()
    {
        (Place, OfferUntil) = (Place.Seat, null);
        EnsureValid();
    }

    /// <summary>Holds the places of a pending registration. A remote place needs no hold; places of options do.</summary>
    public void HoldPlaceUntil(DateTimeOffset until)
    {
        HoldUntil = Place == Place.Remote && !WantsOptions ? null : until;
        EnsureValid();
    }

    /// <summary>Releases the seat, the offer or the position on the waiting list. The wish to attend in person stays.</summary>
    public void ReleasePlace() =>
        (Place, SeatNumber, LineNumber, FromReserve, HoldUntil, OfferUntil) = (Place.None, null, null, false, null, null);

    public void Confirm(DateTimeOffset now)
    {
        (Status, ConfirmedAt, HoldUntil) = (RegistrationStatus.Confirmed, now, null);
        EnsureValid();
    }

    public void Cancel(DateTimeOffset now)
    {
        ReleasePlace();
        (Status, CancelledAt) = (RegistrationStatus.Cancelled, now);
        EnsureValid();
    }

    /// <summary>Takes a cancellation back: confirmed, without a place yet. An application is one again, decided or not.</summary>
    public void Reinstate(DateTimeOffset now)
    {
        (Status, ConfirmedAt, CancelledAt) = (StatusOf(Selection), ConfirmedAt ?? now, null);
        EnsureValid();
    }

    /// <summary>Keeps half-days that are chosen in person. If all are remote, all become in person.</summary>
    private void RequestSeat()
    {
        Attendance = Attendance.InPerson;
        if (Details.HalfDays.All(h => h.Attendance == Attendance.Remote))
            AttendAllHalfDays(Attendance.InPerson);
    }

    private void AttendAllHalfDays(Attendance attendance) =>
        SetDetails(Details with { HalfDays = [.. Details.HalfDays.Select(h => h with { Attendance = attendance })] });

    private void SetDetails(RegistrationDetails details) => (Details, Revision) = (details, Revision + 1);

    /// <summary>Call it when the rules of folding have changed; the registration does it itself when its answers change.</summary>
    public void FoldForSearch() =>
        (SearchText, SortKey, AffiliationKey) = (
            Folding.Fold($"{Details.Name} {Addresses} {Details.Affiliation}"),
            NameKey.Of(Details),
            Folding.Fold(Details.Affiliation)
        );

    /// <exception cref="InvalidOperationException">A rule has a bug: the registration is in an impossible state.</exception>
    private void EnsureValid()
    {
        var broken =
            (Place is Place.Seat or Place.Offer) != (SeatNumber >= 1) ? "a seat or an offer has a seat number, and nothing else has"
            : (Place == Place.WaitingList) != (LineNumber is not null) ? "a place on the waiting list has its number, and nothing else has"
            : (Place == Place.Offer) != (OfferUntil is not null) ? "an offer has a deadline, and nothing else has"
            : FromReserve && Place != Place.Seat ? "only a seat comes from the reserve"
            : HoldUntil is not null && Status != RegistrationStatus.Pending ? "only a pending registration is held"
            : Status == RegistrationStatus.Cancelled && Place != Place.None ? "a cancelled registration has no place"
            : IsApplication && Place != Place.None ? "an application has no place before it is accepted"
            : Status == RegistrationStatus.Applied && Selection != Selection.Applied ? "only an application waits for a decision"
            : Status == RegistrationStatus.Declined && Selection != Selection.Declined ? "only an application is declined"
            : null;
        if (broken is not null)
            throw new InvalidOperationException($"Registration {Number} would be impossible: {broken}.");
    }
}
