using ModMatWorkshop.Domain.Addresses;

namespace ModMatWorkshop.Domain.Programme;

/// <summary>A text page.</summary>
public sealed class Page
{
    /// <summary>The name of the file.</summary>
    public required string Slug { get; init; }

    /// <summary>The last part of the address in each language; null for a page of which the site knows the address.</summary>
    public Localized? Addresses { get; init; }

    public PagePlace Place { get; init; }

    public required Localized Title { get; init; }

    public required Localized BodyHtml { get; init; }

    /// <summary>The first day of the month in which the facts were correct; null for a page whose facts do not age.</summary>
    public DateOnly? TrueIn { get; init; }

    /// <summary>What stands beside the text; null for none.</summary>
    public PageAside? Aside { get; init; }

    public Revision Revision { get; set; } = Revision.First;
}

/// <summary>Where every page of the site links to a page of the content.</summary>
public enum PagePlace
{
    /// <summary>Nowhere. Texts may link to it.</summary>
    None,
    Menu,
    Footer,
}

/// <summary>What is needed to link to a text page.</summary>
public sealed record PageLink(string Slug, Localized Title, Localized? Addresses, PagePlace Place)
{
    public PageRoute Route => Routes.OfPage(Slug, Addresses);
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
