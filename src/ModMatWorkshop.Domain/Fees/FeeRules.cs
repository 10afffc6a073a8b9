namespace ModMatWorkshop.Domain.Fees;

/// <summary>What an organiser asks of the account of one person.</summary>
public abstract record FeeCommand;

/// <param name="Amount">Null for what is still to be paid.</param>
/// <param name="ImportKey">Null for a payment by hand.</param>
public sealed record RecordPayment(decimal? Amount, DateOnly Day, PaymentMeans Means, string Note, string? ImportKey = null) : FeeCommand;

public sealed record WaiveFee(string Reason, DateOnly Day) : FeeCommand;

/// <param name="Amount">Null for all that was paid too much.</param>
public sealed record RecordRefund(decimal? Amount, DateOnly Day, PaymentMeans Means, string Note) : FeeCommand;

public enum FeeResult
{
    Done,
    NothingDue,
    AlreadyPaid,

    /// <summary>The amount is told in words: somebody has to type it.</summary>
    AmountIsMissing,

    /// <summary>Zero, negative, too large, or with more than two decimals.</summary>
    AmountIsWrong,
    DayIsInFuture,
    ReasonIsMissing,
    NothingToRefund,
}

/// <param name="Amount">What is recorded; zero unless the result is <see cref="FeeResult.Done"/>.</param>
public sealed record FeeDecision(FeeResult Result, FeeRecordKind Kind = default, decimal Amount = 0);

/// <summary>Decides what is recorded.</summary>
public static class FeeRules
{
    /// <param name="today">In the time zone of the workshop.</param>
    public static FeeDecision Decide(FeeAccount account, FeeCommand command, DateOnly today) =>
        command switch
        {
            RecordPayment payment => Decide(account, payment, today),
            WaiveFee waiver => Decide(account, waiver, today),
            RecordRefund refund => Decide(account, refund, today),
            _ => throw new ArgumentOutOfRangeException(nameof(command)),
        };

    /// <summary>Whether an amount can be recorded.</summary>
    public static bool IsAmount(decimal amount) => amount is > 0 and <= WorkshopFees.MostAmount && decimal.Round(amount, 2) == amount;

    private static FeeDecision Decide(FeeAccount account, RecordPayment payment, DateOnly today)
    {
        if (payment.Day > today)
            return new(FeeResult.DayIsInFuture);
        if (payment.Amount is { } amount)
            return IsAmount(amount) ? new(FeeResult.Done, FeeRecordKind.Payment, amount) : new(FeeResult.AmountIsWrong);
        return account.Status switch
        {
            FeeStatus.Paid => new(FeeResult.AlreadyPaid),
            FeeStatus.NotDue => new(FeeResult.NothingDue),
            _ when account.Due.HasWords => new(FeeResult.AmountIsMissing),
            _ => new(FeeResult.Done, FeeRecordKind.Payment, account.Open),
        };
    }

    private static FeeDecision Decide(FeeAccount account, WaiveFee waiver, DateOnly today)
    {
        if (waiver.Reason.Length == 0)
            return new(FeeResult.ReasonIsMissing);
        if (waiver.Day > today)
            return new(FeeResult.DayIsInFuture);
        return account.Status switch
        {
            FeeStatus.Paid => new(FeeResult.AlreadyPaid),
            FeeStatus.NotDue => new(FeeResult.NothingDue),
            _ => new(FeeResult.Done, FeeRecordKind.Waiver, Math.Max(account.Open, 0)),
        };
    }

    private static FeeDecision Decide(FeeAccount account, RecordRefund refund, DateOnly today)
    {
        if (refund.Day > today)
            return new(FeeResult.DayIsInFuture);
        if (account.Paid <= 0 || refund.Amount is null && account.Open >= 0)
            return new(FeeResult.NothingToRefund);
        var amount = refund.Amount ?? -account.Open;
        return IsAmount(amount) && amount <= account.Paid
            ? new(FeeResult.Done, FeeRecordKind.Refund, amount)
            : new(FeeResult.AmountIsWrong);
    }
}
