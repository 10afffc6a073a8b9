using System.Globalization;
using ModMatWorkshop.Domain.Fees;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Exports;

/// <summary>
/// The accounts as tables. Headings and values do not depend on the language, so that other people's spreadsheets keep working.
/// </summary>
public static class FeeSheet
{
    /// <summary>One row for each person.</summary>
    /// <param name="billingOf">What the institution of a person wants to read: name, VAT number, order number.</param>
    public static Sheet OfPeople(
        IEnumerable<PersonFees> people,
        string currency,
        Func<Guid, (string Institution, string VatNumber, string OrderNumber)> billingOf
    ) =>
        new(
            "fees",
            [
                new("number", 8),
                new("reference", 14),
                new("name", 28),
                new("email", 28),
                new("affiliation", 28),
                new("status", 10),
                new("fees", 24),
                new("due", 10),
                new("paid", 10),
                new("waived", 10),
                new("open", 10),
                new("currency", 9),
                new("last-payment", 12),
                new("means", 14),
                new("institution", 28),
                new("vat-number", 18),
                new("order-number", 18),
            ],
            people.Select(person => Row(person, currency, billingOf(person.Registration.Id))).ToAsyncEnumerable()
        );

    /// <summary>One row for each fee and for each means of payment, and the totals.</summary>
    public static Sheet OfTotals(FeeTotals totals, string currency) =>
        new(
            "sums",
            [new("what", 10), new("key", 20), new("count", 8), new("sum", 12), new("currency", 9)],
            TotalsOf(totals, currency).ToAsyncEnumerable()
        );

    public static string KeyOf(PaymentMeans means) =>
        means switch
        {
            PaymentMeans.OrderForm => "order-form",
            _ => means.ToString().ToLowerInvariant(),
        };

    public static string KeyOf(FeeStatus status) => status == FeeStatus.NotDue ? "not-due" : status.ToString().ToLowerInvariant();

    private static IReadOnlyList<Cell> Row(PersonFees person, string currency, (string, string, string) billing)
    {
        var (registration, account) = (person.Registration, person.Account);
        var last = account.Standing.LastOrDefault(r => r.Kind == FeeRecordKind.Payment);
        var (institution, vat, order) = billing;
        return
        [
            registration.Number,
            person.Reference,
            registration.Details.FamilyNameFirst,
            EmailAddress.Display(registration.Email),
            registration.Details.Affiliation,
            KeyOf(account.Status),
            account.Due.Keys,
            account.Due.HasWords ? null : Amount(account.Due.Sum),
            Amount(account.Paid),
            Amount(account.Waived),
            account.Due.HasWords ? null : Amount(account.Open),
            currency,
            last is null ? default : (Cell)last.Day,
            last?.Means is { } means ? KeyOf(means) : null,
            institution,
            vat,
            order,
        ];
    }

    private static IEnumerable<IReadOnlyList<Cell>> TotalsOf(FeeTotals totals, string currency)
    {
        foreach (var category in totals.Categories)
            yield return ["fee", category.Key, category.People, Amount(category.Sum), currency];
        foreach (var means in totals.Means)
            yield return ["means", KeyOf(means.Means), means.Payments, Amount(means.Sum), currency];
        foreach (
            var (key, sum) in new[]
            {
                ("due", totals.Due),
                ("paid", totals.Paid),
                ("waived", totals.Waived),
                ("open", totals.StillOpen),
                ("too-much", totals.TooMuch),
            }
        )
            yield return ["total", key, default, Amount(sum), currency];
    }

    /// <summary>As a text, because cells have whole numbers only.</summary>
    private static string Amount(decimal amount) => amount.ToString("0.00", CultureInfo.InvariantCulture);
}
