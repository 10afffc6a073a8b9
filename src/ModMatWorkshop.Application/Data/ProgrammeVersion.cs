using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Application.Data;

/// <summary>A version of the programme that readers can tell from the one before. Corrections make none.</summary>
public sealed class ProgrammeVersion
{
    /// <summary>An import within this time after the last one adds to its version.</summary>
    public static readonly TimeSpan JoinedWithin = TimeSpan.FromMinutes(15);

    /// <summary>From 1. The programme of the first import has no number.</summary>
    public required int Number { get; init; }

    /// <summary>Real time of the last import that contributed.</summary>
    public required DateTimeOffset At { get; set; }

    public required ProgrammeChanges Changes { get; set; }
}
