using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Fees;
using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Content;

/// <summary>Reads the fees of <c>workshop.md</c>.</summary>
/// <param name="questions">Has read the questions, on whose answers fees depend.</param>
internal sealed class FeeReader(QuestionReader questions)
{
    private const int MostReminders = 5;
    private const int MostDays = 365;
    private const int MaxText = 1000;

    private readonly HashSet<string> _keys = [];

    public WorkshopFees Read(Fields fields)
    {
        var fees = new WorkshopFees
        {
            Currency = ReadCurrency(fields),
            Categories = ReadList(fields, "categories"),
            Supplements = ReadList(fields, "supplements"),
            Transfer = Text(fields, "transfer"),
            OrderForm = Text(fields, "order_form"),
            Page = ReadPage(fields),
            Vat = Text(fields, "vat"),
            Payee = Text(fields, "payee"),
            RemindAfterDays = Whole(fields, "remind_after", MostDays),
            Reminders = Whole(fields, "reminders", MostReminders) ?? 1,
            KeptUntil = fields.Date("kept_until"),
        };
        fields.ReportUnknownKeys();
        if (fees.RemindAfterDays is null && fields.Has("reminders"))
            fields.Error("reminders", "Nobody is reminded without `remind_after`.", "For example: `remind_after: 30`.");
        var isOwed = fees.Categories.Concat(fees.Supplements).Any(c => c.Words is not null || c.Amount > 0 || c.Then > 0);
        if (isOwed && fees is { Transfer: null, OrderForm: null, Page: null })
            fields.Warn("categories", "Nobody is told how to pay.", "Add `transfer`, `order_form` or `page`.");
        return fees;
    }

    private List<FeeCategory> ReadList(Fields fields, string list)
    {
        var categories = new List<FeeCategory>();
        foreach (var item in fields.List(list))
        {
            var category = ReadOne(item);
            item.ReportUnknownKeys();
            if (category.Key.Length > 0 && !Slug.IsValid(category.Key))
                item.Error("key", $"`{category.Key}` is not a slug.", $"Lower-case letters, digits and hyphens: `{"student"}`.");
            else if (!_keys.Add(category.Key))
                item.Error("key", $"Two fees have the key `{category.Key}`.", "Each fee needs its own key.");
            else if (_keys.Count > WorkshopFees.Most)
                item.Error("key", $"There are more than {WorkshopFees.Most} fees.", "Nobody finds their own among so many.");
            else
                categories.Add(category);
        }
        return categories;
    }

    private FeeCategory ReadOne(Fields fields)
    {
        var category = new FeeCategory(fields.RequiredText("key"), fields.RequiredLocalized("name"))
        {
            Amount = Amount(fields, "amount"),
            Until = fields.Date("until"),
            Then = Amount(fields, "then"),
            Words = Text(fields, "words"),
            When = fields.Map("when") is { } when ? questions.ReadCondition(when) : null,
        };
        if (fields.Has("amount") == fields.Has("words"))
            fields.Error("amount", "A fee has an amount in numbers or in words.", "Give `amount` or `words`, not both.");
        else if (fields.Has("until") != fields.Has("then"))
            fields.Error("until", "`until` and `then` belong together.", "For example: `amount: 200`, `until: 2021-05-01`, `then: 250`.");
        else if (fields.Has("words") && fields.Has("until"))
            fields.Error("until", "Words have no amount that changes.", "Say it in the words, or give `amount`.");
        return category;
    }

    private static string ReadCurrency(Fields fields)
    {
        if (fields.Text("currency") is not { } currency)
            return WorkshopFees.DefaultCurrency;
        if (currency.Length == 3 && currency.All(char.IsAsciiLetterUpper))
            return currency;
        fields.Error("currency", $"`{currency}` is not a currency.", "Three capitals: `EUR`, `CHF`, `USD`.");
        return WorkshopFees.DefaultCurrency;
    }

    private static string? ReadPage(Fields fields)
    {
        if (fields.Text("page") is not { } page)
            return null;
        var withoutPlace = page.Replace(WorkshopFees.ReferencePlace, "A", StringComparison.Ordinal);
        if (
            !Uri.TryCreate(withoutPlace, UriKind.Absolute, out var uri)
            || uri.Scheme != "https"
            || uri.UserInfo.Length > 0
            || uri.Host.Length == 0
        )
            fields.Error("page", $"`{page}` is not a payment page.", "It starts with https:.");
        else if (withoutPlace == page || withoutPlace.AsSpan().ContainsAny('{', '}') || !IsBehindHost(page, uri.Host))
            fields.Error(
                "page",
                $"The only placeholder of a payment page is `{WorkshopFees.ReferencePlace}`.",
                $"For example: `{"https://pay.example.org/?ref={reference}"}`."
            );
        else
            return page;
        return null;
    }

    /// <summary>Whether the reference stands where it does not change whose page it is.</summary>
    private static bool IsBehindHost(string page, string host) =>
        page.IndexOf(WorkshopFees.ReferencePlace, StringComparison.Ordinal) > "https://".Length + host.Length;

    private static Localized? Text(Fields fields, string key)
    {
        var text = fields.Localized(key);
        if (new[] { text?.Fr, text?.En }.Any(t => t?.Length > MaxText))
            fields.Error(key, $"`{key}` is longer than {MaxText} characters.");
        return text;
    }

    private static decimal? Amount(Fields fields, string key) =>
        fields.Number(
            key,
            d => d is >= 0 and <= (double)WorkshopFees.MostAmount && (decimal)d * 100 % 1 == 0,
            "an amount with at most two decimals",
            "200"
        )
            is { } amount
            ? (decimal)amount
            : null;

    private static int? Whole(Fields fields, string key, int most) =>
        (int?)fields.Number(key, d => d >= 1 && d <= most && d == Math.Floor(d), $"a number from {1} to {most}", $"{most}");
}
