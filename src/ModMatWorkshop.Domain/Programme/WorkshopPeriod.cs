namespace ModMatWorkshop.Domain.Programme;

/// <summary>The three states of the site.</summary>
public enum WorkshopPhase
{
    Before,
    During,
    After,
}

/// <summary>
/// The time of the workshop, from the first minute of its first day until the last stream closes. Certificates may be issued by then.
/// </summary>
public sealed record WorkshopPeriod(DateTimeOffset Start, DateTimeOffset End)
{
    /// <param name="lastEnd">The end of the last slot that is not cancelled; null for a programme without slots.</param>
    public static WorkshopPeriod Of(DateOnly first, DateOnly last, TimeZoneInfo zone, DateTimeOffset? lastEnd) =>
        new(LocalHours.StartOfDay(first, zone), lastEnd + SessionHours.Margin ?? LocalHours.StartOfDay(last.AddDays(1), zone));

    /// <summary>Whether organisers prepare the next day or are at the venue: from the eve of the workshop to its end.</summary>
    public bool IsOnOrTomorrow(DateTimeOffset instant) => Start.AddDays(-1) <= instant && instant < End;

    public WorkshopPhase PhaseAt(DateTimeOffset instant) =>
        instant < Start ? WorkshopPhase.Before
        : instant < End ? WorkshopPhase.During
        : WorkshopPhase.After;
}
