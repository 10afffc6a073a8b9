using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Content;

/// <summary>
/// The content folder, read and checked. <see cref="Workshop"/> is null if it cannot be read. Content with an error is never imported.
/// </summary>
public sealed record WorkshopContent
{
    public Workshop? Workshop { get; init; }

    public IReadOnlyList<Session> Sessions { get; init; } = [];

    /// <summary>The stream addresses of sessions, only for the table of broadcasts.</summary>
    public IReadOnlyList<Broadcast> Broadcasts { get; init; } = [];

    /// <summary>In chronological order.</summary>
    public IReadOnlyList<Slot> Slots { get; init; } = [];

    /// <summary>Sorted by kind and number.</summary>
    public IReadOnlyList<Contribution> Contributions { get; init; } = [];

    public IReadOnlyList<Person> Persons { get; init; } = [];

    public IReadOnlyList<Page> Pages { get; init; } = [];

    public IReadOnlyList<NewsItem> News { get; init; } = [];

    public IReadOnlyList<Problem> Problems { get; init; } = [];

    public bool HasErrors => Workshop is null || Problems.Any(p => p.Severity == Severity.Error);
}
