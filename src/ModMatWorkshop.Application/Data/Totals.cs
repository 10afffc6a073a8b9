using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Data;

/// <summary>What is left of the participants when their data have been purged: numbers.</summary>
public sealed class Totals
{
    public int Id { get; init; }

    /// <summary>Real time.</summary>
    public required DateTimeOffset TakenAt { get; init; }

    public required FunderReport Report { get; init; }

    /// <summary>How many had cancelled.</summary>
    public required int Cancelled { get; init; }

    /// <summary>How many certificates of attendance are good.</summary>
    public required int Certificates { get; init; }
}
