namespace ModMatWorkshop.Domain.Programme;

/// <summary>
/// The current slot and the next one at an instant. The workshop has one track, so at most one slot is current. The next slot is the first
/// one that starts later and is not cancelled.
/// </summary>
/// <param name="Now">The current slot; null before the programme, after it and between slots.</param>
/// <param name="Next">The next slot; null when the programme is over.</param>
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
