using ModMatWorkshop.Domain.Call;

namespace ModMatWorkshop.Application.Data;

/// <summary>Anonymous figures about the call, kept after the erasure of the submissions.</summary>
public sealed class CallTotals
{
    public int Id { get; init; }

    /// <summary>Real time.</summary>
    public required DateTimeOffset TakenAt { get; init; }

    public required CallReport Report { get; init; }
}
