namespace ModMatWorkshop.Domain.Fees;

public enum FeeRecordKind
{
    Payment,

    /// <summary>The amount is asked of nobody any more.</summary>
    Waiver,

    /// <summary>Money that was given back.</summary>
    Refund,
}

public enum PaymentMeans
{
    Transfer,
    OrderForm,

    /// <summary>The page of somebody else where people pay.</summary>
    Page,
    Cash,
    Other,
}

/// <summary>One line of the accounts: what was paid, waived or given back. It is never deleted by hand, only undone.</summary>
public sealed class FeeRecord
{
    public const int MaxNote = 500;

    public long Id { get; init; }

    /// <summary>Null once the registration is erased.</summary>
    public Guid? RegistrationId { get; set; }

    public required string Reference { get; init; }

    public required FeeRecordKind Kind { get; init; }

    /// <summary>Never negative.</summary>
    public required decimal Amount { get; init; }

    public required string Currency { get; init; }

    /// <summary>When the money came or went, as the organiser says.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>Null for a waiver.</summary>
    public PaymentMeans? Means { get; init; }

    /// <summary>What was due at that moment: the keys of the fees, separated by spaces.</summary>
    public string Categories { get; init; } = "";

    /// <summary>Of the organiser; the reason of a waiver.</summary>
    public string Note { get; set; } = "";

    /// <summary>
    /// What tells this payment from all others in the list of a payment platform. Unique, so that the same line counts once. Null for a
    /// record by hand and for one that was undone.
    /// </summary>
    public string? ImportKey { get; set; }

    /// <summary>The action that made it, to undo it as a whole.</summary>
    public required Guid Batch { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string By { get; init; }

    public DateTimeOffset? UndoneAt { get; private set; }

    public string? UndoneBy { get; private set; }

    /// <summary>The name of the person, kept for the accounts when the registration is erased.</summary>
    public string? Name { get; set; }

    public void Undo(DateTimeOffset now, string by) => (UndoneAt, UndoneBy, ImportKey) = (now, by, null);
}
