namespace ModMatWorkshop.Domain.Call;

/// <summary>When the author of a draft is reminded of the deadline.</summary>
public static class SubmissionReminder
{
    /// <summary>So long before the deadline.</summary>
    public static readonly TimeSpan Before = TimeSpan.FromDays(3);

    /// <summary>Who has saved more recently knows of the draft.</summary>
    public static readonly TimeSpan Rest = TimeSpan.FromDays(1);

    public static bool IsDue(CallForAbstracts call, DateTimeOffset now) => call.IsOpenAt(now) && now >= call.Closes - Before;
}
