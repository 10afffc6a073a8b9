using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Domain.Fees;

/// <summary>What taking part costs and how people pay, as the content says. The site records payments and charges nobody.</summary>
public sealed record WorkshopFees
{
    /// <summary>Of categories and supplements together.</summary>
    public const int Most = 40;

    public const decimal MostAmount = 1_000_000;

    public const string DefaultCurrency = "EUR";

    /// <summary>What stands for the reference in <see cref="Page"/>.</summary>
    public const string ReferencePlace = "{reference}";

    /// <summary>ISO 4217 code.</summary>
    public string Currency { get; init; } = DefaultCurrency;

    /// <summary>The first one whose condition holds is what a person pays. None: nobody pays.</summary>
    public IReadOnlyList<FeeCategory> Categories { get; init; } = [];

    /// <summary>Each one whose condition holds is added.</summary>
    public IReadOnlyList<FeeCategory> Supplements { get; init; } = [];

    /// <summary>The bank details; null if people cannot pay so.</summary>
    public Localized? Transfer { get; init; }

    /// <summary>How a laboratory sends an order form; null if it cannot.</summary>
    public Localized? OrderForm { get; init; }

    /// <summary>The https address of a page of somebody else where people pay, with <see cref="ReferencePlace"/>; null for none.</summary>
    public string? Page { get; init; }

    /// <summary>What a proforma and a receipt say about VAT.</summary>
    public Localized? Vat { get; init; }

    /// <summary>Who receives the money, with address and numbers, line by line; null for the organising committee.</summary>
    public Localized? Payee { get; init; }

    /// <summary>People who owe something are reminded so many days after they have registered, and again; null for never.</summary>
    public int? RemindAfterDays { get; init; }

    /// <summary>At most so many reminders to one person.</summary>
    public int Reminders { get; init; } = 1;

    /// <summary>The last day on which what was paid is kept when the registration is erased; null if it is erased with it.</summary>
    public DateOnly? KeptUntil { get; init; }
}

/// <param name="Key">Names the category for ever, also in what was recorded.</param>
public sealed record FeeCategory(string Key, Localized Name)
{
    /// <summary>Null if the amount is told in words.</summary>
    public decimal? Amount { get; init; }

    /// <summary>The last day of registration for <see cref="Amount"/>; null for every day.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>The amount after <see cref="Until"/>.</summary>
    public decimal? Then { get; init; }

    /// <summary>The amount in words, such as "as agreed". The site then knows no sum.</summary>
    public Localized? Words { get; init; }

    /// <summary>Who pays it; null for everybody.</summary>
    public QuestionCondition? When { get; init; }

    /// <summary>The amount for people who registered on a day; null in words.</summary>
    public decimal? AmountOn(DateOnly day) => day > Until ? Then : Amount;
}
