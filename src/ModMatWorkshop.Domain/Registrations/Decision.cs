using System.Globalization;

namespace ModMatWorkshop.Domain.Registrations;

/// <summary>A mail to send after a decision.</summary>
/// <param name="Cause">Makes the mail unique among those of its kind to this person. Null allows one for each transaction.</param>
/// <param name="IsRateLimited">Anybody can trigger this mail, so at most one of its kind is sent in ten minutes.</param>
/// <param name="MessageId">The organisers' message that the mail carries.</param>
public sealed record MailRequest(MailKind Kind, string? Cause = null, bool IsRateLimited = false, long? MessageId = null)
{
    private static readonly TimeSpan RateLimitInterval = TimeSpan.FromMinutes(10);

    /// <summary>The cause in the outbox; that of a limited mail is the same for ten minutes.</summary>
    public string? CauseAt(DateTimeOffset realNow) =>
        IsRateLimited ? string.Create(CultureInfo.InvariantCulture, $"{Cause}{realNow.UtcTicks / RateLimitInterval.Ticks}") : Cause;
}

/// <summary>An audit line to write after a decision.</summary>
/// <param name="BySite">The site itself is the actor, not the person who gave the command.</param>
/// <param name="Changed">False for a refused command: the audit log shows it, the history does not.</param>
public sealed record AuditLine(string Action, string? Result, bool BySite = false, bool Changed = true);

/// <summary>
/// The result of a command. The registration in memory has changed already; the caller saves it with these mails and audit lines.
/// </summary>
public sealed record Decision(ChangeResult Result, IReadOnlyList<MailRequest> Mails, IReadOnlyList<AuditLine> Audit)
{
    /// <summary>Allows the person to take a seat of the reserve from now on.</summary>
    public bool GrantsReserve { get; init; }

    /// <summary>A late change for the organisers, which takes the place of an earlier one.</summary>
    public AnswerProposal? LateChange { get; init; }

    /// <summary>The late change is decided, and no longer needed.</summary>
    public bool EndsLateChange { get; init; }

    /// <summary>Withdraws the seat of the reserve that an organiser had granted.</summary>
    public bool ReturnsReserve { get; init; }
}

/// <summary>The facts that a rule needs besides the registration and the seating.</summary>
/// <param name="IsInvited">This registration uses an invitation, so it may take a seat of the reserve.</param>
/// <param name="IsAddressTaken">Another registration has the address in the command.</param>
/// <param name="IsMessageQueued">The message is already in the outbox for this person.</param>
/// <param name="LastChange">The change that an undo would revert.</param>
/// <param name="IsByOrganiser">An organiser gives the command. A place that it frees is kept for an undo.</param>
public sealed record RegistrationFacts(
    bool IsInvited = false,
    bool IsAddressTaken = false,
    bool IsMessageQueued = false,
    LastChange? LastChange = null,
    bool IsByOrganiser = false
)
{
    /// <summary>The programme has the part in the command.</summary>
    public bool IsPart { get; init; }

    /// <summary>What the person has asked the organisers to change, waiting or refused; null for nothing.</summary>
    public AnswerProposal? LateChange { get; init; }

    /// <summary>The person has attended a half-day.</summary>
    public bool HasAttended { get; init; }

    /// <summary>The person has answered for an accepted submission that they come.</summary>
    public bool IsPresenter { get; init; }

    /// <summary>The owner of the registration gives the command, not an organiser.</summary>
    public bool IsByOwner { get; init; }

    /// <summary>The actor as in the audit log.</summary>
    public string By { get; init; } = "";

    /// <summary>Real time, as in the audit log.</summary>
    public DateTimeOffset RealNow { get; init; }
}

/// <summary>The last change of a registration.</summary>
/// <param name="HasWaitingListMoved">After the change, another person on the waiting list has been given or offered a seat.</param>
public sealed record LastChange(long Id, RegistrationState Before, bool HasWaitingListMoved);
