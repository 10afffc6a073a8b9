namespace ModMatWorkshop.Domain.Programme;

public enum SearchKind
{
    Contribution,
    Person,
    Page,

    /// <summary>A row of the timetable that is no talk.</summary>
    Slot,
}

/// <summary>What one can find: the folded words to look in, and what a result shows.</summary>
public sealed class SearchDocument
{
    public int Id { get; init; }

    public required SearchKind Kind { get; init; }

    /// <summary>Code or slug.</summary>
    public required string Key { get; init; }

    /// <summary>Null when it is found in every language.</summary>
    public Language? Language { get; init; }

    /// <summary>Folded, as are the three below.</summary>
    public required string Title { get; init; }

    public required string People { get; init; }

    public required string Keywords { get; init; }

    public required string Body { get; init; }

    /// <summary>The title as it is read, plain text.</summary>
    public required string ShownTitle { get; init; }

    /// <summary>The people as they are read.</summary>
    public required string ShownPeople { get; init; }

    /// <summary>The text from which an excerpt is taken, and its language.</summary>
    public required string Text { get; init; }

    public required string TextLang { get; init; }
}

/// <summary>A row of an answer; <see cref="Total"/> counts all hits, not only this page's.</summary>
public sealed record SearchHit(
    SearchKind Kind,
    string Key,
    string ShownTitle,
    string ShownPeople,
    string Text,
    string TextLang,
    long Total
);
