namespace ModMatWorkshop.Domain.Programme;

/// <summary>A version of the programme of which readers are told.</summary>
/// <param name="Number">From 1.</param>
/// <param name="At">Real time.</param>
public sealed record PublishedVersion(int Number, DateTimeOffset At);

/// <summary>The timetable with its sessions, contributions and people, as exports read it. Slots are in chronological order.</summary>
public sealed record Schedule(
    Workshop Workshop,
    IReadOnlyList<Session> Sessions,
    IReadOnlyList<Slot> Slots,
    IReadOnlyDictionary<string, Contribution> Contributions
)
{
    /// <summary>Null while the programme is as it was first published.</summary>
    public PublishedVersion? Version { get; init; }

    public Contribution? ContributionOf(Slot slot) => slot.ContributionCode is { } code ? Contributions.GetValueOrDefault(code) : null;

    public IEnumerable<Contribution> Posters =>
        Contributions
            .Values.Where(c => c.Kind == ContributionKind.Poster)
            .OrderBy(c => c.Letters, StringComparer.Ordinal)
            .ThenBy(c => c.Number);

    public IEnumerable<IGrouping<DateOnly, Slot>> Days => Slots.GroupBy(s => s.Date);
}
