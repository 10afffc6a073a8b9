namespace ModMatWorkshop.Domain.Programme;

public enum HalfDay
{
    Morning,
    Afternoon,
}

/// <summary>
/// The hours of the half-days. A morning may end late and an afternoon begin early, so the hour after noon belongs to both.
/// </summary>
public static class HalfDays
{
    private static readonly TimeOnly Noon = new(12, 0);
    private static readonly TimeOnly EndOfMorning = new(13, 0);

    /// <summary>The half-day of a session that starts at this local time.</summary>
    public static HalfDay Of(TimeOnly start) => start < Noon ? HalfDay.Morning : HalfDay.Afternoon;

    /// <summary>Whether a slot of this half-day can start at this local time.</summary>
    public static bool Includes(this HalfDay half, TimeOnly start) => half == HalfDay.Morning ? start < EndOfMorning : start >= Noon;
}
