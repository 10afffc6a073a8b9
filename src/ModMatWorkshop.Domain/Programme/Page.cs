namespace ModMatWorkshop.Domain.Programme;

/// <summary>A page of text: practical information, legal notice, privacy, accessibility, contact.</summary>
public sealed class Page
{
    public required string Slug { get; init; }

    public required Localized Title { get; init; }

    public required Localized BodyHtml { get; init; }

    /// <summary>The first day of the month for which the facts were true; null for what does not age.</summary>
    public DateOnly? TrueIn { get; init; }

    public Revision Revision { get; set; } = Revision.First;
}

/// <summary>An item of news, shown from its day on.</summary>
public sealed class NewsItem
{
    public required string Slug { get; init; }

    public required DateOnly Date { get; init; }

    public required Localized Title { get; init; }

    public required Localized BodyHtml { get; init; }

    public Revision Revision { get; set; } = Revision.First;
}
