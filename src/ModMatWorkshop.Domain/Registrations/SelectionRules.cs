using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Domain.Registrations;

/// <summary>Organisers decide about applications.</summary>
internal static class SelectionRules
{
    /// <summary>A seat if one is free, otherwise the end of the waiting list; or the remote place that the person asked for.</summary>
    public static ChangeResult Accept(Change change, AcceptApplication command)
    {
        var registration = change.Registration;
        if (Refusal(change, Selection.Accepted, command.Seen) is { } refusal)
            return refusal;
        registration.AcceptApplication(command.Reason, change.Now);
        change.Place(registration.Attendance, change.Facts.IsInvited);
        change.Mail(MailKind.ApplicationAccepted);
        return registration.Place == Place.WaitingList ? ChangeResult.Queued : ChangeResult.Done;
    }

    public static ChangeResult Decline(Change change, DeclineApplication command)
    {
        if (Refusal(change, Selection.Declined, Selection.Applied) is { } refusal)
            return refusal;
        change.Registration.DeclineApplication(command.Reason, command.MayFollow && change.Policy.Offer.HasStream(), change.Now);
        change.Mail(MailKind.ApplicationDeclined);
        change.LogDone(change.Registration.Status.ToString());
        return ChangeResult.Done;
    }

    private static ChangeResult? Refusal(Change change, Selection wanted, Selection seen)
    {
        var registration = change.Registration;
        return registration.Selection == wanted ? ChangeResult.NoChange
            : registration.Selection == Selection.None || registration.Status is RegistrationStatus.Pending or RegistrationStatus.Cancelled
                ? ChangeResult.InvalidState
            : registration.Selection != seen ? ChangeResult.Conflict
            : change.IsOver ? ChangeResult.TooLate
            : null;
    }
}
