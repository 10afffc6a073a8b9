namespace ModMatWorkshop.Domain.Programme.Editing;

/// <summary>A row of the timetable as an organiser edits it.</summary>
public sealed record EditedRow
{
    /// <summary>The code of the talk in lower case, or the slug of the slot.</summary>
    public required string Slug { get; init; }

    /// <summary>The day in the workshop's time zone.</summary>
    public required DateOnly Date { get; init; }

    public required DateTimeOffset Start { get; init; }

    public required DateTimeOffset End { get; init; }

    /// <summary>Null for a row outside sessions.</summary>
    public int? Session { get; init; }

    /// <summary>Null for a row for everybody, and in a workshop with one room.</summary>
    public string? Room { get; init; }

    /// <summary>Null for a row without a contribution.</summary>
    public string? Code { get; init; }

    public required SlotKind Kind { get; init; }

    /// <summary>The title as plain text.</summary>
    public required Localized Title { get; init; }

    public IReadOnlyList<string> Speakers { get; init; } = [];

    /// <summary>The chairs of this row alone; without any, those of its session count.</summary>
    public IReadOnlyList<string> Chairs { get; init; } = [];

    public bool Cancelled { get; init; }

    public Localized? CancelledBecause { get; init; }

    /// <summary>The hours that readers see struck out.</summary>
    public (DateTimeOffset Start, DateTimeOffset End)? MovedFrom { get; init; }

    public TimeSpan Duration => End - Start;

    /// <param name="talk">The contribution of the slot; null for none.</param>
    public static EditedRow Of(Slot slot, EditedTalk? talk) =>
        new()
        {
            Slug = slot.Slug,
            Date = slot.Date,
            Start = slot.Start,
            End = slot.End,
            Session = slot.SessionNumber,
            Room = slot.Room,
            Code = slot.ContributionCode,
            Kind = slot.Kind,
            Title = slot.Title ?? Localized.Same(talk?.Title ?? slot.Slug),
            Speakers = [.. slot.Speakers.Select(s => s.Name)],
            Chairs = slot.Chairs,
            Cancelled = slot.Cancelled,
            CancelledBecause = slot.CancelledBecause,
            MovedFrom = slot is { MovedFromStart: { } start, MovedFromEnd: { } end } ? (start, end) : null,
        };

    /// <summary>Whether readers see the same in both.</summary>
    public bool ShowsTheSameAs(EditedRow other) =>
        (Date, Start, End, Session, Room, Cancelled, CancelledBecause)
        == (other.Date, other.Start, other.End, other.Session, other.Room, other.Cancelled, other.CancelledBecause);
}

/// <summary>A talk that has a slot or waits for one.</summary>
/// <param name="Code">In lower case.</param>
public sealed record EditedTalk(string Code, string Title, SlotKind Kind, IReadOnlyList<string> Speakers);
