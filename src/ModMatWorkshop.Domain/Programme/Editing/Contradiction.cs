namespace ModMatWorkshop.Domain.Programme.Editing;

public enum ContradictionKind
{
    /// <summary>The row starts before the other one ends.</summary>
    Overlap,

    /// <summary>Nothing takes place between the other row and this one.</summary>
    Gap,

    /// <summary>A person speaks in both rows, in two rooms.</summary>
    SpeakerElsewhere,

    /// <summary>A chair of the row speaks in the other one, in another room.</summary>
    ChairElsewhere,

    /// <summary>The row starts outside the half-day of its session.</summary>
    OtherHalfDay,
}

/// <summary>What does not fit together in a timetable.</summary>
/// <param name="Slug">The row beside which it is shown.</param>
/// <param name="Other">The other row; null for none.</param>
/// <param name="Name">The person; null for none.</param>
/// <param name="Minutes">The length of a gap.</param>
public sealed record Contradiction(ContradictionKind Kind, string Slug, string? Other = null, string? Name = null, int Minutes = 0)
{
    /// <summary>Whether the content check refuses it. Organisers may leave the others as they are.</summary>
    public bool IsError => Kind == ContradictionKind.Overlap;

    /// <summary>All of a timetable, in the order of its rows.</summary>
    public static IReadOnlyList<Contradiction> In(EditedTimetable timetable)
    {
        var rows = timetable.Rows.Where(r => !r.Cancelled).ToList();
        var order = timetable.Rows.Select((row, index) => (row.Slug, index)).ToDictionary(r => r.Slug, r => r.index);
        return
        [
            .. OccupiedTime
                .Overlaps(rows, timetable.TimeOf)
                .Select(o => new Contradiction(ContradictionKind.Overlap, o.Row.Slug, o.Before.Slug))
                .Concat(Gaps(timetable))
                .Concat(
                    OccupiedTime
                        .SpeakersInTwoRooms(rows, timetable.TimeOf)
                        .Select(s => new Contradiction(ContradictionKind.SpeakerElsewhere, s.Second.Slug, s.First.Slug, s.Name))
                )
                .Concat(
                    OccupiedTime
                        .ChairsWhoSpeakElsewhere(rows, timetable.TimeOf)
                        .Select(c => new Contradiction(ContradictionKind.ChairElsewhere, c.Chaired.Slug, c.Talk.Slug, c.Name))
                )
                .Concat(
                    rows.Where(r => !timetable.IsInHalfDay(r, r.Start))
                        .Select(r => new Contradiction(ContradictionKind.OtherHalfDay, r.Slug))
                )
                .OrderBy(c => order[c.Slug])
                .ThenBy(c => c.Kind),
        ];
    }

    /// <summary>A cancelled row leaves no gap: readers see why nothing takes place.</summary>
    private static IEnumerable<Contradiction> Gaps(EditedTimetable timetable)
    {
        foreach (var session in timetable.Rows.Where(r => r.Session is not null).GroupBy(r => (r.Session, r.Room)))
        {
            var end = DateTimeOffset.MinValue;
            EditedRow? last = null;
            foreach (var row in timetable.Rows.Where(r => r.Date == session.First().Date && (r.Room is null || r.Room == session.Key.Room)))
            {
                if (last is not null && row.Start > end && session.Contains(row) && session.Any(r => r.Start < row.Start))
                    yield return new(ContradictionKind.Gap, row.Slug, last.Slug, Minutes: (int)(row.Start - end).TotalMinutes);
                if (row.End > end)
                    (end, last) = (row.End, row);
            }
        }
    }
}
