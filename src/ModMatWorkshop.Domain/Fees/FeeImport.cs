using System.Globalization;

namespace ModMatWorkshop.Domain.Fees;

/// <summary>The cells of one line in the list of a payment platform, as texts; empty if the list has no such column.</summary>
/// <param name="Line">In the file, from 1.</param>
public sealed record PaymentRow(int Line, string Reference, string Amount, string Day, string Id);

public enum PaymentOutcome
{
    /// <summary>The amount is what is still to be paid.</summary>
    Matches,

    /// <summary>There is such a reference, but the amount is another one.</summary>
    OtherAmount,

    /// <summary>There is nothing to pay any more.</summary>
    AlreadyPaid,

    /// <summary>The person owes nothing.</summary>
    NothingDue,

    /// <summary>This line of the list was imported before.</summary>
    ImportedBefore,

    /// <summary>The same line stands above in this list.</summary>
    Double,
    UnknownReference,
    NoReference,
    NoAmount,
    NoDay,
}

/// <param name="Reference">As it is in the list, if it is unknown.</param>
/// <param name="Amount">Null if it cannot be read.</param>
/// <param name="Open">What the person still has to pay; null for nobody.</param>
public sealed record PaymentLine(
    int Line,
    PaymentOutcome Outcome,
    string Reference,
    decimal? Amount,
    DateOnly? Day,
    string Key,
    decimal? Open = null
)
{
    /// <summary>Whether an organiser can record it all the same.</summary>
    public bool MayBeChosen => Outcome is PaymentOutcome.OtherAmount or PaymentOutcome.AlreadyPaid or PaymentOutcome.NothingDue;
}

/// <summary>Compares the list of a payment platform with the accounts.</summary>
public static class FeeImport
{
    private static readonly string[] DayFormats = ["yyyy-MM-dd", "d/M/yyyy", "d.M.yyyy", "d-M-yyyy", "yyyy/M/d", "d/M/yy", "d.M.yy"];

    /// <param name="accounts">By reference.</param>
    /// <param name="isKnown">Whether a key is in the accounts already.</param>
    /// <param name="today">The day of a payment in a list without days.</param>
    public static IReadOnlyList<PaymentLine> Compare(
        IReadOnlyList<PaymentRow> rows,
        IReadOnlyDictionary<string, FeeAccount> accounts,
        Func<string, bool> isKnown,
        DateOnly today
    )
    {
        var keys = new HashSet<string>();
        // What is still to be paid after the lines above.
        var open = new Dictionary<string, decimal>();
        return [.. rows.Select(Compare)];

        PaymentLine Compare(PaymentRow row)
        {
            var reference = FeeReference.FindIn(row.Reference).FirstOrDefault(accounts.ContainsKey);
            var (amount, day) = (ReadAmount(row.Amount), row.Day.Length == 0 ? today : ReadDay(row.Day));
            var key = KeyOf(row.Id, reference ?? row.Reference, day, amount);
            decimal? left = reference is null ? null : open.GetValueOrDefault(reference, accounts[reference].Open);
            var outcome = OutcomeOf();
            if (outcome == PaymentOutcome.Matches)
                open[reference!] = 0;
            return new(row.Line, outcome, reference ?? row.Reference, amount, day, key, left);

            PaymentOutcome OutcomeOf()
            {
                if (reference is null)
                    return row.Reference.Length == 0 ? PaymentOutcome.NoReference : PaymentOutcome.UnknownReference;
                if (amount is null || !FeeRules.IsAmount(amount.Value))
                    return PaymentOutcome.NoAmount;
                if (day is null || day > today)
                    return PaymentOutcome.NoDay;
                if (isKnown(key))
                    return PaymentOutcome.ImportedBefore;
                if (!keys.Add(key))
                    return PaymentOutcome.Double;
                var account = accounts[reference];
                if (open.ContainsKey(reference) || account.Status == FeeStatus.Paid)
                    return PaymentOutcome.AlreadyPaid;
                return account.Status == FeeStatus.NotDue ? PaymentOutcome.NothingDue
                    : account.Due.HasWords || amount != left ? PaymentOutcome.OtherAmount
                    : PaymentOutcome.Matches;
            }
        }
    }

    /// <summary>What tells a payment from all others: its number on the platform, or all that the list says of it.</summary>
    public static string KeyOf(string id, string reference, DateOnly? day, decimal? amount) =>
        id.Length > 0 ? $"id {id}" : string.Create(CultureInfo.InvariantCulture, $"{reference} {day:yyyy-MM-dd} {amount:0.00}");

    /// <summary>An amount as banks and platforms write it: <c>1 234,50 €</c>, <c>1,234.50</c>, <c>200</c>. Null for another text.</summary>
    public static decimal? ReadAmount(string text)
    {
        var signs = string.Concat(text.Where(c => !char.IsWhiteSpace(c) && c is not ('\'' or '’')));
        var start = signs.TakeWhile(c => char.IsLetter(c) || char.GetUnicodeCategory(c) == UnicodeCategory.CurrencySymbol).Count();
        var end = signs.Reverse().TakeWhile(c => char.IsLetter(c) || char.GetUnicodeCategory(c) == UnicodeCategory.CurrencySymbol).Count();
        if (start + end >= signs.Length)
            return null;
        var number = signs[start..^end];
        var at = number.LastIndexOfAny(['.', ',']);
        if (at >= 0)
        {
            var (mark, decimals) = (number[at], number.Length - at - 1);
            // At most two decimals: three digits after a mark are thousands.
            var isDecimal = decimals <= 2 && number.Count(c => c == mark) == 1;
            var whole = string.Concat((isDecimal ? number[..at] : number).Where(c => c is not ('.' or ',')));
            number = isDecimal ? $"{whole}.{number[(at + 1)..]}" : whole;
        }
        return number.Length <= 12 && decimal.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)
            ? amount
            : null;
    }

    /// <summary>A day, with or without an hour behind it. The day comes before the month.</summary>
    public static DateOnly? ReadDay(string text)
    {
        var day = text.Split([' ', 'T', '\t'], 2, StringSplitOptions.RemoveEmptyEntries).FirstOrDefault() ?? "";
        return
            DateOnly.TryParseExact(day, DayFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var read)
            && read.Year is > 1900 and < 3000
            ? read
            : null;
    }
}
