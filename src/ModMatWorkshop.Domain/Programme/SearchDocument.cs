namespace ModMatWorkshop.Domain.Programme;

public enum SearchKind
{
    Contribution,
    Person,
    Page,

    /// <summary>A slot that is not a talk.</summary>
    Slot,
}

/// <summary>A search result: the folded words that search reads, and the text that the result shows.</summary>
public sealed class SearchDocument
{
    public int Id { get; init; }

    public required SearchKind Kind { get; init; }

    /// <summary>The code or slug.</summary>
    public required string Key { get; init; }

    /// <summary>The language in which search finds the document; null for every language.</summary>
    public Language? Language { get; init; }

    /// <summary>Folded, like the three properties below.</summary>
    public required string Title { get; init; }

    public required string People { get; init; }

    public required string Keywords { get; init; }

    public required string Body { get; init; }

    /// <summary>The title for readers, as plain text.</summary>
    public required string ShownTitle { get; init; }

    /// <summary>The names for readers.</summary>
    public required string ShownPeople { get; init; }

    /// <summary>The text for the excerpt, with its language.</summary>
    public required string Text { get; init; }

    public required string TextLang { get; init; }
}

/// <summary>One result on a page; <see cref="Total"/> counts the results on all pages.</summary>
public sealed record SearchHit(
    SearchKind Kind,
    string Key,
    string ShownTitle,
    string ShownPeople,
    string Text,
    string TextLang,
    long Total
);
