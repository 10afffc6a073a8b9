namespace ModMatWorkshop.Domain.Programme;

/// <summary>The generation of the secret link to the page of a session's chair. Links of an earlier generation do not open it.</summary>
public sealed class SessionLink
{
    public required int SessionNumber { get; init; }

    public int Generation { get; private set; }

    public void Renew() => Generation++;

    /// <summary>Whether the links work: until the day after the workshop is over.</summary>
    /// <param name="end">The last day of the workshop.</param>
    public static bool WorkAt(DateTimeOffset now, DateOnly end, TimeZoneInfo zone) => now < LocalHours.StartOfDay(end.AddDays(2), zone);
}
