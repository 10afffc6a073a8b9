namespace ModMatWorkshop.Domain.Programme;

/// <summary>A session of talks within one half-day, identified by its number. Sessions in different rooms may run side by side.</summary>
public sealed class Session
{
    public required int Number { get; init; }

    public required DateOnly Date { get; init; }

    public required HalfDay HalfDay { get; init; }

    /// <summary>Null for a session that the site calls "Session n".</summary>
    public Localized? Title { get; init; }

    /// <summary>Null for an ordinary session.</summary>
    public SessionKind? Kind { get; init; }

    /// <summary>The kind, unless the title says it, and the title: <c>Tutorial: Potentials from scratch</c>. Null for neither.</summary>
    public string? SubjectIn(Language language)
    {
        var (kind, title) = (Kind?.Name.In(language), Title?.In(language));
        if (kind is null || title?.Contains(kind, StringComparison.CurrentCultureIgnoreCase) == true)
            return title;
        return title is null ? kind
            : language == Language.French ? $"{kind}\u00A0: {title}"
            : $"{kind}: {title}";
    }

    /// <summary>The key of its room; null in a workshop with one room.</summary>
    public string? Room { get; init; }

    public IReadOnlyList<string> Chairs { get; init; } = [];
}
