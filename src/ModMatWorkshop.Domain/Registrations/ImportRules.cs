namespace ModMatWorkshop.Domain.Registrations;

/// <summary>
/// Applies an import row to an existing registration: only the fields in the row change, and a cancelled registration stays cancelled.
/// </summary>
internal static class ImportRules
{
    public static ChangeResult Apply(Change change, ApplyImport command)
    {
        var (registration, row) = (change.Registration, command.Row);
        if (change.IsCancelled)
            return ChangeResult.InvalidState;
        if (change.IsDeclined)
            return ChangeResult.NotAccepted;
        var fields = row.ChangesOf(registration);
        if (fields.Count == 0)
            return ChangeResult.NoChange;
        var (hold, before) = (registration.HoldUntil, registration.Details);
        if (fields.Any(field => field.Set is not null))
            registration.UpdateDetails(row.Onto(registration), change.Now);
        change.LogIdentity(before);
        if (!fields.Contains(ParticipationFields.Attendance))
            return ChangeResult.Done;

        if (change.IsOpenApplication)
        {
            change.Place(row.Attendance, invited: false);
            return ChangeResult.Done;
        }
        change.ReleasePlace();
        change.Place(row.Attendance, invited: false);
        if (registration.Status == RegistrationStatus.Pending)
            registration.HoldPlaceUntil(hold ?? change.Now + change.Policy.Hold);
        else if (command.Mode != ImportAs.ConfirmedWithoutMail)
            change.Mail(MailFor(registration.Place));
        return ChangeResult.Done;
    }

    private static MailKind MailFor(Place place) =>
        place switch
        {
            Place.Seat => MailKind.SwitchedToSeat,
            Place.WaitingList => MailKind.WaitingList,
            _ => MailKind.SwitchedToRemote,
        };
}
