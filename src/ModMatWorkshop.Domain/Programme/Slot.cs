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

/// <summary>A row of the timetable. A talk refers to a contribution; every other slot has a title of its own.</summary>
public sealed class Slot
{
    /// <summary>The code of the talk (<c>o1</c>), or a stable name (<c>coffee-friday</c>).</summary>
    public required string Slug { get; init; }

    /// <summary>The day in the workshop's time zone.</summary>
    public required DateOnly Date { get; init; }

    public required DateTimeOffset Start { get; init; }

    public required DateTimeOffset End { get; init; }

    public required SlotKind Kind { get; init; }

    public int? SessionNumber { get; init; }

    public string? ContributionCode { get; init; }

    /// <summary>Null for a talk: its contribution has the title.</summary>
    public Localized? Title { get; init; }

    /// <summary>The speaker of an intervention, which has no contribution.</summary>
    public string? SpeakerSlug { get; init; }

    public string? SpeakerName { get; init; }

    public string? Lab { get; init; }

    public string? Town { get; init; }

    /// <summary>The text after the speaker's name: <c>, EPFL, Lausanne</c>.</summary>
    public string FromWhere() => string.Concat(new[] { Lab, Town }.OfType<string>().Select(part => $", {part}"));

    /// <summary>True if posters are on show during this slot.</summary>
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
