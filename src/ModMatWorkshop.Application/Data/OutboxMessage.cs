using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Data;

public enum MailState
{
    Waiting,
    Sent,

    /// <summary>Refused, or tried too often; <see cref="OutboxMessage.Reason"/> says why.</summary>
    Failed,

    /// <summary>What it would have said was no longer so when its turn came.</summary>
    Skipped,
}

/// <summary>
/// A mail to one registration or one organiser, written in the transaction of its cause and rendered when it is sent, so that no link is
/// ever stored.
/// </summary>
public sealed class OutboxMessage
{
    public long Id { get; init; }

    /// <summary>One row for each cause: unique.</summary>
    public required string Cause { get; init; }

    public required MailKind Kind { get; init; }

    /// <summary>Whom it is to; of an invitation or of an organiser, their own id.</summary>
    public required Guid RegistrationId { get; init; }

    public Guid? OrganiserId { get; init; }

    /// <summary>The <see cref="Message"/> of the organisers that it brings.</summary>
    public long? TextId { get; init; }

    /// <summary>
    /// An organiser's address, for a test: the mail as this registration would get it, with no link that opens anything. Null for the
    /// person's own.
    /// </summary>
    public string? To { get; init; }

    /// <summary>The same at every try, so that a mail that arrives twice is shown once.</summary>
    public required string MessageId { get; init; }

    /// <summary>Real time, as all the queue.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    public MailState State { get; set; }

    public int Tries { get; set; }

    public required DateTimeOffset NextTryAt { get; set; }

    public DateTimeOffset? SentAt { get; set; }

    public string? Reason { get; set; }

    /// <summary>When an organiser had it tried again after it had failed.</summary>
    public DateTimeOffset? RetriedAt { get; set; }

    /// <summary>It has failed, and is to go out after all: as patiently as one that is new.</summary>
    public void TryAgain(DateTimeOffset realNow) =>
        (State, Tries, NextTryAt, RetriedAt, Reason) = (MailState.Waiting, 0, realNow, realNow, null);

    /// <param name="suffix">What makes the cause one of its own among the mails of a kind to one person.</param>
    /// <param name="uidDomain">The right side of the Message-ID.</param>
    public static OutboxMessage For(
        Registration registration,
        MailKind kind,
        string suffix,
        DateTimeOffset realNow,
        string uidDomain,
        long? textId = null,
        string? to = null
    ) => For(registration.Id, kind, suffix, realNow, uidDomain, textId, to);

    public static OutboxMessage For(Invitation invitation, DateTimeOffset realNow, string uidDomain) =>
        For(invitation.Id, MailKind.Invitation, "once", realNow, uidDomain);

    private static OutboxMessage For(
        Guid id,
        MailKind kind,
        string suffix,
        DateTimeOffset realNow,
        string uidDomain,
        long? textId = null,
        string? to = null
    ) =>
        new()
        {
            TextId = textId,
            To = to,
            Cause = CauseOf(kind, id, suffix),
            Kind = kind,
            RegistrationId = id,
            MessageId = $"{Guid.NewGuid():N}@{uidDomain}",
            CreatedAt = realNow,
            NextTryAt = realNow,
        };

    /// <summary>A mail to an organiser, about their account.</summary>
    public static OutboxMessage For(Organiser organiser, MailKind kind, DateTimeOffset realNow, string uidDomain)
    {
        var id = Guid.NewGuid();
        return new()
        {
            Cause = CauseOf(kind, organiser.Id, $"{id:N}"),
            Kind = kind,
            RegistrationId = organiser.Id,
            OrganiserId = organiser.Id,
            MessageId = $"{id:N}@{uidDomain}",
            CreatedAt = realNow,
            NextTryAt = realNow,
        };
    }

    public static string CauseOf(MailKind kind, Guid registration, string suffix) => $"{kind}:{registration:N}:{suffix}";
}
