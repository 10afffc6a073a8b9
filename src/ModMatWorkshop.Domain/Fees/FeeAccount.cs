using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Domain.Fees;

/// <param name="Amount">Null if it is told in words.</param>
/// <param name="Words">Only without an amount.</param>
public sealed record FeeLine(string Key, Localized Name, decimal? Amount, Localized? Words = null);

/// <summary>What a person owes by their answers, whatever they have paid.</summary>
public sealed record FeeDue(IReadOnlyList<FeeLine> Lines)
{
    public static readonly FeeDue Nothing = new([]);

    /// <summary>Of the amounts in numbers.</summary>
    public decimal Sum => Lines.Sum(l => l.Amount ?? 0);

    /// <summary>Whether a part of it is told in words, so that there is no sum.</summary>
    public bool HasWords => Lines.Any(l => l.Words is not null);

    public string Keys => string.Join(' ', Lines.Select(l => l.Key));

    /// <summary>
    /// What follows from the answers of a person. Only confirmed people with a seat or a remote place owe something: nobody pays for a
    /// place on the waiting list.
    /// </summary>
    /// <param name="registered">The day of registration. It decides between amounts, so that time alone changes none.</param>
    public static FeeDue Of(WorkshopFees fees, RegistrationFields fields, RegistrationState state, DateOnly registered)
    {
        if (state.Status != RegistrationStatus.Confirmed || state.Place is not (Place.Seat or Place.Remote))
            return Nothing;
        var main = fees.Categories.FirstOrDefault(Holds);
        return new([
            .. fees
                .Supplements.Where(Holds)
                .Prepend(main)
                .OfType<FeeCategory>()
                .Select(c => new FeeLine(c.Key, c.Name, c.AmountOn(registered), c.Words)),
        ]);

        // Nobody pays for a place of an option before having it.
        bool Holds(FeeCategory category) =>
            category.When is not { } when
            || fields.Holds(when, state) && (when.Option is not { } key || state.Options.Any(p => p.Key == key && !p.IsKept && p.Held > 0));
    }
}

public enum FeeStatus
{
    /// <summary>Nothing is or was due, or it was waived.</summary>
    NotDue,

    /// <summary>Not all is paid.</summary>
    Due,
    Paid,
}

/// <summary>What one person owes and what was recorded for them.</summary>
/// <param name="Records">All, in their order, also those that were undone.</param>
public sealed record FeeAccount(FeeDue Due, IReadOnlyList<FeeRecord> Records)
{
    public IEnumerable<FeeRecord> Standing => Records.Where(r => r.UndoneAt is null);

    /// <summary>What was paid and not given back.</summary>
    public decimal Paid => SumOf(FeeRecordKind.Payment) - SumOf(FeeRecordKind.Refund);

    public decimal Waived => SumOf(FeeRecordKind.Waiver);

    /// <summary>
    /// What is still to be paid; negative if too much was paid. It tells the difference when answers have changed after a payment. Zero
    /// where the amount is told in words and something was recorded: only people can compare that.
    /// </summary>
    public decimal Open => Due.HasWords && Paid + Waived >= Due.Sum ? 0 : Due.Sum - Waived - Paid;

    public FeeStatus Status =>
        Open > 0 || Due.HasWords && !Standing.Any() ? FeeStatus.Due
        : Paid > 0 ? FeeStatus.Paid
        : FeeStatus.NotDue;

    /// <summary>Whether somebody has paid for less or more than is due now.</summary>
    public bool HasDifference => Paid > 0 && Open != 0;

    /// <summary>Whether there is nothing to say about fees to this person.</summary>
    public bool IsEmpty => Due.Lines.Count == 0 && Records.Count == 0;

    private decimal SumOf(FeeRecordKind kind) => Standing.Where(r => r.Kind == kind).Sum(r => r.Amount);
}
