namespace ModMatWorkshop.Domain.Programme;

public enum SlotKind
{
    Opening,
    Invited,
    Oral,
    Intervention,
    PosterSession,
    Break,
    Meal,
}

/// <summary>A row of the timetable. A talk's row names a contribution; every other row has a title of its own.</summary>
public sealed class Slot
{
    /// <summary>The code of the talk (<c>o1</c>), or a stable name of the row (<c>coffee-friday</c>).</summary>
    public required string Slug { get; init; }

    /// <summary>The day in the workshop's zone.</summary>
    public required DateOnly Date { get; init; }

    public required DateTimeOffset Start { get; init; }

    public required DateTimeOffset End { get; init; }

    public required SlotKind Kind { get; init; }

    public int? SessionNumber { get; init; }

    public string? ContributionCode { get; init; }

    /// <summary>Null for a talk: the contribution has the title.</summary>
    public Localized? Title { get; init; }

    /// <summary>Who speaks in an intervention.</summary>
    public string? SpeakerSlug { get; init; }

    public string? SpeakerName { get; init; }

    public string? Lab { get; init; }

    public string? Town { get; init; }

    /// <summary>What follows the name of who speaks: <c>, EPFL, Lausanne</c>.</summary>
    public string FromWhere() => string.Concat(new[] { Lab, Town }.OfType<string>().Select(part => $", {part}"));

    /// <summary>Posters hang during this row.</summary>
    public bool Posters { get; init; }

    public bool Cancelled { get; init; }

    public DateTimeOffset? MovedFromStart { get; init; }

    public DateTimeOffset? MovedFromEnd { get; init; }

    public string? Chair { get; init; }

    public bool DoNotRecord { get; init; }

    public IReadOnlyList<Material> Materials { get; init; } = [];

    public Revision Revision { get; set; } = Revision.First;

    public TimeSpan Duration => End - Start;

    public bool IsMoved => MovedFromStart is not null;

    public bool IsTalk => ContributionCode is not null;
}
