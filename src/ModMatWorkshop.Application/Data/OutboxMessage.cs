using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Call;
using ModMatWorkshop.Domain.Mails;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Data;

public enum MailState
{
    Waiting,
    Sent,

    /// <summary>Rejected by the server, or too many attempts; <see cref="OutboxMessage.Reason"/> says why.</summary>
    Failed,

    /// <summary>Not sent, because its text was no longer true.</summary>
    Skipped,
}

/// <summary>
/// A mail to one registration, guest, author or organiser. The row is saved in the transaction that causes it. The mail is rendered when
/// it is sent, so that no link is stored.
/// </summary>
public sealed class OutboxMessage
{
    private const string TestPrefix = "test-";

    public long Id { get; init; }

    /// <summary>What caused the mail. Unique, so that one cause sends one mail.</summary>
    public required string Cause { get; init; }

    public required MailKind Kind { get; init; }

    /// <summary>
    /// The id of the recipient's registration; for a guest, of the invitation; for an author, of the submission; for an organiser, of the
    /// account.
    /// </summary>
    public required Guid RegistrationId { get; init; }

    public Guid? OrganiserId { get; init; }

    /// <summary>The <see cref="Message"/> that this mail sends; null for a mail with a template.</summary>
    public long? TextId { get; init; }

    /// <summary>
    /// The address of an organiser who tests the mail. The test shows the mail of this registration, but its secret link does not work.
    /// Null for a mail to the person.
    /// </summary>
    public string? To { get; init; }

    /// <summary>The same for every attempt, so that a mail program shows a mail that arrives twice only once.</summary>
    public required string MessageId { get; init; }

    /// <summary>Real time, like all times in the outbox.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    public MailState State { get; set; }

    public int Tries { get; set; }

    public required DateTimeOffset NextTryAt { get; set; }

    public DateTimeOffset? SentAt { get; set; }

    public string? Reason { get; set; }

    /// <summary>When an organiser put the failed mail back into the outbox; null if nobody has.</summary>
    public DateTimeOffset? RetriedAt { get; set; }

    /// <summary>The address that the mail server accepted it for; null until it is sent, and for a test.</summary>
    public string? SentTo { get; set; }

    /// <summary>What a mail server answered later; null while nothing came back.</summary>
    public BounceKind? Bounce { get; set; }

    public DateTimeOffset? BouncedAt { get; set; }

    /// <summary>What that server said, for organisers.</summary>
    public string? BounceReason { get; set; }

    /// <summary>Puts a mail that failed or came back into the outbox again, with all its attempts.</summary>
    public void TryAgain(DateTimeOffset realNow)
    {
        (State, Tries, NextTryAt, RetriedAt, Reason) = (MailState.Waiting, 0, realNow, realNow, null);
        (Bounce, BouncedAt, BounceReason) = (null, null, null);
    }

    /// <param name="suffix">Distinguishes this cause from other mails of the same kind to the same person.</param>
    /// <param name="uidDomain">The domain of the Message-ID.</param>
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

    public static OutboxMessage For(Submission submission, MailKind kind, string suffix, DateTimeOffset realNow, string uidDomain) =>
        For(submission.Id, kind, suffix, realNow, uidDomain);

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

    /// <summary>Creates a mail to an organiser about their account.</summary>
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

    /// <summary>Creates a test of a mail for an organiser: an invented person's, in this language.</summary>
    public static OutboxMessage Test(Organiser organiser, MailKind kind, Language language, DateTimeOffset realNow, string uidDomain)
    {
        var id = Guid.NewGuid();
        return new()
        {
            Cause = CauseOf(kind, organiser.Id, $"{TestPrefix}{language.Tag()}-{id:N}"),
            Kind = kind,
            RegistrationId = organiser.Id,
            OrganiserId = organiser.Id,
            To = organiser.Email,
            MessageId = $"{id:N}@{uidDomain}",
            CreatedAt = realNow,
            NextTryAt = realNow,
        };
    }

    /// <summary>The language of a test with an invented person; null for another mail.</summary>
    public Language? TestLanguage =>
        To is not null && Cause.Split(':')[^1] is var suffix && suffix.StartsWith(TestPrefix, StringComparison.Ordinal)
            ? Languages.Find(suffix.Split('-')[1])
            : null;

    public static string CauseOf(MailKind kind, Guid registration, string suffix) => $"{kind}:{registration:N}:{suffix}";
}
