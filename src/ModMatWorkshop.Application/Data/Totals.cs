using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Data;

/// <summary>Anonymous figures about the participants, kept after the purge.</summary>
public sealed class Totals
{
    public int Id { get; init; }

    /// <summary>Real time.</summary>
    public required DateTimeOffset TakenAt { get; init; }

    public required FunderReport Report { get; init; }

    /// <summary>The number of cancelled registrations.</summary>
    public required int Cancelled { get; init; }

    /// <summary>The number of valid certificates of attendance.</summary>
    public required int Certificates { get; init; }
}
