using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Data;

public enum BatchKind
{
    Confirm,
    Cancel,
    Remote,
    Offer,

    /// <summary>Mails the secret link again.</summary>
    Link,

    /// <summary>Puts an organisers' message into the outbox.</summary>
    Message,
    Import,

    /// <summary>Undoes another batch for registrations that have not changed since.</summary>
    Undo,

    /// <summary>Corrects the presence at one half-day.</summary>
    Presence,

    /// <summary>Accepts applications.</summary>
    Accept,

    /// <summary>Declines applications.</summary>
    Decline,

    /// <summary>Declines applications, but these people may follow the workshop remotely.</summary>
    DeclineWithStream,

    /// <summary>Approves late changes.</summary>
    ApproveChange,

    /// <summary>Refuses late changes.</summary>
    RefuseChange,
}

public enum BatchState
{
    Running,
    Paused,
    Finished,
}

public enum BatchItemState
{
    Waiting,
    Done,

    /// <summary>The registration already had the requested state.</summary>
    NoChange,
    Refused,
}

/// <summary>
/// An action on many registrations, carried out in the background. The state of an item is saved in the transaction that changes its
/// registration, so that an interrupted item can be repeated.
/// </summary>
public sealed class Batch
{
    public long Id { get; init; }

    /// <summary>Identifies the submitted form, so that submitting it twice creates one batch. Unique.</summary>
    public required Guid Key { get; init; }

    public required BatchKind Kind { get; init; }

    /// <summary>See <see cref="Data.Actor.Name"/>.</summary>
    public required string Actor { get; init; }

    public string? From { get; init; }

    /// <summary>Real time, like all times of a batch.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Nothing is done before; null to begin at once.</summary>
    public DateTimeOffset? StartsAt { get; init; }

    public DateTimeOffset? FinishedAt { get; set; }

    public BatchState State { get; set; }

    /// <summary>
    /// Until when one instance works on the batch. The instance renews it regularly; if it stops, another instance soon takes over.
    /// </summary>
    public DateTimeOffset ClaimedUntil { get; set; }

    /// <summary>The message that the batch sends; null for other kinds.</summary>
    public long? MessageId { get; init; }

    /// <summary>The batch that this one undoes; null for none.</summary>
    public long? Undoes { get; init; }

    public ImportAs? ImportAs { get; init; }

    /// <summary>The key of the half-day whose presence the batch corrects; null for other kinds.</summary>
    public string? HalfDay { get; init; }

    /// <summary>The correction; null removes corrections.</summary>
    public PresenceCorrection? Correction { get; init; }

    /// <summary>What people are told about the decision on their applications; null for nothing.</summary>
    public string? Reason { get; init; }

    /// <summary>The reason for the organisers only, which becomes a note on each person; null for none.</summary>
    public string? Note { get; init; }
}

/// <summary>One item of a batch: a registration, or a line of an imported file.</summary>
public sealed class BatchItem
{
    public long Id { get; init; }

    public long BatchId { get; init; }

    /// <summary>
    /// The order of the items in lists; in an import, the line number in the file. The batch processes them in the order of their ids.
    /// </summary>
    public required int Position { get; init; }

    /// <summary>The number of the registration; null while an imported line has none.</summary>
    public int? Number { get; set; }

    public BatchItemState State { get; set; }

    /// <summary>The number of attempts that ended with an unexpected error.</summary>
    public int Tries { get; set; }

    /// <summary>The result by name: a <c>ChangeResult</c>, or <c>Failed</c>.</summary>
    public string? Answer { get; set; }

    /// <summary>
    /// The reason why an imported line was rejected before it was processed, in the organiser's language. It contains no personal data.
    /// </summary>
    public string? Reason { get; init; }

    /// <summary>The data of an imported line; null once the item is done.</summary>
    public ImportRow? Row { get; set; }

    /// <summary>The address in <see cref="Row"/>, so that an erasure finds the row.</summary>
    public string? RowEmail { get; set; }

    /// <summary>The correction that this item replaced, for undo; null for none.</summary>
    public PresenceCorrection? Before { get; set; }

    /// <summary>The item of another batch that this one undoes; null for none.</summary>
    public long? Undoes { get; init; }
}
