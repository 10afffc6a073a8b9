namespace ModMatWorkshop.Content.Differences;

/// <summary>Which of two sides has changed something since they were the same.</summary>
public enum ThreeWayChange
{
    /// <summary>Both sides are the same now.</summary>
    None,
    Ours,
    Theirs,

    /// <summary>Both, each in its own way.</summary>
    Both,
}

/// <summary>Compares two sides with what both have been.</summary>
public static class ThreeWay
{
    public static ThreeWayChange Compare(string before, string ours, string theirs) =>
        ours == theirs ? ThreeWayChange.None
        : theirs == before ? ThreeWayChange.Ours
        : ours == before ? ThreeWayChange.Theirs
        : ThreeWayChange.Both;
}
