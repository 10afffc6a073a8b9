namespace ModMatWorkshop.Domain.Programme;

/// <summary>
/// The instants at which the published programme changes without an edit: a slot starts or ends, a stream opens or closes, an
/// announcement begins or ends, a day begins.
/// </summary>
public sealed class Timeline
{
    private readonly TimeZoneInfo _zone;
    private readonly DateTimeOffset[] _instants;

    /// <param name="others">The instants of announcements.</param>
    public Timeline(
        IEnumerable<(DateTimeOffset Start, DateTimeOffset End)> rows,
        TimeZoneInfo zone,
        params IEnumerable<DateTimeOffset> others
    )
    {
        _zone = zone;
        // Any slot may be the first or the last of its session, so the margins apply to all.
        _instants =
        [
            .. rows.SelectMany(r => new[] { r.Start - SessionHours.Margin, r.Start, r.End, r.End + SessionHours.Margin })
                .Concat(others)
                .Distinct()
                .Order(),
        ];
    }

    /// <summary>The first of these instants after the given one.</summary>
    public DateTimeOffset NextAfter(DateTimeOffset instant)
    {
        var tomorrow = LocalHours.StartOfDay(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, _zone).DateTime).AddDays(1), _zone);
        var found = Array.BinarySearch(_instants, instant);
        var next = found < 0 ? ~found : found + 1;
        return next < _instants.Length && _instants[next] < tomorrow ? _instants[next] : tomorrow;
    }
}
