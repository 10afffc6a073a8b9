namespace ModMatWorkshop.Domain.Registrations;

public sealed partial class Registration
{
    /// <summary>A copy for a preview, which can apply a command to it.</summary>
    public Registration Copy() => (Registration)MemberwiseClone();

    /// <summary>The current values of everything that can change.</summary>
    public RegistrationState Snapshot() =>
        new()
        {
            Details = Details,
            Revision = Revision,
            RoleDecisions = RoleDecisions,
            Email = Email,
            NewEmail = NewEmail,
            Attendance = Attendance,
            Status = Status,
            Place = Place,
            SeatNumber = SeatNumber,
            LineNumber = LineNumber,
            FromReserve = FromReserve,
            OfferUntil = OfferUntil,
            Options = Options,
            CreatedAt = CreatedAt,
            ConfirmedAt = ConfirmedAt,
            CancelledAt = CancelledAt,
            ListedSince = ListedSince,
            PhotographedSince = PhotographedSince,
            Selection = Selection,
            SelectionReason = SelectionReason,
            SelectedAt = SelectedAt,
            TravelSupport = TravelSupport,
            TravelSupportWords = TravelSupportWords,
            TravelSupportAt = TravelSupportAt,
        };

    /// <summary>
    /// Restores answers, decisions about roles, attendance and status. The caller restores the address and the place. An answer that was
    /// withdrawn does not come back: the current one stays.
    /// </summary>
    /// <param name="now">Restarts the days after which an unconfirmed registration is deleted.</param>
    public void RestoreState(RegistrationState before, DateTimeOffset now)
    {
        SetDetails(before.DetailsOver(Snapshot()));
        RoleDecisions = before.RoleDecisions;
        (Selection, SelectionReason, SelectedAt) = (before.Selection, before.SelectionReason, before.SelectedAt);
        RestoreTravelSupport(before);
        (Attendance, Status, HoldUntil, NewEmail) = (before.Attendance, before.Status, null, before.NewEmail);
        (CreatedAt, ConfirmedAt, CancelledAt) = (
            Status == RegistrationStatus.Pending ? now : before.CreatedAt,
            before.ConfirmedAt,
            before.CancelledAt
        );
        ListedSince = Details.MayBeListed ? before.ListedSince ?? ListedSince : null;
        PhotographedSince = Details.MayBePhotographed ? before.PhotographedSince ?? PhotographedSince : null;
        FoldForSearch();
    }
}
