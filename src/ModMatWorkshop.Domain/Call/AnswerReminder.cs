namespace ModMatWorkshop.Domain.Call;

/// <summary>When an author who has not answered the acceptance is asked again. The call says after how many days, and how often.</summary>
public static class AnswerReminder
{
    public const int MaxDays = 60;
    public const int MaxTimes = 5;

    /// <summary>Who heard at this instant or before, and has not answered, is asked again.</summary>
    /// <param name="start">The start of the workshop: from then on nobody is asked.</param>
    /// <returns>Null if nobody is.</returns>
    public static DateTimeOffset? DueBefore(CallForAbstracts call, DateTimeOffset start, DateTimeOffset now) =>
        call.RemindAfter is { } days && now < start ? now.AddDays(-days) : null;
}
