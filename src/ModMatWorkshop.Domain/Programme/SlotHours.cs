namespace ModMatWorkshop.Domain.Programme;

/// <summary>The hours of a slot, as content files give them: a day, a start and an end.</summary>
public static class SlotHours
{
    /// <summary>A slot may cross midnight if it starts in the second half of a day and ends before this time.</summary>
    private static readonly TimeOnly EndOfNight = new(6, 0);

    private static readonly TimeOnly Noon = new(12, 0);

    /// <summary>The day on which a slot ends.</summary>
    public static DateOnly EndDay(DateOnly date, TimeOnly start, TimeOnly end) =>
        start >= Noon && end < EndOfNight ? date.AddDays(1) : date;
}
