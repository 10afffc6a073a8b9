namespace ModMatWorkshop.Domain.Programme;

/// <summary>
/// What is on at an instant: one track, so at most one row is on; the next is the first that begins later and still takes place.
/// </summary>
/// <param name="Now">The row that is on; null before, after, between rows.</param>
/// <param name="Next">The row that follows; null when the programme is over.</param>
public sealed record NowAndNext(Slot? Now, Slot? Next)
{
    public static NowAndNext At(DateTimeOffset instant, IEnumerable<Slot> slots)
    {
        Slot? now = null,
            next = null;
        foreach (var slot in slots.Where(s => !s.Cancelled))
        {
            if (slot.Start <= instant && instant < slot.End)
                now = slot;
            else if (slot.Start > instant && (next is null || slot.Start < next.Start))
                next = slot;
        }
        return new(now, next);
    }
}

/// <summary>Local hours of the content made into instants, with the summer-time changes of the zone.</summary>
public static class LocalHours
{
    /// <summary>
    /// The instant of a local hour. False when the clocks skip that hour; an hour that they strike twice is the first one, still on summer
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

    /// <summary>The first instant of a day, which is not midnight where the clocks skip it.</summary>
    public static DateTimeOffset StartOfDay(DateOnly date, TimeZoneInfo zone)
    {
        for (var hour = TimeOnly.MinValue; ; hour = hour.AddMinutes(15))
            if (TryToInstant(date, hour, zone, out var instant))
                return instant;
    }
}
