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

    /// <summary>Takes back another batch, for those who still stand as it left them.</summary>
    Undo,
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

    /// <summary>It was so already.</summary>
    NoChange,
    Refused,
}

/// <summary>
/// A piece of work on many registrations, done in the background one after the other. That an item is done is written in the turn that does
/// it: whoever is interrupted has done
/// neither, and nothing is done twice.
/// </summary>
public sealed class Batch
{
    public long Id { get; init; }

    /// <summary>Of the form that asked for it: the same form sent twice is one batch. Unique.</summary>
    public required Guid Key { get; init; }

    public required BatchKind Kind { get; init; }

    /// <summary>As <see cref="Data.Actor.Name"/>.</summary>
    public required string Actor { get; init; }

    public string? From { get; init; }

    /// <summary>Real time, as all here.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; set; }

    public BatchState State { get; set; }

    /// <summary>
    /// Until when one instance works on it; renewed on the way, so that what one held when it died is soon taken up by another.
    /// </summary>
    public DateTimeOffset ClaimedUntil { get; set; }

    /// <summary>The message that is put into the outbox.</summary>
    public long? MessageId { get; init; }

    /// <summary>The batch that this one takes back.</summary>
    public long? Undoes { get; init; }

    public ImportAs? ImportAs { get; init; }
}

/// <summary>One registration, or one line of a file, of a batch.</summary>
public sealed class BatchItem
{
    public long Id { get; init; }

    public long BatchId { get; init; }

    /// <summary>In the order in which they are done; of an import, the line in the file.</summary>
    public required int Position { get; init; }

    /// <summary>Of the registration; null for a line of a file that has none yet.</summary>
    public int? Number { get; set; }

    public BatchItemState State { get; set; }

    /// <summary>How often it failed over a fault of ours.</summary>
    public int Tries { get; set; }

    /// <summary>What the desk answered, by name.</summary>
    public string? Answer { get; set; }

    /// <summary>Why a line of a file was refused before the desk was asked, in the organiser's words; it names no person.</summary>
    public string? Reason { get; init; }

    /// <summary>What the row of a file says; forgotten when it is done.</summary>
    public ImportRow? Row { get; set; }

    /// <summary>The address in <see cref="Row"/>, by which an erasure finds it.</summary>
    public string? RowEmail { get; set; }

    /// <summary>The item of another batch that this one takes back.</summary>
    public long? Undoes { get; init; }
}
