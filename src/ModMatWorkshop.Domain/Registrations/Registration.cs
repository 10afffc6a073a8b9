using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Domain.Registrations;

/// <summary>A person's registration. Its verbs keep it consistent; who gets a seat is decided by <see cref="SeatPlan"/>.</summary>
public sealed class Registration
{
    private Registration() { }

    /// <summary>Names the registration in its secret link; drawn at random.</summary>
    public Guid Id { get; private init; }

    /// <summary>Names it in the audit log and on papers, from 1.</summary>
    public int Number { get; private init; }

    /// <summary>In the form of <see cref="EmailAddress"/>.</summary>
    public string Email { get; private set; } = "";

    /// <summary>An address that its owner has yet to confirm before it takes the place of <see cref="Email"/>.</summary>
    public string? NewEmail { get; private set; }

    public RegistrationDetails Details { get; private set; } = null!;

    /// <summary>What the person wishes; <see cref="Place"/> is what they have.</summary>
    public Attendance Attendance { get; private set; }

    public RegistrationStatus Status { get; private set; }

    public Place Place { get; private set; }

    /// <summary>From 1; whoever holds a seat, offered or taken, has one that nobody else has.</summary>
    public int? SeatNumber { get; private set; }

    /// <summary>The order of the line: drawn under the lock, never a time.</summary>
    public long? LineNumber { get; private set; }

    /// <summary>True for a seat out of the reserve of speakers and committee.</summary>
    public bool FromReserve { get; private set; }

    /// <summary>Until when the place of a pending registration is kept.</summary>
    public DateTimeOffset? HoldUntil { get; private set; }

    public DateTimeOffset? OfferUntil { get; private set; }

    /// <summary>Links of an older generation are dead.</summary>
    public int Generation { get; private set; }

    /// <summary>What the QR code of the ticket holds: at random, it tells a stranger nothing.</summary>
    public string Ticket { get; private init; } = "";

    /// <summary>Of the form that made it: the same form sent twice gets the same answer.</summary>
    public string FormKey { get; private set; } = "";

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset? ConfirmedAt { get; private set; }

    public DateTimeOffset? CancelledAt { get; private set; }

    /// <summary>Since when the name may stand on the public list.</summary>
    public DateTimeOffset? ListedSince { get; private set; }

    public DateTimeOffset? PhotographedSince { get; private set; }

    /// <summary>Name, address and affiliation, folded: what a search looks in.</summary>
    public string SearchText { get; private set; } = "";

    /// <summary>Family name first, folded.</summary>
    public string SortKey { get; private set; } = "";

    /// <summary>The affiliation, folded: what is written in two manners sorts and counts as one.</summary>
    public string AffiliationKey { get; private set; } = "";

    /// <summary>Grows with every change of <see cref="Details"/>: who changes them says which they saw.</summary>
    public int Revision { get; private set; }

    public bool HoldsSeat => SeatNumber is not null;

    public static Registration New(Guid id, int number, string ticket, EmailAddress email) =>
        new()
        {
            Id = id,
            Number = number,
            Ticket = ticket,
            Email = email.Value,
        };

    /// <summary>Begins, or begins anew after a cancellation: pending, with no place yet.</summary>
    public void Begin(RegistrationDetails details, Attendance attendance, string formKey, DateTimeOffset now)
    {
        ReleasePlace();
        (Status, Attendance, FormKey) = (RegistrationStatus.Pending, attendance, formKey);
        (CreatedAt, ConfirmedAt, CancelledAt) = (now, null, null);
        UpdateDetails(details, now);
    }

    /// <summary>The form was sent again before anybody confirmed: what it says now counts, and the place stays.</summary>
    public void Renew(RegistrationDetails details, string formKey, DateTimeOffset now)
    {
        // A registration that nobody confirms is forgotten after some days, and they count from the last form.
        (FormKey, CreatedAt) = (formKey, now);
        UpdateDetails(details, now);
    }

    public void UpdateDetails(RegistrationDetails details, DateTimeOffset now)
    {
        SetDetails(details);
        ListedSince = details.MayBeListed ? ListedSince ?? now : null;
        PhotographedSince = details.MayBePhotographed ? PhotographedSince ?? now : null;
        FoldForSearch();
    }

    /// <summary>
    /// How a half-day is attended as things stand: in the room by those who have a seat, remotely by those who wait for one; null for not
    /// at all.
    /// </summary>
    public Attendance? AttendanceAt(DateOnly date, HalfDay half) =>
        Place == Place.None || Details.HalfDays.FirstOrDefault(h => h.Date == date && h.Half == half) is not { } choice ? null
        : Place == Place.Seat ? choice.Attendance
        : Attendance.Remote;

    /// <param name="presence">At the half-day that the door is about; null for none yet.</param>
    public CheckInState CheckInStateAt(Presence? presence, DateTimeOffset now) =>
        Status switch
        {
            RegistrationStatus.Cancelled => CheckInState.Cancelled,
            _ when presence?.CheckedInAt is not null => CheckInState.In,
            RegistrationStatus.Confirmed when Place == Place.Seat => CheckInState.Seated,
            RegistrationStatus.Pending when Place == Place.Seat && !(HoldUntil <= now) => CheckInState.Unconfirmed,
            _ when Place == Place.Offer && OfferUntil > now => CheckInState.Offered,
            _ => CheckInState.Seatless,
        };

    /// <summary>The workshop is over: nobody needs to know any more.</summary>
    public void EraseNeeds() => SetDetails(Details.WithoutNeeds());

    public void AssignSeat(int seatNumber, bool fromReserve)
    {
        ReleasePlace();
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
        (Place, SeatNumber, OfferUntil) = (Place.Offer, seatNumber, until);
        EnsureValid();
    }

    /// <summary>Takes the seat that was offered.</summary>
    public void Accept()
    {
        (Place, OfferUntil) = (Place.Seat, null);
        EnsureValid();
    }

    /// <summary>Keeps what a pending registration got for a short while; a remote place needs no keeping.</summary>
    public void HoldPlaceUntil(DateTimeOffset until)
    {
        HoldUntil = Place == Place.Remote ? null : until;
        EnsureValid();
    }

    /// <summary>Gives up seat, offer, or place on the waiting list. The wish to attend in person stays.</summary>
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

    /// <summary>A cancellation that is taken back: confirmed, with no place yet.</summary>
    public void Reinstate(DateTimeOffset now)
    {
        (Status, ConfirmedAt, CancelledAt) = (RegistrationStatus.Confirmed, ConfirmedAt ?? now, null);
        EnsureValid();
    }

    /// <summary>A copy on which a preview may try a command.</summary>
    public Registration Copy() => (Registration)MemberwiseClone();

    /// <summary>All that may change, as it is now.</summary>
    public RegistrationState Snapshot() =>
        new()
        {
            Details = Details,
            Revision = Revision,
            Email = Email,
            NewEmail = NewEmail,
            Attendance = Attendance,
            Status = Status,
            Place = Place,
            SeatNumber = SeatNumber,
            LineNumber = LineNumber,
            FromReserve = FromReserve,
            OfferUntil = OfferUntil,
            CreatedAt = CreatedAt,
            ConfirmedAt = ConfirmedAt,
            CancelledAt = CancelledAt,
            ListedSince = ListedSince,
            PhotographedSince = PhotographedSince,
        };

    /// <summary>What was told, and whether it counts, are again as they were. Address and place are for the desk to see to.</summary>
    /// <param name="now">The days after which a registration that nobody confirms is forgotten begin anew.</param>
    public void RestoreState(RegistrationState before, DateTimeOffset now)
    {
        SetDetails(before.Details);
        (Attendance, Status, HoldUntil, NewEmail) = (before.Attendance, before.Status, null, before.NewEmail);
        (CreatedAt, ConfirmedAt, CancelledAt) = (
            Status == RegistrationStatus.Pending ? now : before.CreatedAt,
            before.ConfirmedAt,
            before.CancelledAt
        );
        (ListedSince, PhotographedSince) = (before.ListedSince, before.PhotographedSince);
        FoldForSearch();
    }

    public void RequestAddressChange(EmailAddress address) => NewEmail = address.Value == Email ? null : address.Value;

    /// <summary>The owner of the new address has confirmed it; what was mailed to the old one is dead.</summary>
    public void ConfirmAddressChange(EmailAddress address)
    {
        (Email, NewEmail, Generation) = (address.Value, null, Generation + 1);
        FoldForSearch();
    }

    /// <summary>Who chose some half-days in the room keeps them; who followed all remotely comes to all.</summary>
    private void RequestSeat()
    {
        Attendance = Attendance.InPerson;
        if (Details.HalfDays.All(h => h.Attendance == Attendance.Remote))
            AttendAllHalfDays(Attendance.InPerson);
    }

    private void AttendAllHalfDays(Attendance attendance) =>
        SetDetails(Details with { HalfDays = [.. Details.HalfDays.Select(h => h with { Attendance = attendance })] });

    private void SetDetails(RegistrationDetails details) => (Details, Revision) = (details, Revision + 1);

    private void FoldForSearch() =>
        (SearchText, SortKey, AffiliationKey) = (
            Folding.Fold($"{Details.Name} {Email} {Details.Affiliation}"),
            Folding.Fold($"{Details.FamilyName} {Details.GivenName}"),
            Folding.Fold(Details.Affiliation)
        );

    /// <exception cref="InvalidOperationException">A rule has a fault: no registration can be in this state.</exception>
    private void EnsureValid()
    {
        var broken =
            (Place is Place.Seat or Place.Offer) != (SeatNumber >= 1) ? "a seat or an offer has a seat number, and nothing else has"
            : (Place == Place.WaitingList) != (LineNumber is not null) ? "a place on the waiting list has its number, and nothing else has"
            : (Place == Place.Offer) != (OfferUntil is not null) ? "an offer has a deadline, and nothing else has"
            : FromReserve && Place != Place.Seat ? "only a seat comes from the reserve"
            : HoldUntil is not null && Status != RegistrationStatus.Pending ? "only a pending registration is held"
            : Status == RegistrationStatus.Cancelled && Place != Place.None ? "a cancelled registration has no place"
            : null;
        if (broken is not null)
            throw new InvalidOperationException($"Registration {Number} would be impossible: {broken}.");
    }
}
