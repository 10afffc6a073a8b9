using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Data;

/// <summary>
/// One change of a registration, with what was before it: what came after stands in the next change, or in the registration. Written by the
/// desk in the transaction of the
/// change, and erased with the registration.
/// </summary>
public sealed class RegistrationChange
{
    public long Id { get; init; }

    public required Guid RegistrationId { get; init; }

    /// <summary>Real time, as in the log.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>As in the log: <see cref="AuditEntry.Actor"/>.</summary>
    public required string Actor { get; init; }

    /// <summary>As in the log: <see cref="AuditEntry.Action"/>.</summary>
    public required string Action { get; init; }

    public required RegistrationState Before { get; set; }

    /// <summary>Of <see cref="Before"/>.</summary>
    public required int Revision { get; init; }

    public required Place From { get; init; }

    public required Place To { get; init; }

    /// <summary>The item of the batch that made it.</summary>
    public long? BatchItem { get; init; }

    /// <summary>A diet or access needs stand in <see cref="Before"/>, to be forgotten when the workshop is over.</summary>
    public bool ContainsNeeds { get; set; }

    public void EraseNeeds() => (Before, ContainsNeeds) = (Before.WithoutNeeds(), false);
}

/// <summary>What an organiser noted about a person, for the organisers; erased with the registration.</summary>
public sealed class RegistrationNote
{
    public const int MaxLength = 1000;

    public long Id { get; init; }

    public required Guid RegistrationId { get; init; }

    /// <summary>Real time.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>As the log names them.</summary>
    public required string By { get; init; }

    public required string Text { get; init; }
}
