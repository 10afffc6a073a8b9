using ModMatWorkshop.Domain.Options;

namespace ModMatWorkshop.Domain.Registrations;

/// <summary>
/// Decides every change of a registration. It does no I/O: it changes the registration and the seating in memory and returns the mails and
/// audit lines to save. A preview uses the same rules and saves nothing.
/// </summary>
public static class RegistrationRules
{
    public static Decision Decide(Seating seating, Registration registration, RegistrationCommand command, RegistrationFacts facts)
    {
        var change = new Change(seating, registration, facts);
        var before = registration.Snapshot();
        var isLapsed = registration.HoldUntil <= seating.Now || registration.OfferUntil <= seating.Now;
        var result = command switch
        {
            Confirm => ParticipantRules.Confirm(change),
            RequestSeat => ParticipantRules.RequestSeat(change),
            FollowRemotely => ParticipantRules.FollowRemotely(change),
            AcceptOffer => ParticipantRules.AcceptOffer(change),
            Cancel => ParticipantRules.Cancel(change),
            ChangeDetails details => ParticipantRules.ChangeDetails(change, details),
            RequestAddressChange request => ParticipantRules.RequestAddressChange(change, request),
            ConfirmNewAddress => ParticipantRules.ConfirmNewAddress(change),
            StopAddressChange => ParticipantRules.StopAddressChange(change),
            CorrectAddress correction => OrganiserRules.CorrectAddress(change, correction),
            SendLink => OrganiserRules.SendLink(change),
            Reinstate => OrganiserRules.Reinstate(change),
            AcceptApplication accepted => SelectionRules.Accept(change, accepted),
            DeclineApplication declined => SelectionRules.Decline(change, declined),
            ApproveChange approved => LateChangeRules.Approve(change, approved),
            RefuseChange refused => LateChangeRules.Refuse(change, refused),
            GrantTravelSupport grant => TravelSupportRules.Decide(change, TravelSupportDecision.Granted, grant.Words, grant.Seen),
            DeclineTravelSupport decline => TravelSupportRules.Decide(change, TravelSupportDecision.Declined, decline.Words, decline.Seen),
            OfferSeat => OrganiserRules.OfferSeat(change),
            SeatFromReserve => OrganiserRules.SeatFromReserve(change),
            SendMessage message => OrganiserRules.SendMessage(change, message),
            SeatAtCheckIn seat => CheckInRules.SeatAtCheckIn(change, seat),
            ConfirmRole confirmed => RoleRules.Confirm(change, confirmed),
            RefuseRole refused => RoleRules.Refuse(change, refused),
            UndoLastChange undo => UndoRules.Undo(change, undo),
            ApplyImport import => ImportRules.Apply(change, import),
            AcceptOption accepted => OptionRules.Accept(change, accepted.Key),
            DeclineOption declined => OptionRules.Decline(change, declined.Key),
            LapseOptions => OptionRules.Lapse(change),
            LapseHold => change.LapseHold(),
            LapseOffer => change.LapseOffer(),
            _ => throw new ArgumentOutOfRangeException(nameof(command), command, "No rule decides this command."),
        };
        if (facts.IsByOrganiser && !isLapsed && result is ChangeResult.Done or ChangeResult.Queued && Frees(before, registration))
            registration.KeepPlace(before, seating.Now);
        seating.Update(registration);
        return command is LapseHold or LapseOffer or LapseOptions ? change.Decision(result) : change.Decision(result, command.Action);
    }

    /// <summary>Whether a seat, an offer or a position on the waiting list was given up for nothing better.</summary>
    private static bool Frees(RegistrationState before, Registration after) =>
        !after.HoldsSeat && (before.SeatNumber is not null || before.LineNumber is not null && after.LineNumber is null);
}
