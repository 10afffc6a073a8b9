using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Domain.Registrations;

/// <summary>The number of participants with the same country, institution or position.</summary>
/// <param name="Name">A country code, the most frequent spelling of an institution, or a position; null where not specified.</param>
public sealed record ParticipantCount(string? Name, int InTheRoom, int Remote)
{
    public int Total => InTheRoom + Remote;
}

/// <summary>The number of people with places of an option, without their companions.</summary>
public sealed record OptionCount(Localized Name, int InTheRoom, int Remote);

/// <summary>The number of people who asked for travel support, and of those to whom it is granted.</summary>
public sealed record TravelSupportCount(ParticipantCount Asked, ParticipantCount Granted);

/// <summary>The number of people who attended a half-day.</summary>
public sealed record PresenceCount(DateOnly Date, HalfDay Half, int InTheRoom, int Remote);

/// <summary>Participation in numbers, for funders. It is all that remains after the purge.</summary>
/// <param name="Came">True if it counts those who came, false for those who registered.</param>
public sealed record FunderReport(
    ParticipantCount All,
    IReadOnlyList<ParticipantCount> Positions,
    IReadOnlyList<ParticipantCount> Countries,
    IReadOnlyList<ParticipantCount> Institutions,
    IReadOnlyList<PresenceCount> HalfDays,
    bool Came = false
)
{
    /// <summary>Empty in a workshop without options, and in reports from before there were any.</summary>
    public IReadOnlyList<OptionCount> Options { get; init; } = [];

    /// <summary>Who asked for travel support, and to whom it is granted; null where nobody could ask.</summary>
    public TravelSupportCount? TravelSupport { get; init; }
}
