using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Web.Pages.Admin;

/// <summary>One person's presence at one half-day.</summary>
/// <param name="Expected">The attendance the person announced; null when they do not attend.</param>
/// <param name="IsPast">True once the half-day has begun; an expected person who is not there then counts as absent.</param>
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

    /// <summary>The value of the attribute in the page: present, remote, absent, expected or none.</summary>
    public string State =>
        Presence?.Attended switch
        {
            Attendance.InPerson => "present",
            Attendance.Remote => "remote",
            _ when Presence?.Correction == PresenceCorrection.Absent || Expected is not null && IsPast => "absent",
            _ => Expected is null ? "none" : "expected",
        };

    /// <summary>The time of arrival, the minutes on the stream, or a word.</summary>
    public string Text(Words words, TimeZoneInfo zone) =>
        State switch
        {
            "present" => Presence!.CheckedInAt is { } at ? words.HourOf(at, zone) : words.InTheRoom,
            "remote" => words.MinutesLong(Presence!.LengthOf(Half)),
            "absent" => words.AbsentNow,
            "expected" => words.ExpectedThen,
            _ => "–",
        };

    /// <summary>The state in words, for readers who do not see the mark.</summary>
    public string InWords(Words words) =>
        State switch
        {
            "present" => words.InTheRoom,
            "remote" => words.OnTheStream,
            "none" => words.NotExpectedThen,
            _ => "",
        };
}

/// <summary>An open cell: the recorded presence and the possible corrections.</summary>
/// <param name="Address">The address that its form posts to.</param>
/// <param name="IsOfPerson">True on the page of the person, to which the form then returns.</param>
/// <param name="By">Returns the name of an actor such as <c>organiser 3</c>.</param>
public sealed record OpenPresenceCell(PresenceCell Cell, TimeZoneInfo Zone, string Address, bool IsOfPerson, Func<string, string> By);
