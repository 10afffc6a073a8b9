namespace ModMatWorkshop.Domain.Registrations;

/// <content>What a change of the programme does to the answers.</content>
public sealed partial class Registration
{
    /// <summary>Moves the answers with the programme. It is no change by anybody, so the revision stays.</summary>
    public void FollowProgramme(HalfDayChanges changes) => Details = changes.Apply(Details);
}
