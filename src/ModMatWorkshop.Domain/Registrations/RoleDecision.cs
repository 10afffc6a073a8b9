namespace ModMatWorkshop.Domain.Registrations;

/// <summary>
/// An organiser's decision about one part of one person: an invitation, or the answer to a claim. It counts for the name that the organiser
/// saw. When the registration takes another name, the organisers decide again.
/// </summary>
/// <param name="Part">The key of the <see cref="Registrations.Part"/>.</param>
/// <param name="Name">The name in the form of <see cref="NameKey"/>.</param>
/// <param name="IsConfirmed">False for a refused claim or a withdrawn role.</param>
/// <param name="IsChosen">The person had chosen the part in the form. Then the role ends when they choose it no longer.</param>
/// <param name="By">The actor as in the audit log.</param>
/// <param name="At">Real time.</param>
public sealed record RoleDecision(string Part, string Name, bool IsConfirmed, bool IsChosen, string By, DateTimeOffset At);

/// <summary>Where a person's part stands.</summary>
public enum RoleState
{
    /// <summary>The person says so, by their name or by a choice in the form. It gives no role.</summary>
    Claimed,
    Confirmed,
    Refused,
}

/// <summary>A part that a person has, claims or was refused.</summary>
/// <param name="IsChosen">The person has chosen it in the form.</param>
/// <param name="FitsName">The programme names this person for it.</param>
/// <param name="Decision">The last decision about it, which may be about an earlier name; null without a decision.</param>
/// <param name="IsPresenter">The person has answered for the accepted submission that they come.</param>
public sealed record RoleStanding(
    Part Part,
    RoleState State,
    bool IsChosen,
    bool FitsName,
    RoleDecision? Decision,
    bool IsPresenter = false
);
