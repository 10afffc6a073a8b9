using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Web.Pages.Admin;

/// <summary>Somebody at one half-day, as the matrix and their page show it.</summary>
/// <param name="Expected">How they said that they would attend; null for not at all.</param>
/// <param name="IsPast">It has begun, so that who is not there is missing.</param>
public sealed record PresenceCell(int Number, string Name, HalfDayHours Half, Presence? Presence, Attendance? Expected, bool IsPast)
{
    public static PresenceCell Of(Registration person, HalfDayHours half, Presence? presence, DateTimeOffset now) =>
        new(
            person.Number,
            person.Details.Name,
            half,
            presence,
            person.AttendanceAt(half.HalfDay.Date, half.HalfDay.Half),
            half.Start <= now
        );

    /// <summary>In the room, remote, missing, expected or none, as the attributes of the page have it.</summary>
    public string State =>
        Presence?.Attended switch
        {
            Attendance.InPerson => "present",
            Attendance.Remote => "remote",
            _ when Presence?.Correction == PresenceCorrection.Absent || Expected is not null && IsPast => "absent",
            _ => Expected is null ? "none" : "expected",
        };

    /// <summary>The hour of arrival, the minutes on the stream, or a word.</summary>
    public string Text(Words words, TimeZoneInfo zone) =>
        State switch
        {
            "present" => Presence!.CheckedInAt is { } at ? words.HourOf(at, zone) : words.InTheRoom,
            "remote" => words.MinutesLong(Presence!.LengthOf(Half)),
            "absent" => words.AbsentNow,
            "expected" => words.ExpectedThen,
            _ => "–",
        };

    /// <summary>The same for who does not see the mark before it.</summary>
    public string InWords(Words words) =>
        State switch
        {
            "present" => words.InTheRoom,
            "remote" => words.OnTheStream,
            "none" => words.NotExpectedThen,
            _ => "",
        };
}

/// <summary>A cell that is open, with what was recorded and the four answers.</summary>
/// <param name="Address">Where its form goes.</param>
/// <param name="IsOfPerson">It stands on the page of the person, and that is come back to.</param>
/// <param name="By">The name of somebody whom the log knows as <c>organiser 3</c>.</param>
public sealed record OpenPresenceCell(PresenceCell Cell, TimeZoneInfo Zone, string Address, bool IsOfPerson, Func<string, string> By);
