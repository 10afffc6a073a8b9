namespace ModMatWorkshop.Domain.Registrations;

public enum Attendance
{
    InPerson,
    Remote,
}

/// <summary>The text forms of an attendance in forms, addresses and exports.</summary>
public static class AttendanceWords
{
    public const string InPerson = "in-person";
    public const string Remote = "remote";

    public static string Word(this Attendance attendance) => attendance == Attendance.InPerson ? InPerson : Remote;

    public static Attendance? FromWord(string? word) =>
        word switch
        {
            InPerson => Attendance.InPerson,
            Remote => Attendance.Remote,
            _ => null,
        };
}
