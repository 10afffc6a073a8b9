namespace ModMatWorkshop.Domain.Programme;

/// <summary>The current slots and the next ones at an instant, without cancelled slots: one of each in a workshop with one room.</summary>
/// <param name="Now">One for each room in use; none before the programme, after it and between slots.</param>
/// <param name="Next">The slots that start next, at the same time; none when the programme is over.</param>
public sealed record NowAndNext(IReadOnlyList<Slot> Now, IReadOnlyList<Slot> Next)
{
    public static readonly NowAndNext None = new([], []);

    public static NowAndNext At(DateTimeOffset instant, IEnumerable<Slot> slots)
    {
        var taking = slots.Where(s => !s.Cancelled).ToList();
        var next = taking.Where(s => s.Start > instant).Select(s => s.Start).DefaultIfEmpty().Min();
        return new(
            [.. taking.Where(s => s.Start <= instant && instant < s.End)],
            next == default ? [] : [.. taking.Where(s => s.Start == next)]
        );
    }
}

/// <summary>Converts local times of the content to instants, with the daylight-saving changes of the zone.</summary>
public static class LocalHours
{
    /// <summary>
    /// The instant of a local time. Returns false if the clocks skip that time. A time that occurs twice is the first one, still in summer
    /// time.
    /// </summary>
    public static bool TryToInstant(DateOnly date, TimeOnly hour, TimeZoneInfo zone, out DateTimeOffset instant)
    {
        var local = date.ToDateTime(hour);
        instant = default;
        if (zone.IsInvalidTime(local))
            return false;
        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        instant = new DateTimeOffset(local, offset).ToUniversalTime();
        return true;
    }

    /// <summary>The first instant of a day. It is later than midnight where the clocks skip midnight.</summary>
    public static DateTimeOffset StartOfDay(DateOnly date, TimeZoneInfo zone)
    {
        for (var hour = TimeOnly.MinValue; ; hour = hour.AddMinutes(15))
            if (TryToInstant(date, hour, zone, out var instant))
                return instant;
    }
}
