using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Data;

/// <summary>
/// One change of a registration, with the state before it. The state after it is in the next change or in the registration. It is saved in
/// the transaction of the change and erased with the registration.
/// </summary>
public sealed class RegistrationChange
{
    public long Id { get; init; }

    public required Guid RegistrationId { get; init; }

    /// <summary>Real time, as in the audit log.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>As in the audit log: <see cref="AuditEntry.Actor"/>.</summary>
    public required string Actor { get; init; }

    /// <summary>As in the audit log: <see cref="AuditEntry.Action"/>.</summary>
    public required string Action { get; init; }

    public required RegistrationState Before { get; set; }

    /// <summary>The revision of <see cref="Before"/>.</summary>
    public required int Revision { get; init; }

    public required Place From { get; init; }

    public required Place To { get; init; }

    /// <summary>The id of the batch item that made the change; null for none.</summary>
    public long? BatchItem { get; init; }

    /// <summary>True if <see cref="Before"/> contains diet or access needs, which are erased after the workshop.</summary>
    public bool ContainsNeeds { get; set; }

    public void FollowProgramme(HalfDayChanges changes) => Before = Before with { Details = changes.Apply(Before.Details) };

    public void EraseNeeds() => (Before, ContainsNeeds) = (Before.WithoutNeeds(), false);

    /// <summary>Erases the answers that the registration does not have any more.</summary>
    public void EraseWithdrawn(RegistrationState now)
    {
        Before = Before.WithoutWithdrawn(now);
        ContainsNeeds = Before.ContainsNeeds();
    }
}

/// <summary>A note about a person, written and read by organisers, and erased with the registration.</summary>
public sealed class RegistrationNote
{
    public const int MaxLength = 1000;

    public long Id { get; init; }

    public required Guid RegistrationId { get; init; }

    /// <summary>Real time.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The author's name as in the audit log.</summary>
    public required string By { get; init; }

    public required string Text { get; init; }
}
