namespace ModMatWorkshop.Domain.Registrations;

/// <summary>An organiser approves the late change that waits.</summary>
/// <param name="Seen">When the change that the organiser saw was asked for, in ticks of UTC; null for whichever waits.</param>
public sealed record ApproveChange(long? Seen = null) : RegistrationCommand("approved a late change");

/// <summary>An organiser refuses it.</summary>
/// <param name="Reason">What the person is told about it; null for nothing.</param>
/// <inheritdoc cref="ApproveChange"/>
public sealed record RefuseChange(string? Reason = null, long? Seen = null) : RegistrationCommand("refused a late change");

/// <summary>
/// After the last day for changes, organisers decide what a confirmed participant changes of what is counted: attendance, half-days, meals
/// and options. Everything else is saved at once, and whoever cancels asks nobody.
/// </summary>
internal static class LateChangeRules
{
    /// <summary>Whether organisers decide what this person changes now.</summary>
    public static bool IsLate(Change change) => change.Facts.IsByOwner && change.IsConfirmed && !change.Policy.AreChangesFreeAt(change.Now);

    /// <summary>Keeps what is counted as it was, and asks the organisers for what the person has typed.</summary>
    /// <returns>The answers to save now; <paramref name="typed"/> itself if nobody has to be asked.</returns>
    public static RegistrationDetails Hold(Change change, RegistrationDetails typed, RegistrationDetails before)
    {
        if (!IsLate(change) || typed.CountsLike(before))
            return typed;
        Ask(change, Waiting(change)?.Attendance ?? change.Registration.Attendance, typed);
        return typed.WithCountedOf(before);
    }

    /// <summary>Asks the organisers for another attendance.</summary>
    public static ChangeResult Ask(Change change, Attendance attendance)
    {
        if (Waiting(change)?.Attendance == attendance)
            return ChangeResult.NoChange;
        Ask(change, attendance, Waiting(change)?.Details ?? change.Registration.Details);
        return ChangeResult.AwaitsApproval;
    }

    public static ChangeResult Approve(Change change, ApproveChange command)
    {
        if (Refusal(change, command.Seen) is { } refusal)
            return refusal;
        var (registration, asked) = (change.Registration, change.Facts.LateChange!);
        if (asked.Attendance == Attendance.InPerson && registration.Attendance != asked.Attendance && change.IsSelectedForRemoteOnly)
            return ChangeResult.NotAccepted;
        registration.UpdateDetails(registration.Details.WithCountedOf(asked.Details), change.Now);
        if (registration.Attendance != asked.Attendance)
            change.Place(asked.Attendance, change.Facts.IsInvited);
        change.EndLateChange();
        change.Mail(MailKind.ChangeApproved);
        return registration.Place == Place.WaitingList ? ChangeResult.Queued : ChangeResult.Done;
    }

    public static ChangeResult Refuse(Change change, RefuseChange command)
    {
        if (Refusal(change, command.Seen) is { } refusal)
            return refusal;
        if (!change.Facts.LateChange!.Waits)
            return ChangeResult.NoChange;
        change.Facts.LateChange.Refuse(command.Reason, change.Now);
        change.Mail(MailKind.ChangeRefused);
        return ChangeResult.Done;
    }

    private static AnswerProposal? Waiting(Change change) => change.Facts.LateChange is { Waits: true } asked ? asked : null;

    private static void Ask(Change change, Attendance attendance, RegistrationDetails details) =>
        change.AskOrganisers(AnswerProposal.Late(change.Registration, attendance, details, change.Now));

    private static ChangeResult? Refusal(Change change, long? seen) =>
        change.Facts.LateChange is not { } asked ? ChangeResult.NoChange
        : seen is { } at && at != asked.SentAt.UtcTicks ? ChangeResult.Conflict
        : !change.IsConfirmed ? ChangeResult.InvalidState
        : change.IsOver ? ChangeResult.TooLate
        : null;
}
