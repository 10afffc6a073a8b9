namespace ModMatWorkshop.Domain.Programme;

/// <summary>The timetable with its sessions, contributions and people, as exports read it. Slots are in chronological order.</summary>
public sealed record Schedule(
    Workshop Workshop,
    IReadOnlyList<Session> Sessions,
    IReadOnlyList<Slot> Slots,
    IReadOnlyDictionary<string, Contribution> Contributions
)
{
    public Contribution? ContributionOf(Slot slot) => slot.ContributionCode is { } code ? Contributions.GetValueOrDefault(code) : null;

    public IEnumerable<Contribution> Posters =>
        Contributions
            .Values.Where(c => c.Kind == ContributionKind.Poster)
            .OrderBy(c => c.Letters, StringComparer.Ordinal)
            .ThenBy(c => c.Number);

    public IEnumerable<IGrouping<DateOnly, Slot>> Days => Slots.GroupBy(s => s.Date);
}
