namespace ModMatWorkshop.Domain.Programme;

/// <summary>When and where a row of the timetable takes place, and who is needed there.</summary>
/// <param name="Room">Null for a row for everybody, and in a workshop with one room.</param>
/// <param name="Chairs">Of the row or of its session.</param>
public sealed record OccupiedTime(
    DateTimeOffset Start,
    DateTimeOffset End,
    string? Room,
    IReadOnlyList<string> Speakers,
    IReadOnlyList<string> Chairs
)
{
    /// <summary>
    /// The rows that start before an earlier one ends. Rows may overlap in different rooms; during one for everybody nothing else takes
    /// place.
    /// </summary>
    /// <param name="rows">In chronological order, without cancelled ones.</param>
    public static IEnumerable<(T Row, T Before)> Overlaps<T>(IEnumerable<T> rows, Func<T, OccupiedTime> timeOf)
    {
        // The row that ends last, for each room and for everybody.
        var latest = new Dictionary<string, (T Row, OccupiedTime Time)>();
        foreach (var row in rows)
        {
            var time = timeOf(row);
            var room = time.Room ?? "";
            var before = latest
                .Where(l => room.Length == 0 || l.Key.Length == 0 || l.Key == room)
                .Select(l => l.Value)
                .OrderByDescending(l => l.Time.End)
                .Take(1);
            foreach (var (other, _) in before.Where(l => time.Start < l.Time.End))
                yield return (row, other);
            if (!latest.TryGetValue(room, out var last) || time.End > last.Time.End)
                latest[room] = (row, time);
        }
    }

    /// <summary>The people who speak in two rooms at the same time.</summary>
    /// <inheritdoc cref="Overlaps"/>
    public static IEnumerable<(string Name, T First, T Second)> SpeakersInTwoRooms<T>(IEnumerable<T> rows, Func<T, OccupiedTime> timeOf)
    {
        var talks = rows.Select(row => (Row: row, Time: timeOf(row)))
            .SelectMany(r => r.Time.Speakers.Select(name => (Name: name, r.Row, r.Time)));
        foreach (var speaker in talks.GroupBy(t => t.Name))
        foreach (var (first, second) in speaker.Zip(speaker.Skip(1)))
            if (second.Time.Start < first.Time.End && first.Time.Room != second.Time.Room)
                yield return (speaker.Key, first.Row, second.Row);
    }

    /// <summary>The people who chair a row while they speak in another room.</summary>
    /// <inheritdoc cref="Overlaps"/>
    public static IEnumerable<(string Name, T Chaired, T Talk)> ChairsWhoSpeakElsewhere<T>(
        IReadOnlyCollection<T> rows,
        Func<T, OccupiedTime> timeOf
    )
    {
        var talks = rows.Select(row => (Row: row, Time: timeOf(row)))
            .SelectMany(r => r.Time.Speakers.Select(name => (Name: name, r.Row, r.Time)))
            .ToLookup(t => t.Name);
        foreach (var row in rows)
        {
            var time = timeOf(row);
            foreach (var name in time.Chairs)
            foreach (var talk in talks[name])
                if (talk.Time.Room != time.Room && talk.Time.Start < time.End && time.Start < talk.Time.End)
                    yield return (name, row, talk.Row);
        }
    }
}
