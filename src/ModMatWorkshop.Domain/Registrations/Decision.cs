namespace ModMatWorkshop.Domain.Registrations;

/// <summary>A mail that a decision asks for.</summary>
/// <param name="Cause">Makes the mail unique among those of its kind to this person; null for once in each transaction.</param>
/// <param name="Sparingly">A stranger can cause it: at most one of its kind in ten minutes.</param>
/// <param name="MessageId">The message of the organisers that it carries.</param>
public sealed record MailRequest(MailKind Kind, string? Cause = null, bool Sparingly = false, long? MessageId = null);

/// <summary>A line of the audit log that a decision asks for.</summary>
/// <param name="BySite">The site did it by itself, whoever gave the command.</param>
/// <param name="Changed">False for what was refused: it stands in the log, not in the history.</param>
public sealed record AuditLine(string Action, string? Result, bool BySite = false, bool Changed = true);

/// <summary>What follows from a command. The registration in memory has changed already; whoever saves it saves these too.</summary>
public sealed record Decision(ChangeResult Result, IReadOnlyList<MailRequest> Mails, IReadOnlyList<AuditLine> Audit)
{
    /// <summary>The person is entitled to a reserved seat from now on.</summary>
    public bool GrantsReserve { get; init; }

    /// <summary>The person gives back a reserved seat that an organiser had granted.</summary>
    public bool ReturnsReserve { get; init; }
}

/// <summary>What a rule needs to know besides the registration and the seating.</summary>
/// <param name="IsInvited">An invitation is used by this registration, so it may take a reserved seat.</param>
/// <param name="IsAddressTaken">Another registration has the address that the command names.</param>
/// <param name="IsMessageQueued">The message is in this person's outbox already.</param>
/// <param name="LastChange">What an undo would take back.</param>
public sealed record RegistrationFacts(
    bool IsInvited = false,
    bool IsAddressTaken = false,
    bool IsMessageQueued = false,
    LastChange? LastChange = null
);

/// <summary>The last change of a registration.</summary>
/// <param name="HasLineMovedSince">Somebody else on the waiting list was given or offered a seat after it.</param>
public sealed record LastChange(long Id, RegistrationState Before, bool HasLineMovedSince);
