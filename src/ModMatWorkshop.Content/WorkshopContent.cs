using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Content;

/// <summary>
/// The content folder, read and checked. <see cref="Workshop"/> is null when not even that could be read; with an error, nothing of it is
/// imported.
/// </summary>
public sealed record WorkshopContent
{
    public Workshop? Workshop { get; init; }

    public IReadOnlyList<Session> Sessions { get; init; } = [];

    /// <summary>Where sessions are streamed: for the table of that name and nothing else.</summary>
    public IReadOnlyList<Broadcast> Broadcasts { get; init; } = [];

    /// <summary>In order of time.</summary>
    public IReadOnlyList<Slot> Slots { get; init; } = [];

    /// <summary>In order of kind and number.</summary>
    public IReadOnlyList<Contribution> Contributions { get; init; } = [];

    public IReadOnlyList<Person> Persons { get; init; } = [];

    public IReadOnlyList<Page> Pages { get; init; } = [];

    public IReadOnlyList<NewsItem> News { get; init; } = [];

    public IReadOnlyList<Problem> Problems { get; init; } = [];

    public bool HasErrors => Workshop is null || Problems.Any(p => p.Severity == Severity.Error);
}
