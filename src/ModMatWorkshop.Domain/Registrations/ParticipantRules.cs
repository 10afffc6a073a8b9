using ModMatWorkshop.Domain.Call;
using ModMatWorkshop.Domain.Options;
using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Domain.Registrations;

/// <summary>Commands of participants. Organisers use the same rules on their behalf.</summary>
internal static class ParticipantRules
{
    /// <summary>Confirms a registration. After a lapsed hold, the person takes a free seat or joins the waiting list.</summary>
    public static ChangeResult Confirm(Change change)
    {
        var registration = change.Registration;
        if (registration.Status != RegistrationStatus.Pending)
            return change.IsCancelled ? ChangeResult.InvalidState : ChangeResult.NoChange;
        if (change.IsOver)
            return ChangeResult.TooLate;
        if (registration.HoldUntil <= change.Now)
            change.LapseHold();
        if (registration.IsApplication && change.Facts.IsPresenter)
        {
            PresenterRegistrationRules.Accept(change, registration.Attendance);
            change.GrantReserve();
            return ChangeResult.Done;
        }
        if (registration.IsApplication)
        {
            registration.Apply(change.Now);
            change.Mail(MailKind.ApplicationReceived);
            change.LogDone(registration.Status.ToString());
            return ChangeResult.Done;
        }
        registration.Confirm(change.Now);
        if (registration.Place == Place.None)
            change.TakeSeatOrJoinWaitingList(change.Facts.IsInvited);
        else if (registration.Place == Place.WaitingList)
            change.TryTakeSeat(change.PlanSeat(change.Facts.IsInvited));
        change.Mail(registration.Place == Place.WaitingList ? MailKind.WaitingList : MailKind.Confirmed);
        return ChangeResult.Done;
    }

    public static ChangeResult RequestSeat(Change change)
    {
        var registration = change.Registration;
        if (change.IsSelectedForRemoteOnly)
            return ChangeResult.NotAccepted;
        if (change.IsOpenApplication && change.Policy.Offer.HasRoom())
            return change.Wish(Attendance.InPerson);
        if (!change.IsConfirmed || !change.Policy.Offer.HasRoom())
            return ChangeResult.InvalidState;
        if (registration.Place != Place.Remote)
            return ChangeResult.NoChange;
        if (change.IsOver)
            return ChangeResult.TooLate;
        if (LateChangeRules.IsLate(change))
            return LateChangeRules.Ask(change, Attendance.InPerson);
        change.TakeSeatOrJoinWaitingList(change.Facts.IsInvited);
        change.Mail(registration.Place == Place.Seat ? MailKind.SwitchedToSeat : MailKind.WaitingList);
        return ChangeResult.Done;
    }

    public static ChangeResult FollowRemotely(Change change)
    {
        var registration = change.Registration;
        if (change.IsCancelled || !change.Policy.Offer.HasStream())
            return ChangeResult.InvalidState;
        if (change.IsDeclined)
            return ChangeResult.NotAccepted;
        if (change.IsOpenApplication)
            return change.Wish(Attendance.Remote);
        if (registration.Place == Place.Remote)
            return ChangeResult.NoChange;
        // Whoever only waits for a seat, or is offered one, is not counted yet.
        if (registration.Place == Place.Seat && LateChangeRules.IsLate(change))
            return LateChangeRules.Ask(change, Attendance.Remote);
        registration.FollowRemotely();
        if (change.IsConfirmed)
            change.Mail(MailKind.SwitchedToRemote);
        return ChangeResult.Done;
    }

    public static ChangeResult AcceptOffer(Change change)
    {
        var registration = change.Registration;
        if (registration.Place == Place.Seat)
            return ChangeResult.NoChange;
        if (registration.Place != Place.Offer)
            return ChangeResult.TooLate;
        if (registration.OfferUntil <= change.Now)
        {
            change.LapseOffer();
            return ChangeResult.TooLate;
        }
        registration.Accept();
        change.Mail(MailKind.SwitchedToSeat);
        return ChangeResult.Done;
    }

    public static ChangeResult Cancel(Change change)
    {
        if (change.IsCancelled)
            return ChangeResult.NoChange;
        if (change.IsDeclined)
            return ChangeResult.NotAccepted;
        if (change.Registration.Status != RegistrationStatus.Pending)
            change.Mail(MailKind.Cancelled);
        change.Registration.Cancel(change.Now);
        return ChangeResult.Done;
    }

    public static ChangeResult ChangeDetails(Change change, ChangeDetails command)
    {
        if (change.IsCancelled)
            return ChangeResult.InvalidState;
        if (change.IsDeclined)
            return ChangeResult.NotAccepted;
        if (command.Revision is { } seen && seen != change.Registration.Revision)
            return ChangeResult.Conflict;
        var before = change.Registration.Details;
        var details = change.IsIdentityFixed ? command.Details.WithIdentityOf(before) : command.Details;
        var typed = OptionRules.KeepClosed(change, details, before).OverAnswersOf(before);
        var saved = LateChangeRules.Hold(change, typed, before);
        change.Registration.UpdateDetails(saved, change.Now);
        change.LogIdentity(before);
        return saved != typed ? ChangeResult.AwaitsApproval
            : details == command.Details ? ChangeResult.Done
            : ChangeResult.IdentityIsFixed;
    }

    /// <summary>
    /// The result does not reveal whether another registration has the address: in that case the site only sends no mail.
    /// </summary>
    public static ChangeResult RequestAddressChange(Change change, RequestAddressChange command)
    {
        var registration = change.Registration;
        if (change.IsCancelled)
            return ChangeResult.InvalidState;
        if (change.IsDeclined)
            return ChangeResult.NotAccepted;
        var result = AddressRules.Request(registration, command.Address, change.Now);
        if (result == ChangeResult.Done && !change.Facts.IsAddressTaken)
            change.Mail(MailKind.ConfirmNewAddress, command.Address.Value, isRateLimited: true);
        return result;
    }

    public static ChangeResult ConfirmNewAddress(Change change)
    {
        var result = AddressRules.Confirm(change.Registration, change.Facts.IsAddressTaken, change.Now);
        if (result == ChangeResult.Done)
        {
            var cause = $"address-{change.Registration.Generation}";
            change.Mail(MailKind.LinkAgain, cause);
            change.Mail(MailKind.AddressChanged, cause);
        }
        return result;
    }

    public static ChangeResult StopAddressChange(Change change)
    {
        var result = AddressRules.Stop(change.Registration, change.Facts.IsAddressTaken, change.Now);
        if (result == ChangeResult.Done)
            change.Mail(MailKind.LinkAgain, $"address-{change.Registration.Generation}");
        return result;
    }
}
