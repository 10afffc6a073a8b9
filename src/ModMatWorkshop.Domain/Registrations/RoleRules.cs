namespace ModMatWorkshop.Domain.Registrations;

/// <summary>Organisers give roles, refuse claims and withdraw roles.</summary>
internal static class RoleRules
{
    public static ChangeResult Confirm(Change change, ConfirmRole command)
    {
        if (!change.Facts.IsPart)
            return ChangeResult.NotFound;
        return change.IsConfirmed ? Decide(change, command.Part, command.Seen, true) : ChangeResult.InvalidState;
    }

    public static ChangeResult Refuse(Change change, RefuseRole command) =>
        change.Facts.IsPart || change.Registration.RoleDecisions.Any(d => d.Part == command.Part)
            ? Decide(change, command.Part, command.Seen, false)
            : ChangeResult.NotFound;

    private static ChangeResult Decide(Change change, string part, string seen, bool isConfirmed)
    {
        var registration = change.Registration;
        var details = registration.Details;
        // The name may have changed since the organiser saw it.
        if (details.Name != seen)
            return ChangeResult.Conflict;
        var decision = new RoleDecision(
            part,
            NameKey.Of(details),
            isConfirmed,
            details.PresentedCodes().Contains(part),
            change.Facts.By,
            change.Facts.RealNow
        );
        var before = registration.RoleDecisions.FirstOrDefault(d => d.Part == part);
        if (before == decision with { By = before?.By ?? "", At = before?.At ?? default })
            return ChangeResult.NoChange;
        registration.Decide([decision]);
        change.LogDone(part);
        return ChangeResult.Done;
    }
}
