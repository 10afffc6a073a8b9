namespace ModMatWorkshop.Domain.Programme;

public enum HalfDay
{
    Morning,
    Afternoon,
}

/// <summary>A half-day of talks. Its number is its name.</summary>
public sealed class Session
{
    public required int Number { get; init; }

    public required DateOnly Date { get; init; }

    public required HalfDay HalfDay { get; init; }

    /// <summary>Null when the session is simply called "Session n".</summary>
    public Localized? Title { get; init; }

    public string? Chair { get; init; }
}
