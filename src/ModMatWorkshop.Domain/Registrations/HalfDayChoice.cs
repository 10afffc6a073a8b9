using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Domain.Registrations;

/// <summary>A half-day that a person wishes to attend, in person or remotely.</summary>
public sealed record HalfDayChoice(DateOnly Date, HalfDay Half, Attendance Attendance)
{
    [System.Text.Json.Serialization.JsonIgnore]
    public HalfDayId Id => new(Date, Half);

    /// <summary><c>2021-09-22-afternoon=remote</c></summary>
    public string ToText() => $"{new HalfDayId(Date, Half).Key}={Attendance.Word()}";

    public static HalfDayChoice FromText(string text)
    {
        var at = text.IndexOf('=', StringComparison.Ordinal);
        return HalfDayId.FromKey(text[..at]) is { } half && AttendanceWords.FromWord(text[(at + 1)..]) is { } attendance
            ? new(half.Date, half.Half, attendance)
            : throw new FormatException($"{text} is no half-day with an attendance.");
    }
}
