namespace ModMatWorkshop.Domain.Programme;

public enum HalfDay
{
    Morning,
    Afternoon,
}

/// <summary>A session of talks within one half-day, identified by its number.</summary>
public sealed class Session
{
    public required int Number { get; init; }

    public required DateOnly Date { get; init; }

    public required HalfDay HalfDay { get; init; }

    /// <summary>Null for a session that the site calls "Session n".</summary>
    public Localized? Title { get; init; }

    public string? Chair { get; init; }
}
