namespace ModMatWorkshop.Domain.Programme;

/// <summary>A text page: practical information, legal notice, privacy, accessibility or contact.</summary>
public sealed class Page
{
    public required string Slug { get; init; }

    public required Localized Title { get; init; }

    public required Localized BodyHtml { get; init; }

    /// <summary>The first day of the month in which the facts were correct; null for a page whose facts do not age.</summary>
    public DateOnly? TrueIn { get; init; }

    /// <summary>What stands beside the text; null for none.</summary>
    public PageAside? Aside { get; init; }

    public Revision Revision { get; set; } = Revision.First;
}

/// <summary>A picture or a few lines beside the text of a page, under a title of its own.</summary>
public sealed record PageAside(Localized Title, Localized Html);

/// <summary>A news item, shown from its date on.</summary>
public sealed class NewsItem
{
    public required string Slug { get; init; }

    public required DateOnly Date { get; init; }

    public required Localized Title { get; init; }

    public required Localized BodyHtml { get; init; }

    public Revision Revision { get; set; } = Revision.First;
}
