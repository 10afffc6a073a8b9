namespace ModMatWorkshop.Domain.Fees;

/// <param name="Key">Of a fee; empty for what was recorded for people who owe nothing.</param>
/// <param name="Sum">Of the amounts that are due in numbers.</param>
public sealed record FeeCategoryTotal(string Key, int People, decimal Sum);

public sealed record FeeMeansTotal(PaymentMeans Means, int Payments, decimal Sum);

/// <summary>The sums of the accounts of all people.</summary>
public sealed record FeeTotals(
    IReadOnlyList<FeeCategoryTotal> Categories,
    IReadOnlyList<FeeMeansTotal> Means,
    decimal Due,
    decimal Paid,
    decimal Waived,
    decimal StillOpen,
    decimal TooMuch
)
{
    public static FeeTotals Of(IReadOnlyList<FeeAccount> accounts)
    {
        var standing = accounts.SelectMany(a => a.Standing).ToList();
        return new(
            [
                .. accounts
                    .SelectMany(a => a.Due.Lines)
                    .GroupBy(l => l.Key)
                    .Select(g => new FeeCategoryTotal(g.Key, g.Count(), g.Sum(l => l.Amount ?? 0))),
            ],
            [
                .. standing
                    .Where(r => r.Means is not null)
                    .GroupBy(r => r.Means!.Value)
                    .OrderBy(g => g.Key)
                    .Select(g => new FeeMeansTotal(g.Key, g.Count(), g.Sum(r => r.Kind == FeeRecordKind.Refund ? -r.Amount : r.Amount))),
            ],
            accounts.Sum(a => a.Due.Sum),
            accounts.Sum(a => a.Paid),
            accounts.Sum(a => a.Waived),
            accounts.Sum(a => Math.Max(a.Open, 0)),
            accounts.Sum(a => Math.Max(-a.Open, 0))
        );
    }
}
