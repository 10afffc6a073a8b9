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
    Tutorial,
    Panel,
    Social,
}

public static class SlotKinds
{
    /// <summary>The kind of the slot of a talk.</summary>
    public static SlotKind Of(ContributionKind kind) => kind == ContributionKind.Invited ? SlotKind.Invited : SlotKind.Oral;
}

/// <summary>A row of the timetable. A talk refers to a contribution; every other slot has a title of its own.</summary>
public sealed class Slot
{
    /// <summary>The code of the talk (<c>o1</c>), or a stable name (<c>coffee-friday</c>).</summary>
    public required string Slug { get; init; }

    /// <summary>The day in the workshop's time zone.</summary>
    public required DateOnly Date { get; init; }

    public required DateTimeOffset Start { get; init; }

    /// <summary>On the following day for a slot that crosses midnight.</summary>
    public required DateTimeOffset End { get; init; }

    public required SlotKind Kind { get; init; }

    public int? SessionNumber { get; init; }

    /// <summary>The key of its room; null for a slot for everybody, and in a workshop with one room.</summary>
    public string? Room { get; init; }

    public string? ContributionCode { get; init; }

    /// <summary>Null for a talk: its contribution has the title.</summary>
    public Localized? Title { get; init; }

    /// <summary>The first speaker, of the contribution or of a slot without one. Queries read the columns of the first speaker.</summary>
    public string? SpeakerSlug { get; init; }

    public string? SpeakerName { get; init; }

    public string? Lab { get; init; }

    public string? Town { get; init; }

    /// <summary>The speakers after the first one.</summary>
    public IReadOnlyList<Speaker> MoreSpeakers { get; init; } = [];

    /// <inheritdoc cref="Contribution.Pronunciation"/>
    public string? Pronunciation { get; init; }

    /// <summary>True for a panel whose first speaker is the moderator.</summary>
    public bool IsModerated { get; init; }

    public IReadOnlyList<Speaker> Speakers =>
        SpeakerName is { } name ? [new(name, SpeakerSlug ?? "", Lab, Town), .. MoreSpeakers] : MoreSpeakers;

    /// <summary>True if posters are on show during this slot.</summary>
    public bool Posters { get; init; }

    public bool Cancelled { get; init; }

    /// <summary>Why it is cancelled, as readers see it; null for no reason.</summary>
    public Localized? CancelledBecause { get; init; }

    /// <summary>True while it is not certain that the slot takes place.</summary>
    public bool ToBeConfirmed { get; init; }

    /// <summary>True while the times are provisional.</summary>
    public bool HoursToBeConfirmed { get; init; }

    public DateTimeOffset? MovedFromStart { get; init; }

    public DateTimeOffset? MovedFromEnd { get; init; }

    public IReadOnlyList<string> Chairs { get; init; } = [];

    public bool DoNotRecord { get; init; }

    public IReadOnlyList<Material> Materials { get; init; } = [];

    public Revision Revision { get; set; } = Revision.First;

    public TimeSpan Duration => End - Start;

    public bool IsMoved => MovedFromStart is not null;

    public bool IsTalk => ContributionCode is not null;
}
