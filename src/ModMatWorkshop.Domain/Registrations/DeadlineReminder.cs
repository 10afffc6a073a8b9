namespace ModMatWorkshop.Domain.Registrations;

/// <summary>When the one reminder of a deadline goes out: when a quarter of the time is left.</summary>
public static class DeadlineReminder
{
    /// <summary>An offer needs a decision about travel, so its reminder leaves at least this much time.</summary>
    private static readonly TimeSpan LeastForOffer = TimeSpan.FromHours(2);

    /// <summary>A mail that is sent later than this before the deadline could arrive after it.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(5);

    /// <param name="announced">When the person was last told the deadline. Nobody is reminded before half of the time is over.</param>
    public static bool IsHoldDue(DateTimeOffset announced, DateTimeOffset until, DateTimeOffset now) =>
        IsDue(announced, until, now, TimeSpan.Zero);

    /// <inheritdoc cref="IsHoldDue"/>
    public static bool IsOfferDue(DateTimeOffset announced, DateTimeOffset until, DateTimeOffset now) =>
        IsDue(announced, until, now, LeastForOffer);

    /// <summary>Whether a mail that is sent now still arrives before the deadline.</summary>
    public static bool IsInTime(DateTimeOffset? until, DateTimeOffset now) => now < until - Margin;

    private static bool IsDue(DateTimeOffset announced, DateTimeOffset until, DateTimeOffset now, TimeSpan least)
    {
        var length = until - announced;
        var quarter = length / 4;
        var lead = quarter > least ? quarter : least;
        return now >= until - (lead < length / 2 ? lead : length / 2) && IsInTime(until, now);
    }
}
