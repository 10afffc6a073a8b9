using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Domain.Registrations;

/// <summary>Participants who have something in common.</summary>
/// <param name="Name">A code of a country, an institution as it is mostly written, a position; null where nothing was told.</param>
public sealed record ParticipantCount(string? Name, int InTheRoom, int Remote)
{
    public int Total => InTheRoom + Remote;
}

/// <summary>How many were really there.</summary>
public sealed record PresenceCount(DateOnly Date, HalfDay Half, int InTheRoom, int Remote);

/// <summary>Who took part, in numbers: what funders ask for, and all that is left when the participants' data have been purged.</summary>
public sealed record FunderReport(
    ParticipantCount All,
    IReadOnlyList<ParticipantCount> Positions,
    IReadOnlyList<ParticipantCount> Countries,
    IReadOnlyList<ParticipantCount> Institutions,
    IReadOnlyList<PresenceCount> HalfDays
);
