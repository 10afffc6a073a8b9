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
            CorrectAddress correction => OrganiserRules.CorrectAddress(change, correction),
            SendLink => OrganiserRules.SendLink(change),
            Reinstate => OrganiserRules.Reinstate(change),
            OfferSeat => OrganiserRules.OfferSeat(change),
            SeatFromReserve => OrganiserRules.SeatFromReserve(change),
            SendMessage message => OrganiserRules.SendMessage(change, message),
            SeatAtCheckIn => CheckInRules.SeatAtCheckIn(change),
            UndoLastChange undo => UndoRules.Undo(change, undo),
            ApplyImport import => ImportRules.Apply(change, import),
            LapseHold => change.LapseHold(),
            LapseOffer => change.LapseOffer(),
            _ => throw new ArgumentOutOfRangeException(nameof(command), command, "No rule decides this command."),
        };
        seating.Update(registration);
        return command is LapseHold or LapseOffer ? change.Decision(result) : change.Decision(result, command.Action);
    }
}
