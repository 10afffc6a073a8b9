namespace ModMatWorkshop.Domain.Programme;

/// <summary>A session of talks within one half-day, identified by its number. Sessions in different rooms may run side by side.</summary>
public sealed class Session
{
    public required int Number { get; init; }

    public required DateOnly Date { get; init; }

    public required HalfDay HalfDay { get; init; }

    /// <summary>Null for a session that the site calls "Session n".</summary>
    public Localized? Title { get; init; }

    /// <summary>The key of its room; null in a workshop with one room.</summary>
    public string? Room { get; init; }

    public IReadOnlyList<string> Chairs { get; init; } = [];
}
